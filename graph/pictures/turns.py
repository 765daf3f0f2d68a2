"""The days that a case turns on, from the review itself: the child's birth and what the review is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.pictures.timescale import TimeScale
from graph.pictures.wording import day, name
from ontology.model import Case, Review


@dataclass(frozen=True, slots=True)
class Turn:
    """A day, or the month or year it lies in, from ``left`` to ``right``.

    ``case`` is the case with the words for this day first among its evidence.
    """

    case: Case
    what: str
    date: str
    left: float
    right: float

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2

    @property
    def words(self) -> str:
        """What it was, and when."""
        return f"{self.what}, {day(self.date)}"


def turns(review: Review, scale: TimeScale) -> Iterator[Turn]:
    """Yield the turns that the review dates."""
    case = review.case
    if case.subject_born:
        yield Turn(
            _told(case, "subject_born"), "Child born", case.subject_born, *scale.span(case.subject_born)
        )
    if case.incident_date:
        what = name("Outcome", case.outcome) if case.outcome else "Incident"
        yield Turn(_told(case, "incident_date"), what, case.incident_date, *scale.span(case.incident_date))


def _told(case: Case, property_: str) -> Case:
    evidence = sorted(case.evidence, key=lambda one: one.supports != property_)
    return replace(case, evidence=tuple(evidence))
