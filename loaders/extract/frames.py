"""The frame of a verb of telling: who stands where its lexicon entry says the teller and the told stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from loaders.extract.arguments import Arguments
from loaders.extract.grammar import is_passive, subject, under
from loaders.extract.parties import Mention
from loaders.extract.telling_words import telling_words

FINITE = {"VBZ", "VBD", "VBP"}
OBJECTS = {"dobj", "dative", "iobj", "oprd"}


@dataclass(slots=True)
class Act:
    """One telling: the cue token, senders and receivers as named, and what the words say of it.

    ``named`` is true where the sentence says who told, ``addressed`` where it says who was told, even
    if neither is a party this report makes known.
    """

    cue: int
    rule: str
    senders: list[Mention] = field(default_factory=list)
    receivers: list[Mention] = field(default_factory=list)
    channel: str | None = None
    concern: bool = False
    weak: bool = False
    both: bool = False
    named: bool = False
    addressed: bool = False
    start: int = 0
    end: int = 0


def fill_telling(arguments: Arguments, verb: Token, thing: Token | None, frame: set[str], act: Act) -> None:
    """Set who told (subject, or "by") and who was told (object, or after the frame's prepositions)."""
    top = subject(verb)
    people = [top] if top is not None and top != thing else []
    if is_passive(verb):
        _fill_passive(arguments, verb, people, frame if thing is None else frame - {"object"}, act)
    else:
        _fill_active(arguments, people, [c for c in _objects(verb, frame) if c != thing], act)
    between = [m for t in under(verb, {"between"}) for m in arguments.parties(t)]
    if thing is not None and len(between) > 1:
        act.senders, act.receivers, act.both = between[:1], between[1:], True
        return
    after = under(verb, frame - {"object"})
    if thing is not None:
        after += under(thing, frame - {"object"})
        act.senders += [m for t in under(thing, {"by", "from"}) for m in arguments.parties(t)]
    act.addressed = act.addressed or any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in after)
    act.receivers += [m for t in after for m in arguments.parties(t) if m not in act.receivers]
    if not is_passive(verb) and not any(child.dep_ == "dobj" for child in verb.children):
        _mend_short_style(arguments, verb, frame, act)
    if not act.senders:
        _seek_sender(arguments, verb, thing, top, act)
    if not act.senders and top is None and verb.tag_ in FINITE and not is_passive(verb):
        act.senders = (
            arguments.opening()
        )  # the short style of a row: "Aunt visits. Finds him ill, calls police"
        act.named = bool(act.senders)


def _objects(verb: Token, frame: set[str]) -> list[Token]:
    return [c for c in verb.children if c.dep_ in OBJECTS] if "object" in frame else []


def _fill_passive(arguments: Arguments, verb: Token, people: list[Token], frame: set[str], act: Act) -> None:
    agents = under(verb, {"by"})
    act.senders = [m for t in agents for m in arguments.parties(t)]
    act.named, act.addressed = bool(agents), "object" in frame and bool(people)
    if "object" in frame:
        act.receivers = [m for t in people for m in arguments.parties(t)]


def _fill_active(arguments: Arguments, people: list[Token], objects: list[Token], act: Act) -> None:
    times = telling_words()["times"]
    act.senders = [m for t in people for m in arguments.parties(t)]
    act.receivers = [m for t in objects for m in arguments.parties(t)]
    act.named, act.addressed = bool(people), any(t.lemma_.lower() not in times for t in objects)


def _seek_sender(arguments: Arguments, verb: Token, thing: Token | None, top: Token | None, act: Act) -> None:
    """Look for the teller after a "by" further on; a bare "the service" leaves it to what stands near.

    "Call passed on to the ambulance service": the call is no teller, it was passed by another.
    """
    if is_passive(verb) or act.receivers:
        act.senders = _after_by(arguments, verb)
    generic = top is not None and top.lemma_.lower() in telling_words()["generic"]
    if generic or (thing is not None and top == thing):
        act.named = False


def _mend_short_style(arguments: Arguments, verb: Token, frame: set[str], act: Act) -> None:
    """Read the short style of tables: "Clinic ring school", "Ms Q referred to the clinic" (by another)."""
    if "object" in frame and not act.receivers:
        _beside(arguments, verb, act)
    if verb.lemma_ in {"refer", "re-refer"} and all(m.sort == "family" for m in act.senders):
        act.senders, act.named = [], False
    if verb.lemma_ == "ask" and not act.receivers and any(c.dep_ == "xcomp" for c in verb.children):
        act.receivers, act.senders, act.named = act.senders, [], False


def _after_by(arguments: Arguments, verb: Token) -> list[Mention]:
    """Return who stands after the next "by", wherever the parser hung it, before another verb."""
    for token in arguments.doc[verb.i + 1 :]:
        if token.pos_ == "VERB":
            return []
        if token.lower_ == "by":
            return [m for child in token.children for m in arguments.parties(child)]
    return []


def _beside(arguments: Arguments, verb: Token, act: Act) -> None:
    """Take the parties right before and right after a verb that the parser gave no object."""
    doc = arguments.doc
    before = arguments.at(doc[verb.i - 1]) if verb.i else None
    rest = [t for t in doc[verb.i + 1 : verb.i + 3] if t.pos_ != "DET"]
    after = arguments.at(rest[0]) if rest else None
    if before is not None and after is not None:
        act.senders, act.receivers = [before], [after]


def fill_receiving(arguments: Arguments, verb: Token, thing: Token | None, frame: set[str], act: Act) -> None:
    """Set who was told (the subject) and who told (after "from")."""
    top = subject(verb)
    passive = is_passive(verb)
    if passive:
        act.receivers = [m for t in under(verb, {"by"}) for m in arguments.parties(t)]
        act.senders = [m for t in under(verb, {"from"}) for m in arguments.parties(t)]
    elif top is not None and top != thing:
        act.receivers = arguments.parties(top)
        act.addressed = True
        act.senders = [m for t in under(verb, frame) for m in arguments.parties(t)]
        act.named = bool(under(verb, frame))
    if thing is not None and not act.senders:
        act.senders = [m for t in under(thing, frame - {"by"}) for m in arguments.parties(t)]
    if thing is not None and not act.senders:
        inside = [arguments.at(c) for c in thing.children if c.dep_ in {"compound", "poss", "amod", "nmod"}]
        act.senders = [m for m in inside if m is not None and m.sort != "family" and m not in act.receivers]
