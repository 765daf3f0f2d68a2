"""Gaps: where information was not shared, sought, recorded or used, or a chance to act was missed.

Sentences that carry a lapse expression are judged by a small linear model (weights/gap.json) and told
apart by kind, holder, receiver, voice and reason. The parties of a gap are read beside those of its
neighbours, so that no threshold of later on can change them.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.cues import STAY, first_strong
from loaders.extract.gap_features import Judged, judge
from loaders.extract.gap_kinds import gap_kind
from loaders.extract.gap_parties import Place, gap_parties
from loaders.extract.gap_spans import gap_spans
from loaders.extract.gap_topic import about
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.trail import UNSURE, place_reason
from loaders.extract.weights import linear_model
from ontology.model import Gap

CATEGORY = "gaps"
FLOOR = 0.3  # the least probability at which a sentence is told apart by kind and party

# Which features of the model tell which reason for dropping a reading (codes of the drop reasons).
STOPS = {
    "cue:general": "not_this_case",
    "cue:good_modal": "not_this_case",
    "cue:duty_to_come": "future",
    "cue:since_mended": "future",
    "cue:question": "review_itself",
    "cue:review_business": "review_itself",
    "cue:report_itself": "review_itself",
    "family:any": "family_not_services",
    "family:strong": "family_not_services",
    "cue:family_lapse": "family_not_services",
    "cue:reported_speech": "family_not_services",
    "cue:praise": "praise",
    "cue:no_lapse": "negated",
    "cue:ruling_out": "negated",
    "cue:not_alleged": "negated",
}


def read_gaps(reading: Reading) -> tuple[Gap, ...]:
    """Return the gaps of a review in text order, the unlikely included, down to ``FLOOR``.

    What is less likely than that is dropped by the reason that speaks most against it.
    """
    model, trail = linear_model("gap"), reading.trail
    found: list[tuple[Place, float]] = []
    for judged in judge(reading):
        probability = model.probability(judged.features)
        _note(reading, judged)
        settled = stopped(judged)
        if settled or probability < FLOOR:
            span = (judged.sentence.start, judged.sentence.end)
            trail.drop(CATEGORY, settled or drop_reason(judged), None, span, score=probability)
            continue
        for start, end in gap_spans(reading, judged):
            kind, _ = gap_kind(judged, reading.document.text[start:end])
            found.append((Place(judged, kind, start, end), probability))
            trail.doubt(CATEGORY, drop_reason(judged), start, end)
    _drop_elsewhere(reading)
    parties = gap_parties(reading, [place for place, _ in found])
    return tuple(
        _gap(reading, place, probability, holder, receiver)
        for (place, probability), (holder, receiver) in zip(found, parties, strict=True)
    )


def _note(reading: Reading, judged: Judged) -> None:
    """Tell the trail which expressions a sentence holds, for and against, and whose each was read as."""
    if not reading.trail.keep:
        return
    owners = {scope.cue: "family" if scope.familys else scope.owner for scope in judged.scopes}
    for cue in judged.cues:
        place = (judged.sentence.start + cue.start, judged.sentence.start + cue.end)
        reading.trail.fired(CATEGORY, cue.name, place, whose=owners.get(cue))


def _drop_elsewhere(reading: Reading) -> None:
    """Count the sentences with a strong lapse expression where reviews do not tell of their case."""
    roles = lexicon("gaps")["roles"]
    for sentence in reading.sentences:
        cue = None if sentence.role in roles else first_strong(sentence.text)
        if cue:
            place = (sentence.start + cue.start, sentence.start + cue.end)
            reading.trail.drop(CATEGORY, place_reason(sentence.role), cue.name, place)


def stopped(judged: Judged) -> str | None:
    """Return the code of the drop reason where an expression is alone enough to leave a sentence."""
    return next((STOPS[f"cue:{cue.name}"] for cue in judged.cues if cue.strong and cue.side == STAY), None)


def drop_reason(judged: Judged) -> str:
    """Return the code of the drop reason that speaks most against a sentence."""
    weights = linear_model("gap").weights["gap"]
    against = dict.fromkeys(STOPS.values(), 0.0)
    for feature, value in judged.features.items():
        if feature in STOPS:
            against[STOPS[feature]] += min(0.0, weights.get(feature, 0.0) * value)
    worst = min(against, key=lambda code: (against[code], code))
    return worst if against[worst] < 0 else UNSURE


def _gap(
    reading: Reading, place: Place, probability: float, holder: tuple[str, ...], receiver: tuple[str, ...]
) -> Gap:
    """Return a gap with what its words tell of the matter, the date, the voice and the reason."""
    text = reading.document.text[place.start : place.end]
    date = reading.dates.of(place.judged.sentence)
    return Gap(
        kind=place.kind,
        holder=holder,
        receiver=receiver,
        about=about(reading, place.judged, place.start, place.end),
        date=date.date if date else None,
        voice=_first("voices", text) or "review_author",
        reason=_first("reasons", text),
        evidence=(reading.evidence(place.start, place.end, extractor="gaps", confidence=probability),),
    )


@cache
def _patterns(name: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((code, tuple(re.compile(p, re.I) for p in found)) for code, found in lexicon(name).items())


def _first(name: str, text: str) -> str | None:
    """Return the first code of a lexicon whose words stand in a text."""
    for code, patterns in _patterns(name):
        if any(pattern.search(text) for pattern in patterns):
            return code
    return None
