"""No category of any coded review may fall by more than 0.01 under its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gold.corpus import Coded, own_reviews, shared_reviews
from tests.gold.measure import scores_of

FLOORS = Path(__file__).parent / "floors.json"
MOST_FALL = 0.01

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
