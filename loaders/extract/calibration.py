"""From how sure an extractor was to how often it is right: one small monotone curve for each category.

The curves are learned by ``python -m tests.gold.calibrate`` and kept in weights/calibration.json; each
category has with it the probability from which its facts are given where nobody asks for another.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from ontology.model import Fact

F = TypeVar("F", bound=Fact)
NEAREST = 0.001  # scores this near to 0 or 1 are taken as that near: a logit needs it
DIGITS = 4  # of a probability


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over the log odds of a score: rising, and straight where slope is 1 and shift 0.

    ``threshold`` is the probability (0 to 1) from which a fact of the category is given by default.
    """

    slope: float = 1.0
    shift: float = 0.0
    threshold: float = 0.0

    def __call__(self, score: float) -> float:
        """Return the probability that a fact with a score is right."""
        near = min(1 - NEAREST, max(NEAREST, score))
        odds = self.slope * math.log(near / (1 - near)) + self.shift
        return round(1 / (1 + math.exp(-odds)), DIGITS)


Curves = Mapping[str, Curve]
_IN_USE: ContextVar[Curves | None] = ContextVar("curves in use", default=None)


@contextmanager
def calibrating(curves: Curves | None) -> Iterator[None]:
    """Use other curves while the context lasts; None for the package's own.

    What has no curve among them stays as sure as its extractor was.
    """
    token = _IN_USE.set(curves)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def curve(category: str) -> Curve:
    """Return the curve of a category of facts ("meetings"); one of no effect where none was learned."""
    in_use = _IN_USE.get()
    return (_packaged() if in_use is None else in_use).get(category, Curve())


def calibrated(category: str, fact: F) -> F:
    """Return a fact with the confidence of its evidence made a probability."""
    chosen = curve(category)
    evidence = tuple(replace(one, confidence=chosen(one.confidence)) for one in fact.evidence)
    return replace(fact, evidence=evidence)


@cache
def _packaged() -> Curves:
    text = (files("loaders") / "extract" / "weights" / "calibration.json").read_text(encoding="utf-8")
    return curves_from(json.loads(text))


def curves_from(data: Mapping[str, Any]) -> Curves:
    """Return the curves that a file of them holds."""
    return {category: Curve(**one) for category, one in data.items()}
