"""Who knew, as a heat map: one item of information over time, or several side by side.

In ``knowledge_map`` a party's row is dark from the day it first knew. Time runs over the days on which
somebody learned of it, not to scale. In ``knowledge_matrix`` each item has a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.pictures.canvas import INK, SOFT, Box, Canvas, Element, mark, rect, text
from graph.pictures.heatmap_cells import KNOWING, Cells, Known, KnownLink, no_known, said
from graph.pictures.legend import draw_legend, draw_notes
from graph.pictures.metrics import clip, wrap
from graph.pictures.wording import day, name, short_day
from ontology import vocabulary
from ontology.dates import earliest, latest

WIDTH, LEAST, EDGE = 760.0, 366.0, 8.0
NAMES, SHARE = 210.0, 0.36  # pixels that the names of parties may take, and share of the width
COLUMN, ROW, GAP, LINE = 54.0, 32.0, 3.0, 13.0
HEAD = 3  # lines of words over a column
UNDATED = "date not told"
ADVICE = "What the report tells: not shown to have known is not the same as not having known."


class Trace(Protocol):
    """A trace, as graph.trace gives it."""

    @property
    def case(self) -> str:
        """The case's id."""
        ...

    @property
    def asked(self) -> str:
        """What was asked for."""
        ...

    @property
    def knowledge(self) -> Sequence[Known]:
        """The knowledge table."""
        ...


def knowledge_map(trace: Trace, width: float = WIDTH, *, link: KnownLink = no_known) -> str:
    """Return who knew one item of information, and from when, as SVG.

    It is ``width`` pixels wide, and wider where the columns need it. ``link`` tells where the cell of a row
    of the knowledge table leads, None for nowhere.
    """
    rows = sorted(trace.knowledge, key=_rank)
    title = f"Who knew: {trace.asked}"
    canvas = _canvas(f"knowledge-{trace.case}-{trace.asked}", title, rows, link)
    length, dates = _columns(rows, max(width, LEAST))
    heads = [*(day(iso, short=True) for iso in dates)]
    if not dates or any(not one.first_known and one.status in KNOWING for one in rows):
        heads.append(UNDATED)
    sheet = _Sheet(canvas, max(width, LEAST), heads, trace.asked)
    for one in rows:
        label = one.label if (one.label or "").lower() != name("Party", one.party).lower() else None
        cells = sheet.row(name("Party", one.party), label)
        made = mark(canvas.root, said(one), link(one))
        _time_row(sheet, made, cells, one, _column(one, dates, length))
    return sheet.finish(rows, over_time=True)


def knowledge_matrix(traces: Sequence[Trace], width: float = WIDTH, *, link: KnownLink = no_known) -> str:
    """Return who knew which of several items of information of one case, a column each, as SVG.

    Of several rows of a party in one trace the one that knew most counts; see ``knowledge_map`` for the rest.
    """
    everything = [one for trace in traces for one in trace.knowledge]
    topics = [trace.asked for trace in traces]
    case = traces[0].case if traces else "none"
    canvas = _canvas(f"knowledge-matrix-{case}", f"Who knew what: {', '.join(topics)}", everything, link)
    sheet = _Sheet(canvas, max(width, LEAST), topics, "Who knew of")
    best = [_strongest(trace.knowledge) for trace in traces]
    for party in sorted({one.party for one in everything}, key=lambda code: _order(code, best)):
        cells = sheet.row(name("Party", party), None)
        for trace, found, box in zip(traces, best, cells, strict=True):
            if party in found:
                one = found[party]
                words = day(one.first_known, short=True) if one.first_known else ""
                sheet.cells.draw(mark(canvas.root, said(one, trace.asked), link(one)), box, one, words)
    return sheet.finish([one for found in best for one in found.values()], over_time=False)


def _canvas(key: str, title: str, rows: Iterable[Known], link: KnownLink) -> Canvas:
    told = "; ".join(said(one) for one in rows) or "Nobody is shown to have known"
    return Canvas(key, title, f"{told}.", linked=link is not no_known)


def _rank(one: Known) -> tuple[int, bool, str, int]:
    """Who knew first stands first; then who knew at a day not told, then the others by how far they knew."""
    status = vocabulary.codes("KnowledgeStatus").index(one.status)
    since = earliest(one.first_known).isoformat() if one.first_known else ""
    return 0 if one.status in KNOWING else status, not since, since, status


def _columns(rows: Iterable[Known], across: float) -> tuple[int, list[str]]:
    """The dates of the columns, and how many letters of an ISO date they keep so that they fit the width."""
    known = [one.first_known for one in rows if one.first_known]
    room = across - min(NAMES, across * SHARE) - 2 * EDGE
    dates: list[str] = []
    for length in (10, 7, 4):
        dates = sorted({iso[:length] for iso in known}, key=lambda iso: (earliest(iso), latest(iso)))
        if (len(dates) + 1) * COLUMN <= room:
            return length, dates
    return 4, dates


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a row begins, where the dates end, and what of the date the head of the column leaves out."""

    place: int | None
    end: int
    words: str


def _column(one: Known, dates: Sequence[str], length: int) -> _Column:
    if not one.first_known:
        return _Column(None, len(dates) - 1, "")
    rest = short_day(one.first_known) if len(one.first_known) > length else ""
    return _Column(dates.index(one.first_known[:length]), len(dates) - 1, rest)


def _time_row(sheet: _Sheet, made: Element, boxes: Sequence[Box], one: Known, column: _Column) -> None:
    """The row of a party over time; who did not know has one cell from side to side."""
    whole = Box(boxes[0].left, boxes[0].top, boxes[-1].right, boxes[0].bottom)
    if one.status not in KNOWING:
        sheet.cells.draw(made, whole, one)
    elif column.place is None:
        sheet.cells.draw(made, boxes[-1], one)
    else:
        first = boxes[column.place]
        if column.end > column.place:
            after = Box(first.right, whole.top + 8, boxes[column.end].right, whole.bottom - 8)
            sheet.cells.later(made, after, one)
        sheet.cells.draw(made, first, one, column.words)


def _strongest(rows: Iterable[Known]) -> Mapping[str, Known]:
    """The row of each party that knew most, and of several the first to know."""
    found: dict[str, Known] = {}
    for one in sorted(rows, key=_rank):
        found.setdefault(one.party, one)
    return found


def _order(party: str, best: Sequence[Mapping[str, Known]]) -> tuple[int, int, str]:
    """Parties that knew of most items first."""
    rows = [found[party] for found in best if party in found]
    return -sum(one.status in KNOWING for one in rows), -len(rows), party


class _Sheet:
    """A grid with names to the left and heads above, drawn row by row."""

    def __init__(self, canvas: Canvas, across: float, heads: Sequence[str], corner: str) -> None:
        self.canvas, self.cells = canvas, Cells(canvas)
        self.names = min(NAMES, across * SHARE)
        room = across - 2 * EDGE - self.names
        self.column = max(COLUMN, room / max(len(heads), 1))
        self.heads = len(heads)
        self.across = max(across, self.names + self.column * self.heads + 2 * EDGE)
        lines = [wrap(head, self.column - 6)[:HEAD] for head in heads]
        self.top = 8.0 + LINE * max((1, *map(len, lines)))
        for number, words in enumerate(lines):
            middle = EDGE + self.names + self.column * (number + 0.5)
            first = self.top - LINE * (len(words) - 1) - 3
            for place, line in enumerate(words):
                text(canvas.root, middle, first + LINE * place, line, anchor="middle", bold=True)
        text(canvas.root, EDGE, self.top - 3, clip(corner, self.names - 10, bold=True), bold=True)
        self.top += 4
        self.rows = 0

    def row(self, words: str, under: str | None) -> list[Box]:
        """Write a name, with what the report calls it under it, and return the boxes of its cells."""
        room = self.names - 10
        lines = wrap(words, room, bold=True)[:2]
        second = clip(under, room) if under and len(lines) == 1 else None
        if self.rows % 2 == 0:
            band = Box(0, self.top, self.across, self.top + ROW + GAP)
            rect(self.canvas.root, band, fill="#f4f4f4")
        bottom = self.top + GAP / 2 + ROW
        several = len(lines) > 1 or second is not None
        y = self.top + (14 if several else (ROW + GAP) / 2 + 4)
        for number, line in enumerate(lines):
            text(self.canvas.root, EDGE, y + LINE * number, line, bold=True)
        if second:
            text(self.canvas.root, EDGE, y + LINE, second, fill=SOFT)
        left = EDGE + self.names
        boxes = [
            Box(left + self.column * n + 1.5, self.top + GAP / 2, left + self.column * (n + 1) - 1.5, bottom)
            for n in range(self.heads)
        ]
        self.top += ROW + GAP
        self.rows += 1
        return boxes

    def finish(self, rows: Sequence[Known], *, over_time: bool) -> str:
        """Add legend and advice, set the size, and return the picture."""
        if not rows:
            text(self.canvas.root, EDGE, self.top + 16, "Nobody is shown to have known.", fill=INK)
            self.top += 24
        entries = self.cells.entries(rows, over_time=over_time)
        right = self.across - EDGE
        bottom = draw_legend(self.canvas.root, entries, EDGE, right, self.top + 6) if rows else self.top
        bottom = draw_notes(self.canvas.root, [ADVICE], EDGE, right, bottom)
        self.canvas.size(self.across, bottom + 4)
        return str(self.canvas)
