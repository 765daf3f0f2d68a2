"""How well extraction reads the coded reviews, each read with weights learned without it."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from loaders.documents import read_bytes
from loaders.extract.calibration import Curves, calibrating, curves_from
from loaders.extract.contract import contract
from loaders.extract.review import extract_review
from loaders.extract.weights import LinearModel, model_from, using
from ontology.model import Review
from tests.gold import scoring
from tests.gold.corpus import HELD_OUT, SHARED, Coded

# The probability from which a gap is kept: where leave-one-review-out detection scored best.
THRESHOLDS = {"gap": 0.42}
BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
LEAST = 0.5
# Categories whose facts have a confidence, for the reliability table.
GRADED = ("case", *scoring.SAME, "factors", "events")
PLACED = {**scoring.SAME, "events": scoring.same_event}
CURVES = Path(__file__).parent / "held_out_curves.json"  # calibration learned without each review


@dataclass(frozen=True, slots=True)
class Grade:
    """How sure a fact was, whether it is right, and whether only one of two annotators asked for it."""

    sure: float
    right: bool
    optional: bool = False


def held_out(coded: Coded) -> dict[str, LinearModel]:
    """Return the models learned without a review; none where it was never trained on."""
    path = HELD_OUT / f"{coded.name}.json"
    if not path.exists():
        return {}
    learned: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: model_from({"threshold": THRESHOLDS.get(name, 0.5), **one}) for name, one in learned.items()
    }


def curves_without(coded: Coded) -> Curves | None:
    """Return the curves learned without a review, None (the package's) where it taught them nothing."""
    kept: Mapping[str, Any] = json.loads(CURVES.read_text(encoding="utf-8")) if CURVES.exists() else {}
    return curves_from(kept[coded.name]) if coded.name in kept else None


@cache
def raw_reading(coded: Coded) -> Review:
    """Return everything read in a review by models that never saw it, as sure as the extractors were."""
    with using(held_out(coded)), calibrating({}):
        return extract_review(read_bytes(coded.text.encode(), coded.source.name), coded.name, 0.0)


@cache
def review_read(coded: Coded) -> Review:
    """Return a review as it is given by default, by models and curves that never saw it."""
    with using(held_out(coded)), calibrating(curves_without(coded)):
        return extract_review(read_bytes(coded.text.encode(), coded.source.name), coded.name)


@cache
def reading_of(coded: Coded) -> dict[str, Any]:
    """Return the extract contract of a review, read by models and curves that never saw it."""
    found: dict[str, Any] = json.loads(json.dumps(contract(review_read(coded))))
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


def grades(coded: Coded, review: Review) -> dict[str, list[Grade]]:
    """Return, for each category, how sure each fact of a review was and whether it is right.

    Of agencies, those that took part are asked for; of a family member the kinship; of a gap its place;
    of the case, each field that the coding holds. Few reviews have their events coded.
    """
    found = json.loads(json.dumps(contract(review)))
    graded: dict[str, list[Grade]] = {"case": list(_case_grades(coded, review, found["case"]))}
    for category, same in PLACED.items():
        if category not in coded.gold:
            continue
        gold, facts = coded.gold[category], scoring.involved(found[category])
        right = {j: i for i, j in scoring.matches(gold, facts, same)}
        graded[category] = [
            Grade(fact["confidence"], j in right, j in right and bool(gold[right[j]].get("optional")))
            for j, fact in enumerate(facts)
        ]
    told = {item["factor"]: bool(item.get("optional")) for item in coded.gold["factors"]}
    graded["factors"] = [
        Grade(one["confidence"], one["factor"] in told, told.get(one["factor"], False))
        for one in found["factors"]
    ]
    return graded


def _case_grades(coded: Coded, review: Review, found: dict[str, Any]) -> Iterator[Grade]:
    gold = coded.gold["case"]
    for one in review.case.evidence:
        field = one.supports
        if field in gold and field != "title":
            yield Grade(one.confidence, scoring.case_score({str(field): gold[field]}, found) >= LEAST)


def asked(coded: Coded, category: str) -> int:
    """Return how many facts of a category a coding asks for."""
    return sum(not item.get("optional") for item in coded.gold[category])


def reliability(reviews: tuple[Coded, ...], category: str) -> dict[str, tuple[int, float, float]]:
    """Return (facts, mean confidence, share right) of the facts given, by band of confidence."""
    graded = [one for coded in reviews for one in grades(coded, review_read(coded)).get(category, ())]
    rows = {}
    for low, high in pairwise(BANDS):
        band = [one for one in graded if low <= one.sure < high or (high == 1.0 and one.sure == 1.0)]
        if band:
            mean = sum(one.sure for one in band) / len(band)
            rows[f"{low:.1f}-{high:.1f}"] = (len(band), mean, sum(one.right for one in band) / len(band))
    return rows
