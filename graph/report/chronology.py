"""What happened when, as a table: every dated event, meeting, communication and gap in order of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from graph.report.facts import Named, numbered
from graph.report.wording import plain, what, who
from ontology.dates import earliest
from ontology.model import Communication, Event, Gap, Meeting, Review

TIMED = ("events", "meetings", "communications", "gaps")
Dated = Event | Meeting | Communication | Gap


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: when, who took part and what it was about, in words."""

    named: Named
    date: str | None
    date_end: str | None
    parties: str
    about: str

    @property
    def what(self) -> str:
        """What sort of thing it was: the type of event or meeting, the channel, the kind of gap."""
        told = what(self.named.fact)
        return f"{self.named.title}" if self.named.sort == "gaps" else told


def moments(review: Review) -> list[Moment]:
    """Return what has a date, by the first day that the date may mean, then by its place in the text."""
    found = [_moment(named) for named in _timed(review) if cast(Dated, named.fact).date]
    return sorted(found, key=lambda one: (earliest(one.date or ""), one.named.fact.start, one.named.id))


def undated(review: Review) -> list[Moment]:
    """Return the events, meetings and communications that have no date, in text order."""
    found = [_moment(named) for named in _timed(review) if not cast(Dated, named.fact).date]
    return sorted(
        (one for one in found if one.named.sort != "gaps"),
        key=lambda one: (one.named.fact.start, one.named.id),
    )


def _timed(review: Review) -> Iterator[Named]:
    for sort in TIMED:
        yield from numbered(review, sort)


def _moment(named: Named) -> Moment:
    fact = cast(Dated, named.fact)
    end = fact.date_end if isinstance(fact, Event) else None
    return Moment(named, fact.date, end, who(fact), plain(getattr(fact, "about", None)))
