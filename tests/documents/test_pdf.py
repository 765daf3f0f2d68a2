"""What only a PDF has: pages, type, running matter, hyphens at line ends, ruled tables, notes at the foot."""

from __future__ import annotations

from loaders.documents import read_bytes
from loaders.documents.pdf_page import join_lines
from ontology.document import Document
from tests.documents.printing import Printer

BODY = (
    "The health visitor rang the school nurse twice in May and left word, but nobody rang back. The move "
    "was not known to the clinic, and the records stayed where they were until the autumn of that year."
)


def printed(*items: tuple[str, object], header: str = "") -> Document:
    printer = Printer(header=header, footer="Page {page}")
    for kind, content in items:
        if kind == "page":
            printer.new_page()
        else:
            printer.put(kind, content)
    return read_bytes(printer.finish(), "x.pdf")


def told(document: Document, kind: str) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages if p.kind == kind]


def test_a_heading_on_two_lines_is_one() -> None:
    heading = "4. What agencies knew about the move of the family and how they came to know about it in time"
    document = printed(("p", BODY), ("h1", heading), ("p", BODY), ("p", BODY))
    assert told(document, "heading") == [heading]
    assert told(document, "paragraph") == [BODY] * 3


def test_a_paragraph_that_goes_on_over_the_page_is_one() -> None:
    start, rest = BODY.split(" but ", 1)
    rest = f"but {rest}"
    document = printed(
        ("p", BODY), ("p", start), ("note", "See (2018)."), ("page", ""), ("p", rest), ("p", BODY)
    )
    assert told(document, "paragraph") == [BODY] * 3
    assert [p.kind for p in document.passages] == ["paragraph", "paragraph", "footnote", "paragraph"]
    assert [p.page for p in document.passages] == [1, 1, 1, 2]


def test_a_table_that_goes_on_over_the_page_is_one() -> None:
    head, rows = ("Date", "Event", "Agency"), [("May", "Visit", "Clinic"), ("June", "Call", "School")]
    document = printed(
        ("p", BODY),
        ("table", (head, rows[0])),
        ("page", ""),
        ("table", (head, rows[1], rows[0])),
        ("p", BODY),
    )
    (table,) = document.tables()
    assert [tuple(document.text[c.start : c.end] for c in row.cells) for row in table] == [
        head,
        *rows,
        rows[0],
    ]
    assert [row.page for row in table] == [1, 1, 2, 2]


def test_a_row_that_a_page_break_cuts_is_mended() -> None:
    head, whole = ("Date", "Event", "Agency"), ("4 May", "Visit held at home by the nurse", "Clinic")
    above, below = ("4 May", "Visit held at home by", "Clinic"), ("", "the nurse", "")
    document = printed(
        ("p", BODY), ("table", (head, above)), ("page", ""), ("table", (below, whole)), ("p", BODY)
    )
    (table,) = document.tables()
    rows = [tuple(document.text[c.start : c.end] for c in row.cells) for row in table]
    assert rows == [head, whole, whole]
    assert [row.page for row in table] == [1, 1, 2]


def test_running_matter_goes_and_a_heading_of_the_same_words_stays() -> None:
    items = [item for _ in range(5) for item in (("p", BODY), ("page", ""))]
    document = printed(("h1", "Review of Child Q"), *items, header="Review of Child Q")
    said = [document.text[p.start : p.end] for p in document.passages]
    assert said.count("Review of Child Q") == 1
    assert not [text for text in said if text.startswith("Page")]


def test_hyphens_at_line_ends() -> None:
    words = frozenset({"multi-agency", "information"})
    assert join_lines(["the infor-", "mation"], words) == "the information"
    assert join_lines(["a multi-", "agency plan"], words) == "a multi-agency plan"
    assert join_lines(["the mother-", "in-law"], frozenset({"mother-in-law"})) == "the mother-in-law"
    assert join_lines(["in co-", "operation"], frozenset()) == "in co-operation"
    assert join_lines(["soft\u00ad", "ened"], frozenset()) == "softened"
    assert join_lines(["April -", "May"], frozenset()) == "April - May"


def test_properties() -> None:
    document = printed(("p", BODY))
    assert document.media_type == "application/pdf"
    assert dict(document.properties)["title"]
