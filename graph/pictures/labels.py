"""Words beside the marks of a swimlane, where they cover neither another word nor a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.pictures.canvas import Box, text_box
from graph.pictures.metrics import clip, wrap
from graph.pictures.placing import Occupied
from graph.pictures.swimlane_layout import NAME_ROW, NAMES, Layout, Row, Spot, Upright
from graph.pictures.tones import tone
from graph.pictures.turns import Turn
from graph.pictures.wording import Dated, brief
from ontology.model import Communication, Event, Gap

SIDE, LOOP = 6.0, 9.0  # from a mark to its words; to the end of an arrow from a lane to itself
COUNT, GAP = 34.0, 6.0  # room for the number after the name of a lane, and to the lane


@dataclass(frozen=True, slots=True)
class Label:
    """Words in their place."""

    x: float
    y: float
    words: str
    anchor: str
    colour: str


def lane_name(row: Row, layout: Layout) -> list[str]:
    """The name of a lane on one line, or on two where it is long, with room left for a number after it."""
    room = (layout.right if layout.narrow else NAMES - GAP) - COUNT
    first, *rest = wrap(row.lane.label, room, bold=True)
    if not rest:
        return [first]
    return (
        [clip(row.lane.label, room, bold=True)]
        if layout.narrow
        else [first, clip(" ".join(rest), room, bold=True)]
    )


def place_labels(layout: Layout, flagged: Iterable[int], turns: Iterable[Turn]) -> Mapping[int, Label]:
    """Return the labels that find room, by the identity of the fact; what has a flag needs none.

    Gaps and incidents come first, then what was passed on, then what happened.
    """
    taken = Occupied(_obstacles(layout, turns))
    done = set(flagged)
    labels: dict[int, Label] = {}
    for fact, places in sorted(_wishes(layout), key=lambda wish: _rank(wish[0])):
        if id(fact) in done:
            continue
        for label, room in places:
            if taken.first_free([_box(label)], room) is not None:
                labels[id(fact)] = label
                done.add(id(fact))
                break
    return labels


def _rank(fact: Dated) -> tuple[int, int]:
    order = {Gap: 0, Communication: 1, Event: 2}
    if isinstance(fact, Event) and fact.type == "incident":
        return 0, fact.start
    plain = isinstance(fact, Communication) and fact.channel == "unspecified"
    return order.get(type(fact), 3) + 2 * plain, fact.start


def _obstacles(layout: Layout, turns: Iterable[Turn]) -> Iterator[Box]:
    for spot in layout.spots:
        yield spot.box
    for one in layout.uprights:
        yield one.box
        for y in one.heights.values():
            yield Box(one.x - 5, y - 5, one.x + (LOOP if one.ends.loops else 5), y + 5)
    for turn in turns:
        yield Box(turn.x - 2, 0, turn.x + 2, layout.bottom)
    for segment in layout.scale.segments:
        if segment.broken:
            yield Box(segment.left, 0, segment.right, layout.bottom)
    if layout.narrow:
        for row in layout.rows:
            yield Box(0, row.top, layout.right, row.top + NAME_ROW)


def _wishes(layout: Layout) -> Iterator[tuple[Dated, list[tuple[Label, Box]]]]:
    rooms = {row.lane.key: Box(layout.left, row.top, layout.right, row.bottom) for row in layout.rows}
    for one in layout.uprights:
        yield one.fact, list(_beside(one, rooms))
    for spot in layout.spots:
        if isinstance(spot.fact, Event):
            yield spot.fact, list(_around(spot, rooms[spot.lane]))


def _beside(one: Upright, rooms: Mapping[str, Box]) -> Iterator[tuple[Label, Box]]:
    words, colour = brief(one.fact), tone(type(one.fact).__name__)
    for key, y in one.heights.items():
        right = one.x + (LOOP + 1 if one.ends.loops else SIDE)
        for x, anchor in ((right, "start"), (one.x - SIDE, "end")):
            yield Label(x, y + 4, words, anchor, colour), rooms[key]


def _around(spot: Spot, room: Box) -> Iterator[tuple[Label, Box]]:
    words, colour = brief(spot.fact), tone("Event")
    for x, anchor in ((spot.right + 3, "start"), (spot.left - 3, "end")):
        for shift in (4.0, 2.0, 6.0):
            yield Label(x, spot.y + shift, words, anchor, colour), room


def _box(label: Label) -> Box:
    box = text_box(label.x, label.y, label.words, anchor=label.anchor)
    return Box(box.left - 1, box.top, box.right + 1, box.bottom)
