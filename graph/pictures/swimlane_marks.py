"""The signs of the swimlane; shape, fill and dash tell them apart without colour."""

from __future__ import annotations

from graph.pictures.canvas import INK, Box, Element, arrowhead, circle, line, path, rect
from graph.pictures.swimlane_layout import Spot, Upright
from graph.pictures.tones import tint, tone
from ontology.model import Communication, Event, Gap, Meeting

TALK = tone("Communication")
BROKEN = tone("Gap")
HAPPENED = tone("Event")
STUB = 9.0  # the length of an arrow whose other end is not stated
DASH = "4 2.5"


def draw_upright(parent: Element, one: Upright) -> None:
    """Draw a meeting, communication or gap."""
    match one.fact:
        case Meeting():
            _meeting(parent, one, held=one.fact.held)
        case Communication():
            _communication(parent, one, arrived=one.fact.received is not False)
        case Gap():
            _gap(parent, one)
    if one.span is not None:
        _inexact(parent, one.span, BROKEN if isinstance(one.fact, Gap) else TALK)


def draw_event(parent: Element, spot: Spot) -> None:
    """Draw an event: a dot on its day, hollow if it was missed; a bar for a stretch of time.

    A bar is filled where the report says that it lasted, hollow where only the month or year is known.
    """
    if not isinstance(spot.fact, Event):
        return
    hollow = spot.fact.type == "missed_appointment"
    style: dict[str, str | float | None] = {"stroke": HAPPENED, "stroke_width": 1.4}
    if spot.fact.date_end or len(spot.fact.date or "") < 10:
        fill = HAPPENED if spot.fact.date_end and not hollow else "#ffffff"
        rect(parent, Box(spot.left, spot.y - 2.5, spot.right, spot.y + 2.5), rx=2.5, fill=fill, **style)
    else:
        middle = (spot.left + spot.right) / 2
        circle(parent, middle, spot.y, 2.8, fill="#ffffff" if hollow else HAPPENED, **style)


def _meeting(parent: Element, one: Upright, *, held: bool) -> None:
    places = one.heights.values()
    box = Box(one.x - 2, min(places) - 3.5, one.x + 2, max(places) + 3.5)
    dash = None if held else DASH
    rect(parent, box, fill=tint("Meeting", 0.6), stroke=INK, stroke_dasharray=dash)
    for key in one.ends.starts:
        _square(parent, one.x, one.heights[key], filled=held)
    for key in one.ends.missing:
        _square(parent, one.x, one.heights[key], filled=False, crossed=True)


def _square(parent: Element, x: float, y: float, *, filled: bool, crossed: bool = False) -> None:
    rect(parent, Box(x - 3.5, y - 3.5, x + 3.5, y + 3.5), fill=INK if filled else "#ffffff", stroke=INK)
    if crossed:
        path(parent, "M", x - 3, y - 3, "L", x + 3, y + 3, "M", x + 3, y - 3, "L", x - 3, y + 3, stroke=INK)


def _communication(parent: Element, one: Upright, *, arrived: bool) -> None:
    style: dict[str, str | float | None] = {"stroke": TALK, "stroke_width": 1.6}
    start = one.heights[one.ends.starts[0]] if one.ends.starts else None
    for key in one.ends.goals:
        goal = one.heights[key]
        if start == goal:
            _loop(parent, one.x, goal, TALK)
            continue
        origin = goal - STUB if start is None else start
        way = 1.0 if goal > origin else -1.0
        line(parent, one.x, origin, one.x, goal - 5 * way, **style)
        arrowhead(parent, one.x, goal, (0, way), fill=TALK)
        if not arrived:
            line(parent, one.x - 3.5, goal - 9 * way, one.x + 3.5, goal - 9 * way, **style)
    if start is not None:
        if not one.ends.goals:
            line(parent, one.x, start, one.x, start + STUB, **style)
        circle(parent, one.x, start, 2.6, fill=TALK)


def _gap(parent: Element, one: Upright) -> None:
    style: dict[str, str | float | None] = {"stroke": BROKEN, "stroke_width": 1.6, "stroke_dasharray": DASH}
    starts = [one.heights[key] for key in one.ends.starts]
    for key in one.ends.missing:
        goal = one.heights[key]
        if goal in starts:
            _loop(parent, one.x, goal, BROKEN, dash="2 1.5")
            continue
        origin = min(starts, key=lambda place: abs(place - goal)) if starts else goal - STUB
        way = 1.0 if goal > origin else -1.0
        line(parent, one.x, origin, one.x, goal - 6 * way, **style)
        arrowhead(parent, one.x, goal, (0, way), fill="#ffffff", stroke=BROKEN)
    if len(starts) > 1:
        line(parent, one.x, min(starts), one.x, max(starts), **style)
    for place in starts:
        _diamond(parent, one.x, place)


def _diamond(parent: Element, x: float, y: float) -> None:
    steps = ("M", x, y - 4, "L", x + 4, y, "L", x, y + 4, "L", x - 4, y, "Z")
    path(parent, *steps, fill="#ffffff", stroke=BROKEN, stroke_width=1.4)


def _loop(parent: Element, x: float, y: float, colour: str, dash: str | None = None) -> None:
    """An arrow from a lane to itself."""
    steps = ("M", x, y, "C", x + 1, y - 5, x + 8, y - 8, x + 8, y - 3, "C", x + 8, y, x + 6, y, x + 5.5, y)
    path(parent, *steps, stroke=colour, stroke_width=1.4, stroke_dasharray=dash)
    arrowhead(parent, x + 2.6, y, (-1, 0), fill=colour)


def _inexact(parent: Element, span: Spot, colour: str) -> None:
    """The stretch that an inexact date may mean: a line between two ticks."""
    style: dict[str, str | float | None] = {"stroke": colour, "stroke_width": 1.2}
    line(parent, span.left, span.y, span.right, span.y, **style)
    for x in (span.left, span.right):
        line(parent, x, span.y - 3, x, span.y + 3, **style)
