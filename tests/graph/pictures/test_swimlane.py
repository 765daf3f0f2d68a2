from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings

from graph.pictures.canvas import Canvas, text
from graph.pictures.content import shown, timed
from graph.pictures.metrics import SIZE
from graph.pictures.swimlane import swimlane
from graph.pictures.swimlane_layout import lay_out
from graph.pictures.wording import title
from ontology.dates import earliest
from ontology.model import Event, Fact, Review
from tests.graph.pictures.drawn import SVG, Drawn
from tests.graph.pictures.fiction import EMPTY, REVIEW
from tests.graph.pictures.goldens import check_golden
from tests.graph.pictures.strategies import REVIEWS, WIDTHS


@pytest.mark.parametrize("width", [320, 390, 700, 1280, 2400])
def test_words_stand_clear_of_one_another_and_inside_the_sheet(width: int) -> None:
    drawn = Drawn(swimlane(REVIEW, width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    assert min(one.size for one in drawn.words) >= SIZE
    assert drawn.sheet.right == width


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(review=REVIEWS, width=WIDTHS)
def test_any_review_is_drawn_whole_and_legibly(review: Review, width: float) -> None:
    drawn = Drawn(swimlane(review, width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    assert [title(fact) for fact in timed(review) if fact.date and title(fact) not in drawn.titles] == []
    for sort in ("meeting", "communication", "gap", "event"):
        found = [fact for fact in timed(review) if type(fact).__name__.lower() == sort and not fact.date]
        assert not found or re.search(rf"\b{len(found)} of \d+ {sort}", drawn.text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(review=REVIEWS, width=WIDTHS)
def test_marks_keep_their_order_in_time(review: Review, width: float) -> None:
    layout = lay_out(review, width)
    if layout is None:
        assert not any(fact.date for fact in timed(review))
        return
    exact = [one for one in layout.uprights if len(one.fact.date or "") == 10]
    places = sorted(exact, key=lambda one: (earliest(one.fact.date or ""), one.x))
    assert [one.x for one in places] == sorted(one.x for one in exact)
    assert all(layout.left <= one.x <= layout.right for one in layout.uprights)
    for spot in layout.spots:
        row = next(row for row in layout.rows if row.lane.key == spot.lane)
        assert row.top <= spot.box.top
        assert spot.box.bottom <= row.bottom


def test_what_was_rejected_is_not_shown() -> None:
    drawn = Drawn(swimlane(REVIEW))
    assert not any("not used" in one for one in drawn.titles)
    assert len(shown(REVIEW.gaps)) == len(REVIEW.gaps) - 1


def test_what_has_no_date_is_counted() -> None:
    said = Drawn(swimlane(REVIEW)).text
    assert "1 of 4 meetings, 1 of 6 communications, 1 of 5 gaps and 1 of 8 events" in said
    assert "Named, but in nothing that has a date: School or early years and The network as a whole." in said


def test_nothing_dated_is_said() -> None:
    drawn = Drawn(swimlane(EMPTY, 390))
    assert "Nothing that was read from the report has a date." in drawn.text
    assert drawn.outside() == []


def test_marks_lead_to_their_evidence() -> None:
    def link(fact: Fact) -> str | None:
        return f'#at-{fact.start}"' if not isinstance(fact, Event) else None

    root = Drawn(swimlane(REVIEW, link=link)).root
    anchors = root.findall(f".//{SVG}a")
    assert root.get("role") == "group"
    assert len(anchors) == 3 + 5 + 4 + 2  # meetings, communications, gaps; the birth and the incident
    assert all(one.get("aria-label") == one.findtext(f"{SVG}title") for one in anchors)
    assert {one.get("href") for one in anchors} >= {'#at-10"', '#at-210"'}


def test_alone_it_is_one_image_with_title_and_description() -> None:
    root = Drawn(swimlane(REVIEW)).root
    assert root.get("role") == "img"
    assert root.find(f".//{SVG}a") is None
    ids = [root.get("aria-labelledby"), root.get("aria-describedby")]
    found = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert [one is not None and one.get("id") for one in found] == ids
    assert root.findtext(f"{SVG}title") == "Timeline of Child Larch"


def test_same_bytes_every_time() -> None:
    check_golden("swimlane.svg", swimlane(REVIEW, 900))
    check_golden("swimlane-narrow.svg", swimlane(REVIEW, 390))


def test_the_reader_of_pictures_sees_what_covers_what() -> None:
    canvas = Canvas("check", "A check", "Two lines of text on one another, one over the edge.")
    text(canvas.root, 5, 20, "one upon")
    text(canvas.root, 15, 22, "the other")
    text(canvas.root, 95, 80, "over the edge")
    canvas.size(100, 100)
    drawn = Drawn(str(canvas))
    assert drawn.overlapping() == [("one upon", "the other")]
    assert drawn.outside() == ["over the edge"]
