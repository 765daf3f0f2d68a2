"""Which kind of gap a sentence tells: by the topics it touches, its lapse expressions and what they deny."""

from __future__ import annotations

import math
import re
from functools import cache

from loaders.extract.gap_features import Judged
from loaders.extract.lexicon import lexicon
from loaders.extract.weights import linear_model

NEAR_BEFORE, NEAR_AFTER = 30, 60
FAR = 0.4
PRIOR = 0.8


@cache
def _topics() -> tuple[tuple[str, str, float, re.Pattern[str]], ...]:
    entries = lexicon("gap_kinds")["topics"]
    return tuple(
        (name, entry["kind"], float(entry.get("weight", 1)), re.compile(entry["pattern"], re.I))
        for name, entry in entries.items()
    )


def kind_features(judged: Judged, text: str) -> dict[str, float]:
    """Return the features that tell kinds apart, for the words of one gap.

    A topic near a lapse expression tells more than one at the other end of the sentence.
    """
    plain = text.replace("’", "'")
    live = [scope.cue for scope in judged.scopes if not scope.familys]
    strong = [cue for cue in live if cue.strong] or live
    found = {**judged.acts, **{f"cue:{cue.name}": 1.0 for cue in live}}
    for name, kind, weight, pattern in _topics():
        places = [match.span() for match in pattern.finditer(plain)]
        if not places:
            continue
        near = any(a < c.end + NEAR_AFTER and b > c.start - NEAR_BEFORE for a, b in places for c in strong)
        found[f"topic:{name}"] = 1.0
        if near:
            found[f"near:{name}"] = 1.0
        found[f"prior:{kind}"] = found.get(f"prior:{kind}", 0.0) + weight * (1 if near else FAR)
    return found


def kind_scores(features: dict[str, float], learned: dict[str, float]) -> dict[str, float]:
    """Return the score of each kind: what was learned, and what its topics were written for."""
    return {kind: score + PRIOR * features.get(f"prior:{kind}", 0.0) for kind, score in learned.items()}


def gap_kind(judged: Judged, text: str) -> tuple[str, float]:
    """Return the likeliest kind of a gap and its probability."""
    features = kind_features(judged, text)
    scores = kind_scores(features, linear_model("gap_kind").scores(features))
    top = max(scores, key=lambda kind: (scores[kind], kind))
    return top, 1 / sum(math.exp(score - scores[top]) for score in scores.values())
