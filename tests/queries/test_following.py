"""A trace as text: what was open with how sure it was, and how many contacts their dates rule out."""

from __future__ import annotations

import json

import pytest

from graph.trace import trace
from graph.trace.values import Days
from queries.following import days, told
from tests.graph.trace.fiction import LINDEN


def lines() -> list[str]:
    return [line.strip() for line in told(trace(LINDEN, "Co-sleeping")).splitlines()]


def test_where_it_stopped_says_since_when_and_for_how_long() -> None:
    (line,) = (one for one in lines() if one.startswith("Health visiting, since"))
    assert line.startswith("Health visiting, since 2020-03-10; 22 days lost; of these 12 to 22 days after")


def test_each_open_contact_says_when_it_is_only_possible() -> None:
    assert "2020-03     core group: Children's social care, possible  (2.5)" in lines()
    assert "2020-03-20  visit: Children's social care  (2.6)" in lines()


def test_contacts_that_are_ruled_out_are_counted_and_left_to_programs() -> None:
    text = told(trace(LINDEN, "Co-sleeping"))
    assert "ruled out by date: 1 other contact" in lines()
    assert "2020-03-02" not in text
    stopped = json.loads(told(trace(LINDEN, "Co-sleeping"), "json"))["stopped"]
    listed = [one for stop in stopped for one in stop["open_contacts"] if one["certainty"] == "impossible"]
    assert [(one["with"], one["date"]) for one in listed] == [("childrens_social_care", "2020-03-02")]


@pytest.mark.parametrize(
    ("least", "most", "words"), [(1, 1, "1 day"), (3, 9, "3 to 9 days"), (0, 9, "up to 9 days")]
)
def test_days_are_told_as_far_as_they_are_known(least: int, most: int, words: str) -> None:
    assert days(Days(least=least, most=most)) == words
