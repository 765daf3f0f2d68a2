"""Grammar of a parsed sentence: subjects, passives, what stands after a preposition, what really happened."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.telling_words import telling_words

TIMES_SHARED = 6  # verbs to climb in search of a shared subject


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or the one it shares with the verb it hangs on."""
    seen = 0
    while seen < TIMES_SHARED:
        own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj"}]
        if own:
            return own[0]
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and not _stands_after_with(verb.head):
            verb, seen = _governing_verb(verb), seen + 1
            continue
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "dep", "prep", "pcomp"}:
            return None
        verb, seen = verb.head, seen + 1
    return None


def _stands_after_with(noun: Token) -> bool:
    """Tell "with the clinic receiving the form", where the clinic does, from "rang the clinic asking"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "with"


def _governing_verb(token: Token) -> Token:
    """Return the verb above a noun's participle: in "called at the desk asking for help", "called"."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return token.head


def is_passive(verb: Token) -> bool:
    """Tell "was told", "having been told" and "told by" from "told"."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head) and not any(c.dep_ == "nsubj" for c in verb.children)
    return verb.dep_ in {"acl", "ROOT"} and not any(c.dep_ == "nsubj" for c in verb.children)


def under(token: Token, prepositions: set[str]) -> list[Token]:
    """Return what stands after one of the prepositions that hang on a token ("to the ward", "by him")."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in {"prep", "agent", "dative", "prt"} or child.lower_ not in prepositions:
            continue
        found += [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        found += [
            c
            for inner in child.children
            if inner.dep_ == "prep" and inner.lower_ in prepositions
            for c in inner.children
            if c.dep_ == "pobj"
        ]
    return found


def happened(verb: Token) -> bool:
    """Tell what was done from what was not, should have been, or was only meant to be."""
    words = telling_words()
    names = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg", "preconj", "mark"}}
    if names & set(words["undone"]) or _of_none(verb):
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return False
    if "to" in names or (verb.dep_ in {"xcomp", "pcomp"} and verb.tag_ == "VB"):
        goes_on = verb.head.lemma_ == "go" and any(c.lower_ == "on" for c in verb.head.children)
        return (goes_on or verb.head.lemma_ in words["done"]) and happened(verb.head)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        finite = verb.tag_ in {"VBD", "VBZ"} and verb.head.tag_ == "VB"
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
        return finite or own or happened(verb.head)
    meant = verb.dep_ in {"ccomp", "advcl"} and verb.head.lemma_ in words["not_done"]
    return not meant or verb.tag_ in {"VBD", "VBZ"}


def _of_none(verb: Token) -> bool:
    """Tell "no referral was made", "made no call", "neither the ward nor the clinic rang", "nobody told"."""
    sides = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "nsubj"}]
    if any(side.lower_ in {"nobody", "none"} for side in sides):
        return True
    words = [word for side in sides for word in side.children if word.dep_ in {"det", "preconj", "cc"}]
    return any(word.lower_ in {"no", "neither"} for word in words)
