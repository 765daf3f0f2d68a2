"""The case on one page in a real browser: what a reader does with it, and that nothing leaves the machine."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from graph.report.case import case_page
from graph.report.folder import entry_of, index_page
from tests.browser.conftest import NARROW, REVIEWS, WIDE, Open, Opened, page_of, review
from tests.graph.report.pages import hostile

A4 = (595, 842)  # points
LARGEST = 3_000_000
SERIOUS = ("serious", "critical")


@pytest.fixture(params=REVIEWS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def breaches(page: Page, within: str | None = None) -> list[str]:
    """What axe-core finds serious or critical on the page or within a part, and the first place of each."""
    found = Axe().run(page, within).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in SERIOUS]


def test_it_breaks_no_serious_rule_of_access(open_page: Open, name: str) -> None:
    assert breaches(open_page(page_of(name)).page) == []


def test_on_a_telephone_it_breaks_none_either(open_page: Open) -> None:
    assert breaches(open_page(page_of("sample"), NARROW).page) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_fits_the_screen(open_page: Open, name: str, width: int) -> None:
    page = open_page(page_of(name), width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_its_file_is_small_enough_to_send(name: str) -> None:
    assert len(page_of(name).encode()) < LARGEST


def test_a_gap_leads_to_its_words_and_back(open_page: Open, name: str) -> None:
    page = open_page(page_of(name)).page
    link = page.locator("#gaps-1 a.place").first
    link.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel).to_be_visible()
    shown = "".join(panel.locator("mark.on").all_text_contents())
    assert "".join(review(name).gaps[0].evidence[0].quote.split()) in "".join(shown.split())
    assert breaches(page, "#panel") == []
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()


def test_the_panel_leads_on_to_all_the_evidence(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    page.locator("#gaps-2 a.place").first.click()
    page.locator("#panel-there").click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_a_mark_in_the_timeline_leads_to_its_words(open_page: Open, name: str) -> None:
    page = open_page(page_of(name)).page
    mark = page.locator("#swimlane-picture svg a").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel mark.on").first).to_be_visible()


def test_the_lists_narrow_the_table_of_gaps(open_page: Open) -> None:
    gaps = review("sample").gaps
    page = open_page(page_of("sample")).page
    rows = page.locator("#gaps-table tbody tr:visible")
    expect(rows).to_have_count(len(gaps))
    for by, value, left in (
        ("kind", "not_sought", [gap for gap in gaps if gap.kind == "not_sought"]),
        ("holder", "police", [gap for gap in gaps if "police" in gap.holder]),
        ("receiver", "none", [gap for gap in gaps if not gap.receiver]),
        ("sure", "0.7", [gap for gap in gaps if gap.confidence >= 0.7]),
    ):
        page.get_by_role("button", name="Show all").click()
        page.locator(f"#by-{by}").select_option(value)
        expect(rows).to_have_count(len(left))
        expect(page.locator("#shown")).to_have_text(f"{len(left)} of {len(gaps)} gaps shown.")
    page.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(len(gaps))


def test_a_link_to_a_gap_that_the_lists_hide_shows_it(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    hidden = next(number for number, gap in enumerate(review("sample").gaps, 1) if gap.kind != "not_sought")
    page.locator("#by-kind").select_option("not_sought")
    expect(page.locator(f"#gaps-{hidden}")).to_be_hidden()
    page.locator(f"#addressees a[href='#gaps-{hidden}']").first.click()
    expect(page.locator(f"#gaps-{hidden}")).to_be_visible()


def test_the_keyboard_comes_first_to_the_way_past_the_menu(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_without_scripts_all_text_and_tables_are_there(open_page: Open) -> None:
    page = open_page(page_of("sample"), scripts=False).page
    expect(page.locator("#gaps-table tbody tr:visible")).to_have_count(len(review("sample").gaps))
    expect(page.locator("#choices")).to_be_hidden()
    expect(page.locator(".tools").first).to_be_hidden()
    page.locator("#gaps-1 a.place").first.click()
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_it_prints_on_a4(open_page: Open, name: str) -> None:
    opened = open_page(page_of(name))
    with pdfplumber.open(io.BytesIO(opened.page.pdf(prefer_css_page_size=True))) as printed:
        sizes = {(round(page.width), round(page.height)) for page in printed.pages}
        assert sizes == {A4}
        first, last = (printed.pages[place].extract_text() for place in (0, -1))
    assert "Summary" in first and "How to read this page" in first
    assert "Made by casetrace" in last
    assert "Skip to the content" not in first and "Close" not in last  # what only a screen needs


def test_a_review_that_means_mischief_does_none(open_page: Open) -> None:
    opened: Opened = open_page(case_page(hostile()))
    assert opened.page.locator("img").count() == 0
    assert opened.page.evaluate("49") == 49  # the page is alive, and no dialog has come up
    assert breaches(opened.page) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_index_leads_to_the_pages(open_page: Open, width: int) -> None:
    page = open_page(index_page([entry_of(review("sample"))]), width).page
    assert page.locator("table a").get_attribute("href") == "child-wren.html"
    assert breaches(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
