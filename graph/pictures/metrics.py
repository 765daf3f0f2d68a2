"""How wide a text will be, from the published widths of Helvetica's letters.

Arial, Liberation Sans, Arimo and Nimbus Sans have the same widths by design, so one table serves the whole
font stack; the canvas also tells the browser the width, which holds where another font steps in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pdfminer.fontmetrics import FONT_METRICS

FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, 'Nimbus Sans', sans-serif"
SIZE = 11.0  # the smallest text in any picture, in pixels
ASCENT, DESCENT = 0.78, 0.24  # above and below the baseline, in em: capitals, brackets and g included
WIDEST = 1015  # the widest letter of the font (@), for letters that it lacks
ELLIPSIS = "…"


def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """Return the width of a line of text in pixels."""
    widths = _widths("Helvetica-Bold" if bold else "Helvetica")
    return sum(widths.get(letter, WIDEST) for letter in text) * size / 1000


def clip(text: str, room: float, size: float = SIZE, *, bold: bool = False) -> str:
    """Return a text, cut after a letter and with an ellipsis if it is wider than the room in pixels."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(text + ELLIPSIS, size, bold=bold) > room:
        text = text[:-1].rstrip()
    return text + ELLIPSIS if text else ""


def wrap(text: str, room: float, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """Return a text as lines no wider than the room, broken between words where that is possible."""
    return [clip(line, room, size, bold=bold) for line in _lines(text.split(), room, size, bold=bold)]


def _lines(words: list[str], room: float, size: float, *, bold: bool) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line


@cache
def _widths(font: str) -> dict[str, float]:
    return {letter: float(value) for letter, value in FONT_METRICS[font][1].items()}
