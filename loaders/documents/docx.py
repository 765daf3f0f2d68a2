"""DOCX: paragraphs, automatic numbers, tables and notes of a Word file, in document order."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from loaders.documents.blocks import Part
from loaders.documents.docx_numbering import Numbering
from loaders.documents.docx_text import (
    W,
    inner_paragraphs,
    is_bold,
    page_breaks,
    paragraph_text,
    run_sizes,
)
from loaders.documents.formats import Format, document_of, one_line, superscript
from loaders.documents.tables import is_header
from ontology.document import Document
from ontology.errors import UnreadableError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOTES = re.compile(r"/footnotes$|/endnotes$")


def read_docx(data: bytes, name: str) -> Document:
    """Return the document of a Word file. Raises UnreadableError where it is damaged or empty."""
    # python-docx takes a fifth of a second to import; only a Word file needs it.
    import docx  # noqa: PLC0415

    try:
        package = docx.Document(BytesIO(data))
        parts = list(_Walk(package).parts())
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, etree.XMLSyntaxError, OSError) as cause:
        hint = "copy or download it again; opening it in Word may repair it"
        raise UnreadableError("this Word file is damaged or cut short", hint=hint, source=name) from cause
    if not any(part.text or part.cells for part in parts):
        raise UnreadableError("this Word file holds no text", hint="is it a scan?", source=name)
    pages = [part.page for part in parts if part.page is not None]
    return document_of(
        parts, name, MEDIA_TYPE, page_count=max(pages, default=None), properties=_properties(package)
    )


class _Walk:
    """A walk over the body of a Word file."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._numbering = Numbering(package)
        self._styles = {style.style_id: style for style in package.styles}
        self._notes = dict(_notes(package))
        self._rendered = next(package.element.body.iter(W + "lastRenderedPageBreak"), None) is not None
        self._paged = self._rendered or any(
            page_breaks(p, rendered=False) for p in package.element.body.iter(W + "p")
        )
        self._page = 1
        self._tables = 0
        self._note = 0
        sizes: Counter[float] = Counter()
        for paragraph in package.element.body.iter(W + "p"):
            sizes.update(run_sizes(paragraph, self._style(paragraph)))
        self._body_size = sizes.most_common(1)[0][0] if sizes else 0.0

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the body in their order."""
        yield from self._children(self._package.element.body)

    def _children(self, element: Any) -> Iterator[Part]:
        for child in element:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag in {W + "sdt", W + "sdtContent", W + "ins", W + "smartTag", W + "customXml"}:
                yield from self._children(child)

    def _paragraph(self, paragraph: Any) -> Iterator[Part]:
        early, late = page_breaks(paragraph, rendered=self._rendered) or (0, 0)
        self._page += early
        part = self._part(paragraph)
        self._page += late
        if part.text:
            yield part
        for inner in inner_paragraphs(paragraph):
            yield from self._paragraph(inner)
        yield from self._notes_of(paragraph)

    def _part(self, paragraph: Any) -> Part:
        text = one_line(paragraph_text(paragraph, self._note))
        style = self._style(paragraph)
        name = style.name.lower() if style is not None and style.name else ""
        kind, level = _kind(name, paragraph, style)
        label, depth = self._numbering.label(paragraph, style)
        marked = kind is None and ((depth > 0 and not label) or name.startswith("list bullet"))
        if label and text:
            text = f"{label} {text}"
            marked = marked or (kind is None and not re.match(r"\d+\.\d", label) and depth > 0)
        if name.startswith("list bullet"):
            depth = int(name[-1]) if name[-1].isdigit() else 1
        strong = kind is None and not marked and self._set_off(paragraph, style)
        page = self._page if self._paged else None
        return Part(
            text=text,
            kind=kind,
            level=level or (depth if marked else 0),
            page=page,
            marked=marked,
            strong=strong,
        )

    def _set_off(self, paragraph: Any, style: Any) -> bool:
        sizes = run_sizes(paragraph, style)
        larger = bool(sizes) and min(sizes) > self._body_size * 1.1 > 0
        return is_bold(paragraph, style) or larger

    def _table(self, table: Any) -> Iterator[Part]:
        rows = [_row_cells(row) for row in table.iter(W + "tr") if _table_of(row) is table]
        if all(sum(1 for cell in row if cell is not None) < 2 for row in rows):
            # A table of one column frames a box of text.
            for row in rows:
                for cell in row:
                    yield from self._children(cell) if cell is not None else ()
            return
        number, self._tables = self._tables, self._tables + 1
        for place, row in enumerate(rows):
            for paragraph in (p for cell in row if cell is not None for p in cell.iter(W + "p")):
                self._page += sum(page_breaks(paragraph, rendered=self._rendered) or (0, 0))
            texts = tuple("" if cell is None else self._cell(cell) for cell in row)
            repeated = any(
                cell is not None and cell.getparent().find(f"{W}trPr/{W}tblHeader") is not None
                for cell in row
            )
            yield Part(
                cells=texts,
                table=number,
                header=place == 0 and (repeated or is_header(list(texts))),
                page=self._page if self._paged else None,
            )
        yield from self._notes_of(table)

    def _cell(self, cell: Any) -> str:
        return one_line(" ".join(paragraph_text(p, self._note) for p in cell.iter(W + "p")))

    def _notes_of(self, element: Any) -> Iterator[Part]:
        for reference in element.iter(W + "footnoteReference", W + "endnoteReference"):
            if reference.get(W + "customMarkFollows"):
                continue
            self._note += 1
            text = self._notes.get((reference.tag, reference.get(W + "id")), "")
            if text:
                number = str(self._note)
                yield Part(
                    text=f"{superscript(number)} {text}",
                    kind="footnote",
                    number=number,
                    page=self._page if self._paged else None,
                )

    def _style(self, paragraph: Any) -> Any:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._styles.get(found.get(W + "val")) if found is not None else None


def _kind(name: str, paragraph: Any, style: Any) -> tuple[str | None, int]:
    """Return the kind and heading level that a paragraph's style gives it."""
    if name in {"title", "subtitle"}:
        return "title", 0
    if name.startswith("toc ") or name == "contents heading":
        return "contents", 0
    heading = re.match(r"heading (\d)", name)
    if heading:
        return "heading", int(heading.group(1))
    outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
    while outline is None and style is not None:
        outline = style.element.find(f"{W}pPr/{W}outlineLvl")
        style = style.base_style
    if outline is not None and int(outline.get(W + "val")) < 9:
        return "heading", int(outline.get(W + "val")) + 1
    return None, 0


def _row_cells(row: Any) -> list[Any]:
    """Return the cells of a row, None for columns that another cell spans or continues."""
    cells: list[Any] = []
    for cell in row.iter(W + "tc"):
        if cell.getparent() is not row and cell.getparent().getparent().getparent() is not row:
            continue
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        cells.append(cell)
        cells += [None] * (int(span.get(W + "val")) - 1 if span is not None else 0)
    return cells


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(W + "tbl"), None)


def _notes(package: Any) -> Iterator[tuple[tuple[str, str], str]]:
    for relation in package.part.rels.values():
        if not NOTES.search(relation.reltype) or relation.is_external:
            continue
        root = etree.fromstring(relation.target_part.blob)
        for note in root.iter(W + "footnote", W + "endnote"):
            if note.get(W + "type") in {None, "normal"}:
                text = one_line(" ".join(paragraph_text(p, 0) for p in note.iter(W + "p")))
                yield (f"{note.tag}Reference", note.get(W + "id") or ""), text


def _properties(package: Any) -> tuple[tuple[str, str], ...]:
    core = package.core_properties
    dates = {"created": core.created, "modified": core.modified}
    found = {"title": core.title, "author": core.author, "subject": core.subject, "keywords": core.keywords}
    found |= {key: value.date().isoformat() for key, value in dates.items() if value is not None}
    return tuple((key, value) for key, value in sorted(found.items()) if value)


def _looks(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"word/" in data


FORMAT = Format("Word (DOCX)", (".docx", ".docm"), MEDIA_TYPE, _looks, read_docx)
