"""What speaks for and against a gap in a sentence, as named features of a small linear model.

The features are not words: they say which classes of lapse expression stand in the sentence, who its
grammatical subject is, in what tense it speaks, what kind of passage it stands in and what the
sentences before it said. So a model trained on a few reviews can carry over to others.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc

from loaders.extract.cues import LAPSE, STAY, Cue, find_cues
from loaders.extract.gap_acts import act_features
from loaders.extract.gap_scope import SUBJECTS, Scope, main_subject, scopes, subject_class
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence that carries a lapse expression: its cues and its features (name to value).

    ``acts`` are the features of what was left undone, which tell the kinds of gap apart.
    """

    sentence: Sentence
    cues: tuple[Cue, ...]
    scopes: tuple[Scope, ...]
    features: dict[str, float]
    acts: dict[str, float] = field(default_factory=dict)


def judge(reading: Reading) -> tuple[Judged, ...]:
    """Return every sentence of the review's own prose that carries a lapse expression, with features.

    Only these are parsed, in one batch.
    """
    roles = set(lexicon("gaps")["roles"])
    cues = {s.index: find_cues(s.text) for s in reading.sentences if s.role in roles}
    chosen = [s for s in reading.sentences if any(c.side == LAPSE for c in cues.get(s.index, ()))]
    reading.parse_all(chosen)
    around = _Surroundings(reading, cues)
    found = []
    for sentence in chosen:
        own = scopes(reading, sentence, cues[sentence.index])
        features = _features(reading, sentence, cues, own, around)
        acts = act_features(reading, sentence, own)
        found.append(Judged(sentence, cues[sentence.index], own, features, acts))
    return tuple(found)


class _Surroundings:
    """How many sentences of the neighbourhood, the passage and the document speak of a lapse."""

    def __init__(self, reading: Reading, cues: dict[int, tuple[Cue, ...]]) -> None:
        self._strong = {i: sum(c.strong and c.side == LAPSE for c in found) for i, found in cues.items()}
        self._names = {i: {c.name for c in found} for i, found in cues.items()}
        self._passage = {s.index: s.passage for s in reading.sentences}
        speaking: Counter[int] = Counter()
        total: Counter[int] = Counter()
        for index, strong in self._strong.items():
            total[self._passage[index]] += 1
            speaking[self._passage[index]] += strong > 0
        self._speaking, self._total = speaking, total

    def features(self, sentence: Sentence) -> dict[str, float]:
        before, after = self._near(sentence, -1), self._near(sentence, 1)
        passage = sentence.passage
        others = self._total[passage] - 1
        own = self._strong[sentence.index] > 0
        found = {
            "before:strong": float(min(before, 2)) / 2,
            "after:strong": float(min(after, 2)) / 2,
            "passage:first": float(self._passage.get(sentence.index - 1) != passage),
            "passage:last": float(self._passage.get(sentence.index + 1) != passage),
            "passage:speaking": (self._speaking[passage] - own) / others if others else 0.0,
        }
        for name in ("praise", "plain_event", "general", "contrast"):
            if name in self._names.get(sentence.index - 1, ()):
                found[f"before:{name}"] = 1.0
        return found

    def _near(self, sentence: Sentence, step: int) -> int:
        index = sentence.index + step
        same = self._passage.get(index) == sentence.passage
        return self._strong.get(index, 0) if same else 0


def _features(
    reading: Reading,
    sentence: Sentence,
    all_cues: dict[int, tuple[Cue, ...]],
    own: tuple[Scope, ...],
    around: _Surroundings,
) -> dict[str, float]:
    doc = reading.parse(sentence)
    names = {c.name for c in all_cues[sentence.index] if c.side == STAY}
    live = {s.cue.name for s in own if not s.familys}
    theirs = {s.cue.name for s in own if s.familys} - live
    strong = len({s.cue.name for s in own if s.cue.strong and not s.familys})
    found = {f"cue:{name}": 1.0 for name in names | live}
    found["family:any"] = float(bool(theirs))
    found["family:strong"] = float(any(s.familys and s.cue.strong for s in own))
    found["strong:any"] = float(strong > 0)
    found["strong:two"] = float(strong > 1)
    found["strong:three"] = float(strong > 2)
    found.update({f"owner:{s.owner}": 1.0 for s in own if s.cue.strong and not s.familys})
    found.update({f"matter:{s.matter}": 1.0 for s in own if s.cue.strong and s.matter != "none"})
    found[f"role:{sentence.role}"] = 1.0
    found.update(_form(sentence, doc))
    found.update(around.features(sentence))
    main = subject_class(reading, sentence, main_subject(doc))
    found[f"subject:{main}"] = 1.0
    found.update(_negated_subjects(reading, sentence, doc))
    found.update(_pairs(names | live, strong, main, found))
    return {name: value for name, value in found.items() if value}


def _form(sentence: Sentence, doc: Doc) -> dict[str, float]:
    """Return features of tense, length and layout."""
    words = len(sentence.text.split())
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    tags = {root.tag_, *(t.tag_ for t in root.children if t.dep_ in ("aux", "auxpass"))} if root else set()
    return {
        "tense:past": float("VBD" in tags),
        "tense:present": float(bool(tags & {"VBZ", "VBP"}) and "VBD" not in tags),
        "tense:modal": float("MD" in tags),
        "length:short": float(words < 9),
        "length:long": float(words > 35),
        "table": float(sentence.column is not None),
        "table:comment": float((sentence.column or 0) > 1),
        "broken": float(sentence.text[:1].islower()),
        "quote": float(bool(re.search(r"[\"“”‘*]", sentence.text))),
        "passive": float(any(t.dep_ in ("nsubjpass", "auxpass") for t in doc)),
    }


def _negated_subjects(reading: Reading, sentence: Sentence, doc: Doc) -> dict[str, float]:
    """Return whose acts are denied: the class of the subject of each negated verb."""
    found: dict[str, float] = {}
    for token in doc:
        if token.dep_ == "neg" or token.lower_ == "never":
            subject = next((t for t in token.head.children if t.dep_ in SUBJECTS), None)
            found[f"denied:{subject_class(reading, sentence, subject)}"] = 1.0
    return found


def _pairs(names: set[str], strong: int, main: str, found: dict[str, float]) -> dict[str, float]:
    """Return the few joint features that the parts cannot tell: a cue and who or where it is about."""
    pairs: dict[str, float] = {}
    for stay in (
        "praise",
        "general",
        "duty_to_come",
        "family_lapse",
        "no_lapse",
        "reported_speech",
        "plain_event",
    ):
        if strong > 1 and stay in names:
            pairs[f"two+{stay}"] = 1.0
    if strong:
        pairs[f"strong+subject:{main}"] = 1.0
        for name in ("tense:past", "tense:present", "tense:modal"):
            if found.get(name):
                pairs[f"strong+{name}"] = 1.0
    if "consequence" in names and found.get("before:strong"):
        pairs["consequence+before"] = 1.0
    if "not_done" in names and strong == 1:
        pairs[f"only not_done+{main}"] = 1.0
    return pairs
