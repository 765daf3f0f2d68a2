"""The case on one page: every link has its end, every finding is there, nothing comes from outside."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace

import pytest

from graph.report.case import SECTIONS, case_page
from graph.report.facts import SORTS, anchor, facts
from graph.report.libraries import library
from ontology.document import Document
from ontology.model import Case, Review
from tests.graph.report.pages import HOSTILE, hostile, parsed, rejected, sample, sample_page, words

LARGEST = 3_000_000
EMPTY = Review(
    id="empty", document=Document(name="empty.txt", media_type="text/plain", text="x"), case=Case(evidence=())
)
PAGES = {"sample": sample_page, "hostile": lambda: case_page(hostile()), "empty": lambda: case_page(EMPTY)}


def hash_of(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]()


def test_every_link_within_the_page_has_its_end(page: str) -> None:
    tree = parsed(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = tree.xpath("//@href")
    assert links and all(link.startswith("#") and link[1:] in set(ids) for link in links)


def test_labels_lead_to_what_they_label(page: str) -> None:
    tree = parsed(page)
    named = tree.xpath("//@aria-labelledby") + tree.xpath("//label/@for")
    assert {name for one in named for name in one.split()} <= set(tree.xpath("//@id"))


def test_nothing_comes_from_outside(page: str) -> None:
    tree = parsed(page)
    assert not tree.xpath("//@src | //@srcset | //@data | //@action | //@background")
    assert not tree.xpath("//link | //iframe | //object | //embed | //base")
    assert not re.search(r"url\((?!#)|@import|fetch\(|XMLHttpRequest|sendBeacon|WebSocket", page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "http" not in policy and "unsafe-eval" not in policy


def test_only_our_scripts_and_the_library_run_each_by_its_hash(page: str) -> None:
    tree = parsed(page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    allowed = policy.partition("script-src ")[2].partition(";")[0].split()
    scripts = [one.text for one in tree.xpath("//script")]
    assert allowed == [f"'{hash_of(script)}'" for script in scripts]
    assert library("@panzoom/panzoom").commented in scripts
    assert library("modern-normalize").commented in [one.text for one in tree.xpath("//head/style")]


def test_text_of_a_review_is_never_markup() -> None:
    tree = parsed(case_page(hostile()))
    assert len(tree.xpath("//script")) == 3  # our own, Panzoom, and what gives it keys and buttons
    assert not tree.xpath("//img")
    assert words(tree.find(".//h1")) == HOSTILE
    assert tree.xpath("//meta[@http-equiv]/@content")[0].count("POLICY") == 0
    assert HOSTILE in words(tree.get_element_by_id("gaps-1"))
    assert HOSTILE in words(tree.get_element_by_id(anchor(hostile().gaps[0].evidence[0])))


def test_every_finding_has_a_place_and_leads_to_its_words() -> None:
    tree = parsed(sample_page())
    for named in facts(sample()):
        row = tree.get_element_by_id(named.id)
        assert f"#{anchor(named.fact.evidence[0])}" in row.xpath(".//@href"), named.title


def test_the_incident_in_the_timeline_leads_to_the_words_that_date_it() -> None:
    (told,) = [one for one in sample().case.evidence if one.supports == "incident_date"]
    marks = parsed(sample_page()).xpath("//*[@id='swimlane-picture']//a[starts-with(@aria-label, 'Serious')]")
    assert marks[0].get("href") == f"#{anchor(told)}"


def test_every_quote_is_marked_in_its_passage() -> None:
    tree = parsed(sample_page())
    for named in facts(sample()):
        for one in named.fact.evidence:
            pieces = tree.xpath(f"//mark[@id='{anchor(one)}' or @data-e='{anchor(one)}']")
            marked = "".join(piece.text_content() for piece in pieces)
            assert "".join(marked.split()) == "".join(one.quote.split())


def test_every_gap_is_a_row_that_the_lists_can_find() -> None:
    tree = parsed(sample_page())
    rows = tree.xpath("//table[@id='gaps-table']/tbody/tr")
    assert [row.get("data-kind") for row in rows] == [gap.kind for gap in sample().gaps]
    options = {list_.get("data-by"): list_.xpath("option/@value") for list_ in tree.xpath("//form//select")}
    for row, gap in zip(rows, sample().gaps, strict=True):
        assert gap.evidence[0].quote.split()[0] in words(row)
        for by in ("kind", "holder", "receiver"):
            assert set(row.get(f"data-{by}").split()) <= set(options[by])
    assert tree.get_element_by_id("choices").get("hidden") is not None


def test_headings_are_in_order_and_tables_have_headers(page: str) -> None:
    tree = parsed(page)
    levels = [int(one.tag[1]) for one in tree.xpath("//main//*[self::h1 or self::h2 or self::h3]")]
    assert levels[0] == 2 and set(levels) <= {2, 3}
    ids = tree.xpath("//main/section/@id")
    assert [words(one) for one in tree.xpath("//main//h2")] == [SECTIONS[name] for name in ids]
    assert ids == [name for name in SECTIONS if name in ids] and set(SECTIONS) - set(ids) <= {"knowledge"}
    for table in tree.xpath("//table"):
        assert table.xpath("caption") and table.xpath("thead//th[@scope='col']")
        assert all(row.xpath("th[@scope='row']") for row in table.xpath("tbody/tr"))
        region = table.getparent()
        assert region.get("tabindex") == "0" and region.get("role") == "region"


def test_counts_are_those_of_the_review() -> None:
    tree = parsed(sample_page())
    counted = {words(row[0]): words(row[1]) for row in tree.xpath("//table[@id='figures']/tbody/tr")}
    assert counted["Gaps"] == str(len(sample().gaps))
    assert sum(map(int, counted.values())) == sum(len(getattr(sample(), sort)) for sort in SORTS)


def test_a_reading_that_a_person_rejected_is_left_out() -> None:
    tree = parsed(case_page(rejected(sample(), 0)))
    assert len(tree.xpath("//table[@id='gaps-table']/tbody/tr")) == len(sample().gaps) - 1


def test_a_property_whose_words_a_person_rejected_is_left_out() -> None:
    case = sample().case
    seen = [replace(one, status="rejected") if one.supports == "published" else one for one in case.evidence]
    tree = parsed(case_page(replace(sample(), case=replace(case, evidence=tuple(seen)))))
    assert "Published" in [words(one) for one in parsed(sample_page()).xpath("//dt")]
    assert "Published" not in [words(one) for one in tree.xpath("//dt")]


def test_the_same_review_gives_the_same_bytes() -> None:
    assert case_page(sample()) == sample_page()


def test_a_page_is_small() -> None:
    assert len(sample_page().encode()) < LARGEST / 5


def test_an_empty_review_says_that_absence_is_not_absence_in_the_case() -> None:
    said = words(parsed(case_page(EMPTY)))
    assert "No gap was read from this report. That does not mean that there was none." in said
