"""A trace as plain values for JSON."""

from __future__ import annotations

from typing import Any

from graph.trace.values import Trace
from ontology.model import Evidence


def as_json(found: Trace) -> dict[str, Any]:
    """Return a trace as ``casetrace trace --format json`` prints it."""
    return {
        "case": found.case,
        "topic": found.asked,
        "topics": list(found.topics),
        "terms": list(found.terms),
        "knowledge": [
            {
                "party": row.party,
                "label": row.label,
                "status": row.status,
                "first_known": row.first_known,
                "certainty": row.certainty,
                "from": row.source,
                "by": row.by,
                "evidence": _places(row.evidence),
            }
            for row in found.knowledge
        ],
        "path": [
            {
                "from": step.sender,
                "to": step.receiver,
                "date": step.date,
                "by": step.by,
                "evidence": _places(step.evidence),
            }
            for step in found.path
        ],
        "stopped": [
            {
                "holder": stop.holder,
                "since": stop.since,
                "open_contacts": [
                    {
                        "with": one.party,
                        "kind": one.kind,
                        "date": one.date,
                        "certainty": one.certainty,
                        "evidence": _places(one.evidence),
                    }
                    for one in stop.open_contacts
                ],
                "days_lost": stop.days_lost,
            }
            for stop in found.stopped
        ],
        "gaps": [
            {
                "kind": gap.kind,
                "holder": list(gap.holder),
                "receiver": list(gap.receiver),
                "evidence": _places(gap.evidence),
            }
            for gap in found.gaps
        ],
    }


def _places(evidence: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    return [
        {"start": one.start, "end": one.end, "paragraph": one.paragraph, "quote": one.quote}
        for one in evidence
    ]
