"""A small document for a test: lines of fiction, one passage each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from loaders.extract.calibration import calibrated, curve
from loaders.extract.reading import Reading
from ontology.document import Cell, Document, Passage
from ontology.model import Fact

F = TypeVar("F", bound=Fact)


def reading_of(*lines: str) -> Reading:
    """Return a Reading of lines: "# x" a heading (## deeper), tabs make a row, "* x" a bullet."""
    text, passages = "", []
    for line in lines:
        level = len(line) - len(line.lstrip("#"))
        body = line[level:].strip() if level else line
        start = len(text)
        text += body + "\n"
        kind = "heading" if level else "bullet" if line.startswith("* ") else "paragraph"
        cells: tuple[Cell, ...] = ()
        if "\t" in body:
            kind, cells = "row", tuple(_cells(body, start))
        end = start + len(body)
        table = 0 if cells else None
        passages.append(Passage(kind=kind, start=start, end=end, level=level, cells=cells, table=table))
    return Reading(Document(name="test.txt", media_type="text/plain", text=text, passages=tuple(passages)))


def given(category: str, facts: Iterable[F]) -> list[F]:
    """Return the facts of a category that are likely enough to be given by default."""
    likely = [calibrated(category, fact) for fact in facts]
    return [fact for fact in likely if fact.confidence >= curve(category).threshold]


def _cells(body: str, start: int) -> list[Cell]:
    cells, offset = [], start
    for column, cell in enumerate(body.split("\t")):
        cells.append(Cell(start=offset, end=offset + len(cell), column=column))
        offset += len(cell) + 1
    return cells
