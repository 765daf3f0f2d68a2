"""Raw text as lines with their pages; running headers, footers and page numbers are left out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

PAGE_OF = re.compile(
    r"(?:page|p\.)\s*\|?\s*(\d{1,3})(?:\s*(?:of|/|\|)\s*\d{1,3})?|(\d{1,3})\s*\|\s*page", re.I
)
PAGE_TAIL = re.compile(
    r".{3,90}?[\s|]+(?:page\s*\|?\s*(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?|(\d{1,3})\s*\|\s*page)", re.I
)
PAGE_BARE = re.compile(r"[-–—\[\s]*(\d{1,3})[-–—\]\s]*")
_LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(\r\n|[\n\r\f\v\x85\u2028\u2029]|$)")
NEAR_BREAK = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text without the space round it: offsets, indentation, page, and what is above it.

    ``blank_above`` counts the empty lines above it; ``breaks`` the page breaks.
    """

    start: int
    end: int
    text: str
    indent: int
    page: int | None
    blank_above: int = 0
    breaks: int = 0


def read_lines(text: str) -> list[Line]:
    """Return the lines of a text that carry words, with running matter left out and pages counted."""
    lines = list(_lines(text))
    feeds = "\f" in text
    marks = _page_marks(lines, feeds)
    near = _near_breaks(lines, marks)
    running = set(marks) | _repeated(lines, near)
    kept: list[Line] = []
    pages = _pages(lines, marks) if marks and not feeds else None
    blank = breaks = 0
    for place, line in enumerate(lines):
        blank, breaks = blank + line.blank_above, breaks + line.breaks
        if place in running:
            blank, breaks = blank + 1, breaks + (place in marks)
            continue
        page = pages[place] if pages else (line.page if feeds else None)
        kept.append(replace(line, page=page, blank_above=blank, breaks=breaks))
        blank = breaks = 0
    return kept


def _lines(text: str) -> Iterator[Line]:
    page, blank, breaks = 1, 0, 0
    for found in _LINE.finditer(text):
        raw = found.group(1)
        body = raw.strip().strip("\ufeff\u200b")
        if body:
            start = found.start() + raw.index(body)
            indent = len(raw[: start - found.start()].replace("\t", "    "))
            # A tab before the first word is an empty table cell, so it belongs to the line.
            if raw.startswith("\t"):
                start, body = found.start(), raw.rstrip()
            yield Line(start, start + len(body), body, indent, page, blank, breaks)
            blank = breaks = 0
        else:
            blank += 1
        if found.group(2) == "\f":
            page, breaks, blank = page + 1, breaks + 1, blank + 1


def _page_marks(lines: list[Line], feeds: bool) -> dict[int, int]:
    """Return the places of lines that only give the page, with the page they give."""
    said: dict[int, int] = {}
    bare: dict[int, int] = {}
    tails: dict[int, int] = {}
    for place, line in enumerate(lines):
        for pattern, group in ((PAGE_OF, said), (PAGE_TAIL, tails), (PAGE_BARE, bare)):
            found = pattern.fullmatch(line.text)
            if found:
                group[place] = int(next(number for number in found.groups() if number))
                break
    if len(tails) < 2 or not _rises(tails):
        tails = {}
    alone = {p: n for p, n in bare.items() if lines[p].blank_above or feeds or p == 0}
    if not (len(alone) >= 2 and _rises(alone)):
        alone = {}
    return dict(sorted((said | tails | alone).items()))


def _rises(numbers: dict[int, int]) -> bool:
    """Return whether page numbers go up as the pages of one document do."""
    pages = list(numbers.values())
    return all(0 < later - earlier <= 3 for earlier, later in itertools.pairwise(pages))


def _near_breaks(lines: list[Line], marks: dict[int, int]) -> set[int]:
    """Return the places of the lines next to a page break, where running headers and footers stand."""
    near: set[int] = set()
    for place, line in enumerate(lines):
        if place in marks:
            near.update(range(place - NEAR_BREAK, place + NEAR_BREAK + 1))
        elif line.breaks:
            near.update(range(place - NEAR_BREAK, place + NEAR_BREAK))
    return near


def _repeated(lines: list[Line], near: set[int]) -> set[int]:
    """Return the places of short lines that recur at page breaks, their digits apart."""
    forms = {p: re.sub(r"\d+", "#", lines[p].text) for p in near if 0 <= p < len(lines)}
    counts = Counter(form for place, form in forms.items() if len(lines[place].text) <= 100)
    return {place for place, form in forms.items() if counts[form] >= 3}


def _pages(lines: list[Line], marks: dict[int, int]) -> list[int]:
    """Return the page of each line where only printed page numbers tell it."""
    places = list(marks)
    header = places[0] < 5 and marks[places[0]] <= 2 and places[-1] < len(lines) - 5
    pages: list[int] = []
    number = marks[places[0]]
    upcoming = iter(places)
    following = next(upcoming, None)
    for place in range(len(lines)):
        if header and place == following:
            number = marks[place]
            following = next(upcoming, None)
        pages.append(max(number, 1))
        if not header and place == following:
            following = next(upcoming, None)
            number = marks[following] if following is not None else number + 1
    return pages
