"""Who knew what, on the page of a review whose topics and statements of knowledge were read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.report.case import case_page
from graph.report.knowledge import SIGNS
from ontology.model import Evidence, Knowledge, Recommendation, Review, Topic
from ontology.vocabulary import codes
from tests.graph.export.fiction import DOCUMENT, REVIEW, at
from tests.graph.report.pages import parsed, words


def told() -> Review:
    """The review of Child Alder with one topic, what was known of it, and a recommendation about it."""
    about: dict[str, Any] = {"topics": ("drinking",)}
    places: tuple[Evidence, ...] = (*at("drinking —")["evidence"], *at("drinking went on")["evidence"])
    knew = Knowledge(party="gp", status="knew", label="The surgery", **at("drinking went on"), **about)
    return replace(
        REVIEW,
        topics=(Topic(label="drinking", terms=("drinking",), evidence=places),),
        gaps=tuple(replace(gap, **about) for gap in REVIEW.gaps),
        knowledge=(knew,),
        recommendations=(
            *REVIEW.recommendations,
            Recommendation(label="2", text="All should ask about drinking.", **at("share\r\nwhat it learns")),
        ),
    )


@pytest.fixture(scope="module")
def page() -> str:
    return case_page(told())


def test_a_party_that_knew_is_in_the_matrix_with_its_words(page: str) -> None:
    rows = {words(row[0]): row for row in parsed(page).xpath("//table[@id='matrix']/tbody/tr")}
    cell = rows["General practice"][1]
    assert "● Knew (The surgery)" in words(cell)
    start = DOCUMENT.text.index("drinking went on")
    assert f"#e{start}-{start + len('drinking went on')}" in cell.xpath(".//@href")


def test_all_that_the_section_leads_to_is_on_the_page(page: str) -> None:
    tree = parsed(page)
    assert {link[1:] for link in tree.xpath("//@href")} <= set(tree.xpath("//@id"))


def test_a_recommendation_stands_with_the_gaps_on_its_topic(page: str) -> None:
    row = parsed(page).get_element_by_id("recommendations-2")
    assert "#gaps-1" in row.xpath("td[3]//@href")


def test_without_topics_there_is_no_such_section() -> None:
    assert "knowledge" not in parsed(case_page(REVIEW)).xpath("//section/@id")


def test_every_status_has_a_sign() -> None:
    assert set(SIGNS) == set(codes("KnowledgeStatus"))
