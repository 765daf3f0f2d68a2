"""What the words under a swimlane say: what is not on it, and how to read its axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.pictures.content import parties_of, timed, undated
from graph.pictures.timescale import TimeScale
from graph.pictures.wording import Dated, counted, is_family, listed, name
from ontology.model import Communication, Event, Gap, Meeting, Review

NOUNS: tuple[tuple[type[Dated], str], ...] = (
    (Meeting, "meeting"),
    (Communication, "communication"),
    (Gap, "gap"),
    (Event, "event"),
)


def summary(review: Review) -> str:
    """How much of each sort is on the axis, and how much has no date, in two sentences."""
    facts = [fact for fact in timed(review) if fact.date]
    dated = [counted(sum(isinstance(fact, sort) for fact in facts), noun) for sort, noun in NOUNS]
    return f"On the time axis: {listed(dated)}. {without_date(review)}"


def without_date(review: Review) -> str:
    """How many of each sort have no date, as a sentence."""
    facts = timed(review)
    lacking = undated(facts)
    totals = {sort: sum(isinstance(fact, sort) for fact in facts) for sort, _ in NOUNS}
    parts = [f"{lacking[sort]} of {counted(totals[sort], noun)}" for sort, noun in NOUNS if lacking[sort]]
    return f"Without a date, so not on the axis: {listed(parts)}." if parts else "All of it is dated."


def notes(review: Review, scale: TimeScale | None) -> Iterator[str]:
    """Yield the notes, a paragraph each."""
    yield without_date(review)
    absent = _undrawn(timed(review))
    if absent:
        yield f"Named, but in nothing that has a date: {listed(absent)}."
    if scale is not None:
        yield "The number after a name counts the dated facts in that lane."
    if scale is not None and scale.uneven:
        cut = any(segment.broken for segment in scale.segments)
        torn = "; a torn strip leaves out months with nothing dated" if cut else ""
        yield (
            "Time is not to scale: each month is as wide as what is dated in it needs, and marks that would "
            f"cover one another stand side by side in their order{torn}."
        )


def _undrawn(facts: Iterable[Dated]) -> list[str]:
    facts = list(facts)
    drawn = set(chain.from_iterable(parties_of(fact) for fact in facts if fact.date))
    named = dict.fromkeys(chain.from_iterable(parties_of(fact) for fact in facts))
    agencies_first = sorted((code for code in named if code not in drawn), key=is_family)
    return [name("Party", code) for code in agencies_first]
