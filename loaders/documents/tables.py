"""Rows of tables in plain text: cells set apart by tabs, by pipes, or by aligned spaces."""

from __future__ import annotations

import re

from loaders.documents.blocks import Block, row_cells
from loaders.documents.lines import Line
from loaders.documents.marks import BULLET, read_number
from loaders.extract.lexicon import lexicon
from ontology.document import Cell

PIPES = re.compile(r"\|.*\|")
BAR = re.compile(r"(?<=\S)\s+\|\s+(?=\S)")
PIPE_RULE = re.compile(r"\|[\s:|-]+\|")
GAP = re.compile(r" {3,}")
NEAR = 40
DATED = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")


def is_row(lines: list[Line], place: int) -> bool:
    """Return whether a line is the row of a table."""
    line = lines[place]
    if PIPES.fullmatch(line.text):
        return True
    if "\t" in line.text:
        return not _marked_only(lines, place)
    return bool(_barred(lines, place)) or len(_aligned(lines, place)) >= 3


def row_blocks(lines: list[Line], place: int, above: list[Block]) -> tuple[list[Block], int]:
    """Return the rows of the table that begins at a line, and the place of the line after it.

    A table that goes on after a page break (blank lines, a footnote, as many columns) keeps its number.
    """
    end = place
    rows: list[tuple[Line, tuple[Cell, ...]]] = []
    ruled = False
    if PIPES.fullmatch(lines[place].text):
        while (
            end < len(lines)
            and PIPES.fullmatch(lines[end].text)
            and (end == place or not lines[end].blank_above)
        ):
            if PIPE_RULE.fullmatch(lines[end].text):
                ruled = ruled or len(rows) == 1
            else:
                inner = lines[end].text[1:-1]
                rows.append((lines[end], row_cells(re.split(r"(?<!\\)\|", inner), lines[end].start + 1)))
            end += 1
    elif "\t" in lines[place].text:
        while end < len(lines) and "\t" in lines[end].text and (end == place or not lines[end].blank_above):
            if _marked_only(lines, end):
                break
            rows.append((lines[end], row_cells(lines[end].text.split("\t"), lines[end].start)))
            end += 1
    elif run := _barred(lines, place):
        rows = [(line, row_cells(re.split(r"\|", line.text), line.start)) for line in run]
        end = place + len(run)
    else:
        run = _aligned(lines, place)
        rows = [(line, _spaced_cells(line)) for line in run]
        end = place + len(run)
    rows = [(line, cells) for line, cells in rows if cells]
    return _numbered(rows, ruled, above), end


def is_header(texts: list[str]) -> bool:
    """Return whether the cells of a first row read as column headings."""
    words = lexicon("structure")["columns"]
    plain = [re.sub(r"[^a-z ]+", " ", text.lower()).strip() for text in texts if text.strip()]
    known = sum(any(text == word or text.startswith(word + " ") for word in words) for text in plain)
    return len(plain) > 1 and 2 * known >= len(plain) and all(len(text) <= 60 for text in texts)


def _numbered(rows: list[tuple[Line, tuple[Cell, ...]]], ruled: bool, above: list[Block]) -> list[Block]:
    if not rows:
        return []
    before = _open_table(above)
    width = max(cells[-1].column for _, cells in rows)
    first = [rows[0][0].text[c.start - rows[0][0].start : c.end - rows[0][0].start] for c in rows[0][1]]
    header = ruled or is_header(first)
    goes_on = before is not None and not header and before[1] == width
    last = next((block.table for block in reversed(above) if block.table is not None), -1)
    table = before[0] if before and goes_on else last + 1
    return [
        Block(
            start=cells[0].start,
            end=cells[-1].end,
            kind="row",
            page=line.page,
            table=table,
            header=header and place == 0,
            cells=cells,
        )
        for place, (line, cells) in enumerate(rows)
    ]


def _open_table(above: list[Block]) -> tuple[int, int] | None:
    """Return the number and last column of a table that ends right above, footnotes apart."""
    for block in reversed(above):
        if block.table is not None:
            columns = [b.cells[-1].column for b in above[-NEAR:] if b.table == block.table]
            return block.table, max(columns)
        if block.kind != "footnote":
            return None
    return None


def _marked_only(lines: list[Line], place: int) -> bool:
    """Return whether a line has a tab only after its bullet or printed number."""
    text = lines[place].text
    head, _, rest = text.partition("\t")
    if "\t" in rest or not head or not rest.strip():
        return False
    if DATED.fullmatch(head.strip()) and not _in_series(lines, place, head.strip()):
        return False
    if BULLET.fullmatch(head + " ") or re.fullmatch(r"[•●○◦▪■►➢·–—*-]|o", head.strip()):
        return True
    mark = read_number(text.replace("\t", " ", 1))
    return mark is not None and mark.length >= len(head.strip())


def _in_series(lines: list[Line], place: int, head: str) -> bool:
    """Return whether 4.1.11, which could be a day, stands next to 4.1.10 or 4.1.12."""
    stem, _, last = head.rpartition(".")
    if not last.isdigit() or last.startswith("0"):
        return False
    beside = {f"{stem}.{int(last) - 1}", f"{stem}.{int(last) + 1}"}
    around = lines[max(place - 4, 0) : place + 5]
    return any(line.text.partition("\t")[0].strip().rstrip(".") in beside for line in around)


def _barred(lines: list[Line], place: int) -> list[Line]:
    """Return the run of lines from a place that single bars part into as many cells: "Date | Event"."""
    bars = len(BAR.findall(lines[place].text))
    run: list[Line] = []
    for line in lines[place:] if bars else ():
        if (run and line.blank_above) or "\t" in line.text or len(BAR.findall(line.text)) != bars:
            break
        run.append(line)
    return run if len(run) >= 3 else []


def _aligned(lines: list[Line], place: int) -> list[Line]:
    """Return the run of lines from a place whose wide gaps end at the same column."""
    columns: set[int] | None = None
    run: list[Line] = []
    for line in lines[place : place + 200]:
        if (run and line.blank_above) or "\t" in line.text:
            break
        ends = {line.indent + gap.end() for gap in GAP.finditer(line.text)}
        shared = ends if columns is None else columns & ends
        if not shared:
            break
        columns = shared
        run.append(line)
    return run


def _spaced_cells(line: Line) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    begin = 0
    for column, gap in enumerate([*GAP.finditer(line.text), None]):
        end = gap.start() if gap else len(line.text)
        cells.append(Cell(start=line.start + begin, end=line.start + end, column=column))
        begin = gap.end() if gap else end
    return tuple(cells)
