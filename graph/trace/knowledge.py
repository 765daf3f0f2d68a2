"""The knowledge table: one row for each party, from everything that the review says of what it knew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.trace.statements import Statement
from graph.trace.values import CERTAIN, KNEW, NEVER, PART, POSSIBLE, UNKNOWN, Known
from ontology.dates import earliest, latest
from ontology.model import Evidence, Review

ORDER = (KNEW, PART, UNKNOWN, NEVER)
LEAST_CONTACTS = 3  # of a party with the case, before it is said to have needed to know


def knowledge(review: Review, told: Sequence[Statement]) -> tuple[Known, ...]:
    """Return a row for each party that is said to have known or not, and for each that took part in the
    case while others knew and is not shown to have had it: those who knew first, the others after."""
    by_party: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        by_party[statement.party].append(statement)
    rows = [_row(review, party, found) for party, found in by_party.items()]
    silent = [
        Known(party=party, label=label_of(review, party), status=NEVER, certainty=POSSIBLE)
        for party in sorted(needed(review, _first(rows)) - by_party.keys())
    ]
    return tuple(sorted([*rows, *silent], key=_place))


def _row(review: Review, party: str, found: list[Statement]) -> Known:
    """Return the row of a party: what is said of it taken together, its earliest knowledge first."""
    status = _status(found)
    bearing = [one for one in found if one.status in (KNEW, PART)] or found
    if status == NEVER:
        bearing = [one for one in found if one.status == NEVER]
    first = _exactest(min(bearing, key=_when), bearing)
    source = next((one for one in [first, *sorted(bearing, key=_when)] if one.source), None)
    certainty = CERTAIN if any(_is_sure(one, status) for one in found) else POSSIBLE
    return Known(
        party=party,
        label=first.label or label_of(review, party),
        status=status,
        first_known=first.date if status in (KNEW, PART) else None,
        certainty=certainty,
        source=first.source,
        by=first.by or (source.by if source and source.date == first.date else None),
        evidence=_evidence([first, *found]),
        undated=_evidence(one for one in found if one.date is None and one.status != NEVER),
    )


def _exactest(first: Statement, bearing: Iterable[Statement]) -> Statement:
    """Return the same with a more exact date, where it is told again: the visit in March, on the 3rd."""
    same = [one for one in bearing if (one.by, one.source) == (first.by, first.source) and one.date]
    exacter = [one for one in same if first.date and first.by and str(one.date).startswith(first.date)]
    return min(exacter, key=lambda one: (-len(str(one.date)), str(one.date)), default=first)


def _status(found: Sequence[Statement]) -> str:
    """Return how far a party knew by all that is said: who knew some of it and missed some knew in part.

    What only follows from a gap counts where nothing else is told, or where it says that one who knew
    was not told all.
    """
    told = [one for one in found if not one.inferred and one.status != UNKNOWN]
    said = {one.status for one in told or found}
    missed = any(one.status == NEVER and one.certainty == CERTAIN for one in told)
    diluted = any(one.status == PART for one in found)
    if PART in said or (KNEW in said and (missed or diluted)):
        return PART
    return next(status for status in (KNEW, NEVER, UNKNOWN) if status in said)


def _is_sure(one: Statement, status: str) -> bool:
    """A statement settles the row where it says outright what the row says."""
    return one.certainty == CERTAIN and status in (one.status, PART)


def _when(one: Statement) -> tuple[bool, str, bool, int]:
    """Order by date, the undated last, what is stated before what is only implied."""
    return (one.date is None, one.date or "", one.certainty != CERTAIN, one.start)


def _evidence(found: Iterable[Statement]) -> tuple[Evidence, ...]:
    seen = {(one.start, one.end): one for statement in found for one in statement.evidence}
    return tuple(seen.values())


def _place(row: Known) -> tuple[int, bool, str, bool, str]:
    silent = row.status == NEVER and not row.evidence
    return (ORDER.index(row.status), silent, row.first_known or "9999", not row.evidence, row.party)


def _first(rows: Iterable[Known]) -> str | None:
    return min((row.first_known for row in rows if row.first_known), default=None)


def needed(review: Review, since: str | None) -> set[str]:
    """Return who worked with the child or family at or after the first knowledge, up to the incident.

    Agencies only, and only by what the review tells of them doing: meetings they were at, visits and
    appointments, what they were told or told others. A reading of one single contact is too little to say
    that a party needed to know.
    """
    counted: defaultdict[str, int] = defaultdict(int)
    involved = {agency.agency_type for agency in review.agencies if agency.involved}
    end = review.case.incident_date or review.case.period_end
    for parties, day in _doings(review):
        if within(day, since, end):
            for party in parties & involved:
                counted[party] += 1
    return {party for party, number in counted.items() if number >= LEAST_CONTACTS}


def _doings(review: Review) -> Iterable[tuple[set[str], str | None]]:
    for meeting in review.meetings:
        yield set(meeting.attended) if meeting.held else set(), meeting.date
    for told in review.communications:
        yield {*told.receiver, *([told.sender] if told.sender else [])}, told.date
    for event in review.events:
        yield set(event.parties), event.date


def within(day: str | None, since: str | None, end: str | None) -> bool:
    """Tell whether a partial date can lie between two others; an open end or an open date always can."""
    if day is None:
        return False
    return (since is None or latest(day) >= earliest(since)) and (end is None or earliest(day) <= latest(end))


def label_of(review: Review, party: str) -> str | None:
    """Return what the report calls a party: the relative, or the agency of the type that it names first."""
    for member in review.family:
        if member.kinship == party:
            return member.label
    named = [agency for agency in review.agencies if agency.agency_type == party]
    return max(named, key=lambda one: (len(one.evidence), -one.start)).name if named else None
