"""The page of patterns across cases: counts of reports, and not a word about people."""

from __future__ import annotations

import lxml.html
import pytest

from graph.load import load_review
from graph.report.corpus import SECTIONS, Answer, grid
from graph.store import Store
from ontology.errors import UsageError
from queries.corpus import patterns
from tests.queries.small import REVIEWS


def page(store: Store, **options: bool) -> lxml.html.HtmlElement:
    for review in REVIEWS:
        load_review(store, review)
    return lxml.html.document_fromstring(patterns(store, **options))


def cells(tree: lxml.html.HtmlElement, id_: str) -> list[list[str]]:
    rows = tree.get_element_by_id(id_).xpath(".//tbody/tr")
    return [[cell.text_content() for cell in row.xpath("th | td")] for row in rows]


def test_a_grid_sums_what_its_squares_count() -> None:
    rows = [
        ["Police", "School", "not shared", 2, 2],
        ["Police", "School", "not sought", 3, 2],
        ["GP", "Police", "not shared", 1, 1],
    ]
    answer = Answer("", "", ["holder", "receiver", "kind", "gaps", "cases"], rows)
    made = grid(answer, "holder", "receiver", "gaps")
    assert (made.rows, made.columns) == (["Police", "GP"], ["School", "Police"])
    both = made.squares["Police", "School"]
    assert (both.number, both.share) == (5, 1)
    assert both.said == "not shared: 2 gaps in 2 reports; not sought: 3 gaps in 2 reports"
    assert made.squares["GP", "Police"].share == pytest.approx(0.2)


def test_years_stand_in_their_order() -> None:
    rows = [["2021", "not shared", 9, 3], ["2019", "not shared", 1, 1]]
    made = grid(Answer("", "", ["year", "kind", "gaps", "cases"], rows), "kind", "year", "cases")
    assert made.columns == ["2019", "2021"]


def test_every_section_is_there_and_links_within(store: Store) -> None:
    tree = page(store)
    ids = tree.xpath("//@id")
    assert set(SECTIONS) <= set(ids) and len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//@href")} <= set(ids)


def test_pairs_of_agencies_are_counted_by_reports(store: Store) -> None:
    assert ["General practice", "Police", "not shared", "3", "3"] in cells(page(store), "pairs-table")


def test_a_pattern_of_one_year_rests_on_one_report_and_is_held_back(store: Store) -> None:
    held = page(store)
    assert not held.xpath("//table[@id='years-table']")
    assert "held back" in held.get_element_by_id("years").text_content()
    assert {row[0] for row in cells(page(store, show_small=True), "years-table")} == {"2021", "2022", "2023"}


def test_each_report_has_those_most_like_it(store: Store) -> None:
    alike = cells(page(store), "alike-table-1")  # of child-hazel, the first by id
    assert {row[0] for row in alike} == {"child-juniper", "child-rowan"} and alike[0][1] == "1.00"


def test_no_person_and_no_area_is_named(store: Store) -> None:
    text = page(store).text_content()
    assert "Mr Ash" not in text and "grandmother" not in text.lower()


def test_no_cases_are_told_with_what_to_do(store: Store) -> None:
    with pytest.raises(UsageError, match="there are no cases yet"):
        patterns(store)
