"""A case as lanes: who had to do with it, one lane a party, time from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from graph.pictures.axis import HEIGHT, draw_axis, draw_grid
from graph.pictures.canvas import (
    FAINT,
    INK,
    SOFT,
    Box,
    Canvas,
    Element,
    Link,
    group,
    hit,
    line,
    mark,
    no_link,
    rect,
    text,
)
from graph.pictures.flags import Wish, height, place_flags
from graph.pictures.labels import lane_name, place_labels
from graph.pictures.legend import draw_legend, draw_notes
from graph.pictures.metrics import clip, width
from graph.pictures.swimlane_key import entries
from graph.pictures.swimlane_layout import EDGE, NAMES, Layout, Spot, Upright, lay_out
from graph.pictures.swimlane_marks import draw_event, draw_upright
from graph.pictures.swimlane_notes import notes, summary
from graph.pictures.turns import Turn, turns
from graph.pictures.wording import brief, short_day, title
from ontology.model import Event, Meeting, Review

WIDTH, LEAST = 1280.0, 320.0
ABOVE = ("birth", "death")  # events that have words above the lanes, as meetings do
LEADER = "#8c8c8c"
HEADING = 14.0  # pixels
REACH = 4.0  # how near the pointer must come to a mark that stands across lanes
TURN_DASH = "8 3 2 3"


def swimlane(review: Review, width: float = WIDTH, *, link: Link = no_link) -> str:
    """Return the swimlane of a review as SVG, ``width`` pixels wide (320 at least) and as high as it needs.

    What has no date is counted under the picture and not drawn. ``link`` tells where the mark of a fact
    leads, None for nowhere; with it the marks are links that the keyboard reaches.
    """
    across = max(width, LEAST)
    subject = review.case.subject or review.case.title or review.id
    canvas = Canvas(
        f"swimlane-{review.id}", f"Timeline of {subject}", summary(review), linked=link is not no_link
    )
    layout = lay_out(review, across)
    if layout is None:
        text(canvas.root, EDGE, 20, clip("Nothing that was read from the report has a date.", across - 16))
        bottom = draw_notes(canvas.root, notes(review, None), EDGE, across - EDGE, 24)
    else:
        bottom = _Drawing(canvas, review, layout, link).draw(across)
        bottom = draw_legend(canvas.root, entries(), EDGE, across - EDGE, bottom)
        bottom = draw_notes(canvas.root, notes(review, layout.scale), EDGE, across - EDGE, bottom + 4)
    canvas.size(across, bottom + 4)
    return str(canvas)


class _Drawing:
    """One swimlane being drawn, from the back to the front."""

    def __init__(self, canvas: Canvas, review: Review, layout: Layout, link: Link) -> None:
        self.canvas, self.review, self.layout, self.link = canvas, review, layout, link
        self.turns = tuple(turns(review, layout.scale))
        placed = place_flags(self._wishes(), EDGE, layout.right)
        self.flags = {id(flag.wish.key): flag for flag in placed}
        self.labels = place_labels(layout, self.flags, self.turns)

    def draw(self, across: float) -> float:
        """Draw everything from the axis above to the axis below; return where that ends."""
        layout, top = self.layout, round(HEIGHT + height(self.flags.values()) + 4)
        body = group(self.canvas.root, transform=f"translate(0 {top})")
        for row in layout.rows[::2]:
            rect(body, Box(0, row.top, across, row.bottom), fill="#f4f4f4")
        draw_grid(body, layout.scale, HEIGHT + 2 - top, layout.bottom)
        for row in layout.rows:
            line(body, layout.left, row.spine, layout.right, row.spine, stroke=FAINT)
        for turn in self.turns:
            self._turn(body, turn)
        self._leaders(body)
        self._marks(body)
        self._names(body)
        if not layout.narrow:
            subject = self.review.case.subject or self.review.id
            text(
                self.canvas.root, EDGE, 16, clip(subject, NAMES - 2 * EDGE, 14, bold=True), size=14, bold=True
            )
        draw_axis(self.canvas.root, layout.scale, 2)
        draw_axis(self.canvas.root, layout.scale, top + layout.bottom, above=False)
        return top + layout.bottom + HEIGHT + 6

    def _wishes(self) -> Iterator[Wish]:
        for turn in self.turns:
            yield Wish(turn.x, turn.words, turn, 0)
        for one in self.layout.uprights:
            if isinstance(one.fact, Meeting):
                held = "" if one.fact.held else " (not held)"
                yield Wish(one.x, f"{short_day(one.fact.date or '')} {brief(one.fact)}{held}", one.fact, 1)
        events = {id(spot.fact): spot for spot in self.layout.spots if isinstance(spot.fact, Event)}
        for spot in events.values():
            fact = spot.fact
            if isinstance(fact, Event) and fact.type in ABOVE and not self._is_turn(fact.date or ""):
                yield Wish(
                    (spot.left + spot.right) / 2, f"{short_day(fact.date or '')} {brief(fact)}", fact, 2
                )

    def _is_turn(self, iso: str) -> bool:
        """Whether a date may mean the day of a turn, which has its words already."""
        return any(turn.date.startswith(iso) or iso.startswith(turn.date) for turn in self.turns)

    def _names(self, body: Element) -> None:
        """The names of the lanes, in a group that a page can keep in sight while it moves the rest."""
        beside = group(body, class_="beside")
        for row in self.layout.rows:
            name = group(beside)
            lines = lane_name(row, self.layout)
            y = row.spine + 4 if len(lines) == 1 and not self.layout.narrow else row.top + 12
            for place, words in enumerate(lines):
                text(name, EDGE, y + 12 * place, words, bold=True, halo=True)
            after = EDGE + width(lines[-1], bold=True) + 6
            text(name, after, y + 12 * (len(lines) - 1), str(row.lane.count), fill=SOFT, halo=True)

    def _turn(self, body: Element, turn: Turn) -> None:
        """The birth or the incident: a line down all lanes, or a bar over the month or year it lies in."""
        made = mark(body, turn.words, self.link(turn.case))
        if len(turn.date) < 10:
            rect(made, Box(turn.left, -1, turn.right, 2), fill=INK)
        else:
            line(made, turn.x, 0, turn.x, self.layout.bottom, stroke=INK, stroke_dasharray=TURN_DASH)
        self._words(made, turn)

    def _leaders(self, body: Element) -> None:
        """Lines from the words above the lanes down to their marks, behind everything."""
        for one in self.layout.uprights:
            if id(one.fact) in self.flags:
                line(body, one.x, 0, one.x, min(one.heights.values()), stroke=LEADER, stroke_dasharray="1 3")

    def _marks(self, body: Element) -> None:
        events: dict[int, list[Spot]] = {}
        for spot in self.layout.spots:
            if isinstance(spot.fact, Event):
                events.setdefault(id(spot.fact), []).append(spot)
        marks: list[tuple[float, Upright | list[Spot]]] = [(one.x, one) for one in self.layout.uprights]
        marks += [(spots[0].left, spots) for spots in events.values()]
        for _, one in sorted(marks, key=lambda pair: pair[0]):
            fact = one.fact if isinstance(one, Upright) else one[0].fact
            made = mark(body, title(fact), self.link(fact))
            if isinstance(one, Upright):
                hit(made, Box(one.x - REACH, one.box.top, one.x + REACH, one.box.bottom))
                draw_upright(made, one)
            else:
                for spot in one:
                    hit(made, spot.box)
                    draw_event(made, spot)
            self._words(made, fact)

    def _words(self, made: Element, key: object) -> None:
        flag, label = self.flags.get(id(key)), self.labels.get(id(key))
        if flag is not None:
            x = flag.wish.x
            line(made, x, flag.y - 8, x, 0, stroke=LEADER, stroke_dasharray="1 3")
            text(made, flag.x, flag.y, flag.wish.words, anchor=flag.anchor)
        if label is not None:
            text(made, label.x, label.y, label.words, anchor=label.anchor, fill=label.colour)
