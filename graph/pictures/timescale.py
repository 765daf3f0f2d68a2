"""A time axis that is drawn wide where much happened and cut where nothing did, and says so.

Months with something dated in them are segments as wide as what they hold needs; a year known only as such
is one segment; two or more months with nothing dated are a break of fixed width. Days inside a segment lie
evenly. A date known to the month or year is the whole stretch that it may mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ontology.dates import earliest, latest

QUIET, LEAST, YEAR, BREAK = 10.0, 16.0, 34.0, 14.0  # widths in pixels
MOST_CUT = 0.2  # the share of the axis that breaks may take
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the axis from one day to another, both included; ``broken`` where time is cut out."""

    first: date
    last: date
    left: float
    right: float
    broken: bool = False

    @property
    def months(self) -> int:
        """How many months it covers."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From days to pixels. ``segments`` follow one another without a gap."""

    segments: tuple[Segment, ...]

    @property
    def uneven(self) -> bool:
        """Whether some stretch of time is cut out or drawn wider than another."""
        return len(self.segments) > 1

    def segment(self, day: date) -> Segment:
        """Return the segment of a day; the first or last one for a day beyond the axis."""
        return next((one for one in self.segments if day <= one.last), self.segments[-1])

    def left(self, day: date) -> float:
        """Return where a day begins."""
        return self._place(day, 0)

    def right(self, day: date) -> float:
        """Return where a day ends."""
        return self._place(day, 1)

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return self._place(day, 0.5)

    def span(self, since: str, until: str | None = None) -> tuple[float, float]:
        """Return where a date, or what lasted from one date to another, begins and ends."""
        return self.left(earliest(since)), self.right(max(latest(since), latest(until or since)))

    def _place(self, day: date, share: float) -> float:
        one = self.segment(day)
        days = (one.last - one.first).days + 1
        passed = min(max((day - one.first).days + share, 0), days)
        return one.left + (one.right - one.left) * passed / days


def time_scale(needs: Sequence[tuple[str, float]], left: float, right: float) -> TimeScale:
    """Return the axis for dates, each with the width in pixels that it needs, between two places.

    Raises ValueError where there is no date.
    """
    if not needs:
        raise ValueError("no date for an axis")
    stretches = list(_stretches([iso for iso, _ in needs]))
    room = _rooms(needs)
    wished = [_wish(first, last, empty, room) for first, last, empty in stretches]
    cut = sum(wish for wish, (_, _, empty) in zip(wished, stretches, strict=True) if empty)
    elastic = sum(wished) - cut
    shrink = min(1.0, MOST_CUT * (right - left) / cut) if cut else 1.0
    fixed = cut * shrink
    factor = (right - left - fixed) / elastic if elastic else 1.0
    segments, at = [], left
    for wish, (first, last, empty) in zip(wished, stretches, strict=True):
        end = at + wish * (shrink if empty else factor)
        segments.append(Segment(first, last, at, end, broken=empty and _count(first, last) > 1))
        at = end
    return TimeScale(tuple(segments))


def _stretches(dates: Iterable[str]) -> Iterator[tuple[date, date, bool]]:
    """Yield each stretch as its first and last day and whether nothing is dated in it."""
    known = sorted(set(dates))
    months = {_month(day) for iso in known if len(iso) > 4 for day in (earliest(iso),)}
    years = {int(iso) for iso in known if len(iso) == 4} - {year for year, _ in months}
    starts = sorted(
        [(earliest(f"{y}-{m:02}"), latest(f"{y}-{m:02}")) for y, m in months]
        + [(date(year, 1, 1), date(year, 12, 31)) for year in years]
    )
    before: date | None = None
    for first, last in starts:
        if before is not None and before + timedelta(days=1) < first:
            yield before + timedelta(days=1), first - timedelta(days=1), True
        yield first, last, False
        before = last


def _rooms(needs: Iterable[tuple[str, float]]) -> Mapping[Month, float]:
    rooms: defaultdict[Month, float] = defaultdict(float)
    for iso, need in needs:
        if len(iso) > 4:
            rooms[_month(earliest(iso))] += need
    return rooms


def _wish(first: date, last: date, empty: bool, rooms: Mapping[Month, float]) -> float:
    if empty:
        return BREAK if _count(first, last) > 1 else QUIET
    if _count(first, last) > 1:
        return YEAR
    return LEAST + rooms.get(_month(first), 0.0)


def _month(day: date) -> Month:
    return day.year, day.month


def _count(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1
