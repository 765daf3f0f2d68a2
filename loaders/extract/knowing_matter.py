"""What it was that somebody knew: the clause or the thing behind a word of knowing, unless it was none."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.grammar import under
from loaders.extract.knowing_scope import undone
from loaders.extract.words import words

ABOUT = {"about", "of", "regarding", "concerning"}
CLAUSE_STOPS = {"conj", "advcl", "parataxis"}


def content(token: Token) -> Token | None:
    """Return the head of what was known: a clause, or what stands after "of" or "about"."""
    for child in token.children:
        seen = child.dep_ == "xcomp" and child.tag_ == "VBG"  # "noticed bruising on his arm"
        if (child.dep_ in {"ccomp", "acl"} or seen) and child.i > token.i:
            return child
    after = [one for one in under(token, ABOUT) if one.i > token.i]
    return after[0] if after else None


def begins_with_that(clause: Token) -> bool:
    """Tell what was told where the parser hung it on the one told: "told the nurse that he had left"."""
    return clause.dep_ in {"relcl", "acl"} and clause.doc[clause.left_edge.i].lower_ == "that"


def says_no(matter: Token | None) -> bool:
    """Tell "recorded 'no concerns'": what was written down is that there was nothing."""
    first = [t for t in matter.subtree if t.is_alpha][:1] if matter is not None else []
    return any(t.lower_ in words("knowledge", "none") for t in first)


def opens_with_it(matter: Token | None) -> bool:
    """Tell "found it hard": what somebody was like, not what they saw."""
    return matter is not None and matter.doc[matter.left_edge.i].lower_ == "it"


def is_denied(verb: Token, objects: list[Token]) -> bool:
    """Tell "did not observe", "failed to observe" and "observed no bruise"."""
    if undone(verb):
        return True
    beside = [*verb.children, *(child for one in objects for child in one.children)]
    return any(one.dep_ == "neg" or one.lower_ in words("knowledge", "none") for one in beside)


def clause_of(verb: Token) -> tuple[Token, Token]:
    """Return the first and last word of a clause, without the clauses joined to it or told after it."""
    inside, stack = {verb.i}, [verb]
    while stack:
        for child in stack.pop().children:
            apart = child.dep_ in CLAUSE_STOPS and child.pos_ in {"VERB", "AUX"} and child.head == verb
            if not apart:
                inside.add(child.i)
                stack.append(child)
    return verb.doc[min(inside)], verb.doc[max(inside)]
