"""Who saw what "was noted": where no agent is named, the service at whose place, visit or notes it was."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract.arguments import Arguments
from loaders.extract.grammar import under
from loaders.extract.words import words

WHERE = {"at", "during", "in", "on", "within"}
WITH = {"by", "with", "from", "to", "of"}
STATES = {"be", "have", "appear", "seem"}


def shown(verb: Token) -> Token | None:
    """Return what a passive says to have been seen: what somebody "was noted to" be, a clause, or a thing.

    A parser may hang the clause on the place ("recorded in the notes that she smoked"), and may take a
    verbal noun for a verb ("bruising was noted").
    """
    behind = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i]
    clauses = [c for place in under(verb, WHERE) for c in place.children if _is_that_clause(c)]
    things = [c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}]
    verbal = [c for c in verb.children if c.i < verb.i and c.tag_ == "VBG" and c == c.doc[c.left_edge.i]]
    found = [*behind, *clauses, *things, *verbal]
    return found[0] if found else None


def _is_that_clause(token: Token) -> bool:
    return token.dep_ in {"relcl", "acl", "ccomp"} and any(
        c.lower_ == "that" and c.dep_ == "mark" for c in token.children
    )


def agents(verb: Token, matter: Token | None) -> tuple[Token, ...]:
    """Return the words after "by", also where they stand behind what somebody was noted to be."""
    found = under(verb, {"by"})
    if not found and matter is not None and matter.dep_ == "xcomp" and matter.lemma_ in STATES:
        found = [one for token in _tail(matter) for one in under(token, {"by"})]
    return tuple(found)


def watchers(arguments: Arguments, verb: Token, matter: Token | None) -> tuple[Token, ...]:
    """Return the words that name a service: "at the nursery", "during a visit by the nurse", "in GP records".

    A meeting of several has no one pair of eyes, and where a relative was is no sign of who saw it.
    """
    hung = [verb, *_above(verb), *(_tail(matter) if matter is not None and matter.dep_ == "xcomp" else [])]
    places = [place for one in hung for place in under(one, WHERE)]
    places += [inner for one in places for inner in under(one, WHERE)]
    return tuple(dict.fromkeys(one for place in places for one in _services(arguments, place)))


def _above(verb: Token) -> Iterator[Token]:
    """Yield the verbs that share their place with one: "on the ward there was a night when he was heard"."""
    token = verb
    while token.head != token and (token.dep_ in {"relcl", "conj", "acl"} or token.pos_ == "NOUN"):
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            yield token


def _tail(matter: Token) -> list[Token]:
    """Return a verb and its last object, on which the words behind it may hang."""
    return [matter, *(c for c in matter.children if c.dep_ in {"dobj", "acomp", "attr"})]


def _services(arguments: Arguments, place: Token) -> Iterator[Token]:
    if _is_service(arguments, place):
        yield place
    elif place.lemma_.lower() in words("knowledge", "occasions"):
        inside = [c for c in place.children if c.dep_ in {"compound", "poss", "amod", "nmod"}]
        for one in [*inside, *under(place, WITH)]:
            if _is_service(arguments, one):
                yield one


def _is_service(arguments: Arguments, token: Token) -> bool:
    mention = arguments.at(token)
    return mention is not None and mention.sort != "family" and mention.party != "multi_agency"
