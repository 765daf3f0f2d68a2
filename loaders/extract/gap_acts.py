"""What was left undone: the act that a lapse expression denies, the thing and the person it was to reach.

"The ward did not ask the mother about the letter" and "The ward did not read the letter" carry the same cue
and the same words of matter; the verb that is denied tells a question not put from paper not used. Acts are
read from the dependency parse; lexicon/gap_acts.yaml says which kind of gap each speaks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from loaders.extract.cues import Cue
from loaders.extract.gap_scope import Scope
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence

FIRM = 2.0  # how much firmer the act speaks than the topics of a sentence: held back half as much in training
OBJECTS = {"dobj", "nsubjpass", "attr", "acomp", "xcomp"}


@cache
def _kinds(what: str) -> dict[str, tuple[str, ...]]:
    """Return the kinds that each word speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, entries in lexicon("gap_acts")[what].items():
        for word in entries:
            found[word] = (*found.get(word, ()), kind)
    return found


def act_features(reading: Reading, sentence: Sentence, scopes: Iterable[Scope]) -> dict[str, float]:
    """Return what the lapse expressions of a sentence deny, as named features of a linear model."""
    live = [scope.cue for scope in scopes if not scope.familys]
    strong = [cue for cue in live if cue.strong] or live
    doc = reading.parse(sentence)
    denied = dict.fromkeys(act for cue in strong for act in _denied(doc, cue))
    return {name: FIRM for act in denied for name in _told(reading, sentence, act)}


def _told(reading: Reading, sentence: Sentence, act: Token) -> Iterator[str]:
    """Yield the features of one act: itself, what it was to be done to, and whom it was to reach."""
    word = act.lemma_.lower()
    classes = _kinds("things" if act.pos_ in {"NOUN", "PROPN", "PRON"} else "verbs").get(word, ())
    yield from (f"act:{kind}" for kind in classes)
    yield f"lemma:{word}"
    if act.pos_ != "VERB":
        return
    for child in act.children:
        if child.dep_ in OBJECTS:
            yield from (f"thing:{kind}" for kind in _kinds("things").get(child.lemma_.lower(), ()))
            yield f"thing:{child.lemma_.lower()}"
            yield from _whom("whom", reading, sentence, child)
        elif child.dep_ == "prep":
            for after in child.children:
                yield from (f"at:{kind}" for kind in _kinds("things").get(after.lemma_.lower(), ()))
                yield from _whom(child.lower_, reading, sentence, after)
        elif child.dep_ == "ccomp":
            yield "that"
    if any(child.dep_ == "nsubjpass" for child in act.children):
        yield "act:passive"


def _whom(place: str, reading: Reading, sentence: Sentence, token: Token) -> Iterator[str]:
    at = sentence.start + token.idx
    for mention in reading.parties.mentions(sentence.start, sentence.end):
        if mention.start <= at < mention.end:
            yield f"{place}:{'child' if mention.party == 'subject' else mention.sort}"


def _denied(doc: Doc, cue: Cue) -> Iterator[Token]:
    """Yield the words for what an expression says was left undone."""
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    found = [head for token in span for head in _governed(token)] or [span.root]
    for head in found:
        yield from _telling(head) if head.pos_ == "AUX" else (head,)


def _telling(auxiliary: Token) -> list[Token]:
    """Return what is said of a subject by "was" and its like: "was not aware"; else the subject."""
    said = [child for child in auxiliary.children if child.dep_ in {"acomp", "attr", "xcomp"}]
    return said or [c for c in auxiliary.children if c.dep_ in {"nsubj", "nsubjpass"}] or [auxiliary]


def _governed(token: Token) -> Iterator[Token]:
    """Yield what a word of a lapse expression denies, wishes for or calls scant."""
    words, lemma = lexicon("gap_acts"), token.lemma_.lower()
    denies = token.dep_ in {"neg", "aux", "auxpass"} or token.lower_ in words["denying"]
    if denies or (token.dep_ in {"det", "amod"} and token.lower_ in words["scant"]):
        yield token.head
    elif token.pos_ == "NOUN" and lemma in words["governing"]["nouns"]:
        yield from (c for p in token.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
        yield from (child for child in token.children if child.dep_ in {"acl", "pcomp"})
    elif token.pos_ == "VERB" and lemma in words["governing"]["verbs"]:
        yield from (child for child in token.children if child.dep_ in {"xcomp", "dobj"})
