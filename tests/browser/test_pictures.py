"""Pictures in a real browser: enlarged and moved by button, key, mouse and finger; the page still scrolls."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.conftest import NARROW, WIDE, Open, page_of
from tests.browser.test_case_page import breaches

Point = tuple[float, float]
CENTRE = "view => window.scrollTo(0, scrollY + view.getBoundingClientRect().top - 100)"
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Picture:
    """A picture in a page: the frame that it is seen through, and the drawing that is larger or moved."""

    page: Page
    figure: Locator

    @property
    def view(self) -> Locator:
        return self.figure.locator(".view")

    @property
    def marks(self) -> Locator:
        return self.view.locator("svg a")

    def box(self, within: str = "> svg") -> dict[str, float]:
        """Where the drawing is on the screen and how large, once it is drawn; of the frame with ``..``."""
        self.page.evaluate(SETTLED)
        return box_of(self.view if within == ".." else self.view.locator(within))

    def press(self, button: str) -> None:
        self.figure.get_by_role("button", name=button).click()

    def check_filled(self) -> None:
        """The drawing leaves no part of its frame empty: it cannot be lost out of sight."""
        drawn, frame = self.box(), self.box("..")
        assert drawn["x"] <= frame["x"] + 2 and drawn["y"] <= frame["y"] + 2
        assert drawn["x"] + drawn["width"] >= frame["x"] + frame["width"] - 2
        assert drawn["y"] + drawn["height"] >= frame["y"] + frame["height"] - 2


def box_of(element: Locator) -> dict[str, float]:
    found = element.bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


def timeline(page: Page) -> Picture:
    picture = Picture(page, page.locator("#swimlane-picture"))
    picture.view.evaluate(CENTRE)
    return picture


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_buttons_and_keys_enlarge_it_within_the_page(open_page: Open, width: int) -> None:
    page = open_page(page_of("sample"), width).page
    picture = timeline(page)
    at_first = picture.box()["width"]
    output = picture.figure.locator("output")
    picture.press("Zoom in")
    assert picture.box()["width"] == pytest.approx(1.5 * at_first, rel=0.01)
    picture.view.focus()
    page.keyboard.press("+")
    assert picture.box()["width"] == pytest.approx(2.25 * at_first, rel=0.01)
    expect(output).to_have_text("225%")
    page.keyboard.press("-")
    expect(output).to_have_text("150%")
    picture.check_filled()
    page.keyboard.press("0")
    assert picture.box()["width"] == pytest.approx(picture.box("..")["width"], abs=3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert breaches(page, "#swimlane-picture") == []


def test_on_a_narrow_screen_it_begins_large_enough_to_read_and_can_be_seen_whole(open_page: Open) -> None:
    picture = timeline(open_page(page_of("sample"), NARROW).page)
    at_first = picture.box()["width"]
    assert at_first > 2 * NARROW
    picture.press("Zoom out")
    assert picture.box()["width"] < NARROW
    expect(picture.figure.locator("output")).not_to_have_text("100%")
    picture.press("Zoom in")
    assert picture.box()["width"] == pytest.approx(at_first, abs=1)
    expect(picture.figure.locator("output")).to_have_text("100%")


def test_arrows_move_it_as_far_as_there_is_more_and_then_the_page(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    picture = timeline(page)
    picture.press("Zoom in")
    picture.view.focus()
    before = picture.box()
    page.keyboard.press("ArrowRight")
    assert picture.box()["x"] == pytest.approx(before["x"] - 80, abs=2)
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        picture.box()
    picture.check_filled()
    page.keyboard.press("0")
    scrolled = page.evaluate("scrollY")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("before => scrollY > before", arg=scrolled)


def test_the_wheel_scrolls_the_page_and_enlarges_with_ctrl_only(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    picture = timeline(page)
    at_first = picture.box()
    page.mouse.move(at_first["x"] + 300, at_first["y"] + 300)
    scrolled = page.evaluate("scrollY")
    page.mouse.wheel(0, 150)
    page.wait_for_function("before => scrollY >= before + 150", arg=scrolled)
    assert picture.box()["width"] == pytest.approx(at_first["width"], abs=1)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -150)
    page.keyboard.up("Control")
    assert picture.box()["width"] > 1.05 * at_first["width"]
    assert page.evaluate("scrollY") == pytest.approx(scrolled + 150, abs=2)
    picture.check_filled()


def test_a_drag_moves_it_and_does_not_follow_the_link_it_began_on(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    picture = timeline(page)
    picture.press("Zoom in")
    picture.view.evaluate(CENTRE)
    x, y = _seen(picture)
    before = picture.box()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=4)
    page.mouse.up()
    after = picture.box()
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((-60, -40), abs=2)
    expect(page.locator("#panel")).to_be_hidden()
    page.mouse.click(x - 60, y - 40)
    expect(page.locator("#panel")).to_be_visible()


def _seen(picture: Picture) -> Point:
    """The middle of a mark well within what is seen of a picture."""
    for box in map(box_of, picture.marks.all()):
        if box["width"] < 40 and box["height"] < 40 and 300 < box["x"] < 900 and 200 < box["y"] < 700:
            point = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            if picture.page.evaluate(
                "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('svg a'))", point
            ):
                return point
    raise AssertionError("no mark is seen")


def test_a_mark_that_the_tab_key_comes_to_is_brought_into_the_frame(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    picture = timeline(page)
    for _ in range(3):
        picture.press("Zoom in")
    picture.view.focus()
    for _ in range(picture.marks.count() // 2):
        page.keyboard.press("Tab")
    frame, mark = picture.box(".."), box_of(page.locator(":focus"))
    assert mark["x"] < frame["x"] + frame["width"] and mark["x"] + mark["width"] > frame["x"]
    assert mark["y"] < frame["y"] + frame["height"] and mark["y"] + mark["height"] > frame["y"]
    expect(page.locator(":focus")).to_be_in_viewport()
    picture.check_filled()


class Fingers:
    """Fingers on a touch screen, as the browser's own protocol knows them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)

    def put(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def swipe(self, start: Point, right: float, down: float) -> None:
        """One finger, moved."""
        self.put("touchStart", start)
        for part in range(1, 9):
            self.put("touchMove", (start[0] + right * part / 8, start[1] + down * part / 8))
            self.page.evaluate(SETTLED)
        self.put("touchEnd")

    def spread(self, middle: Point, start: float, end: float) -> None:
        """Two fingers, moved apart or together, up and down from a middle."""
        x, y = middle
        self.put("touchStart", (x, y - start), (x, y + start))
        for part in range(1, 9):
            apart = start + (end - start) * part / 8
            self.put("touchMove", (x, y - apart), (x, y + apart))
            self.page.evaluate(SETTLED)
        self.put("touchEnd")


def test_two_fingers_enlarge_it_and_one_moves_it_or_the_page(open_page: Open) -> None:
    page = open_page(page_of("sample"), NARROW, touch=True).page
    picture = Picture(page, page.locator("#flows-picture"))
    picture.view.evaluate(CENTRE)
    fingers = Fingers(page)
    at_first, scrolled = picture.box(), page.evaluate("scrollY")
    fingers.swipe((300, 300), -200, 0)
    assert picture.box()["x"] == pytest.approx(at_first["x"] - 200, abs=20)
    assert page.evaluate("scrollY") == scrolled
    fingers.swipe((200, 400), 0, -100)
    page.wait_for_function("before => scrollY > before + 50", arg=scrolled)
    picture.view.evaluate(CENTRE)
    fingers.spread((195, 300), 30, 110)
    larger = picture.box()
    assert larger["width"] > 1.5 * at_first["width"]
    assert page.evaluate("visualViewport.scale") == 1
    fingers.swipe((200, 400), 0, -100)
    assert picture.box()["y"] == pytest.approx(larger["y"] - 100, abs=20)
    fingers.spread((195, 300), 110, 30)
    picture.check_filled()


def test_without_scripts_it_scrolls_in_its_frame(open_page: Open) -> None:
    page = open_page(page_of("sample"), NARROW, scripts=False).page
    picture = Picture(page, page.locator("#swimlane-picture"))
    expect(picture.figure.locator(".tools")).to_be_hidden()
    picture.view.focus()
    before = box_of(picture.view.locator("> svg"))["x"]
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert box_of(picture.view.locator("> svg"))["x"] < before


def test_it_prints_whole_however_large_it_is_on_the_screen(open_page: Open) -> None:
    page = open_page(page_of("sample")).page
    picture = timeline(page)
    picture.press("Zoom in")
    assert picture.box()["width"] > picture.box("..")["width"] + 10
    page.emulate_media(media="print")
    drawn, frame = picture.box(), picture.box("..")
    assert drawn["width"] <= frame["width"] and drawn["height"] <= frame["height"]
    assert (drawn["x"], drawn["y"]) == pytest.approx((frame["x"], frame["y"]), abs=2)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_names_of_lanes_and_months_stay_in_sight_however_it_is_moved(open_page: Open, width: int) -> None:
    page = open_page(page_of("sample"), width).page
    picture = timeline(page)
    picture.press("Zoom in")
    picture.view.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    drawn, frame, names, months = (picture.box(one) for one in ("> svg", "..", ".beside", ".above"))
    assert drawn["x"] < frame["x"] - 100 and drawn["y"] < frame["y"] - 100
    assert frame["x"] <= names["x"] and names["x"] + names["width"] <= frame["x"] + frame["width"]
    assert months["y"] == pytest.approx(frame["y"], abs=4)
