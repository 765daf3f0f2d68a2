"""Train the small linear models of extraction: ``python -m tests.gold.train``.

Needs the ``train`` extra (scikit-learn). Writes loaders/extract/weights/*.json from every coded review
at hand. ``fit`` leaves one review out, which is how ``python -m tests.gold`` measures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
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
from loaders.extract.gap_parties import Place
from loaders.extract.gap_party_features import HOLDER, RECEIVER
from loaders.extract.gap_party_scene import Scene
from loaders.extract.gap_party_sets import candidate_sets
from loaders.extract.reading import Reading
from tests.gold.choice import Choice, fit_choices, intended
from tests.gold.corpus import HELD_OUT, ROOT, Coded, own_reviews, shared_reviews
from tests.gold.measure import THRESHOLDS

WEIGHTS = ROOT / "loaders" / "extract" / "weights"
STRENGTH = {"gap": 0.05, "gap_kind": 0.1, "gap_holder": 0.15, "gap_receiver": 0.1}
CHOICES = {HOLDER: "gap_holder", RECEIVER: "gap_receiver"}
OWN_WEIGHT = 0.5  # fiction teaches forms, published reviews how often a lapse is told
OWN_WEIGHT_OF = {HOLDER: 1.0, RECEIVER: 0.5}  # who is criticised is told alike in both
KEPT_DIGITS = 3
LEAST_SEEN = {"gap_kind": 3}  # gaps that must have a feature for it to be weighed: single words are many
Weights = dict[str, Any]
Example = tuple[dict[str, float], str, float]


@dataclass(frozen=True)
class Lesson:
    """What one coded review teaches: features with their right answer and its weight, per model."""

    name: str
    examples: dict[str, list[Example]]
    choices: dict[str, list[Choice]]


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
    taught = Lesson(coded.name, {"gap": [], "gap_kind": []}, {name: [] for name in CHOICES.values()})
    weight = 1.0 if coded.shared else OWN_WEIGHT
    for judged in judge(reading):
        span = (judged.sentence.start, judged.sentence.end)
        hits = [gap for gap in coded.gold["gaps"] if overlap((gap["start"], gap["end"]), span) >= 0.5]
        if hits and all(gap.get("optional") for gap in hits):
            continue
        taught.examples["gap"].append((judged.features, "gap" if hits else "", weight))
        for gap in [gap for gap in hits if not gap.get("optional")][:1]:
            _teach_kinds(taught, judged, gap)
            _teach_parties(taught, reading, judged, gap, coded.shared)
    return taught


def _teach_kinds(taught: Lesson, judged: Judged, gap: dict[str, Any]) -> None:
    """Add what one gold gap teaches about kinds."""
    kinds = gap["any_kind"]
    features = kind_features(judged, judged.sentence.text)
    for place, kind in enumerate(kinds):
        share = 1 / len(kinds) if place else 1 - (len(kinds) - 1) / len(kinds) / 2
        taught.examples["gap_kind"].append((features, kind, share))


def _teach_parties(
    taught: Lesson, reading: Reading, judged: Judged, gap: dict[str, Any], shared: bool
) -> None:
    """Add what one gold gap teaches about who is meant, for each of the kinds it may be."""
    held = frozenset(party for option in gap["any_holder"] for party in option)
    for kind in gap["any_kind"]:
        scene = Scene(reading, Place(judged, kind, judged.sentence.start, judged.sentence.end))
        for side, name in CHOICES.items():
            sets = candidate_sets(scene, side, held)
            aims = intended(tuple(sets), gap[f"any_{side}"])
            if any(aims):
                weight = (1.0 if shared else OWN_WEIGHT_OF[side]) / len(gap["any_kind"])
                taught.choices[name].append(Choice(tuple(sets.values()), aims, weight))


def fit(lessons: Iterable[Lesson], names: Iterable[str] = tuple(STRENGTH)) -> dict[str, Weights]:
    """Return the weights of every model of the given names, learned from some lessons."""
    chosen = list(lessons)
    learned = {}
    for name in names:
        if name in CHOICES.values():
            weights = fit_choices([c for one in chosen for c in one.choices[name]], STRENGTH[name])
            learned[name] = {"intercepts": {"chosen": 0.0}, "weights": {"chosen": _kept(weights)}}
        else:
            learned[name] = _fit(name, [e for one in chosen for e in one.examples[name]])
    return learned


def _kept(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(w, KEPT_DIGITS) for name, w in weights.items() if abs(w) >= 0.001}


def _fit(name: str, examples: Sequence[Example]) -> Weights:
    seen = Counter(feature for features, _, _ in examples for feature in features)
    least = LEAST_SEEN.get(name, 1)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        [{f: v for f, v in features.items() if seen[f] >= least} for features, _, _ in examples]
    )
    answers = np.array([answer for _, answer, _ in examples])
    model = LogisticRegression(C=STRENGTH[name], max_iter=3000)
    model.fit(matrix, answers, sample_weight=[share for _, _, share in examples])
    labels = list(model.classes_) if len(model.classes_) > 2 else [model.classes_[1]]
    names = vectors.get_feature_names_out()
    weights = {
        str(label): _kept({str(f): float(w) for f, w in zip(names, row, strict=True)})
        for label, row in zip(labels, model.coef_, strict=True)
    }
    intercepts = {
        str(label): round(float(b), KEPT_DIGITS) for label, b in zip(labels, model.intercept_, strict=True)
    }
    return {"intercepts": intercepts, "weights": weights}


def main() -> None:
    """Train on every coded review at hand; keep also what is learned without each one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL", help="only these models (default: all)")
    names = parser.parse_args().models or list(STRENGTH)
    reviews = (*shared_reviews(), *own_reviews())
    for name, found in fit((lesson(coded) for coded in reviews), names).items():
        data = {"threshold": THRESHOLDS.get(name, 0.5), **found}
        text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        (WEIGHTS / f"{name}.json").write_text(text, encoding="utf-8")
    for left_out in reviews:
        path = HELD_OUT / f"{left_out.name}.json"
        before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        learned = {**before, **fit((lesson(coded) for coded in reviews if coded != left_out), names)}
        text = json.dumps(learned, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"
        path.write_text(text, encoding="utf-8")
    print(f"trained {', '.join(names)} on {', '.join(coded.name for coded in reviews)}")


if __name__ == "__main__":
    main()
