"""Small linear models: weights in JSON files of the package, applied in plain Python.

They are trained by ``python -m tests.gold.train``; nothing is learned at run time.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class LinearModel:
    """One score per class: an intercept and the weights of named features.

    ``threshold`` is the probability from which a reading is kept, where the model detects something.
    """

    intercepts: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]
    threshold: float = 0.5

    def scores(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return the linear score of each class."""
        return {
            label: intercept + sum(self.weights[label].get(f, 0.0) * v for f, v in features.items())
            for label, intercept in self.intercepts.items()
        }

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of the one class that a detector has."""
        (score,) = self.scores(features).values()
        return 1 / (1 + math.exp(-score))

    def best(self, features: Mapping[str, float]) -> tuple[str, float]:
        """Return the likeliest of several classes with its probability."""
        scores = self.scores(features)
        top = max(scores, key=lambda label: (scores[label], label))
        total = sum(math.exp(score - scores[top]) for score in scores.values())
        return top, 1 / total


@cache
def linear_model(name: str) -> LinearModel:
    """Return the model kept in ``loaders/extract/weights/<name>.json``."""
    text = (files("loaders") / "extract" / "weights" / f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return LinearModel(data["intercepts"], data["weights"], data.get("threshold", 0.5))
