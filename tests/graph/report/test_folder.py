"""A folder of pages: one a case, an index that leads to each, all of them or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.load import load_review
from graph.report import folder as pages
from graph.report.case import case_page
from graph.report.folder import INDEX, entry_of, index_page, write_pages
from graph.store import Store
from graph.withdraw import withdraw
from ontology.errors import UsageError
from ontology.model import Review
from tests.graph.report.pages import HOSTILE, hostile, parsed, sample, words


@pytest.fixture
def two(store: Store) -> Store:
    load_review(store, sample())
    load_review(store, replace(hostile(), id="a/b"))
    return store


def test_each_case_has_a_page_and_the_index_leads_to_it(two: Store, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    assert write_pages(two, ["a/b", sample().id], folder) == 2
    links = parsed((folder / INDEX).read_text(encoding="utf-8")).xpath("//table//@href")
    assert links == ["a%252Fb.html", "child-wren.html"]
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["a%2Fb.html", "child-wren.html", INDEX]


def test_a_stored_case_gives_the_page_of_the_review_it_was_read_from(two: Store, tmp_path: Path) -> None:
    write_pages(two, [sample().id], tmp_path)
    assert (tmp_path / "child-wren.html").read_text(encoding="utf-8") == case_page(sample())


def test_a_withdrawn_case_is_named_without_a_page(two: Store, tmp_path: Path) -> None:
    withdraw(two, sample().id)
    assert write_pages(two, ["a/b", sample().id], tmp_path) == 1
    assert "without a page: child-wren" in words(parsed((tmp_path / INDEX).read_text(encoding="utf-8")))


def test_a_failed_run_leaves_nothing(two: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(review: Review) -> str:
        if review.id == sample().id:
            raise OSError(28, "No space left on device")
        return "page"

    monkeypatch.setattr(pages, "case_page", fails)
    with pytest.raises(UsageError, match="No space left"):
        write_pages(two, ["a/b", sample().id], tmp_path / "report")
    assert list(tmp_path.iterdir()) == []


def test_an_index_never_takes_text_for_markup() -> None:
    tree = parsed(index_page([entry_of(hostile())]))
    assert len(tree.xpath("//script")) == 1
    assert HOSTILE in words(tree.xpath("//table")[0])
