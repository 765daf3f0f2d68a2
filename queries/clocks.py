"""Statutory clocks: from one dated fact to the next, against the limit that held in that year.

Dates are as exact as the report, so each clock is reckoned twice: with the earliest and with the latest
days that they may mean. What comes out is in time, late, possibly late, or no end recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ontology.dates import earliest, latest
from ontology.errors import UsageError
from queries.hints import did_you_mean

DATA = Path(__file__).parent / "data" / "clocks.yaml"
LIMIT = re.compile(r"(?P<count>\d+) (?P<unit>working day|day|month)s?")
CALENDARS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}
IN_TIME, LATE, POSSIBLY, NO_END = "in time", "late", "possibly late", "no end recorded"


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of fact ("Meeting/core_group"), and the party that must have part in it, if any."""

    fact: str
    party: str | None = None

    def fits(self, fact: Fact) -> bool:
        """Whether a fact is of this kind."""
        return fact.kind == self.fact and (self.party is None or self.party in fact.parties)


@dataclass(frozen=True, slots=True)
class Clock:
    """One time limit with the days between which it held, and where it stands."""

    name: str
    starts: Mark
    ends: Mark
    turn: str
    limit: str
    since: date
    until: date | None
    source: str
    nation: str = "England"
    checked: str = ""

    def holds(self, start: Fact, turn: int) -> bool:
        """Whether the limit held for this start, the ``turn``-th of its kind in the case (from 0)."""
        in_turn = {"first": turn == 0, "later": turn > 0}.get(self.turn, True)
        return in_turn and self.since <= start.first and (self.until is None or start.first <= self.until)

    def due(self, day: date) -> date:
        """The last day on which what is due may happen, counted from a day."""
        parts = LIMIT.fullmatch(self.limit)
        assert parts is not None, self.limit
        count = int(parts["count"])
        if parts["unit"] == "working day":
            return working_days_after(day, count, self.nation)
        return day + timedelta(days=count) if parts["unit"] == "day" else _months_after(day, count)


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated fact of a case; ``kind`` is its class and type, ``day`` its date as exact as the report is."""

    kind: str
    type: str
    day: str
    parties: tuple[str, ...]
    paragraph: str | None
    quote: str | None

    @property
    def first(self) -> date:
        """The first day that its date may mean."""
        return earliest(self.day)

    @property
    def last(self) -> date:
        """The last day that its date may mean."""
        return latest(self.day)


@cache
def clocks() -> tuple[Clock, ...]:
    """All clocks, in the order of the data file."""
    said = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return tuple(
        Clock(
            one["clock"],
            Mark(**one["from"]),
            Mark(**one["to"]),
            one.get("turn", "each"),
            one["limit"],
            one["since"],
            one.get("until"),
            one["source"],
            one["nation"],
            one["checked"],
        )
        for one in said
    )


def working_days_after(day: date, count: int, nation: str = "England") -> date:
    """The day that many working days after a day, by the weekends and bank holidays of a nation."""
    import holidays  # noqa: PLC0415 - slow to load, needed by this one question

    return holidays.country_holidays("GB", subdiv=CALENDARS[nation]).get_nth_working_day(day, count)


def statutory_clocks(records: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The clocks that ran in a case: those not kept, or all of them when ``values["all"]`` says so.

    ``values["nation"]`` says whose limits count, England's where it is not given. Raises UsageError for a
    nation that no clock is known of.
    """
    nation = str(values.get("nation") or "England").strip().title()
    nations = {clock.nation for clock in clocks()}
    if nation not in nations:
        raise UsageError(f"no limits are known of {nation}", hint=did_you_mean(nation, nations, "nations"))
    facts = sorted(map(_fact, records), key=lambda fact: (fact.first, fact.last, fact.kind, fact.quote or ""))
    rows = [row for clock in clocks() if clock.nation == nation for row in _runs(clock, facts)]
    shown = [row for row in rows if values.get("all") or row["status"] != IN_TIME]
    return sorted(shown, key=lambda row: (earliest(row["started"]), row["clock"]))


def _runs(clock: Clock, facts: Sequence[Fact]) -> Iterator[dict[str, Any]]:
    places = [place for place, fact in enumerate(facts) if clock.starts.fits(fact)]
    for turn, place in enumerate(places):
        start = facts[place]
        if not clock.holds(start, turn):
            continue
        # One that may have been before and may have been after counts as after.
        earlier = [fact for fact in facts[:place] if fact.last > start.last and not clock.starts.fits(fact)]
        after = [*earlier, *facts[place + 1 :]]
        end = next((fact for fact in after if clock.ends.fits(fact)), None)
        again = next((fact for fact in after if clock.starts.fits(fact)), None)
        if again is None or again is end or (end is not None and end.first < again.first):
            yield _row(clock, start, end, after)


def _row(clock: Clock, start: Fact, end: Fact | None, after: Sequence[Fact]) -> dict[str, Any]:
    due = clock.due(start.last)
    return {
        "clock": clock.name,
        "started": start.day,
        "limit": clock.limit,
        "due": due.isoformat(),
        "ended": end.day if end else None,
        "status": _status(clock, start, end),
        "days_late": max((end.first - due).days, 0) or None if end else None,
        "meanwhile": _meanwhile(after, due, end) if end else [],
        "paragraph": start.paragraph,
        "quote": start.quote,
        "source": clock.source,
        "checked": clock.checked,
    }


def _status(clock: Clock, start: Fact, end: Fact | None) -> str:
    if end is None:
        return NO_END
    if end.last <= clock.due(start.first):
        return IN_TIME
    return LATE if end.first > clock.due(start.last) else POSSIBLY


def _meanwhile(after: Sequence[Fact], due: date, end: Fact) -> list[str]:
    """What is dated after the day when it was due and before it happened."""
    return [f"{fact.type} {fact.day}" for fact in after if due < fact.first and fact.last < end.first]


def _fact(record: Mapping[str, Any]) -> Fact:
    names = ("fact", "type", "date", "parties", "paragraph", "quote")
    kind, type_, day, parties, paragraph, quote = (record[name] for name in names)
    return Fact(kind, type_, day, tuple(parties), paragraph, quote)


def _months_after(day: date, count: int) -> date:
    """The same day that many months on, or the last of that month when it is shorter."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, latest(f"{year:04}-{month:02}").day))
