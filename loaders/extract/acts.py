"""Acts of telling in one sentence: who let whom know, by the verbs and nouns that say so.

Each finder reads one construction and says how sure it is; none decides whether the telling counts as
a communication of the case, which is communications.py's matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from loaders.extract.arguments import Arguments
from loaders.extract.frames import Act, fill_receiving, fill_telling
from loaders.extract.grammar import happened, is_passive, subject, under
from loaders.extract.parties import Mention
from loaders.extract.telling_words import telling_words


def acts_of(arguments: Arguments) -> list[Act]:
    """Return the acts of telling that a sentence states as done, one for each cue word."""
    acts: dict[int, Act] = {}
    covered: set[int] = set()
    for token in arguments.doc:
        act = _verb_act(arguments, token, covered)
        if act is not None:
            acts[token.i] = act
    for token in arguments.doc:
        if token.i not in acts and token.i not in covered:
            act = _noun_act(arguments, token) or _bare_act(arguments, token)
            if act is not None:
                acts[token.i] = act
    for act in acts.values():
        act.start, act.end = arguments.span(*_clause(arguments.doc, act))
    return [acts[i] for i in sorted(acts)]


def stopped_cues(arguments: Arguments, acts: list[Act]) -> Iterator[tuple[Token, str, str]]:
    """Yield (token, rule, drop reason) for each word of telling in a sentence that made no act."""
    read = {act.cue for act in acts}
    for token in arguments.doc:
        lemma = token.lemma_.lower()
        verb, noun = _verbs().get(lemma), _nouns().get(lemma)
        if token.i in read:
            continue
        if verb and token.pos_ == "VERB" and (not verb.get("thing") or _thing(token) is not None):
            yield token, f"verb:{lemma}", "no_party" if happened(token) else "not_stated"
        elif noun and noun.get("alone") and token.pos_ == "NOUN" and not _carried(token, read):
            yield token, f"noun:{lemma}", "no_party" if _stands_as_act(token) else "not_stated"


def _carried(noun: Token, read: set[int]) -> bool:
    """Tell whether a verb of telling carries a noun ("made a referral"), or an act says how ("by letter")."""
    return noun.head.lemma_ in _verbs() or noun.head.head.i in read


@cache
def told_words() -> re.Pattern[str]:
    """Return a pattern of the words that tell by themselves, where no parser says how they are used."""
    verbs = [re.escape(word.rstrip("ey")) for word, frame in _verbs().items() if _tells_alone(frame)]
    nouns = [re.escape(word.rstrip("y")) for word, frame in _nouns().items() if frame.get("alone")]
    return re.compile(rf"\b(?:{'|'.join([*verbs, *nouns])}|told|rang|wrote)\w*", re.IGNORECASE)


def _tells_alone(frame: dict[str, Any]) -> bool:
    return not (frame.get("thing") or frame.get("weak"))


@cache
def cue_words() -> re.Pattern[str]:
    """Return a pattern that any sentence with an act matches: a cheap filter before the parser."""
    stems = [re.escape(word.rstrip("ey")) for word in (*telling_words()["verbs"], *_nouns())]
    words = "|".join([*stems, *telling_words()["irregular"]])
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def _verbs() -> dict[str, dict[str, Any]]:
    return telling_words()["verbs"]  # type: ignore[no-any-return]


def _nouns() -> dict[str, dict[str, Any]]:
    return telling_words()["nouns"]  # type: ignore[no-any-return]


def _verb_act(arguments: Arguments, token: Token, covered: set[int]) -> Act | None:
    """Read a verb of telling with whoever stands where its frame says."""
    aware = _made_aware(arguments, token)
    if aware is not None:
        return aware
    frame = _verbs().get(token.lemma_.lower())
    if frame is None or token.pos_ not in {"VERB", "AUX"} or not happened(token):
        return None
    if token.lemma_ == "report" and any(c.dep_ == "prep" and c.lower_ == "as" for c in token.children):
        return None  # "reported as drinking" says how, not to whom
    thing = _thing(token)
    if (frame.get("thing") and thing is None and not _carries(token, frame)) or (
        frame.get("weak") and is_passive(token)
    ):
        return None
    channel = frame.get("channel") or (
        _nouns()[thing.lemma_.lower()].get("channel") if thing is not None else None
    )
    act = Act(token.i, f"verb:{token.lemma_.lower()}", channel=channel)
    act.concern, act.weak, act.both = (bool(frame.get(key)) for key in ("concern", "weak", "both"))
    if "sender" in frame:
        fill_receiving(arguments, token, thing, set(frame["sender"]), act)
    else:
        fill_telling(arguments, token, thing, set(frame["receiver"]), act)
    if thing is not None:
        covered.add(thing.i)
    return act if act.senders or act.receivers else None


def _made_aware(arguments: Arguments, token: Token) -> Act | None:
    """Read "the school was made aware by police of …" and "became aware from"."""
    if token.lower_ != "aware" or token.head.lemma_ != "make" or not happened(token.head):
        return None
    act = Act(token.i, "aware", channel="notification")
    act.receivers = arguments.parties(subject(token.head))
    if not is_passive(token.head):
        act.senders = act.receivers
        act.receivers = [m for c in token.head.children if c.dep_ == "dobj" for m in arguments.parties(c)]
        act.receivers += [m for c in token.children if c.dep_ == "nsubj" for m in arguments.parties(c)]
    act.senders += [
        m for t in (*under(token.head, {"by"}), *under(token, {"by"})) for m in arguments.parties(t)
    ]
    return act if act.receivers else None


def _carries(verb: Token, frame: dict[str, Any]) -> bool:
    """Tell "filed them with the court", where whatever is carried tells."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return frame["thing"] == "any" and any(c.pos_ in {"PRON", "NOUN"} for c in objects)


def _thing(verb: Token) -> Token | None:
    """Return the noun of telling that a verb carries: its object, or its subject when passive."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass", "attr", "oprd"} and child.lemma_.lower() in _nouns():
            return child
    for child in verb.children:
        if (
            child.dep_ == "nsubj"
            and child.lemma_.lower() in _nouns()
            and verb.lemma_ in {"pass", "go", "send"}
        ):
            return child
    if verb.dep_ in {"acl", "relcl"} and verb.head.lemma_.lower() in _nouns():
        return verb.head
    top = subject(verb)
    return top if is_passive(verb) and top is not None and top.lemma_.lower() in _nouns() else None


def _noun_act(arguments: Arguments, token: Token) -> Act | None:
    """Read a noun of telling with its parties ("referral from the midwife", "call between A and B")."""
    frame = _nouns().get(token.lemma_.lower())
    if frame is None or not frame.get("alone") or not _stands_as_act(token):
        return None
    kinds = {child.lemma_.lower() for child in token.children if child.dep_ in {"compound", "amod"}}
    if kinds & set(frame.get("meeting", ())):
        return None  # "a strategy discussion" is a meeting
    act = Act(token.i, f"noun:{token.lemma_.lower()}", channel=frame.get("channel"))
    verb = token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
    places = [token, verb] if verb is not None else [token]
    between = [m for place in places for t in under(place, {"between"}) for m in arguments.parties(t)]
    if between:
        act.senders, act.receivers, act.both = between[:1], between[1:], True
        return act if act.receivers else None
    act.senders = [m for t in under(token, {"from", "by"}) for m in arguments.parties(t)]
    act.receivers = [m for t in under(token, {"to", "with"}) for m in arguments.parties(t)]
    if token.dep_ == "pobj" and not act.senders:
        act.senders = arguments.parties(subject(token.head.head))
    owner = [c for c in token.children if c.dep_ == "poss"]
    if not act.senders and owner:
        act.senders = arguments.parties(owner[0])
    if act.senders or act.receivers:
        return act
    return None


def _bare_act(arguments: Arguments, token: Token) -> Act | None:
    """Read a verb that the parser took for a noun, between two parties ("Clinic contact school to …")."""
    frame = _verbs().get(token.lemma_.lower())
    if frame is None or frame.get("thing") or "receiver" not in frame or token.i == 0 or token.pos_ == "VERB":
        return None
    before = arguments.at(token.nbor(-1)) or _joined(arguments, token)
    rest = list(arguments.doc[token.i + 1 : token.i + 4])
    if rest and rest[0].lower_ in set(frame["receiver"]):
        rest = rest[1:]
    elif "object" not in frame["receiver"]:
        return None
    while rest and rest[0].lower_ in {"the", "a", "an", "her", "his", "their"} and not arguments.at(rest[0]):
        rest = rest[1:]
    after = arguments.at(rest[0]) if rest else None
    if before is None or after is None or before == after:
        return None
    return Act(token.i, f"bare:{token.lemma_.lower()}", [before], [after], frame.get("channel"))


def _joined(arguments: Arguments, token: Token) -> Mention | None:
    """Return the first party of a sentence for a verb that "and" joins to what it did before."""
    if token.nbor(-1).lower_ != "and":
        return None
    return next((m for t in arguments.doc[: token.i] if (m := arguments.at(t)) is not None), None)


def _stands_as_act(noun: Token) -> bool:
    """Tell a noun that says something was passed ("Call from the school") from one that only mentions it.

    It heads a fragment, or is the subject of what happened, or comes after "with" or "by": "closed the
    case with a letter to the clinic".
    """
    if noun.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return False
    if any(c.dep_ == "det" and c.lower_ in {"no", "any", "every", "each"} for c in noun.children):
        return False
    if noun.dep_ in {"nsubj", "nsubjpass", "attr"}:
        return happened(noun.head)  # "a call was made", "there was a call"
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and noun.head.head.lemma_.lower() in {"number", "series"}
    ):
        return _stands_as_act(noun.head.head)
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"with", "by"} and happened(noun.head.head)
    return noun.dep_ in {"ROOT", "appos", "conj", "npadvmod"}


def _clause(doc: Doc, act: Act) -> tuple[Token, Token]:
    """Return the first and last word of the cue's clause: what hangs on it, without clauses joined to it."""
    head = doc[act.cue]
    while head.pos_ not in {"VERB", "AUX"} and head.head != head:
        head = head.head
    inside = {head.i}
    stack = [head]
    while stack:
        for child in stack.pop().children:
            joined = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
            if not joined and child.i not in inside:
                inside.add(child.i)
                stack.append(child)
    return doc[min(inside)], doc[max(inside)]
