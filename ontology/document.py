"""A published document as text and structure: what a reader makes and everything later points into.

All positions are offsets in characters (Python string indices, end exclusive) into ``Document.text``.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table row; ``column`` is its place in the row, counted from 0."""

    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The smallest piece of a document that stands on its own.

    ``kind`` is a code of the ontology's passage kinds: title, contents, heading, paragraph, bullet,
    row, footnote. ``number`` is the number as printed ("4.1.11", "LP1", "7"), without its punctuation.
    ``level`` is the depth of a heading (1 for a chapter) or of a bullet (1 for the outermost), else 0.
    ``page`` counts from 1 where the format knows pages. ``table`` numbers the document's tables from 0
    and joins the rows of one table; ``header`` marks its column headings.
    """

    kind: str
    start: int
    end: int
    number: str | None = None
    level: int = 0
    page: int | None = None
    table: int | None = None
    header: bool = False
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Document:
    """A document's text with its passages in reading order, none overlapping another.

    ``name`` is the file's name without folder, ``media_type`` its type, ``sha256`` the hash of the
    file's bytes (of the text in UTF-8 where there was no file), ``page_count`` the pages of the file
    where the format has pages. ``properties`` are the file's own metadata (title, author, dates).
    """

    name: str
    media_type: str
    text: str
    passages: tuple[Passage, ...] = ()
    sha256: str = ""
    page_count: int | None = None
    properties: tuple[tuple[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", hashlib.sha256(self.text.encode()).hexdigest())

    def quote(self, start: int, end: int) -> str:
        """Return the text between two offsets, as it stands."""
        return self.text[start:end]

    def passage_at(self, offset: int) -> Passage | None:
        """Return the passage that holds an offset, or None between passages."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self.passages[place].end:
            return None
        return self.passages[place]

    def headings_above(self, offset: int) -> tuple[Passage, ...]:
        """Return the headings that an offset stands under, outermost first."""
        path: list[Passage] = []
        for heading in self._headings:
            if heading.start > offset:
                break
            path = [above for above in path if above.level < heading.level]
            path.append(heading)
        return tuple(path)

    def number_at(self, offset: int) -> str | None:
        """Return the printed paragraph number that an offset stands under.

        A passage without a number of its own (a bullet, a continuation after a page break) takes the
        number of the nearest numbered paragraph above it within the same heading; the numbers of
        footnotes and list items in between are their own alone.
        """
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.passages[place].number:
            return self.passages[place].number
        for passage in reversed(self.passages[: place + 1]):
            if passage.kind == "heading" or (passage.number and passage.kind == "paragraph"):
                return passage.number
        return None

    def page_at(self, offset: int) -> int | None:
        """Return the page an offset stands on, counted from 1, where pages are known."""
        place = bisect_right(self._starts, offset) - 1
        return self.passages[place].page if place >= 0 else None

    def tables(self) -> Iterator[tuple[Passage, ...]]:
        """Yield each table as its rows, in reading order."""
        rows: dict[int, list[Passage]] = {}
        for passage in self.passages:
            if passage.table is not None:
                rows.setdefault(passage.table, []).append(passage)
        yield from (tuple(table) for table in rows.values())

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    @cached_property
    def _headings(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.kind == "heading"]
