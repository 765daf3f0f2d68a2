"""How a clause of knowing is meant: stated or denied, only in part, in doubt, or as no fact at all."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from loaders.extract.arguments import Arguments
from loaders.extract.lexicon import lexicon
from loaders.extract.words import words
from ontology.vocabulary import codes

KNEW, PART, NEVER, UNKNOWN = codes("KnowledgeStatus")
CLIMB = 5
BESIDE = {"aux", "auxpass", "neg", "advmod", "mark", "preconj", "cc", "det"}
NOT = {"not", "n't", "never", "neither", "nor"}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of the lexicon of knowledge."""
    return re.compile(lexicon("knowledge")[name], re.IGNORECASE)


def status_of(
    verb: Token, knower: Token | None, clause: str, *, lacking: bool = False, present: bool = False
) -> str | None:
    """Return how far a clause says that somebody knew, None where it states no fact of the past.

    ``lacking`` is true where the words themselves deny it ("unaware", "no knowledge"), ``present`` where the
    present tense tells of the past, as in the rows of a chronology.
    """
    if undone(verb):
        return _lacked_of(clause)
    if not (_past(verb) or ((present or _is_record(verb)) and _tells_now(verb))) or _left_open(verb):
        return None
    denied = (_denied(verb) or (knower is not None and _none_of(knower))) != lacking
    above = _above(verb)
    if above is None or above == UNKNOWN:
        return above
    denied = denied != (above == NEVER)
    if denied and late(verb) is not None:
        return NEVER if pattern("too_late").search(clause) else KNEW
    if denied:
        return _lacked_of(clause)
    return PART if pattern("part").search(clause) else KNEW


def _lacked_of(clause: str) -> str:
    """Return how far a clause that denies it leaves somebody without: not all of it, or nothing."""
    return PART if pattern("part_denied").search(clause) else NEVER


def undone(verb: Token) -> bool:
    """Tell "failed to tell her" and "it did not occur to him to tell her" of the past."""
    above = verb.head
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if not infinitive or verb.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return False
    if not _past(above) or _left_open(above):
        return False
    lemma = above.lemma_.lower()
    denied = _denied(above)
    return lemma in words("knowledge", "minds") if denied else lemma in words("knowledge", "fails")


def late(verb: Token) -> Token | None:
    """Return the "until" of a clause that says when somebody came to know, if it has one."""
    return next((t for t in verb.subtree if t.lower_ in words("knowledge", "not_yet")), None)


def _past(verb: Token) -> bool:
    """Tell a verb that tells of the past, by itself or by its auxiliaries."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(one.tag_ in {"VBD"} for one in [verb, *helpers]):
        return True
    if verb.dep_ == "conj" and not helpers and verb.head.pos_ in {"VERB", "AUX"}:
        return verb.tag_ in {"VBD", "VBN"} and _past(verb.head)
    if any(one.lower_ == "having" for one in helpers) or (verb.tag_ == "VBG" and verb.dep_ == "advcl"):
        return verb.head != verb and verb.head.pos_ in {"VERB", "AUX"} and _past(verb.head)
    return verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBN"


def _tells_now(verb: Token) -> bool:
    """Tell "Midwife is informed" and "she tells the nurse"."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return any(one.tag_ in {"VBZ", "VBP"} for one in [verb, *helpers])


def _is_record(verb: Token) -> bool:
    """Tell "the surgery's records note that": what was written down then is told in the present tense."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in words("knowledge", "kept") for c in verb.children)


def _left_open(verb: Token) -> bool:
    """Tell what should, would or might have been, or is only asked after."""
    beside = {child.lower_ for child in verb.children if child.dep_ in {"aux", "mark"}}
    opened = words("knowledge", "open") - {"until", "whether"}
    if beside & opened:
        return True
    first = next((t for t in verb.subtree), verb)
    inverted = first.lower_ == "had" and first.dep_ == "aux" and first.i == 0  # "Had the nurse known …"
    return inverted or (verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and _shares_modal(verb))


def _shares_modal(verb: Token) -> bool:
    return (
        verb.tag_ in {"VB", "VBN"}
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        and (any(c.dep_ == "aux" and c.lower_ in words("knowledge", "open") for c in verb.head.children))
    )


def _denied(verb: Token) -> bool:
    if any(child.lower_ in NOT for child in verb.children if child.dep_ in BESIDE):
        return True
    helped = verb.dep_ in {"acomp", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}
    return helped and _denied(verb.head)


def _none_of(token: Token) -> bool:
    """Tell "no agency", "none of the workers", "neither the school"."""
    none = words("knowledge", "none")
    return token.lower_ in none or any(
        c.lower_ in none for c in token.children if c.dep_ in {"det", "preconj"}
    )


def _above(verb: Token) -> str | None:
    """Return what the clauses above make of it: KNEW as stated, NEVER, UNKNOWN, None for no fact."""
    if any(child.lower_ in {"whether", "if"} for child in verb.children if child.dep_ == "mark"):
        return UNKNOWN if _in_doubt(verb) else None
    token = verb
    for _ in range(CLIMB):
        if token.dep_ not in {
            "ccomp",
            "acl",
            "csubj",
            "csubjpass",
            "xcomp",
            "pcomp",
            "advcl",
            "relcl",
            "conj",
        }:
            return KNEW
        above = token.head
        lemma = above.lemma_.lower()
        if token.dep_ in {"ccomp", "acl", "csubj", "xcomp", "csubjpass"}:
            if above.pos_ == "NOUN" and lemma in words("knowledge", "no_sign"):
                return NEVER if _lacked(above) else KNEW
            doubtful = {lemma, *(c.lemma_.lower() for c in above.children if c.dep_ in {"acomp", "attr"})}
            if doubtful & words("knowledge", "doubtful") and _denied(above):
                return UNKNOWN
            granted = any(t.lower_ == "granted" for t in above.subtree if t.i < token.i)  # "took for granted"
            if (
                granted
                or lemma in words("knowledge", "not_fact")
                or doubtful & words("knowledge", "important")
            ):
                return None
        token = above
    return KNEW


def _in_doubt(verb: Token) -> bool:
    """Tell "it is not clear whether" and "unclear as to whether" from a question that was asked."""
    above = [verb.head, *verb.head.children, verb.head.head, *verb.head.head.children]
    return bool({token.lemma_.lower() for token in above} & words("knowledge", "doubtful"))


def _lacked(noun: Token) -> bool:
    """Tell "no record that", "did not find evidence that", "there was little evidence that"."""
    if any(c.lower_ in {"no", "little", "any"} for c in noun.children):
        return True
    return noun.head.pos_ in {"VERB", "AUX"} and _denied(noun.head)


def speaker(arguments: Arguments, verb: Token) -> str | None:
    """Return whose account a clause is: "family", "agency", or None for the review's own."""
    token = verb
    for _ in range(CLIMB):
        if token.dep_ == "ccomp" and token.head.lemma_.lower() in words("knowledge", "says"):
            named = arguments.parties(next((c for c in token.head.children if c.dep_ == "nsubj"), None))
            if named:
                return "family" if named[0].sort == "family" else "agency"
        if token.head == token:
            return None
        token = token.head
    return None
