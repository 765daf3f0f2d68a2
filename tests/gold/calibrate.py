"""Learn how often each category of facts is right: ``python -m tests.gold.calibrate``.

Reads every coded review at hand by models that never saw it, fits one logistic curve for each category
over the log odds of its extractor's scores, and sets the threshold that makes F1 best. Writes
loaders/extract/weights/calibration.json from all of them and, for ``python -m tests.gold``, what is learned
without each one. To be run after ``python -m tests.gold.train``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.extract.calibration import NEAREST, Curve
from tests.gold.corpus import ROOT, Coded, own_reviews, shared_reviews
from tests.gold.measure import CURVES, GRADED, THRESHOLDS, Grade, asked, grades, raw_reading

CALIBRATION = ROOT / "loaders" / "extract" / "weights" / "calibration.json"
OWN_WEIGHT = 0.25  # fiction tells its lapses more plainly than published reviews do
# How reviews were graded when they were measured for the first time, before anything was changed for them:
# the truest account of a review not met before, so as firm as a published one. Numbers only, in their order.
FIRST = Path(__file__).parent / "first_readings.json"
FIRST_WEIGHT = 1.0
HELD_TO_ONE = 1.0  # how firmly a slope is held to 1: as firmly as one fact would hold it
HELD_TO_NONE = 0.01
# Scores under these teach no curve: rules were made with an eye on what stood just below the model's
# threshold, so that in the coded reviews more of it is wrong than elsewhere.
LEAST_TAUGHT = {"gaps": THRESHOLDS["gap"]}
STEPS, NEAR_ENOUGH = 100, 1e-9
LEVEL = 0.005  # thresholds whose F1 is this near to the best are about as good
# Rules were made with these codings in view and are right in them oftener than elsewhere: when three new
# reviews were measured, before anything was changed for them, about one fact in twenty more was wrong than
# the others had led to expect. Gaps are told by weights that never saw the review they are measured on.
DOUBT = 0.05
WITHOUT_DOUBT = {"gaps"}


# Three short reviews have their events coded: enough to say how often one is right, too little to say
# which to leave out of a time line. The score from which they are given stays as it was set by hand.
BY_HAND = {"events": 0.4}


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the facts of one category in one review teach: their grades, what was asked, their weight."""

    grades: Sequence[Grade]
    asked: int
    weight: float


def lessons(coded: Coded) -> dict[str, Lesson]:
    """Return what a coded review teaches, by category: as it was first read, where that was kept."""
    first = json.loads(FIRST.read_text(encoding="utf-8")).get(coded.name)
    if first:
        return {category: _first(one) for category, one in first.items()}
    weight = 1.0 if coded.shared else OWN_WEIGHT
    return {
        category: Lesson(graded, 0 if category == "case" else asked(coded, category), weight)
        for category, graded in grades(coded, raw_reading(coded)).items()
    }


def _first(kept: dict[str, Any]) -> Lesson:
    """Return the lesson of one category as it was first read: [sure, right, optional] for each fact."""
    graded = [Grade(sure, bool(right), bool(optional)) for sure, right, optional in kept["grades"]]
    return Lesson(graded, kept["asked"], FIRST_WEIGHT)


def fit(examples: Sequence[tuple[float, bool, float]], doubt: float = 0.0) -> tuple[float, float]:
    """Return slope and shift of the curve over (score, right, weight), by Newton's method.

    The two shares aimed at are drawn in from 1 and 0 as one fact more on either side would draw them
    (Platt's rule), so that a category that was never wrong is not taken to be infallible. ``doubt`` is the
    share (0 to 1) of what is right here that would be wrong elsewhere.
    """
    right = sum(weight for _, is_right, weight in examples if is_right)
    wrong = sum(weight for _, is_right, weight in examples if not is_right)
    aims = {True: (right + 1) / (right + 2) * (1 - doubt), False: 1 / (wrong + 2)}
    points = [(_odds(score), aims[is_right], weight) for score, is_right, weight in examples]
    slope, shift = 1.0, 0.0
    for _ in range(STEPS):
        d_slope, d_shift = HELD_TO_ONE * (slope - 1), HELD_TO_NONE * shift
        aa, ab, bb = HELD_TO_ONE, 0.0, HELD_TO_NONE
        for odds, aim, weight in points:
            share = 1 / (1 + math.exp(-(slope * odds + shift)))
            miss, spread = weight * (share - aim), weight * share * (1 - share)
            d_slope, d_shift = d_slope + miss * odds, d_shift + miss
            aa, ab, bb = aa + spread * odds * odds, ab + spread * odds, bb + spread
        scale = aa * bb - ab * ab
        by_slope, by_shift = (bb * d_slope - ab * d_shift) / scale, (aa * d_shift - ab * d_slope) / scale
        slope, shift = slope - by_slope, shift - by_shift
        if max(abs(by_slope), abs(by_shift)) < NEAR_ENOUGH:
            break
    return round(slope, 3), round(shift, 3)


def _odds(score: float) -> float:
    near = min(1 - NEAREST, max(NEAREST, score))
    return math.log(near / (1 - near))


def best_threshold(curve: Curve, taught: Iterable[Lesson]) -> float:
    """Return the probability from which to give facts so that F1 over all reviews is best.

    Where a stretch of thresholds is about as good, its middle: there a review more or less matters least.
    """
    given = [(curve(g.sure), g, one.weight) for one in taught for g in one.grades if not g.optional]
    sought = sum(one.asked * one.weight for one in taught)
    scores: dict[float, float] = {}
    for hundredths in range(100):
        least = hundredths / 100
        kept = [(grade, weight) for sure, grade, weight in given if sure >= least]
        right = sum(weight for grade, weight in kept if grade.right)
        total = sum(weight for _, weight in kept) + sought
        scores[least] = 2 * right / total if total else 0.0
    best = max(scores.values())
    level = [least for least, score in scores.items() if score >= best - LEVEL]
    return level[len(level) // 2]


def learn(taught: Sequence[dict[str, Lesson]]) -> dict[str, dict[str, float]]:
    """Return slope, shift and threshold of each category, learned from some reviews."""
    learned: dict[str, dict[str, float]] = {}
    for category in GRADED:
        own = [one[category] for one in taught if category in one]
        least = LEAST_TAUGHT.get(category, 0.0)
        graded = [(g.sure, g.right, one.weight) for one in own for g in one.grades if g.sure >= least]
        slope, shift = fit(graded, 0.0 if category in WITHOUT_DOUBT else DOUBT)
        curve = Curve(slope, shift)
        learned[category] = {"slope": slope, "shift": shift, "threshold": _threshold(category, curve, own)}
    return learned


def _threshold(category: str, curve: Curve, own: Sequence[Lesson]) -> float:
    """Return the probability from which facts of a category are given; a case always is."""
    if category == "case":
        return 0.0
    if category in BY_HAND:
        return math.floor(curve(BY_HAND[category]) * 100) / 100
    return best_threshold(curve, own)


def main() -> None:
    """Learn from every coded review at hand; keep also what is learned without each one of them."""
    taught = {coded.name: lessons(coded) for coded in (*shared_reviews(), *own_reviews())}
    everything = learn(list(taught.values()))
    without = {name: learn([one for other, one in taught.items() if other != name]) for name in taught}
    for path, data in ((CALIBRATION, everything), (CURVES, without)):
        path.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for category, curve in sorted(everything.items()):
        print(category.ljust(16) + "  ".join(f"{name} {value:.3f}" for name, value in curve.items()))


if __name__ == "__main__":
    main()
