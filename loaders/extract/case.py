"""The review as a publication: what it is about, who wrote it, over what period, in which areas."""

from __future__ import annotations

from loaders.extract.areas import read_areas
from loaders.extract.case_dates import read_born, read_incident, read_period, read_published
from loaders.extract.case_facts import read_outcome, read_review_type, read_title
from loaders.extract.case_people import read_authors, read_commissioned_by
from loaders.extract.reading import Reading
from loaders.extract.told import Told
from ontology.model import Case, Evidence

EXTRACTOR = "case"


def read_case(reading: Reading) -> Case:
    """Return what a document says of itself as a review, each field with the evidence it was read from."""
    outcome = read_outcome(reading)
    period_start, period_end = read_period(reading)
    told: dict[str, Told | None] = {
        "title": read_title(reading),
        "review_type": read_review_type(reading),
        "commissioned_by": read_commissioned_by(reading),
        "published": read_published(reading),
        "period_start": period_start,
        "period_end": period_end,
        "subject": _subject(reading),
        "subject_born": read_born(reading),
        "incident_date": read_incident(reading, outcome, period_end),
        "outcome": outcome,
    }
    lists = {"authors": read_authors(reading), "areas": read_areas(reading)}
    evidence = [_evidence(reading, field, one) for field, one in told.items() if one]
    evidence += [_evidence(reading, field, one) for field, many in lists.items() for one in many]
    values = {field: one.value for field, one in told.items() if one}
    many_values = {field: tuple(one.value for one in many) for field, many in lists.items()}
    return Case(evidence=tuple(evidence) or (_nothing(reading),), **values, **many_values)  # type: ignore[arg-type]


def _subject(reading: Reading) -> Told | None:
    subject = reading.parties.naming.subject
    if not subject.label:
        return None
    return Told(subject.label, subject.start, subject.start + len(subject.label), 0.9)


def _evidence(reading: Reading, field: str, one: Told) -> Evidence:
    return reading.evidence(one.start, one.end, extractor=EXTRACTOR, confidence=one.sure, supports=field)


def _nothing(reading: Reading) -> Evidence:
    """Return the evidence of a case of which nothing was read: the document's first passage."""
    first = reading.document.passages[0] if reading.document.passages else None
    start, end = (first.start, first.end) if first else (0, 0)
    return reading.evidence(start, end, extractor=EXTRACTOR, confidence=0.0)
