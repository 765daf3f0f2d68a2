"""The same report in every format has the same headings, numbers, lists, cells and notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.documents import read_document
from ontology.document import Document, Passage
from tests.documents.sample import NOTE, REVIEW, write

SUFFIXES = ["txt", "md", "html", "docx", "pdf"]


@pytest.fixture(scope="module", params=SUFFIXES)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Document:
    return read_document(write(tmp_path_factory.mktemp("sample"), request.param))


def words(document: Document, passage: Passage) -> str:
    return " ".join(document.text[passage.start : passage.end].split())


def of_kind(document: Document, *kinds: str) -> list[Passage]:
    return [passage for passage in document.passages if passage.kind in kinds]


def written(*kinds: str) -> list[str]:
    return [str(content) for kind, content in REVIEW if kind in kinds]


def test_headings(document: Document) -> None:
    headings = of_kind(document, "heading")
    assert [words(document, h) for h in headings] == written("h1", "h2")
    assert [h.number for h in headings] == ["1", "2", "2.1", "2.2", "3"]
    assert [h.level for h in headings] == [1, 1, 2, 2, 1]


def test_paragraphs(document: Document) -> None:
    paragraphs = of_kind(document, "paragraph")
    assert [p.number for p in paragraphs] == ["1.1", "1.2", "1.3", "2.1.1", "2.1.2", "3.1", "LP1"]
    assert [words(document, p).replace("[^1]", "¹") for p in paragraphs] == written("p")


def test_bullets(document: Document) -> None:
    assert [words(document, b) for b in of_kind(document, "bullet")] == written("li")
    assert {b.level for b in of_kind(document, "bullet")} == {1}


def test_table(document: Document) -> None:
    (table,) = document.tables()
    cells = [tuple(document.text[c.start : c.end].strip() for c in row.cells) for row in table]
    assert cells == list(next(content for kind, content in REVIEW if kind == "table"))  # type: ignore[call-overload]
    assert [row.header for row in table] == [True, False, False, False]


def test_footnote(document: Document) -> None:
    (note,) = of_kind(document, "footnote")
    assert note.number == "1"
    assert words(document, note).endswith(NOTE)
    assert document.number_at(note.start) == "1"


def test_front(document: Document) -> None:
    assert [words(document, t) for t in of_kind(document, "title")] == written("title")
    contents = [words(document, c) for c in of_kind(document, "contents")]
    assert contents[0] == "Contents"
    assert [line[:6] for line in contents[1:]] == ["1. Int", "2. Wha", "3. Fin"]


def test_running_matter_is_left_out(document: Document) -> None:
    said = " ".join(words(document, passage) for passage in document.passages)
    assert said.count("Oakshire Safeguarding Partnership") == 1
    assert "Page 2" not in said
    assert "Cookies" not in said


def test_pages(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "pdf"))
    assert document.page_count == 3
    pages = {passage.number: passage.page for passage in document.passages if passage.kind == "paragraph"}
    assert pages["1.1"] == 2
    assert pages["3.1"] == 3
