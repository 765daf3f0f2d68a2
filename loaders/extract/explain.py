"""Why a passage was read as a gap, or why it was not: ``casetrace extract --explain``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from loaders.extract.cues import Cue, cue_classes, find_cues
from loaders.extract.gap_features import Judged, judge
from loaders.extract.gap_kinds import gap_kind
from loaders.extract.gap_parties import Place, gap_parties
from loaders.extract.gap_scope import Scope
from loaders.extract.gaps import drop_reason
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence
from loaders.extract.weights import linear_model


@dataclass(frozen=True, slots=True)
class FiredCue:
    """An expression that was found: its words, its class, what the class is for, and whose it was read as."""

    words: str
    name: str
    purpose: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one sentence was judged.

    ``probability`` is that of a gap (None where nothing was there to judge), ``reading`` what it was
    read as, None where it was dropped; ``dropped`` is then the code of the drop reason, where there is one.
    """

    start: int
    end: int
    role: str
    cues: tuple[FiredCue, ...]
    probability: float | None
    reading: str | None
    dropped: str | None

    def lines(self) -> tuple[str, ...]:
        """Return the explanation as lines for people."""
        told = [f"{self.role}: {self.verdict}"]
        for cue in self.cues:
            whose = f", read as of: {cue.owner}" if cue.owner else ""
            told.append(f'  "{cue.words}" ({cue.name}: {cue.purpose}{whose})')
        return tuple(told)

    @property
    def verdict(self) -> str:
        """What became of the sentence, in words."""
        if self.probability is None:
            return f"not judged ({self.dropped})" if self.dropped else "no lapse expression"
        outcome = self.reading or f"dropped: {self.dropped}"
        return f"{outcome} (probability {self.probability:.2f})"


@cache
def _purposes() -> dict[str, str]:
    return {one.name: one.purpose for one in cue_classes()}


def explain(reading: Reading, start: int, end: int) -> tuple[Explanation, ...]:
    """Return how each sentence between two offsets was judged as a gap, in text order."""
    judged = {one.sentence.index: one for one in judge(reading)}
    inside = [s for s in reading.sentences if s.end > start and s.start < end]
    return tuple(_explanation(reading, s, judged.get(s.index)) for s in inside)


def _explanation(reading: Reading, sentence: Sentence, judged: Judged | None) -> Explanation:
    if judged is None:
        cues = find_cues(sentence.text)
        lapse = any(cue.side == "lapse" for cue in cues)
        outside = sentence.role not in lexicon("gaps")["roles"]
        dropped = _outside(sentence.role) if lapse and outside else None
        fired = tuple(_fired(sentence, cue, None) for cue in cues)
        return Explanation(sentence.start, sentence.end, sentence.role, fired, None, None, dropped)
    scopes = {id(scope.cue): scope for scope in judged.scopes}
    fired = tuple(_fired(sentence, cue, scopes.get(id(cue))) for cue in judged.cues)
    probability = linear_model("gap").probability(judged.features)
    kept = probability >= linear_model("gap").threshold
    return Explanation(
        start=sentence.start,
        end=sentence.end,
        role=sentence.role,
        cues=fired,
        probability=probability,
        reading=_read_as(reading, judged) if kept else None,
        dropped=None if kept else drop_reason(judged),
    )


def _outside(role: str) -> str:
    """Return the drop reason of a passage in which reviews do not tell of their case."""
    return {"recommendation": "future", "research": "not_this_case"}.get(role, "review_itself")


def _fired(sentence: Sentence, cue: Cue, scope: Scope | None) -> FiredCue:
    owner = None
    if scope is not None:
        owner = "family" if scope.familys else scope.owner
    return FiredCue(sentence.text[cue.start : cue.end], cue.name, _purposes()[cue.name], owner)


def _read_as(reading: Reading, judged: Judged) -> str:
    """Return kind, holder and receiver that a sentence taken by itself was read as."""
    kind, _ = gap_kind(judged, judged.sentence.text)
    place = Place(judged, kind, judged.sentence.start, judged.sentence.end)
    ((holder, receiver),) = gap_parties(reading, [place])
    to = f" -> {', '.join(receiver)}" if receiver else ""
    return f"{kind}: {', '.join(holder)}{to}"
