"""A page of a PDF as lines of words with their place and type, and as the tables that rules draw."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from loaders.documents.formats import one_line, superscript

HEAVY = re.compile(r"bold|black|heavy|semibold|demi", re.I)
# A glyph that the font gives no character for; before a line of text it is a bullet.
GLYPH = re.compile(r"\(cid:\d+\)")
LEADING_GLYPH = re.compile(r"^\(cid:\d+\)\s+(?=\S)")
Words = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of type: its words, its box in points from the page's top left, its size and weight."""

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    first_width: float


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table with ruled cells: its place on the page and the text of its cells, row by row."""

    page: int
    top: float
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What a page holds, from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[PdfLine, ...]
    tables: tuple[PdfTable, ...]
    pictures: int


def read_page(page: Any, number: int) -> PdfPage:
    """Return the lines and tables of a page; ``page`` is pdfplumber's."""
    words: Words = page.extract_words(
        x_tolerance_ratio=0.15, y_tolerance=2, extra_attrs=["fontname", "size"], use_text_flow=False
    )
    found = [table for table in _tables(page) if _is_data(table)]
    tables: list[PdfTable] = []
    for table in found:
        rows = tuple(tuple(_cell(words, box) for box in row.cells) for row in table.rows)
        tables.append(PdfTable(number, table.bbox[1], tuple(row for row in rows if any(row))))
    free = [word for word in words if not any(_inside(word, table.bbox) for table in found)]
    lines = tuple(_line(group, number) for group in _grouped(free))
    return PdfPage(number, float(page.width), float(page.height), lines, tuple(tables), len(page.images))


def _tables(page: Any) -> list[Any]:
    # Finding tables costs most of a page's time; a page without rules has none.
    if len(page.lines) + len(page.rects) + len(page.curves) < 3:
        return []
    return list(page.find_tables())


def _is_data(table: Any) -> bool:
    """Return whether a ruled table has rows and columns, and is no frame round a box of text."""
    widths = [sum(1 for cell in row.cells if cell) for row in table.rows]
    return len(widths) > 1 and sum(1 for width in widths if width > 1) > 1


def _inside(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle, centre = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] - 1 <= middle <= box[2] + 1 and box[1] - 1 <= centre <= box[3] + 1)


def _cell(words: Words, box: tuple[float, float, float, float] | None) -> str:
    if box is None:
        return ""
    lines = [_text(group) for group in _grouped([word for word in words if _inside(word, box)])]
    return one_line(join_lines(lines, frozenset()))


def _grouped(words: Words) -> Iterable[Words]:
    """Yield the words of each line, left to right; words stand in a line when they overlap in height."""
    line: Words = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda w: (round(w["top"]), w["x0"])):
        overlap = min(bottom, word["bottom"]) - max(top, word["top"])
        if line and overlap > 0.4 * min(bottom - top, word["bottom"] - word["top"]):
            line.append(word)
            if word["bottom"] - word["top"] > bottom - top:
                top, bottom = word["top"], word["bottom"]
            continue
        if line:
            yield sorted(line, key=lambda w: w["x0"])
        line, top, bottom = [word], word["top"], word["bottom"]
    if line:
        yield sorted(line, key=lambda w: w["x0"])


def _line(words: Words, number: int) -> PdfLine:
    weights: dict[float, int] = {}
    for word in words:
        size = round(word["size"] * 2) / 2
        weights[size] = weights.get(size, 0) + len(word["text"])
    plain = [word for word in words if any(c.isalnum() for c in word["text"])] or words
    return PdfLine(
        text=_text(words),
        page=number,
        x0=words[0]["x0"],
        x1=words[-1]["x1"],
        top=min(word["top"] for word in words),
        bottom=max(word["bottom"] for word in words),
        size=max(weights, key=lambda size: (weights[size], size)),
        bold=all(HEAVY.search(word["fontname"]) for word in plain),
        first_width=words[0]["x1"] - words[0]["x0"],
    )


def _text(words: Words) -> str:
    """Return the words of a line as text: small raised digits as superscripts, wide gaps as tabs."""
    size = max(word["size"] for word in words)
    base = max(word["bottom"] for word in words if word["size"] > 0.8 * size)
    pieces: list[str] = []
    before: dict[str, Any] | None = None
    for word in words:
        text = word["text"]
        raised = word["size"] < 0.8 * size and word["bottom"] < base - 0.1 * size and text.isdigit()
        gap = word["x0"] - before["x1"] if before else 0.0
        if before is not None and gap > 0.12 * size and not (raised and gap < 0.3 * size):
            pieces.append("\t" if gap > 2.5 * size else " ")
        pieces.append(superscript(text) if raised else text)
        before = word
    return GLYPH.sub("", LEADING_GLYPH.sub("• ", "".join(pieces)))


def join_lines(lines: Iterable[str], words: frozenset[str]) -> str:
    """Return lines as one, with words mended that a hyphen parts at a line's end.

    ``words`` are those of the whole document, in lower case: what it writes elsewhere tells whether
    the hyphen belongs to the word ("multi-agency") or to the line's end.
    """
    joined = ""
    for line in lines:
        if not joined:
            joined = line
        elif joined.endswith("\u00ad"):
            joined = joined[:-1] + line
        elif re.search(r"[^\W\d_]-$", joined) and line[:1].islower():
            joined = _mended(joined, line, words)
        else:
            joined = f"{joined} {line}"
    return joined


def _mended(above: str, below: str, words: frozenset[str]) -> str:
    head = re.split(r"[^\w-]", above[:-1])[-1].lower()
    tail = (re.match(r"[\w-]*", below) or [""])[0].lower()
    whole, parted = head.rsplit("-", 1)[-1] + tail, f"{head}-{tail}"
    compound = parted in words or (whole not in words and (head in PREFIXES or "-" in head))
    return f"{above}{below}" if compound else f"{above[:-1]}{below}"


PREFIXES = frozenset(
    [
        *("ante", "anti", "co", "cross", "decision", "drop", "early", "ex", "face", "follow", "full", "half"),
        *("high", "inter", "long", "low", "mid", "multi", "non", "off", "on", "one", "out", "part", "post"),
        *("pre", "re", "safe", "self", "semi", "short", "single", "step", "sub", "three", "two", "well"),
    ]
)
