"""A trace as plain values for JSON."""

from __future__ import annotations

from typing import Any

from graph.trace.values import Known, OpenContact, Step, Stop, Trace
from ontology.model import Evidence, Gap

Told = dict[str, Any]


def as_json(found: Trace) -> Told:
    """Return a trace as ``casetrace trace --format json`` prints it."""
    return {
        "case": found.case,
        "topic": found.asked,
        "topics": list(found.topics),
        "terms": list(found.terms),
        "knowledge": [_known(row) for row in found.knowledge],
        "path": [_step(step) for step in found.path],
        "stopped": [_stop(stop) for stop in found.stopped],
        "gaps": [_gap(gap) for gap in found.gaps],
    }


def _known(row: Known) -> Told:
    return {
        "party": row.party,
        "label": row.label,
        "status": row.status,
        "first_known": row.first_known,
        "certainty": row.certainty,
        "from": row.source,
        "by": row.by,
        "evidence": _places(row.evidence),
    }


def _step(step: Step) -> Told:
    return {
        "from": step.sender,
        "to": step.receiver,
        "date": step.date,
        "by": step.by,
        "evidence": _places(step.evidence),
    }


def _stop(stop: Stop) -> Told:
    return {
        "holder": stop.holder,
        "since": stop.since,
        "certainty": stop.certainty,
        "open_contacts": [_open(one) for one in stop.open_contacts],
        "days_lost": stop.days_lost,
        "days_lost_most": stop.lost.most if stop.lost else None,
        "days_avoidable": stop.avoidable.least if stop.avoidable else None,
        "days_avoidable_most": stop.avoidable.most if stop.avoidable else None,
    }


def _open(one: OpenContact) -> Told:
    return {
        "with": one.party,
        "kind": one.kind,
        "date": one.date,
        "certainty": one.certainty,
        "evidence": _places(one.evidence),
    }


def _gap(gap: Gap) -> Told:
    return {
        "kind": gap.kind,
        "holder": list(gap.holder),
        "receiver": list(gap.receiver),
        "evidence": _places(gap.evidence),
    }


def _places(evidence: tuple[Evidence, ...]) -> list[Told]:
    return [
        {"start": one.start, "end": one.end, "paragraph": one.paragraph, "quote": one.quote}
        for one in evidence
    ]
