"""No category of any coded review may fall by more than 0.01 under its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gold import scoring
from tests.gold.corpus import Coded, own_reviews, shared_reviews
from tests.gold.measure import GRADED, reading_of, reliability, scores_of

FLOORS = Path(__file__).parent / "floors.json"
MOST_FALL = 0.01
MOST_OVER, MOST_UNDER = 0.06, 0.12  # how far confidence may stray from the share of facts that are right

every_review = pytest.mark.parametrize(
    "coded", (*shared_reviews(), *own_reviews()), ids=lambda coded: coded.name
)


@every_review
def test_no_category_falls_below_its_floor(coded: Coded) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[coded.name]
    scores = scores_of(coded)
    fallen = {
        name: (scores[name], floor) for name, floor in floors.items() if scores[name] < floor - MOST_FALL
    }
    assert not fallen


@pytest.mark.parametrize("category", GRADED)
def test_facts_are_about_as_often_right_as_their_confidence_says(category: str) -> None:
    rows = reliability((*shared_reviews(), *own_reviews()), category).values()
    facts = sum(number for number, _, _ in rows)
    said = sum(number * mean for number, mean, _ in rows) / facts
    right = sum(number * share for number, _, share in rows) / facts
    assert -MOST_OVER < right - said < MOST_UNDER


@pytest.mark.parametrize("coded", shared_reviews(), ids=lambda coded: coded.name)
def test_our_scorer_agrees_with_the_one_that_came_with_the_coded_reviews(coded: Coded) -> None:
    ours = scoring.scores(json.loads(json.dumps(coded.gold)), reading_of(coded))
    theirs = scores_of(coded)
    assert {name: round(value, 2) for name, value in ours.items()} == {
        name: round(theirs[name], 2) for name in ours
    }
