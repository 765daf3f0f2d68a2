"""What only a Word file has: automatic numbers, styles, boxes, insertions and deletions, notes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from loaders.documents import read_bytes
from loaders.documents.listing import list_label
from ontology.document import Document

LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (form, text) in enumerate(
        [("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"), ("lowerLetter", "(%4)")]
    )
)


def numbered_file() -> Any:
    """Return a Word file with one list of several levels, number 77."""
    document = docx.Document()
    root = document.part.numbering_part.element
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{LEVELS}</w:abstractNum>')
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return document


def number(paragraph: Any, depth: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
    )


def read(document: Any) -> Document:
    stream = BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue(), "x.docx")


def told(document: Document) -> list[tuple[str, str | None, str]]:
    return [(p.kind, p.number, document.text[p.start : p.end]) for p in document.passages]


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    file = numbered_file()
    for style, depth, text in [
        ("Heading 1", 0, "Introduction"),
        (None, 1, "The child was nine months old."),
        (None, 1, "The family moved twice."),
        ("Heading 1", 0, "Analysis"),
        ("Heading 2", 1, "The move"),
        (None, 2, "Nobody told the clinic."),
        (None, 3, "the school"),
        (None, 3, "the nurse"),
        (None, 2, "Nobody asked."),
    ]:
        number(file.add_paragraph(text, style=style), depth)
    assert told(read(file)) == [
        ("heading", "1", "1. Introduction"),
        ("paragraph", "1.1", "1.1 The child was nine months old."),
        ("paragraph", "1.2", "1.2 The family moved twice."),
        ("heading", "2", "2. Analysis"),
        ("heading", "2.1", "2.1 The move"),
        ("paragraph", "2.1.1", "2.1.1 Nobody told the clinic."),
        ("bullet", "a", "(a) the school"),
        ("bullet", "b", "(b) the nurse"),
        ("paragraph", "2.1.2", "2.1.2 Nobody asked."),
    ]


def test_headings_by_look() -> None:
    file = docx.Document()
    for text, bold in [("The first months", True), ("Nobody told the clinic of the move.", False)] * 3:
        file.add_paragraph().add_run(text).bold = bold
    kinds = [kind for kind, _, _ in told(read(file))]
    assert kinds[-4:] == ["heading", "paragraph"] * 2


def test_a_box_of_one_column_is_text_and_deleted_words_are_left_out() -> None:
    file = docx.Document()
    file.add_paragraph("The plan was made in May and sent to every agency that knew the family well.")
    file.add_table(rows=1, cols=1).cell(0, 0).text = "LP1: Teams should speak to each other."
    paragraph = file.add_paragraph("It was kept.")
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "It was lost."
    run.append(words)
    deleted.append(run)
    paragraph._p.append(deleted)
    said = told(read(file))
    assert ("paragraph", "LP1", "LP1: Teams should speak to each other.") in said
    assert said[-1] == ("paragraph", None, "It was kept.")


def test_page_breaks_count_pages() -> None:
    file = docx.Document()
    file.add_paragraph("The plan was made in May and sent to every agency that knew the family well.")
    file.add_page_break()  # type: ignore[no-untyped-call]
    file.add_paragraph("The plan was read in June by the nurse, who had come back to work by then.")
    document = read(file)
    assert [p.page for p in document.passages] == [1, 2]


def test_merged_cells_keep_their_columns() -> None:
    file = docx.Document()
    table = file.add_table(rows=2, cols=3)
    for column, text in enumerate(["Date", "Event", "Note"]):
        table.cell(0, column).text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "May"
    table.cell(1, 2).text = "Late"
    document = read(file)
    assert [[cell.column for cell in p.cells] for p in document.passages] == [[0, 1, 2], [0, 2]]


def test_list_labels() -> None:
    assert [list_label(n, "a") for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [list_label(n, "I") for n in (4, 9, 14, 40)] == ["IV", "IX", "XIV", "XL"]
    assert list_label(7, "1") == "7"
