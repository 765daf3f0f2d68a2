"""Where everything in a swimlane stands: lanes with their heights, marks with their places.

A mark that stands across lanes (an upright) has a column of its own, as near to its day as its neighbours
allow. An event, and the stretch of time that an inexact date may mean, lies on the first free shelf of each
lane it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.pictures.canvas import Box
from graph.pictures.content import UNSTATED, Lane, Lanes, lanes, timed
from graph.pictures.placing import shelves, spread
from graph.pictures.timescale import TimeScale, time_scale
from graph.pictures.uprights import Ends, ends
from graph.pictures.wording import Dated
from ontology.dates import earliest, latest
from ontology.model import Event, Review

COLUMN, SPOT = 10.0, 8.0  # pixels that an upright and an event want across
SPINE, SHELF, PAD = 13.0, 10.0, 4.0  # from a lane's top to its line, from shelf to shelf, at its foot
NARROW, NAMES, NAME_ROW, EDGE = 700, 176.0, 15.0, 8.0


@dataclass(frozen=True, slots=True)
class Row:
    """A lane in its place: ``top`` and ``bottom`` of the lane, ``spine`` where uprights touch it."""

    lane: Lane
    top: float
    spine: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Spot:
    """An event in one lane, or the stretch that the date of an upright may mean."""

    fact: Dated
    lane: str
    left: float
    right: float
    y: float

    @property
    def box(self) -> Box:
        """What it fills."""
        return Box(self.left - 1, self.y - 4, self.right + 1, self.y + 4)


@dataclass(frozen=True, slots=True)
class Upright:
    """A meeting, communication or gap at its column; ``heights`` tells where it touches each lane."""

    fact: Dated
    x: float
    ends: Ends
    heights: Mapping[str, float]
    span: Spot | None

    @property
    def box(self) -> Box:
        """What its line fills."""
        places = list(self.heights.values())
        return Box(self.x - 1.5, min(places) - 4, self.x + 1.5, max(places) + 4)


@dataclass(frozen=True, slots=True)
class Layout:
    """A swimlane laid out, its lanes from y = 0 downwards."""

    scale: TimeScale
    rows: tuple[Row, ...]
    uprights: tuple[Upright, ...]
    spots: tuple[Spot, ...]
    left: float
    right: float
    narrow: bool

    @property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return self.rows[-1].bottom


def lay_out(review: Review, across: float) -> Layout | None:
    """Return a review's swimlane in a width in pixels; None where nothing has a date."""
    facts = sorted((fact for fact in timed(review) if fact.date), key=_in_time)
    if not facts:
        return None
    narrow = across < NARROW
    left, right = (EDGE if narrow else NAMES), across - EDGE
    scale = time_scale(_needs(facts, review), left, right)
    columns = _columns(facts, scale)
    return _Lanes(lanes(facts), scale, columns, narrow).layout(facts, left, right)


def _in_time(fact: Dated) -> tuple[date, date, int]:
    iso = fact.date or ""
    return earliest(iso), latest(iso), fact.start


def _is_exact(fact: Dated) -> bool:
    return len(fact.date or "") == 10 and not getattr(fact, "date_end", None)


def _needs(facts: Iterable[Dated], review: Review) -> list[tuple[str, float]]:
    """The width that each date needs; those of the case itself are on the axis too."""
    needs = [(fact.date or "", COLUMN) for fact in facts if not isinstance(fact, Event)]
    days = {fact.date or "" for fact in facts if isinstance(fact, Event)}
    until = {fact.date_end for fact in facts if isinstance(fact, Event) and fact.date_end}
    own = {review.case.subject_born, review.case.incident_date} - {None}
    needs += [(iso, SPOT) for iso in sorted(days)]
    return needs + [(iso, 0.0) for iso in sorted(until | {iso for iso in own if iso})]


def _columns(facts: Sequence[Dated], scale: TimeScale) -> dict[object, float]:
    """The middle of each upright's column, by the fact's identity, and of each day with events, by day."""
    wished: defaultdict[float, list[tuple[float, float, object]]] = defaultdict(list)
    for key, iso, half in _wishes(facts):
        left, right = scale.span(iso)
        middle = (left + right) / 2
        segment = next((one for one in scale.segments if middle <= one.right), scale.segments[-1])
        wished[segment.right].append((middle, half, key))
    places: dict[object, float] = {}
    for segment in scale.segments:
        group = sorted(wished[segment.right], key=lambda wish: wish[0])
        middles, halves = [wish[0] for wish in group], [wish[1] for wish in group]
        found = spread(middles, halves, segment.left + 1, segment.right - 1)
        places |= {wish[2]: place for wish, place in zip(group, found, strict=True)}
    return places


def _wishes(facts: Iterable[Dated]) -> Iterator[tuple[object, str, float]]:
    days = set()
    for fact in facts:
        iso = fact.date or ""
        if not isinstance(fact, Event):
            yield id(fact), iso, COLUMN / 2
        elif _is_exact(fact) and iso not in days:
            days.add(iso)
            yield iso, iso, SPOT / 2


class _Lanes:
    """Puts spots on shelves, lane by lane, and then stands the uprights."""

    def __init__(self, order: Lanes, scale: TimeScale, columns: Mapping[object, float], narrow: bool) -> None:
        self.order, self.scale, self.columns, self.narrow = order, scale, columns, narrow

    def layout(self, facts: Sequence[Dated], left: float, right: float) -> Layout:
        """Return the whole."""
        spans = {lane.key: list(self._spans(facts, lane.key)) for lane in self.order.order}
        rows, spots = [], []
        top = 0.0
        for lane in self.order.order:
            found = spans[lane.key]
            spine = top + SPINE + (NAME_ROW if self.narrow else 0)
            levels = shelves([(a, b) for _, a, b in found])
            first = spine + SHELF + 1
            spots += [
                Spot(fact, lane.key, a, b, first + SHELF * level)
                for (fact, a, b), level in zip(found, levels, strict=True)
            ]
            bottom = first + SHELF * max((level + 1 for level in levels), default=0) - 1 + PAD
            rows.append(Row(lane, top, spine, bottom))
            top = bottom
        uprights = tuple(self._uprights(facts, rows, spots))
        return Layout(self.scale, tuple(rows), uprights, tuple(spots), left, right, self.narrow)

    def _spans(self, facts: Iterable[Dated], key: str) -> Iterator[tuple[Dated, float, float]]:
        for fact in facts:
            if isinstance(fact, Event):
                if key in (self.order.of(fact.parties) or (UNSTATED,)):
                    yield (fact, *self._event(fact))
            elif len(fact.date or "") < 10 and ends(fact, self.order).all[0] == key:
                yield (fact, *self.scale.span(fact.date or ""))

    def _event(self, fact: Event) -> tuple[float, float]:
        iso = fact.date or ""
        if _is_exact(fact):
            return self.columns[iso] - SPOT / 2 + 1, self.columns[iso] + SPOT / 2 - 1
        left, right = self.scale.span(iso, fact.date_end)
        return left + 1, max(right - 1, left + 5)

    def _uprights(
        self, facts: Iterable[Dated], rows: Iterable[Row], spots: Iterable[Spot]
    ) -> Iterator[Upright]:
        spines = {row.lane.key: row.spine for row in rows}
        spans = {id(spot.fact): spot for spot in spots if not isinstance(spot.fact, Event)}
        for fact in facts:
            if isinstance(fact, Event):
                continue
            touched, span = ends(fact, self.order), spans.get(id(fact))
            heights = {key: spines[key] for key in touched.all}
            if span is not None:
                heights[span.lane] = span.y
            yield Upright(fact, self.columns[id(fact)], touched, heights, span)
