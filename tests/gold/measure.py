"""How well extraction reads the coded reviews, each read with weights learned without it."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any

from loaders.documents import read_bytes
from loaders.extract.contract import contract
from loaders.extract.review import extract_review
from loaders.extract.weights import LinearModel, model_from, using
from tests.gold import scoring
from tests.gold.corpus import HELD_OUT, SHARED, Coded

# The probability from which a gap is kept: where leave-one-review-out detection scored best.
THRESHOLDS = {"gap": 0.42}
BANDS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
LEAST = 0.5


def held_out(coded: Coded) -> dict[str, LinearModel]:
    """Return the models learned without a review; none where it was never trained on."""
    path = HELD_OUT / f"{coded.name}.json"
    if not path.exists():
        return {}
    learned: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: model_from({"threshold": THRESHOLDS.get(name, 0.5), **one}) for name, one in learned.items()
    }


@cache
def reading_of(coded: Coded) -> dict[str, Any]:
    """Return the extract contract of a review, read by models that never saw it."""
    with using(held_out(coded)):
        review = extract_review(read_bytes(coded.text.encode(), coded.source.name), coded.name)
    found: dict[str, Any] = json.loads(json.dumps(contract(review)))
    return found


@cache
def scores_of(coded: Coded) -> dict[str, float]:
    """Return the score of each category, by the shared scorer for published reviews, else by our own."""
    gold, found = json.loads(json.dumps(coded.gold)), json.loads(json.dumps(reading_of(coded)))
    if coded.shared:
        figures, _ = _shared_scorer().score(coded.text, gold, found)
        return {name: float(one["score"]) for name, one in figures.items()}
    return scoring.scores(gold, found)


@cache
def _shared_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reliability(reviews: tuple[Coded, ...], category: str) -> list[tuple[str, int, float, float]]:
    """Return (band, facts, mean confidence, share right) for the facts of one placed category."""
    graded: list[tuple[float, bool]] = []
    for coded in reviews:
        gold, found = coded.gold[category], reading_of(coded)[category]
        right = {j for _, j in scoring.matches(gold, found, scoring.SAME[category])}
        graded += [(fact["confidence"], place in right) for place, fact in enumerate(found)]
    rows = []
    for low, high in pairwise(BANDS):
        band = [one for one in graded if low <= one[0] < high or (high == 1.0 and one[0] == 1.0)]
        if band:
            mean = sum(c for c, _ in band) / len(band)
            rows.append((f"{low:.1f}-{high:.1f}", len(band), mean, sum(r for _, r in band) / len(band)))
    return rows
