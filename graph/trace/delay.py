"""How many days information stayed with a holder, as the fewest and the most that its dates allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graph.trace.contacts import days
from graph.trace.values import CERTAIN, KNEW, Days, Known, OpenContact

Range = tuple[date, date]


def arrival(row: Known) -> str | None:
    """Return since when a party had it all; None where it never did, or no day is told."""
    return row.first_known if row.status == KNEW else None


def deadline(day: str | None) -> Range:
    """Return the first and the last day that a deadline may mean; the end of the calendar without one."""
    return days(day) if day else (date.max, date.max)


def lost(
    since: Range | None, contacts: Sequence[OpenContact], wanting: Mapping[str, Known], end: str | None
) -> Days | None:
    """Return the days from the holder's knowledge to the last arrival, or to the incident without one."""
    last = _last_arrival(contacts, wanting, end)
    return _between(since, last) if since and last else None


def avoidable(
    since: Range | None, contacts: Sequence[OpenContact], wanting: Mapping[str, Known], end: str | None
) -> Days | None:
    """Return the days from the first contact that could have carried it to the last arrival.

    The fewest are none where no contact is certain to have been open.
    """
    last = _last_arrival(contacts, wanting, end)
    if since is None or last is None:
        return None
    earliest = max(since[0], min(days(one.date)[0] for one in contacts))
    sure = [days(one.date)[1] for one in contacts if one.certainty == CERTAIN]
    return _between((earliest, min(sure, default=last[0])), last)


def _last_arrival(
    contacts: Iterable[OpenContact], wanting: Mapping[str, Known], end: str | None
) -> Range | None:
    """Return when the last of the parties of some contacts had it: the incident, where one never did."""
    arrivals = [arrival(wanting[one.party]) or end for one in contacts]
    ranges = [days(day) for day in arrivals if day]
    if not ranges or len(ranges) < len(arrivals):
        return None
    return max(first for first, _ in ranges), max(last for _, last in ranges)


def _between(start: Range, end: Range) -> Days:
    least = max(0, (end[0] - start[1]).days)
    return Days(least=least, most=max(least, (end[1] - start[0]).days))
