"""What the review says of itself: its kind, who wrote it, when, about whom and over what period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.report.facts import anchor
from graph.report.wording import coded, listed, plain, span, when
from ontology.model import Case, Evidence


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the review says of itself, in words, with the places where it says so."""

    term: str
    value: str
    evidence: tuple[Evidence, ...]


def headline(case: Case) -> list[Line]:
    """Return what the review says of itself; nothing for what it does not state."""
    return [
        Line(term, value, _evidence(case, properties))
        for term, value, properties in _told(case)
        if any(getattr(case, name) for name in properties)
    ]


def _told(case: Case) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "Kind of review", coded(case.review_type, "ReviewType"), ("review_type",)
    yield "Commissioned by", plain(case.commissioned_by), ("commissioned_by",)
    yield "Written by", listed(case.authors), ("authors",)
    yield "Published", when(case.published), ("published",)
    yield "Period looked at", span(case.period_start, case.period_end), ("period_start", "period_end")
    yield "Child, as named in the report", case.subject or "", ("subject",)
    yield "Born", when(case.subject_born), ("subject_born",)
    yield "Incident", when(case.incident_date), ("incident_date",)
    yield "Outcome", coded(case.outcome, "Outcome"), ("outcome",)
    yield "Areas", listed(case.areas), ("areas",)


def _evidence(case: Case, properties: tuple[str, ...]) -> tuple[Evidence, ...]:
    """The evidence for some properties, each place once."""
    found = {anchor(one): one for one in case.evidence if one.supports in properties}
    return tuple(found.values())
