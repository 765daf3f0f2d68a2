"""An item of information followed through a case."""

from __future__ import annotations

from collections.abc import Sequence

from graph.flow import Contact, possible_arrivals
from graph.trace.contacts import days, occasions
from graph.trace.knowledge import knowledge
from graph.trace.matching import find
from graph.trace.statements import Statement, statements
from graph.trace.stopping import stops
from graph.trace.values import KNEW, PART, Step, Trace
from ontology.model import Review


def trace(review: Review, asked: str) -> Trace:
    """Return who knew of a topic, or of what some words mean: when, from whom, and where it stopped.

    ``asked`` is the label of one of the review's topics, a factor's code, or words of one's own. Raises
    InvalidDataError where nothing in the review matches.
    """
    subject = find(review, asked)
    told = statements(review, subject)
    rows = knowledge(review, told)
    found = occasions(review, subject)
    return Trace(
        case=review.id,
        asked=asked,
        topics=subject.topics,
        terms=subject.terms,
        places=len(subject.spans),
        knowledge=rows,
        path=_path(told),
        stopped=stops(review, rows, found),
        gaps=tuple(gap for gap in review.gaps if subject.concerns(gap) or subject.may_concern(gap)),
    )


def _path(told: Sequence[Statement]) -> tuple[Step, ...]:
    """Return the way it took: for each party reached, the earliest step that reached it.

    From the first who had it by time-respecting steps (graph/flow.py). What the review tells besides is
    kept too: a party told outside that order or on no stated day, and one told by somebody whom the
    information did not reach, who had it of their own.
    """
    steps = [one for one in told if one.source and one.status in (KNEW, PART) and one.source != one.party]
    contacts = {
        str(number): Contact(
            str(number), frozenset([str(one.source)]), frozenset([one.party]), *days(one.date)
        )
        for number, one in enumerate(steps)
        if one.date
    }
    origin = min(contacts.values(), key=lambda one: (one.first, one.last, int(one.id)), default=None)
    reached: dict[str, Statement] = {}
    if origin is not None:
        (source,) = origin.senders
        arrivals = possible_arrivals(contacts.values(), source, origin.first)
        reached = {
            party: steps[int(arrival.contact.id)] for party, arrival in arrivals.items() if arrival.contact
        }
    kept = {(str(one.source), party): one for party, one in reached.items()}
    for one in sorted(steps, key=_when):
        if one.party not in reached or str(one.source) not in reached:
            kept.setdefault((str(one.source), one.party), one)
    return tuple(map(_step, sorted(kept.values(), key=_when)))


def _when(one: Statement) -> tuple[bool, str, int]:
    """Order by date, the undated last."""
    return (one.date is None, one.date or "", one.start)


def _step(told: Statement) -> Step:
    return Step(
        sender=str(told.source),
        receiver=told.party,
        date=told.date,
        by=told.by or "told",
        evidence=told.evidence,
    )
