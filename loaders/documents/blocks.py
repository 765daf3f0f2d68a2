"""What every reader hands to the recognition of structure: blocks of text with what the format knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.documents.marks import read_number
from ontology.document import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that belongs together: a paragraph, a heading, a list item, a table row, a note.

    ``start`` and ``end`` are offsets into the document's text and leave out marks such as ``- `` and
    ``**``. ``kind`` is a passage kind where the format or the layout settles it, else None. ``marked``
    tells that a bullet stands before it, ``strong`` that all of it is set off (bold, larger, capitals),
    ``alone`` that space stands before and after it. ``level`` is a heading's or a bullet's depth where
    the format tells it, else 0.
    """

    start: int
    end: int
    kind: str | None = None
    number: str | None = None
    level: int = 0
    page: int | None = None
    table: int | None = None
    header: bool = False
    cells: tuple[Cell, ...] = ()
    marked: bool = False
    strong: bool = False
    alone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block before it has a place: what readers of formats with a structure of their own produce.

    ``text`` is one line without breaks; ``cells`` the texts of a table row, empty ones included.
    """

    text: str = ""
    kind: str | None = None
    number: str | None = None
    level: int = 0
    page: int | None = None
    table: int | None = None
    header: bool = False
    cells: tuple[str, ...] = ()
    marked: bool = False
    strong: bool = False


def assemble(parts: Iterable[Part]) -> tuple[str, list[Block]]:
    """Return the text that the parts make up, and the parts as blocks of it.

    Each part is a line. List items and the rows of one table follow each other directly, all else is
    set apart by an empty line; cells are set apart by tabs, items begin with ``- ``.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    offset = 0
    before: Part | None = None
    for part in parts:
        if not (part.text or any(part.cells)):
            continue
        dashed = part.marked and not read_number(part.text)
        lead = _gap(before, part) + ("- " if dashed else "")
        start = offset + len(lead)
        body = "\t".join(part.cells) if part.cells else part.text
        pieces += [lead, body]
        offset = start + len(body)
        blocks.append(_placed(part, start, offset))
        before = part
    return "".join([*pieces, "\n"]), blocks


def row_cells(texts: Iterable[str], start: int, separator: int = 1) -> tuple[Cell, ...]:
    """Return the cells of a row that begins at an offset; empty cells are left out, places are kept."""
    cells: list[Cell] = []
    for column, text in enumerate(texts):
        inner = text.strip()
        if inner:
            left = start + len(text) - len(text.lstrip())
            cells.append(Cell(start=left, end=left + len(inner), column=column))
        start += len(text) + separator
    return tuple(cells)


def _gap(before: Part | None, part: Part) -> str:
    if before is None:
        return ""
    listed = before.marked and part.marked
    entries = before.kind == part.kind == "contents"
    together = listed or entries or (part.cells and before.table == part.table)
    return "\n" if together else "\n\n"


def _placed(part: Part, start: int, end: int) -> Block:
    cells = row_cells(part.cells, start)
    if cells:
        start, end = cells[0].start, cells[-1].end
    return Block(
        start=start,
        end=end,
        kind="row" if cells else part.kind,
        number=part.number,
        level=part.level,
        page=part.page,
        table=part.table,
        header=part.header,
        cells=cells,
        marked=part.marked,
        strong=part.strong,
    )
