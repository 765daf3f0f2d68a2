"""The contacts of a case: what could have carried information, whatever it was in fact about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.trace.matching import Subject
from loaders.extract.words import words
from ontology import vocabulary
from ontology.dates import earliest, latest
from ontology.model import Communication, Event, Fact, Meeting, Review

WHOLE_CALENDAR = (dt.date.min, dt.date.max)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A contact with the fact that tells of it: when, who with whom, what kind, and whether it carried."""

    fact: Fact
    kind: str
    date: str | None
    senders: frozenset[str]
    receivers: frozenset[str]
    carried: bool

    @property
    def parties(self) -> frozenset[str]:
        """Everyone who took part."""
        return self.senders | self.receivers

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day on which it may have been; the whole calendar where undated."""
        return days(self.date)


def days(day: str | None) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a date may mean; the whole calendar where there is none."""
    return (earliest(day), latest(day)) if day else WHOLE_CALENDAR


def occasions(review: Review, subject: Subject) -> list[Occasion]:
    """Return every contact that joins two parties, in the order of the text."""
    found = [*_meetings(review, subject), *_communications(review, subject), *_events(review, subject)]
    return sorted(
        (one for one in found if len(one.parties) > 1), key=lambda one: (one.fact.start, one.fact.end)
    )


def _meetings(review: Review, subject: Subject) -> Iterator[Occasion]:
    """A meeting joins all who attended: one hyperedge, never an edge for each pair."""
    for one in review.meetings:
        if one.held:
            kind = vocabulary.label("MeetingType", one.type)
            yield _occasion(one, kind, one.attended, one.attended, subject.concerns(one))


def _communications(review: Review, subject: Subject) -> Iterator[Occasion]:
    for one in review.communications:
        senders = [one.sender] if one.sender else []
        kind = vocabulary.label("Channel", one.channel) if one.channel != "unspecified" else "told"
        carried = subject.concerns(one) or subject.may_concern(one)
        yield _occasion(one, kind, senders, one.receiver, carried)


def _events(review: Review, subject: Subject) -> Iterator[Occasion]:
    """A visit or an appointment joins those who were there; a birth or an appointment missed joins nobody."""
    meets = words("trace", "meets")
    for one in review.events:
        if one.type not in meets:
            continue
        kind = vocabulary.label("EventType", one.type)
        yield _occasion(one, kind, one.parties, one.parties, subject.concerns(one))


def _occasion(
    fact: Meeting | Communication | Event,
    kind: str,
    senders: Iterable[str],
    receivers: Iterable[str],
    carried: bool,
) -> Occasion:
    return Occasion(fact, kind.lower(), fact.date, frozenset(senders), frozenset(receivers), carried)
