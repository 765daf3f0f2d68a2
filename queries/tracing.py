"""The trace of an item of information as rows: who knew it, and where it stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.trace import trace
from graph.trace.values import NEVER, UNKNOWN
from ontology.model import Evidence, Review
from ontology.vocabulary import label
from queries.parameters import known_values

NOT_SHOWN = "Not shown"  # took part in the case while others knew; the report does not speak of its knowing


def who_knew(review: Review, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A row for each party of the knowledge table; with ``without`` only those not shown to have had it.

    Raises InvalidDataError where nothing in the review matches ``topic``.
    """
    names = known_values("party")
    return [
        {
            "party": names[one.party],
            "who": one.label,
            "status": label("KnowledgeStatus", one.status) if one.evidence else NOT_SHOWN,
            "first_known": one.first_known,
            "from": names[one.source] if one.source else None,
            "by": one.by,
            "certainty": one.certainty,
            **_first(review, one.evidence),
        }
        for one in trace(review, values["topic"]).knowledge
        if not values.get("without") or one.status in (NEVER, UNKNOWN)
    ]


def where_it_stopped(review: Review, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A row for each contact that a holder had and that is not shown to have carried the item.

    With ``ruled_out`` those too that their dates rule out. Raises InvalidDataError where nothing in the
    review matches ``topic``.
    """
    names = known_values("party")
    rows: list[dict[str, Any]] = []
    for stop in trace(review, values["topic"]).stopped:
        held = {
            "holder": names[stop.holder],
            "since": stop.since,
            "days_lost": stop.days_lost,
            "days_lost_most": stop.lost.most if stop.lost else None,
        }
        rows += [
            {
                **held,
                "contact": names[one.party],
                "kind": one.kind,
                "date": one.date,
                "certainty": one.certainty,
                **_first(review, one.evidence),
            }
            for one in (stop.open_contacts if values.get("ruled_out") else stop.may_have_carried)
        ]
    return rows


def _first(review: Review, evidence: Iterable[Evidence]) -> dict[str, str | None]:
    """Where the first piece of evidence stands, and its words."""
    one = next(iter(evidence), None)
    if one is None:
        return {"paragraph": None, "quote": None}
    page = f"page {one.page}" if one.page else None
    return {"paragraph": one.paragraph or page or _section(review, one), "quote": one.quote}


def _section(review: Review, evidence: Evidence) -> str | None:
    headings = review.document.headings_above(evidence.start)
    return f"under {review.document.quote(headings[-1].start, headings[-1].end)}" if headings else None
