"""The lines of a PDF's pages as the parts of a report: paragraphs, headings, items, tables, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.documents.blocks import Part
from loaders.documents.formats import one_line, superscript
from loaders.documents.grouping import LEADER, TERMINAL
from loaders.documents.lines import PAGE_BARE, PAGE_OF
from loaders.documents.marks import BULLET, SUPERSCRIPTS, read_number, starts_item
from loaders.documents.pdf_page import PdfLine, PdfPage, PdfTable, join_lines
from loaders.documents.tables import is_header

MARGIN = 0.12
FEW = 12
NOTE_HEAD = re.compile(rf"([{SUPERSCRIPTS}]+|\d{{1,3}})[ \t.)]*(?=\D)")


@dataclass(frozen=True, slots=True)
class Type:
    """How a document is set: the size of its running text, the step from line to line, its words.

    ``columns`` gives for each width of page where its text begins and how far it runs.
    """

    size: float
    leading: float
    words: frozenset[str]
    columns: dict[int, tuple[float, float]]


def parts_of(pages: list[PdfPage]) -> Iterator[Part]:
    """Yield the parts of a PDF in reading order, running matter left out."""
    pages = without_running(pages)
    setting = _setting(pages)
    flow = _Flow(setting)
    for page in pages:
        lines, notes = _split_notes(page, setting)
        flow.left, flow.margin = _column(lines, page, setting)
        items: list[PdfLine | PdfTable] = [*lines, *page.tables]
        for item in sorted(items, key=lambda item: item.top):
            yield from flow.table(item) if isinstance(item, PdfTable) else flow.line(item)
        flow.notes += _notes(notes, setting)
    yield from flow.end()


class _Flow:
    """The lines so far of the block being put together, and what waits until it ends."""

    def __init__(self, setting: Type) -> None:
        self.left = self.margin = 0.0
        self.notes: list[Part] = []
        self._setting = setting
        self._block: list[PdfLine] = []
        self._full = False
        self._indents: list[float] = []
        self._row: Part | None = None
        self._tables = 0
        self._columns = 0
        self._heads: tuple[str, ...] = ()

    def line(self, line: PdfLine) -> Iterator[Part]:
        """Take a line; yield the block that it does not belong to."""
        if not (self._block and self._joins(line)):
            yield from self._end_block()
        self._block.append(line)
        self._full = line.x1 >= self.margin
        self._columns = 0

    def table(self, table: PdfTable) -> Iterator[Part]:
        """Take a table; yield its rows. One as wide as a table right before it is its continuation."""
        if self._block:
            yield from self._end_block()
        rows = list(table.rows)
        columns = max(len(row) for row in rows)
        goes_on = columns == self._columns
        if goes_on and rows[0] == self._heads:
            del rows[0]
        elif not goes_on:
            self._tables += 1
            self._heads = rows[0] if is_header(list(rows[0])) else ()
        if goes_on and rows and self._mends(rows[0]):
            del rows[0]
        yield from self._end_block()
        for place, row in enumerate(rows):
            header = place == 0 and not goes_on and bool(self._heads)
            part = Part(cells=row, table=self._tables - 1, header=header, page=table.page)
            if self._row:
                yield self._row
            self._row = part
        self._columns = columns

    def _mends(self, rest: tuple[str, ...]) -> bool:
        """Put the rest of a row that a page break cut to the row before it, where it is such a rest."""
        row = self._row
        if row is None or row.header or rest[0] or not row.cells[0] or len(rest) != len(row.cells):
            return False
        words = self._setting.words
        cells = (
            join_lines((part for part in pair if part), words) for pair in zip(row.cells, rest, strict=True)
        )
        self._row = replace(row, cells=tuple(cells))
        return True

    def end(self) -> Iterator[Part]:
        """Yield what is left."""
        yield from self._end_block()

    def _joins(self, line: PdfLine) -> bool:
        last = self._block[-1]
        if LEADER.search(last.text) or "\t" in _unhung(line.text) or "\t" in _unhung(last.text):
            return False
        if abs(line.size - last.size) > 0.6 or line.bold != last.bold:
            return self._mid_sentence(line) and abs(line.size - last.size) <= 0.6
        ended = TERMINAL.search(last.text) is not None
        full = last.x1 + line.first_width + 0.3 * line.size >= self.margin
        if starts_item(line.text) and (ended or not full or line.x0 < last.x0 - 3):
            return False
        if line.page != last.page:
            return not ended and (line.text[0].islower() or (full and not self._strong(line)))
        if line.top - last.top > 1.35 * self._setting.leading * max(1.0, line.size / self._setting.size):
            return False
        indented = ended and len(self._block) > 1 and line.x0 > last.x0 + 0.8 * line.size
        # Headings and title pages are often centred: there the width of the line tells whether it wrapped.
        wide = last.x1 - last.x0 + line.first_width + 0.3 * line.size >= self.margin - self.left
        full = wide if self._strong(last) and last.x0 > self.left + 3 else full
        return (full and not indented) or (not ended and line.text[0].islower())

    def _mid_sentence(self, line: PdfLine) -> bool:
        last = self._block[-1]
        close = line.page == last.page and line.top - last.top <= 1.35 * self._setting.leading
        return close and not TERMINAL.search(last.text) and line.text[0].islower()

    def _strong(self, line: PdfLine) -> bool:
        return line.bold or line.size > 1.1 * self._setting.size

    def _end_block(self) -> Iterator[Part]:
        if self._row:
            yield self._row
            self._row = None
        if self._block:
            yield self._part(self._block)
            self._block = []
        yield from self.notes
        self.notes = []

    def _part(self, lines: list[PdfLine]) -> Part:
        text = join_lines((_unhung(line.text) for line in lines), self._setting.words)
        bullet = BULLET.match(text)
        marked = bullet is not None
        if bullet:
            text = text[bullet.end() :]
        strong = not marked and all(self._strong(line) for line in lines)
        level = self._depth(lines[0].x0) if marked or _lettered(text) else 0
        if not level:
            self._indents = []
        clean = text.replace("\t", " ") if not LEADER.search(text) else text
        return Part(text=one_line(clean), page=lines[0].page, marked=marked, strong=strong, level=level)

    def _depth(self, left: float) -> int:
        """Return how deep an item stands in its list, by its indentation."""
        self._indents = [indent for indent in self._indents if indent <= left + 4]
        if not self._indents or left > self._indents[-1] + 4:
            self._indents.append(left)
        return len(self._indents)


def without_running(pages: list[PdfPage]) -> list[PdfPage]:
    """Return the pages without the headers, footers and page numbers that recur at the same height."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_form(line) for line in page.lines if _in_margin(line, page)})
    often = max(2, round(0.2 * len(pages))) if len(pages) > 2 else 2
    kept: list[PdfPage] = []
    for page in pages:
        lines = tuple(
            line
            for line in page.lines
            if not (
                _in_margin(line, page) and (_recurs(_form(line), seen) >= often or _says_page(line, page))
            )
        )
        kept.append(replace(page, lines=lines))
    return kept


def _form(line: PdfLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)


def _recurs(form: tuple[str, int], seen: Counter[tuple[str, int]]) -> int:
    return sum(seen[form[0], form[1] + shift] for shift in (-1, 0, 1))


def _in_margin(line: PdfLine, page: PdfPage) -> bool:
    return line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height


def _says_page(line: PdfLine, page: PdfPage) -> bool:
    found = PAGE_OF.fullmatch(line.text) or PAGE_BARE.fullmatch(line.text)
    if found is None:
        return False
    number = int(next(group for group in found.groups() if group))
    return abs(number - page.number) <= 3


def _setting(pages: list[PdfPage]) -> Type:
    sizes: Counter[float] = Counter()
    steps: Counter[int] = Counter()
    words: set[str] = set()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
            words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])", line.text.lower()))
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    for page in pages:
        for above, below in pairwise(line for line in page.lines if abs(line.size - size) <= 0.6):
            # A line that ends far left ends a paragraph: the step after it is no step within one.
            wrapped = above.x1 > 0.75 * page.width and not starts_item(below.text)
            if wrapped and 0.9 * size < below.top - above.top < 2.5 * size:
                steps[round(below.top - above.top)] += 1
    leading = steps.most_common(1)[0][0] if steps else 1.2 * size
    by_width: dict[int, list[PdfLine]] = {}
    for page in pages:
        by_width.setdefault(round(page.width), []).extend(page.lines)
    columns = {width: _edges(lines, width) for width, lines in by_width.items()}
    return Type(size, leading, frozenset(words), columns)


def _column(lines: list[PdfLine], page: PdfPage, setting: Type) -> tuple[float, float]:
    """Return where the column of a page begins, and how far right a line that wrapped must come.

    A page of few lines (a title page) has the column of the pages as wide as it.
    """
    known = setting.columns.get(round(page.width))
    if known and len(lines) < FEW:
        return known
    return _edges(lines, page.width)


def _edges(lines: list[PdfLine], width: float) -> tuple[float, float]:
    if not lines:
        return 0.0, width
    lefts, rights = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    return lefts[int(0.05 * (len(lefts) - 1))], rights[int(0.95 * (len(rights) - 1))] - 0.02 * width


def _split_notes(page: PdfPage, setting: Type) -> tuple[list[PdfLine], list[PdfLine]]:
    """Return the lines of a page's text and those of the notes at its foot, which are set smaller."""
    lines = sorted(page.lines, key=lambda line: line.top)
    first = len(lines)
    while first and lines[first - 1].size <= setting.size - 0.8 and lines[first - 1].top > 0.35 * page.height:
        first -= 1
    if any(table.top > lines[first].top for table in page.tables) if first < len(lines) else False:
        return lines, []
    while first < len(lines) and not NOTE_HEAD.match(lines[first].text):
        first += 1
    return lines[:first], lines[first:]


def _notes(lines: list[PdfLine], setting: Type) -> list[Part]:
    gathered: list[tuple[str, int, list[str]]] = []
    for line in lines:
        head = NOTE_HEAD.match(line.text)
        number = _digits(head.group(1)) if head else ""
        expected = not gathered or number == str(int(gathered[-1][0]) + 1)
        if head and expected:
            gathered.append((number, line.page, [line.text[head.end() :]]))
        elif gathered:
            gathered[-1][2].append(line.text)
    return [
        Part(
            text=f"{superscript(number)} {one_line(join_lines(texts, setting.words))}",
            kind="footnote",
            number=number,
            page=page,
        )
        for number, page, texts in gathered
    ]


def _digits(text: str) -> str:
    return "".join(str(SUPERSCRIPTS.index(c)) if c in SUPERSCRIPTS else c for c in text)


def _unhung(text: str) -> str:
    """Return a line with the gap behind its hanging number or bullet closed."""
    head, gap, rest = text.partition("\t")
    if not gap:
        return text
    mark = read_number(f"{head} {rest}")
    hung = BULLET.fullmatch(f"{head} ") or len(head) == 1 or (mark and mark.length >= len(head))
    return f"{head} {rest}" if hung else text


def _lettered(text: str) -> bool:
    mark = read_number(text)
    return mark is not None and mark.style in {"letter", "bracketed"}
