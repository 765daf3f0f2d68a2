"""A plain-text review set as a PDF and as a Word file, as an office would."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

import docx
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # type: ignore[import-untyped]

from ontology.document import Document, Passage

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=10)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", fontSize=13, leading=17, spaceBefore=8)
TITLE = ParagraphStyle("title", HEADING, fontSize=18, leading=24)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12, spaceAfter=0)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)), ("VALIGN", (0, 0), (-1, -1), "TOP")]
TEXT_WIDTH = A4[0] - 144


def pdf_of(document: Document) -> bytes:
    """Return the passages of a document as a PDF; the same document gives the same bytes."""
    styles = {"title": TITLE, "heading": HEADING}
    story: list[object] = []
    for table, passages in groupby(document.passages, key=_table):
        if table is None:
            for passage in passages:
                words = ("• " if passage.kind == "bullet" else "") + _text(document, passage)
                story.append(Paragraph(escape(words), styles.get(passage.kind, BODY)))
        else:
            rows = [[Paragraph(escape(cell), CELL) for cell in row] for row in _rows(document, passages)]
            story.append(Table(rows, colWidths=_widths(len(rows[0])), style=GRID, spaceAfter=12))
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build(story)
    return stream.getvalue()


def docx_of(document: Document) -> bytes:
    """Return the passages of a document as a Word file with heading styles and real tables."""
    word = docx.Document()
    for table, passages in groupby(document.passages, key=_table):
        if table is not None:
            rows = _rows(document, passages)
            grid = word.add_table(rows=len(rows), cols=len(rows[0]))
            for line, row in zip(grid.rows, rows, strict=True):
                for cell, words in zip(line.cells, row, strict=True):
                    cell.text = words
            continue
        for passage in passages:
            words = _text(document, passage)
            if passage.kind == "heading":
                word.add_heading(words, max(1, min(passage.level, 9)))
            elif passage.kind == "bullet":
                word.add_paragraph(words, style="List Bullet")
            else:
                word.add_paragraph(words, style="Title" if passage.kind == "title" else None)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _widths(columns: int) -> list[float]:
    """Return column widths in points: the first of three or more is narrow, as for a date."""
    first = TEXT_WIDTH * (0.16 if columns > 2 else 1 / columns)
    return [first] + [(TEXT_WIDTH - first) / (columns - 1)] * (columns - 1)


def _table(passage: Passage) -> int | None:
    return passage.table


def _text(document: Document, passage: Passage) -> str:
    words = document.text[passage.start : passage.end]
    return " ".join((words.replace("\t", " ..... ") if passage.kind == "contents" else words).split())


def _rows(document: Document, passages: Iterable[Passage]) -> list[list[str]]:
    """Return the cells of a table's rows, each row as long as the longest."""
    rows = [[document.text[cell.start : cell.end].strip() for cell in passage.cells] for passage in passages]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]
