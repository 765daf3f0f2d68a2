"""A Review as the JSON that ``casetrace extract --format json`` prints and the scorer reads."""

from __future__ import annotations

from typing import Any

from ontology.model import Fact, Review

PLACED = ("meetings", "communications", "gaps", "recommendations", "factors", "events", "topics", "knowledge")
CASE_FIELDS = (
    "title",
    "review_type",
    "commissioned_by",
    "authors",
    "published",
    "period_start",
    "period_end",
    "subject",
    "subject_born",
    "incident_date",
    "outcome",
    "areas",
)
FIELDS: dict[str, tuple[str, ...]] = {
    "family": ("label", "aliases", "kinship"),
    "professionals": ("label", "aliases", "role", "agency_type", "area"),
    "agencies": ("name", "aliases", "agency_type", "area", "involved"),
    "meetings": ("type", "date", "held", "attended", "absent", "topics"),
    "communications": ("sender", "receiver", "channel", "date", "about", "topics"),
    "gaps": ("kind", "holder", "receiver", "about", "date", "voice", "reason", "topics"),
    "recommendations": ("label", "addressed_to"),
    "factors": ("factor",),
    "events": ("date", "date_end", "type", "parties", "topics"),
    "topics": ("label", "factor", "terms"),
    "knowledge": ("party", "label", "status", "date", "source", "act", "about", "topics"),
}
# What the contract calls a field where the model has another word for it.
CALLED = {
    "sender": "from",
    "communications.receiver": "to",
    "knowledge.source": "from",
    "knowledge.act": "by",
}


def contract(review: Review) -> dict[str, Any]:
    """Return a review as plain values for JSON: the case, then each kind of fact in text order."""
    told: dict[str, Any] = {"case": {field: _plain(getattr(review.case, field)) for field in CASE_FIELDS}}
    for kind, fields in FIELDS.items():
        told[kind] = [_fact(kind, fields, fact) for fact in getattr(review, kind)]
    return told


def _fact(kind: str, fields: tuple[str, ...], fact: Fact) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for field in fields:
        name = CALLED.get(f"{kind}.{field}") or CALLED.get(field, field)
        row[name] = _plain(getattr(fact, field))
    row["confidence"] = fact.confidence
    if kind in PLACED:
        row |= {"start": fact.start, "end": fact.end}
    return row


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
