"""Train the small linear models of extraction: ``python -m tests.gold.train``.

Needs the ``train`` extra (scikit-learn). Writes loaders/extract/weights/*.json from every coded review
at hand. ``fit`` leaves one review out, which is how ``python -m tests.gold`` measures.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from loaders.documents import read_bytes
from loaders.extract.gap_features import Judged, judge
from loaders.extract.gap_kinds import kind_features
from loaders.extract.gap_parties import Place, candidates
from loaders.extract.reading import Reading
from tests.gold.corpus import HELD_OUT, ROOT, Coded, own_reviews, shared_reviews
from tests.gold.measure import THRESHOLDS

WEIGHTS = ROOT / "loaders" / "extract" / "weights"
STRENGTH = {"gap": 0.05, "gap_kind": 0.1, "gap_holder": 0.2, "gap_receiver": 0.2}
OWN_WEIGHT = 0.5  # fiction teaches forms, published reviews how often a lapse is told
KEPT_DIGITS = 3
Weights = dict[str, Any]
Example = tuple[dict[str, float], str, float]


@dataclass(frozen=True)
class Lesson:
    """What one coded review teaches: features with their right answer and its weight, per model."""

    name: str
    examples: dict[str, list[Example]]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return the shared characters as a share of the shorter span."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    if shared <= 0 or shared / (max(a[1], b[1]) - min(a[0], b[0])) < 0.25:
        return 0.0
    return shared / min(a[1] - a[0], b[1] - b[0])


@cache
def lesson(coded: Coded) -> Lesson:
    """Return what a coded review teaches; what only one annotator found teaches nothing."""
    reading = Reading(read_bytes(coded.text.encode(), coded.source.name))
    examples: dict[str, list[Example]] = {name: [] for name in STRENGTH}
    for judged in judge(reading):
        span = (judged.sentence.start, judged.sentence.end)
        hits = [gap for gap in coded.gold["gaps"] if overlap((gap["start"], gap["end"]), span) >= 0.5]
        if hits and all(gap.get("optional") for gap in hits):
            continue
        weight = 1.0 if coded.shared else OWN_WEIGHT
        examples["gap"].append((judged.features, "gap" if hits else "", weight))
        for gap in [gap for gap in hits if not gap.get("optional")][:1]:
            _teach(examples, reading, judged, gap)
    return Lesson(coded.name, examples)


def _teach(examples: dict[str, list[Example]], reading: Reading, judged: Judged, gap: dict[str, Any]) -> None:
    """Add what one gold gap teaches about kinds and parties."""
    kinds = gap["any_kind"]
    features = kind_features(judged, judged.sentence.text)
    for place, kind in enumerate(kinds):
        share = 1 / len(kinds) if place else 1 - (len(kinds) - 1) / len(kinds) / 2
        examples["gap_kind"].append((features, kind, share))
    for field in ("holder", "receiver"):
        options = gap[f"any_{field}"]
        for kind in kinds:
            for one in candidates(reading, Place(judged, kind, *_span(judged))):
                share = sum(one.party in option for option in options) / len(options)
                for answer, weight in (("yes", share), ("", 1 - share)):
                    if weight:
                        examples[f"gap_{field}"].append((getattr(one, field), answer, weight / len(kinds)))


def _span(judged: Judged) -> tuple[int, int]:
    return judged.sentence.start, judged.sentence.end


def fit(lessons: Iterable[Lesson]) -> dict[str, Weights]:
    """Return the weights of every model, learned from some lessons."""
    chosen = list(lessons)
    return {name: _fit(name, [e for one in chosen for e in one.examples[name]]) for name in STRENGTH}


def _fit(name: str, examples: Sequence[Example]) -> Weights:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([features for features, _, _ in examples])
    answers = np.array([answer for _, answer, _ in examples])
    model = LogisticRegression(C=STRENGTH[name], max_iter=3000)
    model.fit(matrix, answers, sample_weight=[share for _, _, share in examples])
    labels = list(model.classes_) if len(model.classes_) > 2 else [model.classes_[1]]
    names = vectors.get_feature_names_out()
    weights = {
        str(label): {
            str(f): round(float(w), KEPT_DIGITS) for f, w in zip(names, row, strict=True) if abs(w) >= 0.001
        }
        for label, row in zip(labels, model.coef_, strict=True)
    }
    intercepts = {
        str(label): round(float(b), KEPT_DIGITS) for label, b in zip(labels, model.intercept_, strict=True)
    }
    return {"intercepts": intercepts, "weights": weights}


def main() -> None:
    """Train on every coded review at hand; keep also what is learned without each one of them."""
    reviews = (*shared_reviews(), *own_reviews())
    for name, found in fit(lesson(coded) for coded in reviews).items():
        data = {"threshold": THRESHOLDS.get(name, 0.5), **found}
        text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        (WEIGHTS / f"{name}.json").write_text(text, encoding="utf-8")
    for left_out in reviews:
        learned = fit(lesson(coded) for coded in reviews if coded != left_out)
        text = json.dumps(learned, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"
        (HELD_OUT / f"{left_out.name}.json").write_text(text, encoding="utf-8")
    print(f"trained on {', '.join(coded.name for coded in reviews)}")


if __name__ == "__main__":
    main()
