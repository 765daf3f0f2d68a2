"""The counts of a case: how many findings of each sort, on how much they rest, how sure the reading is."""

from __future__ import annotations

from dataclasses import dataclass

from graph.report.facts import SORTS, Named, numbered
from ontology.dates import precision
from ontology.model import Evidence, Review

TITLES = {"family": "members of the family", "professionals": "practitioners", "factors": "circumstances"}
REVIEWED = ("accepted", "corrected")


@dataclass(frozen=True, slots=True)
class Figure:
    """The findings of one sort in numbers.

    ``places`` counts the places of the report they rest on, ``sure`` is their average confidence from 0 to
    1, ``weakest`` the finding read least surely; ``to_the_day`` and ``less_exact`` count dated findings.
    """

    sort: str
    findings: int
    places: int
    sure: float
    weakest: Named
    dated: bool
    to_the_day: int
    less_exact: int
    reviewed: int

    @property
    def title(self) -> str:
        """What people call findings of this sort."""
        return TITLES.get(self.sort, self.sort).capitalize()

    @property
    def undated(self) -> int:
        """How many findings that could have a date have none."""
        return self.findings - self.to_the_day - self.less_exact


def figures(review: Review) -> list[Figure]:
    """Return the numbers of each sort of finding that the review has any of."""
    return [_figure(sort, found) for sort in SORTS if (found := numbered(review, sort))]


def _figure(sort: str, found: list[Named]) -> Figure:
    evidence = [one for named in found for one in named.fact.evidence]
    dates = [date for named in found if (date := getattr(named.fact, "date", None))]
    exact = sum(precision(date) == "day" for date in dates)
    return Figure(
        sort=sort,
        findings=len(found),
        places=len({(one.start, one.end) for one in evidence}),
        sure=sum(named.fact.confidence for named in found) / len(found),
        weakest=min(found, key=lambda named: named.fact.confidence),
        dated=hasattr(found[0].fact, "date"),
        to_the_day=exact,
        less_exact=len(dates) - exact,
        reviewed=sum(any(_reviewed(one) for one in named.fact.evidence) for named in found),
    )


def _reviewed(evidence: Evidence) -> bool:
    return evidence.status in REVIEWED
