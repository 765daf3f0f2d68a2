"""Confidence is a probability: one rising curve a category, applied in one place."""

from __future__ import annotations

from dataclasses import fields

import pytest

from loaders.extract.calibration import Curve, calibrated, calibrating, curve
from loaders.extract.review import review_of
from ontology.model import Evidence, Factor, Review
from tests.extract.passages_of import reading_of

CATEGORIES = [field.name for field in fields(Review) if field.name not in ("id", "document")]
LINES = (
    "# 3 Narrative",
    "The school nurse was not told of the injury.",
    "On 3 May 2016 the ward rang the school.",
)


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_curve_rises_and_stays_a_probability(category: str) -> None:
    shares = [curve(category)(score / 100) for score in range(101)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert 0 <= curve(category).threshold <= 1


def test_a_curve_that_learned_nothing_changes_nothing() -> None:
    assert [Curve()(score) for score in (0.2, 0.5, 0.8)] == [0.2, 0.5, 0.8]
    with calibrating({}):
        assert curve("gaps") == Curve()


def test_every_place_of_a_fact_is_made_a_probability() -> None:
    places = tuple(
        Evidence(start=n, end=n + 1, quote="x", extractor="factors", confidence=score)
        for n, score in enumerate((0.5, 0.9))
    )
    with calibrating({"factors": Curve(slope=1, shift=1)}):
        fact = calibrated("factors", Factor(factor="twins", evidence=places))
    assert [one.confidence for one in fact.evidence] == [0.7311, 0.9607]


def test_the_default_threshold_is_the_curves_own() -> None:
    with calibrating({"gaps": Curve(threshold=1.0)}):
        review = review_of(reading_of(*LINES), "fiction")
    assert not review.gaps
    assert review.communications


def test_facts_have_the_probability_of_their_curve() -> None:
    with calibrating({}):
        (raw,) = review_of(reading_of(*LINES), "fiction").communications
    (fact,) = review_of(reading_of(*LINES), "fiction").communications
    assert fact.confidence == curve("communications")(raw.confidence)
