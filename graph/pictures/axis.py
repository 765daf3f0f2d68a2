"""The time axis as drawn: years and months over the lanes, days where there is room, breaks as zigzags."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.pictures.canvas import FAINT, SOFT, Box, Element, child, group, line, path, rect, text, text_box
from graph.pictures.metrics import width
from graph.pictures.placing import Occupied
from graph.pictures.timescale import Segment, TimeScale
from graph.pictures.wording import counted, short_month

HEIGHT = 32.0  # of the two rows of words
DAYS_FROM = 150.0  # the width in pixels from which a month shows days
DAYS = (8, 15, 22)


def draw_axis(parent: Element, scale: TimeScale, top: float, *, above: bool = True) -> None:
    """Draw the names of years and months in a strip of HEIGHT; months next to the lanes.

    The strip above them is a group that a page can keep in sight while it moves the rest.
    """
    months, years = (top + 27, top + 13) if above else (top + 13, top + 27)
    strip = group(parent, fill=SOFT, class_="above" if above else None)
    taken = Occupied()
    bounds = Box(scale.segments[0].left - 20, top, scale.segments[-1].right + 8, top + HEIGHT)
    if above:
        rect(strip, Box(bounds.left + 12, top - 2, bounds.right, bounds.bottom), fill="#ffffff")
    for x, words, anchor, y in _names(scale, months, years):
        box = text_box(x, y, words, anchor=anchor, bold=y == years)
        if taken.first_free([Box(box.left - 2, box.top, box.right + 2, box.bottom)], bounds) is not None:
            text(strip, x, y, words, anchor=anchor, bold=y == years, fill=SOFT)


def draw_grid(parent: Element, scale: TimeScale, top: float, bottom: float) -> None:
    """Draw the borders of months down over the lanes, and the breaks in the axis."""
    for one in scale.segments:
        line(parent, one.left, top, one.left, bottom, stroke=FAINT)
    line(parent, scale.segments[-1].right, top, scale.segments[-1].right, bottom, stroke=FAINT)
    for one in scale.segments:
        if one.broken:
            _break(parent, one, top, bottom)


def _break(parent: Element, one: Segment, top: float, bottom: float) -> None:
    """White paper where time is cut out, torn along both edges."""
    gap = group(parent)
    child(gap, "title").text = f"{counted(one.months, 'month')} with nothing dated, left out"
    rect(gap, Box(one.left, top, one.right, bottom), fill="#ffffff")
    for x, way in ((one.left + 1, 1.0), (one.right - 1, -1.0)):
        steps: list[str | float] = ["M", x, top]
        y, side = top, 0
        while y < bottom:
            y, side = min(y + 6, bottom), 1 - side
            steps += ["L", x + 3 * side * way, y]
        path(gap, *steps, stroke="#8c8c8c", stroke_width=0.8)


def _names(scale: TimeScale, months: float, years: float) -> Iterator[tuple[float, str, str, float]]:
    """Yield place, words, anchor and baseline of each name, those that must not be missed first."""
    seen = set()
    for one in scale.segments:
        if not one.broken and one.first.year not in seen:
            seen.add(one.first.year)
            yield one.left, str(one.first.year), "start", years
    for one in scale.segments:
        if one.months == 1:
            name, across = short_month(one.first.month), one.right - one.left
            words = name if width(name) + 3 <= across else name[0]
            if width(words) + 1 <= across:
                yield (
                    (one.left + 3 if across > DAYS_FROM else (one.left + one.right) / 2),
                    words,
                    ("start" if across > DAYS_FROM else "middle"),
                    months,
                )
    for one in scale.segments:
        if one.months == 1 and one.right - one.left > DAYS_FROM:
            for number in DAYS:
                day = date(one.first.year, one.first.month, number)
                yield scale.middle(day), str(number), "middle", months
