"""The curves that calibrate: what is right as often as it says is left, what is not is moved."""

from __future__ import annotations

import json

import pytest

from loaders.extract.calibration import Curve
from tests.gold.calibrate import FIRST, Lesson, best_threshold, fit, lessons
from tests.gold.corpus import own_reviews
from tests.gold.measure import Grade


def examples(shares: dict[float, tuple[int, int]]) -> list[tuple[float, bool, float]]:
    """Examples with so many right of so many, by score."""
    return [(score, n < right, 1.0) for score, (right, number) in shares.items() for n in range(number)]


def test_a_true_score_is_left_as_it_is() -> None:
    curve = Curve(*fit(examples({0.25: (50, 200), 0.5: (100, 200), 0.75: (150, 200)})))
    assert [curve(score) for score in (0.25, 0.5, 0.75)] == pytest.approx([0.25, 0.5, 0.75], abs=0.01)


def test_overconfidence_is_taken_back() -> None:
    curve = Curve(*fit(examples({0.6: (100, 200), 0.9: (140, 200)})))
    assert [curve(score) for score in (0.6, 0.9)] == pytest.approx([0.5, 0.7], abs=0.02)


def test_nothing_is_infallible_for_never_having_been_wrong() -> None:
    curve = Curve(*fit(examples({0.8: (20, 20)})))
    assert 0.9 < curve(0.8) < 0.97


def test_doubt_takes_off_its_share() -> None:
    shares = {0.5: (200, 200)}
    assert Curve(*fit(examples(shares), 0.1))(0.5) < 0.91 < Curve(*fit(examples(shares)))(0.5)


def test_weights_count() -> None:
    light = Curve(*fit([(0.7, True, 1.0)] * 30 + [(0.7, False, 0.1)] * 30))
    heavy = Curve(*fit([(0.7, True, 1.0)] * 30 + [(0.7, False, 1.0)] * 30))
    assert heavy(0.7) < light(0.7)


def test_the_threshold_parts_right_from_wrong() -> None:
    grades = [Grade(0.8, True)] * 9 + [Grade(0.3, False)] * 9
    assert 0.3 < best_threshold(Curve(), [Lesson(grades, 9, 1.0)]) <= 0.8


def test_what_only_one_annotator_found_moves_no_threshold() -> None:
    grades = [Grade(0.8, True)] * 9 + [Grade(0.3, True, optional=True)] * 9 + [Grade(0.2, False)] * 9
    assert best_threshold(Curve(), [Lesson(grades, 9, 1.0)]) > 0.2


def test_first_readings_stand_in_for_later_ones() -> None:
    kept = json.loads(FIRST.read_text(encoding="utf-8"))
    known = {coded.name: coded for coded in own_reviews()}
    for name, categories in kept.items():
        taught = lessons(known[name])
        assert set(taught) == set(categories)
        assert all(0 <= grade.sure <= 1 for one in taught.values() for grade in one.grades)
