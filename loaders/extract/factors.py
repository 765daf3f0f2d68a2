"""Circumstances of the child, the family and the work that a review tells of its own case.

Each factor has cues (lexicon/factors.yaml). A cue counts where the review narrates or analyses this
case, not where it cites research, states terms of reference or recommends, and not where it is
negated. The factor is read when enough different sentences bear it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.extract.by_role import by_role
from loaders.extract.lexicon import lexicon
from loaders.extract.plain import Plain
from loaders.extract.reading import Reading, Sentence
from loaders.extract.trail import place_reason
from ontology.model import Evidence, Factor

CATEGORY = "factors"
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
    """Return patterns ready for use; <name> stands for one of the lexicon's named groups of words."""
    groups = lexicon("factors")["words"]
    filled = [re.sub(r"<(\w+)>", lambda name: str(groups[name[1]]), pattern) for pattern in patterns]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in filled)


@cache
def _general() -> tuple[re.Pattern[str], ...]:
    return _compiled(lexicon("factors")["general"])


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(lexicon("factors")["negations"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence that carries a cue of a factor: how much it weighs, and where the cue stands in it."""

    sentence: Sentence
    weight: float
    cue: tuple[int, int]


# A sentence, its words under the names of family roles, and the drop reason where it tells of no case.
Telling = tuple[Sentence, Plain, str | None]


def read_factors(reading: Reading) -> tuple[Factor, ...]:
    """Return each factor that the review bears out, once, with the sentences that show it."""
    telling = [(one, by_role(reading, one), _outside(one)) for one in reading.sentences]
    length = min(1.0, len(reading.document.text.split()) / lexicon("factors")["full_length"])
    found = [factor for cues in _factors() if (factor := _read(reading, cues, telling, length))]
    return tuple(sorted(found, key=lambda factor: factor.start))


def _outside(sentence: Sentence) -> str | None:
    """Return the drop reason of a sentence that does not tell of the case, None for one that does."""
    if sentence.role not in lexicon("factors")["roles"]:
        return place_reason(sentence.role)
    return "not_this_case" if any(pattern.search(sentence.text) for pattern in _general()) else None


def _read(reading: Reading, cues: Cues, sentences: list[Telling], length: float) -> Factor | None:
    """Return a factor when the sentences that carry its cues weigh enough together for a report's length."""
    signs = []
    for sentence, told, outside in sentences:
        sign = _sign(cues, sentence, told)
        stopped = sign and (outside or (None if sign.weight else "negated"))
        if sign and stopped:
            reading.trail.drop(CATEGORY, stopped, cues.code, sign.cue)
        elif sign:
            signs.append(sign)
    total = sum(sign.weight for sign in signs)
    need = max(min(cues.need, STRONG), cues.need * length)
    places = [sign.cue for sign in signs]
    if total < need:
        if signs:
            reading.trail.drop(CATEGORY, "too_little", cues.code, *places)
        return None
    reading.trail.fired(CATEGORY, cues.code, *places)
    confidence = min(0.97, 0.55 + 0.12 * (total - need) + 0.1 * (cues.need <= 1))
    signs.sort(key=lambda sign: -sign.weight)
    evidence = tuple(_evidence(reading, sign.sentence, confidence) for sign in signs[:MOST_EVIDENCE])
    first = min(evidence, key=lambda e: e.start)
    return Factor(factor=cues.code, evidence=(first, *(e for e in evidence if e is not first)))


def _sign(cues: Cues, sentence: Sentence, told: Plain) -> Sign | None:
    """Return the best cue a sentence carries, of weight 0 where every one is negated; None for no cue."""
    denied = None
    for weight, patterns in ((STRONG, cues.strong), (WEAK, cues.weak)):
        for pattern in patterns:
            for match in pattern.finditer(told.text):
                place = (
                    sentence.start + told.origin(match.start()),
                    sentence.start + told.origin(match.end(), end=True),
                )
                if cues.denial_counts or not _negation().search(told.text[: match.start()]):
                    return Sign(sentence, weight, place)
                denied = denied or Sign(sentence, 0.0, place)
    return denied


def _evidence(reading: Reading, sentence: Sentence, confidence: float) -> Evidence:
    return reading.evidence(
        sentence.start, sentence.end, extractor="factors", confidence=round(confidence, 3)
    )
