"""Circumstances of the child, the family and the work that a review tells of its own case.

Each factor has cues (lexicon/factors.yaml). A cue counts where the review narrates or analyses this
case, not where it cites research, states terms of reference or recommends, and not where it is
negated. The factor is read when enough different sentences bear it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence
from ontology.model import Evidence, Factor

STRONG, WEAK = 1.0, 0.5
MOST_EVIDENCE = 12


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one factor, with the weight of evidence that it takes to read it."""

    code: str
    strong: tuple[re.Pattern[str], ...]
    weak: tuple[re.Pattern[str], ...]
    need: float
    denial_counts: bool


@cache
def _factors() -> tuple[Cues, ...]:
    rules = lexicon("factors")
    return tuple(
        Cues(
            code=code,
            strong=_compiled(entry["strong"]),
            weak=_compiled(entry.get("weak", ())),
            need=float(entry.get("need", 1)),
            denial_counts=code in rules["denial_counts"],
        )
        for code, entry in rules["factors"].items()
    )


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@cache
def _general() -> tuple[re.Pattern[str], ...]:
    return _compiled(lexicon("factors")["general"])


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(lexicon("factors")["negations"], re.IGNORECASE)


def read_factors(reading: Reading) -> tuple[Factor, ...]:
    """Return each factor that the review bears out, once, with the sentences that show it."""
    roles = set(lexicon("factors")["roles"])
    sentences = [s for s in reading.sentences if s.role in roles and not _is_general(s.text)]
    brief = len(reading.document.text.split()) < lexicon("factors")["full_length"]
    found = [factor for cues in _factors() if (factor := _read(reading, cues, sentences, brief))]
    return tuple(sorted(found, key=lambda factor: factor.start))


def _is_general(text: str) -> bool:
    return any(pattern.search(text) for pattern in _general())


def _read(reading: Reading, cues: Cues, sentences: list[Sentence], brief: bool) -> Factor | None:
    """Return a factor when the sentences that carry its cues weigh enough together."""
    borne = [(weight, span) for s in sentences if (weight := (span := _cue(cues, s))[0]) > 0]
    total = sum(weight for weight, _ in borne)
    need = min(cues.need, STRONG) if brief else cues.need
    if total < need:
        return None
    confidence = min(0.97, 0.55 + 0.12 * (total - need) + 0.1 * (cues.need <= 1))
    borne.sort(key=lambda one: -one[0])
    evidence = tuple(_evidence(reading, span, confidence) for _, span in borne[:MOST_EVIDENCE])
    first = min(evidence, key=lambda e: e.start)
    return Factor(factor=cues.code, evidence=(first, *(e for e in evidence if e is not first)))


def _cue(cues: Cues, sentence: Sentence) -> tuple[float, int, int]:
    """Return (weight, start, end) of the best cue a sentence carries; weight 0 where there is none."""
    for weight, patterns in ((STRONG, cues.strong), (WEAK, cues.weak)):
        for pattern in patterns:
            for match in pattern.finditer(sentence.text):
                if cues.denial_counts or not _negation().search(sentence.text[: match.start()]):
                    return weight, sentence.start, sentence.end
    return 0.0, sentence.start, sentence.end


def _evidence(reading: Reading, span: tuple[float, int, int], confidence: float) -> Evidence:
    _, start, end = span
    return reading.evidence(start, end, extractor="factors", confidence=round(confidence, 3))
