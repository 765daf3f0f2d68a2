"""Facts in words, for the titles and labels of marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, singledispatch

from ontology import vocabulary
from ontology.model import Communication, Event, Evidence, Fact, FamilyMember, Gap, Meeting

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
Dated = Meeting | Communication | Gap | Event


@cache
def name(scheme: str, code: str) -> str:
    """What people call a code of a scheme."""
    return vocabulary.label(scheme, code)


@cache
def is_family(code: str) -> bool:
    """Whether a party is of the family."""
    return code in vocabulary.codes("FamilyRole")


def day(iso: str | None, *, short: bool = False) -> str:
    """A date in words, as exact as it is: "5 February 2020", "February 2020", "2020"; short: "5 Feb 2020"."""
    if iso is None:
        return "no date stated"
    year, *rest = iso.split("-")
    words = [str(int(rest[1]))] if len(rest) == 2 else []
    if rest:
        words.append(short_month(int(rest[0])) if short else MONTHS[int(rest[0]) - 1])
    return " ".join([*words, year])


def short_day(iso: str | None) -> str:
    """The day and month of a date where an axis tells the year: "5 Feb", "Feb"; a year as it is."""
    year, *rest = (iso or "").split("-")
    return " ".join([*(str(int(part)) for part in rest[1:]), short_month(int(rest[0]))]) if rest else year


def short_month(month: int) -> str:
    """The first three letters of a month."""
    return MONTHS[month - 1][:3]


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def parties(codes: Iterable[str]) -> str:
    """Parties by name, as a list in a sentence."""
    return listed([name("Party", code) for code in codes])


def counted(many: int, noun: str, plural: str | None = None) -> str:
    """A number of things: "1 gap", "3 gaps"."""
    return f"{many} {noun if many == 1 else plural or noun + 's'}"


def title(fact: Fact) -> str:
    """What a fact says in one sentence, and the paragraph it stands in."""
    return f"{_said(fact)}{_place(fact.evidence)}"


def brief(fact: Fact) -> str:
    """What a fact is in two or three words."""
    match fact:
        case Meeting():
            return name("MeetingType", fact.type)
        case Communication():
            return "Communication" if fact.channel == "unspecified" else name("Channel", fact.channel)
        case Gap():
            return name("GapKind", fact.kind)
        case Event():
            return name("EventType", fact.type)
    return type(fact).__name__


@singledispatch
def _said(fact: Fact) -> str:
    return brief(fact)


@_said.register
def _(fact: Meeting) -> str:
    held = "" if fact.held else ", not held"
    came = f": {parties(fact.attended)}" if fact.attended else ""
    absent = f"; absent or not invited: {parties(fact.absent)}" if fact.absent else ""
    return f"{brief(fact)}, {day(fact.date)}{held}{came}{absent}"


@_said.register
def _(fact: Communication) -> str:
    sender = parties([fact.sender]) if fact.sender else "sender not stated"
    receiver = parties(fact.receiver) or "receiver not stated"
    received = {None: "", True: "; received", False: "; not received"}[fact.received]
    understood = {None: "", True: "; understood", False: "; not understood"}[fact.understood]
    return f"{brief(fact)}, {day(fact.date)}: {sender} to {receiver}{_about(fact)}{received}{understood}"


@_said.register
def _(fact: Gap) -> str:
    holder = parties(fact.holder) or "holder not stated"
    receiver = f"; should have reached {parties(fact.receiver)}" if fact.receiver else ""
    return f"Gap: {brief(fact).lower()}, {day(fact.date)}: {holder}{receiver}{_about(fact)}"


@_said.register
def _(fact: Event) -> str:
    until = f" to {day(fact.date_end)}" if fact.date_end else ""
    who = f": {parties(fact.parties)}" if fact.parties else ""
    return f"{brief(fact)}, {day(fact.date)}{until}{who}{_about(fact)}"


@_said.register
def _(fact: FamilyMember) -> str:
    aliases = f" (also {listed(fact.aliases)})" if fact.aliases else ""
    return f"{fact.label}{aliases}: {name('FamilyRole', fact.kinship).lower()}"


def _about(fact: Communication | Gap | Event) -> str:
    return f", about {fact.about}" if fact.about else ""


def _place(evidence: Sequence[Evidence]) -> str:
    if not evidence:
        return ""
    if evidence[0].paragraph:
        return f" (paragraph {evidence[0].paragraph})"
    return f" (page {evidence[0].page})" if evidence[0].page else ""
