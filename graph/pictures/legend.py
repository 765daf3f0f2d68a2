"""What the signs of a picture mean, in rows under it, and the notes below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.pictures.canvas import SOFT, Element, group, text
from graph.pictures.metrics import width, wrap

SIGN, GAP, ROW = 30.0, 18.0, 23.0  # room of a sign, between entries, and of a row
NOTE = 15.0  # from the baseline of a line of notes to the next
Entry = tuple[Callable[[Element, float, float], None], str]  # draws its sign in SIGN by ROW around (x, y)


def draw_legend(parent: Element, entries: Sequence[Entry], left: float, right: float, top: float) -> float:
    """Draw entries in rows from left to right; return where the last row ends."""
    box = group(parent)
    x, y = left, top + ROW / 2
    for draw, words in entries:
        across = SIGN + width(words) + GAP
        if x > left and x + across - GAP > right:
            x, y = left, y + ROW
        draw(box, x + SIGN / 2 - 2, y)
        text(box, x + SIGN, y + 4, words)
        x += across
    return y + ROW / 2


def draw_notes(parent: Element, notes: Iterable[str], left: float, right: float, top: float) -> float:
    """Draw notes, each wrapped to the width; return where the last line ends."""
    y = top
    for note in notes:
        for words in wrap(note, right - left):
            y += NOTE
            text(parent, left, y, words, fill=SOFT)
    return y + 4
