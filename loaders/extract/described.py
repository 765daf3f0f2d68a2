"""A fact in a few words, for people: what it was read as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ontology.model import Communication, Event, Fact, Gap, Meeting
from ontology.vocabulary import label

PARTY = "Party"


def described(category: str, fact: Fact) -> str:
    """Return a fact of a category ("meetings") in words: its kind, its parties, its day."""
    told: Any = fact
    return _WORDS[category](told)


def _names(scheme: str, *codes: str | None) -> str:
    return ", ".join(label(scheme, code) for code in codes if code)


def _sides(one: tuple[str | None, ...], other: tuple[str, ...]) -> str:
    return " to ".join(names for names in (_names(PARTY, *one), _names(PARTY, *other)) if names)


def _listed(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _meeting(fact: Meeting) -> str:
    return _listed(_names("MeetingType", fact.type), fact.date, None if fact.held else "not held")


def _communication(fact: Communication) -> str:
    return _listed(_sides((fact.sender,), fact.receiver), _names("Channel", fact.channel).lower(), fact.date)


def _gap(fact: Gap) -> str:
    return f"{_names('GapKind', fact.kind)}: {_sides(fact.holder, fact.receiver)}"


def _event(fact: Event) -> str:
    return _listed(_names("EventType", fact.type), fact.date, _names(PARTY, *fact.parties))


_WORDS: dict[str, Callable[[Any], str]] = {
    "family": lambda fact: f"{fact.label}: {_names(PARTY, fact.kinship)}",
    "professionals": lambda fact: f"{fact.label}: {_names(PARTY, fact.agency_type)}",
    "agencies": lambda fact: f"{fact.name}: {_names(PARTY, fact.agency_type)}",
    "meetings": _meeting,
    "communications": _communication,
    "gaps": _gap,
    "recommendations": lambda fact: _listed(fact.label or "one", _names(PARTY, *fact.addressed_to)),
    "factors": lambda fact: _names("FactorType", fact.factor),
    "events": _event,
    "topics": lambda fact: fact.label,
    "knowledge": lambda fact: _listed(_names(PARTY, fact.party), fact.status),
}
