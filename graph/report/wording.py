"""How the pages say things: dates, parties, sureness and what a fact is, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.model import (
    Communication,
    Event,
    Evidence,
    Fact,
    Factor,
    Gap,
    Knowledge,
    Meeting,
)
from ontology.vocabulary import PARTY, class_info, codes, label

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NOT_STATED = "not stated"
UNSPECIFIED = "unspecified"
# The property whose code says in short what a fact is, and the scheme of the code.
CODED: dict[type[Fact], tuple[str, str]] = {
    Gap: ("kind", "GapKind"),
    Meeting: ("type", "MeetingType"),
    Event: ("type", "EventType"),
    Factor: ("factor", "FactorType"),
    Knowledge: ("status", "KnowledgeStatus"),
}


def when(iso: str | None) -> str:
    """Return an ISO date as people write it, as exact as it is: "11 January 2021", "January 2021"."""
    if iso is None:
        return NOT_STATED
    year, *rest = iso.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def span(start: str | None, end: str | None) -> str:
    """Return a period as people write it; one end may be unknown."""
    if start and end and start != end:
        return f"{when(start)} to {when(end)}"
    return when(start or end)


def percent(confidence: float) -> str:
    """Return a probability in per cent; never rounded up to certainty nor down to impossibility."""
    return f"{min(99, max(1, round(confidence * 100)))}%" if 0 < confidence < 1 else f"{confidence:.0%}"


def party(code: str) -> str:
    """Return what people call a type of agency or a role in the family."""
    return label(PARTY, code)


def parties(named: Iterable[str]) -> str:
    """Return what people call several parties, in the ontology's order, which ranks no one."""
    there = set(named)
    return ", ".join(party(code) for code in codes(PARTY) if code in there) or NOT_STATED


def listed(names: Iterable[str]) -> str:
    """Return names in the order of the alphabet: what a review lists has no order of its own."""
    return ", ".join(sorted(names, key=str.casefold))


def coded(code: str | None, scheme: str) -> str:
    """Return the label of a code; "not stated" for none."""
    return label(scheme, code) if code else NOT_STATED


def place(evidence: Evidence) -> str:
    """Return where in the report something stands, as printed: "¶ 4.1", "Recommendation 1", "page 3"."""
    if evidence.paragraph:
        return (
            f"¶\N{NO-BREAK SPACE}{evidence.paragraph}"
            if evidence.paragraph[:1].isdigit()
            else evidence.paragraph
        )
    return f"page {evidence.page}" if evidence.page else "in the text"


def plain(text: str | None) -> str:
    """Return a text on one line, without the breaks of the printed page and the commas it was cut at."""
    return " ".join((text or "").split()).strip(" ,;:–-")


def sort_of(fact: Fact) -> str:
    """Return what sort of fact it is, as the ontology calls its class: "Gap", "Family member"."""
    return class_info(type(fact).__name__).label


def what(fact: Fact) -> str:
    """Return in a few words what a fact is: its kind or type, or the name that it gives."""
    if isinstance(fact, Communication):
        by = "" if fact.channel == UNSPECIFIED else f" ({label('Channel', fact.channel).lower()})"
        return f"{sort_of(fact)}{by}"
    if type(fact) in CODED:
        name, scheme = CODED[type(fact)]
        said = label(scheme, getattr(fact, name))
        return f"{said}, not held" if isinstance(fact, Meeting) and not fact.held else said
    return getattr(fact, "label", None) or getattr(fact, "name", None) or "no label"


def who(fact: Fact) -> str:
    """Return the parties to a fact, and the part each has in it; nothing for a fact without parties."""
    match fact:
        case Gap():
            needed = f"; should have had it: {parties(fact.receiver)}" if fact.receiver else ""
            return parties(fact.holder) + needed
        case Meeting():
            return parties(fact.attended) + (f"; absent: {parties(fact.absent)}" if fact.absent else "")
        case Communication():
            return f"{party(fact.sender) if fact.sender else NOT_STATED} to {parties(fact.receiver)}"
        case Event():
            return parties(fact.parties)
        case Knowledge():
            return party(fact.party)
    return ""
