"""Cells of the knowledge pictures: how far a party knew, told apart by letter and hatch as well as colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from graph.pictures.canvas import INK, SOFT, Box, Canvas, Element, rect, text
from graph.pictures.legend import Entry
from graph.pictures.metrics import width
from graph.pictures.tones import tint, tone
from graph.pictures.wording import day, parties
from graph.trace.values import KNEW, NEVER, PART, POSSIBLE, UNKNOWN
from ontology.model import Evidence

UNSHOWN = "unshown"  # never, where no words of the review say so: took part, and is not shown to have known
DASH = "4 2.5"


class Known(Protocol):
    """A row of a knowledge table, as graph.trace gives it."""

    @property
    def party(self) -> str:
        """The party's code."""
        ...

    @property
    def label(self) -> str | None:
        """What the report calls it."""
        ...

    @property
    def status(self) -> str:
        """Code of how far it knew."""
        ...

    @property
    def first_known(self) -> str | None:
        """When it first knew."""
        ...

    @property
    def certainty(self) -> str:
        """Whether that is stated or follows from what it took part in."""
        ...

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of the review."""
        ...


KnownLink = Callable[[Known], str | None]


@dataclass(frozen=True, slots=True)
class Look:
    """How a state looks: its letter, what it means, and whether the letter stands white on a dark cell."""

    letter: str
    words: str
    dark: bool = False


KNOWING = (KNEW, PART)
LOOKS = {
    KNEW: Look("K", "knew", dark=True),
    PART: Look("P", "knew in part"),
    NEVER: Look("N", "did not know, the review says"),
    UNSHOWN: Look("–", "not shown to have known"),
    UNKNOWN: Look("?", "may have heard; not told"),
}


def no_known(_: Known) -> str | None:
    """Cells of a picture that stands alone lead nowhere."""
    return None


def state(known: Known) -> str:
    """Return the look of a row."""
    return UNSHOWN if known.status == NEVER and not known.evidence else known.status


def said(known: Known, topic: str = "") -> str:
    """A row in words, for the title of its cell."""
    label = f" ({known.label})" if known.label else ""
    about = f", {topic}" if topic else ""
    since = f" from {day(known.first_known)}" if known.first_known else ""
    possible = ", possibly: not stated in so many words" if is_open(known) else ""
    where = known.evidence[0].paragraph if known.evidence else None
    place = f" (paragraph {where})" if where else ""
    return f"{parties([known.party])}{label}{about}: {LOOKS[state(known)].words}{since}{possible}{place}"


def is_open(known: Known) -> bool:
    """Whether what a row says is possible only, not stated."""
    return known.certainty == POSSIBLE and state(known) != UNSHOWN


class Cells:
    """Draws cells on one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        dark, warm, grey = tone("Agency"), tone("Gap"), "#8c8c8c"
        self._fills = {
            KNEW: dark,
            PART: canvas.hatch("part", tint("Agency", 0.5), apart=7),
            NEVER: canvas.hatch("never", tint("Gap", 0.45), apart=7, angle=-45),
            UNSHOWN: "#ffffff",
            UNKNOWN: canvas.hatch("unknown", "#e4e4e4", apart=6, angle=90),
        }
        self._edges = {KNEW: dark, PART: dark, NEVER: warm, UNSHOWN: grey, UNKNOWN: SOFT}

    def draw(self, parent: Element, box: Box, known: Known, words: str = "") -> None:
        """Draw the cell of a row with its letter, and words after or under it if there is room."""
        self._draw(parent, box, state(known), dashed=is_open(known), words=words)

    def later(self, parent: Element, box: Box, known: Known) -> None:
        """Draw the time after a party first knew, all of it or in part."""
        rect(parent, box, fill=tint("Agency", 0.3) if known.status == KNEW else self._fills[PART])

    def entries(self, rows: Iterable[Known], *, over_time: bool) -> list[Entry]:
        """The legend of what a picture of some rows shows."""
        rows = tuple(rows)
        states = {state(one) for one in rows}
        found: list[Entry] = [(self._sign(one), LOOKS[one].words) for one in LOOKS if one in states]
        if over_time and len({one.first_known for one in rows if one.first_known}) > 1:
            found.append((_later_sign, "from then on"))
        if any(is_open(one) for one in rows):
            found.append((self._sign(PART, dashed=True), "dashed edge: possible, not stated"))
        return found

    def _sign(self, one: str, *, dashed: bool = False) -> Callable[[Element, float, float], None]:
        def draw(parent: Element, x: float, y: float) -> None:
            box = Box(x - 11, y - 8, x + 11, y + 8)
            if dashed:
                rect(parent, box, fill="#ffffff", stroke=SOFT, stroke_width=1.5, stroke_dasharray=DASH)
            else:
                self._draw(parent, box, one, dashed=False, words="")

        return draw

    def _draw(self, parent: Element, box: Box, one: str, *, dashed: bool, words: str) -> None:
        look = LOOKS[one]
        dash = DASH if dashed else None
        if dashed and look.dark:  # a dark cell would hide its dashes
            rect(parent, box, fill="#ffffff", stroke=INK, stroke_width=1.5, stroke_dasharray=dash)
            box = Box(box.left + 3, box.top + 3, box.right - 3, box.bottom - 3)
            dash = None
        style: dict[str, str | float | None] = {"stroke_width": 1.5, "stroke_dasharray": dash}
        rect(parent, box, fill=self._fills[one], stroke=self._edges[one], **style)
        across, middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        lines = _lines(look.letter, words, box)
        first = middle + 4 - 6.5 * (len(lines) - 1)
        for number, line in enumerate(lines):
            fill = "#ffffff" if look.dark else INK
            y, halo = first + 13 * number, not look.dark
            text(parent, across, y, line, anchor="middle", bold=number == 0, fill=fill, halo=halo)


def _later_sign(parent: Element, x: float, y: float) -> None:
    rect(parent, Box(x - 11, y - 4, x + 11, y + 4), fill=tint("Agency", 0.3))


def _lines(letter: str, words: str, box: Box) -> list[str]:
    room, tall = box.right - box.left - 4, box.bottom - box.top
    if not words or width(words) > room:
        return [letter]
    beside = f"{letter} {words}"
    if width(beside, bold=True) <= room:
        return [beside]
    return [letter, words] if tall >= 28 else [letter]
