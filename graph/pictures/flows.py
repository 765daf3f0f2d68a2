"""What passed between agencies, and what did not: senders to the left, receivers to the right.

A band is as wide as there were communications from one to the other; an empty, dashed one as there were
gaps: what the one held and should have passed on, and the other should have had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.pictures.canvas import INK, SOFT, Box, Canvas, Element, mark, path, rect, text
from graph.pictures.legend import draw_legend, draw_notes
from graph.pictures.metrics import wrap
from graph.pictures.tallies import FAMILY, Flows, Pair
from graph.pictures.tallies import flows as tally
from graph.pictures.tones import tint, tone
from graph.pictures.wording import counted, name
from ontology.model import Review

WIDTH, LEAST, EDGE, TOP = 900.0, 366.0, 8.0, 26.0
BAR, LINE, APART = 9.0, 13.0, 7.0  # width of a party's bar, a line of words, room between parties
TALL, THINNEST, THICKEST = 520.0, 2.0, 12.0  # pixels: all bands on one another; one communication
DASH = "4 2.5"
FlowLink = Callable[[str, str], str | None]
TALK, BROKEN = tone("Communication"), tone("Gap")


@dataclass(frozen=True, slots=True)
class Side:
    """A party on one side: where its bar begins and ends, and its words."""

    party: str
    top: float
    bottom: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The height of its words."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Band:
    """What passed, or did not, from one party to another: its upper edge on both sides, and its width."""

    pair: Pair
    count: int
    broken: bool
    start: float
    goal: float
    width: float


def no_flow(_: str, __: str) -> str | None:
    """Bands of a picture that stands alone lead nowhere."""
    return None


def flows(review: Review, width: float = WIDTH, *, link_flow: FlowLink = no_flow) -> str:
    """Return the flows of information in a review as SVG, ``width`` pixels wide (366 at least).

    ``link_flow`` tells where the band from one party to another, by their codes ("family" for the whole
    family), leads; None for nowhere.
    """
    across = max(width, LEAST)
    found = tally(review)
    subject = review.case.subject or review.case.title or review.id
    told = "; ".join(_told(pair, count, broken) for pair, count, broken in _bands_of(found))
    canvas = Canvas(
        f"flows-{review.id}",
        f"Flows of information around {subject}",
        f"{told or 'No communication names both ends'}.",
        linked=link_flow is not no_flow,
    )
    bottom = TOP
    if told:
        hatch = canvas.hatch("gap", tint("Gap", 0.35))
        bottom = _draw(canvas.root, found, across, link_flow, hatch)
        entries = [
            (_talk_sign, "communications"),
            (lambda parent, x, y: _gap_sign(parent, x, y, hatch), "gaps: what should have passed"),
        ]
        bottom = draw_legend(canvas.root, entries, EDGE, across - EDGE, bottom)
    bottom = draw_notes(canvas.root, _notes(found), EDGE, across - EDGE, bottom)
    canvas.size(across, bottom + 4)
    return str(canvas)


def _told(pair: Pair, count: int, broken: bool) -> str:
    noun = "gap" if broken else "communication"
    return f"{_name(pair[0])} to {_name(pair[1])}: {counted(count, noun)}"


def _name(party: str) -> str:
    return "The family" if party == FAMILY else name("Party", party)


def _bands_of(found: Flows) -> Iterator[tuple[Pair, int, bool]]:
    for counts, broken in ((found.communications, False), (found.gaps, True)):
        for pair, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            yield pair, count, broken


def _draw(parent: Element, found: Flows, across: float, link_flow: FlowLink, hatch: str) -> float:
    """Draw bars, bands and words; return where the lower end is."""
    total = found.communications.total() + found.gaps.total()
    unit = min(THICKEST, max(THINNEST, TALL / total))
    room = min(190.0, (across - 2 * EDGE) * 0.29)
    columns = [list(_column(found, end, unit, room)) for end in (0, 1)]
    left, right = EDGE + room + 6, across - EDGE - room - 6
    text(parent, left + BAR, TOP - 12, "From", anchor="end", bold=True, fill=SOFT)
    text(parent, right - BAR, TOP - 12, "To", bold=True, fill=SOFT)
    for band in sorted(_bands(found, columns, unit), key=lambda one: not one.broken):
        words = _told(band.pair, band.count, band.broken)
        _band(mark(parent, words, link_flow(*band.pair)), band, left + BAR, right - BAR, hatch)
    for side in columns[0]:
        _party(parent, side, Box(left, side.top, left + BAR, side.bottom), left - 6, "end")
    for side in columns[1]:
        _party(parent, side, Box(right - BAR, side.top, right, side.bottom), right + 6, "start")
    return max(side.bottom for column in columns for side in column) + 16


def _party(parent: Element, side: Side, bar: Box, x: float, anchor: str) -> None:
    rect(parent, bar, fill=INK)
    first = side.middle - LINE * (len(side.lines) - 1) / 2 + 4
    for number, words in enumerate(side.lines):
        text(parent, x, first + LINE * number, words, anchor=anchor)


def _column(found: Flows, end: int, unit: float, room: float) -> Iterator[Side]:
    """The parties of one side from the busiest down, with room for their words."""
    totals = _totals(found, end)
    top = TOP
    for party, count in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        lines = tuple(wrap(f"{_name(party)} ({count})", room))[:3]
        tall = count * unit
        need = max(tall, LINE * len(lines))
        start = top + (need - tall) / 2
        yield Side(party, start, start + tall, lines)
        top += need + APART


def _totals(found: Flows, end: int) -> Mapping[str, int]:
    totals: Counter[str] = Counter()
    for pair, count, _ in _bands_of(found):
        totals[pair[end]] += count
    return totals


def _bands(found: Flows, columns: Sequence[Iterable[Side]], unit: float) -> Iterator[Band]:
    """Bands in the order of the parties on both sides, so that few cross; the thick ones first."""
    senders, receivers = [{side.party: side for side in column} for column in columns]
    rank = [{party: n for n, party in enumerate(side)} for side in (senders, receivers)]
    known = list(_bands_of(found))
    starts = _stacked(known, 0, senders, rank[1], unit)
    goals = _stacked(known, 1, receivers, rank[0], unit)
    for pair, count, broken in known:
        place = (pair, broken)
        yield Band(pair, count, broken, starts[place], goals[place], count * unit)


def _stacked(
    known: Iterable[tuple[Pair, int, bool]],
    end: int,
    sides: Mapping[str, Side],
    rank: Mapping[str, int],
    unit: float,
) -> dict[tuple[Pair, bool], float]:
    """The upper edge of each band at its bar: bands lie in the order of the parties at their other ends."""
    at = {party: side.top for party, side in sides.items()}
    places = {}
    for pair, count, broken in sorted(known, key=lambda one: (rank[one[0][1 - end]], one[2])):
        places[pair, broken] = at[pair[end]]
        at[pair[end]] += count * unit
    return places


def _band(parent: Element, band: Band, left: float, right: float, hatch: str) -> None:
    middle, wide = (left + right) / 2, band.width
    low_start, low_goal = band.start + wide, band.goal + wide
    upper = ("M", left, band.start, "C", middle, band.start, middle, band.goal, right, band.goal)
    lower = ("L", right, low_goal, "C", middle, low_goal, middle, low_start, left, low_start, "Z")
    if not band.broken:
        fill = tint("Communication", 0.6)
        path(parent, *upper, *lower, fill=fill, fill_opacity=0.85, stroke=TALK, stroke_width=0.8)
    elif wide < 4:
        y, goal = band.start + wide / 2, band.goal + wide / 2
        curve = ("M", left, y, "C", middle, y, middle, goal, right, goal)
        path(parent, *curve, stroke=BROKEN, stroke_width=1.4, stroke_dasharray=DASH)
    else:
        style: dict[str, str | float | None] = {"stroke_width": 1.2, "stroke_dasharray": DASH}
        path(parent, *upper, *lower, fill=hatch, stroke=BROKEN, **style)


def _talk_sign(parent: Element, x: float, y: float) -> None:
    box = Box(x - 12, y - 4, x + 12, y + 4)
    rect(parent, box, fill=tint("Communication", 0.6), stroke=TALK, stroke_width=0.8)


def _gap_sign(parent: Element, x: float, y: float, hatch: str) -> None:
    box = Box(x - 12, y - 4, x + 12, y + 4)
    rect(parent, box, fill=hatch, stroke=BROKEN, stroke_width=1.2, stroke_dasharray=DASH)


def _notes(found: Flows) -> Iterator[str]:
    if not found.communications and not found.gaps:
        yield "Nothing that was read from the report names both a sender and a receiver."
    else:
        yield "Dated or not; what went to several receivers counts once for each. A number counts both sorts."
    if found.open_communications or found.open_gaps:
        parts = [
            counted(many, noun)
            for many, noun in ((found.open_communications, "communication"), (found.open_gaps, "gap"))
            if many
        ]
        yield f"Not drawn, as an end is not told: {' and '.join(parts)}."
