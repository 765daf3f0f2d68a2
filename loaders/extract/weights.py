"""Small linear models: weights in JSON files of the package, applied in plain Python.

They are trained by ``python -m tests.gold.train``; nothing is learned at run time.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


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


_IN_USE: ContextVar[Mapping[str, LinearModel] | None] = ContextVar("models in use", default=None)


@contextmanager
def using(models: Mapping[str, LinearModel]) -> Iterator[None]:
    """Use other models than the package's while the context lasts; measuring leaves reviews out so."""
    token = _IN_USE.set(models)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def linear_model(name: str) -> LinearModel:
    """Return the model of a name: the one in use, else the package's own."""
    return (_IN_USE.get() or {}).get(name) or _packaged(name)


@cache
def _packaged(name: str) -> LinearModel:
    text = (files("loaders") / "extract" / "weights" / f"{name}.json").read_text(encoding="utf-8")
    return model_from(json.loads(text))


def model_from(data: Mapping[str, Any]) -> LinearModel:
    """Return the model that a weights file holds."""
    return LinearModel(data["intercepts"], data["weights"], data.get("threshold", 0.5))
