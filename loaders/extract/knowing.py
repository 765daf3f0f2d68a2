"""Clauses that say who knew: in one parsed sentence, by the words of knowing and of telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extract.arguments import Arguments
from loaders.extract.grammar import is_passive, subject, under
from loaders.extract.knowing_lists import included, with_list
from loaders.extract.knowing_matter import (
    begins_with_that,
    clause_of,
    content,
    is_denied,
    opens_with_it,
    says_no,
)
from loaders.extract.knowing_places import agents, shown, watchers
from loaders.extract.knowing_scope import status_of
from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.words import words

FROM = {"from", "by"}
UNNAMED = 0.1  # less sure where only the place tells who saw it


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause of knowing: who, how far, from whom, its words, and what it was that was known.

    ``start`` and ``end``, and ``about``, are offsets into the sentence; ``sure`` what the rule is worth.
    """

    rule: str
    verb: Token
    knower: Mention
    status: str
    source: Mention | None
    start: int
    end: int
    about: tuple[int, int] | None
    sure: float
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """What a rule finds: the verb of the clause, the tokens of who knew and who told, and the matter."""

    rule: str
    verb: Token
    knowers: tuple[Token, ...]
    sources: tuple[Token, ...]
    matter: Token | None
    sure: float
    lacking: bool = False


def claims(arguments: Arguments) -> Iterator[Claim]:
    """Yield the clauses of a sentence that say of a party whether it knew."""
    for token in arguments.doc:
        for found in _found(arguments, token):
            yield from _claims(arguments, found)


def _claims(arguments: Arguments, found: _Found) -> Iterator[Claim]:
    start, end = arguments.span(*clause_of(found.verb))
    clause = arguments.sentence.text[start:end]
    sources = [m for token in found.sources for m in arguments.parties(token)]
    present = arguments.sentence.role == "chronology"
    about = _matter(arguments, found.matter)
    for token in found.knowers:
        status = status_of(found.verb, token, clause, lacking=found.lacking, present=present)
        named = _named(arguments, token) if status else []
        opening = _opening(arguments, start, named)
        for mention in named:
            source = next((m for m in sources if m.party != mention.party), None)
            pronoun = arguments.at(token) is None and token.pos_ == "PRON"
            if pronoun and _named_within(arguments, mention, about):
                continue  # "She found Alder asleep": whoever she is, she is not Alder
            yield Claim(
                found.rule, found.verb, mention, str(status), source, opening, end, about, found.sure, pronoun
            )


def _opening(arguments: Arguments, start: int, named: list[Mention]) -> int:
    """Return where a clause begins, the list of its knowers included where the parser lost some of it."""
    text, origin = arguments.sentence.text, arguments.sentence.start
    start += len(text[start:]) - len(text[start:].lstrip(" ,;:"))
    listed = [one.start - origin for one in named if one.start >= origin] if len(named) > 1 else []
    return min([start, *listed])


def _named_within(arguments: Arguments, mention: Mention, about: tuple[int, int] | None) -> bool:
    """Tell whether a party is named in what was known."""
    origin, (start, end) = arguments.sentence.start, about or (0, 0)
    return any(one.party == mention.party and start <= one.start - origin < end for one in arguments.mentions)


def _named(arguments: Arguments, token: Token) -> list[Mention]:
    named = arguments.parties(token)
    if arguments.at(token) is not None:
        named = with_list(arguments, named)
    named = list(dict.fromkeys([*named, *included(arguments, token, named)]))
    if named or token.lower_ not in words("knowledge", "none"):
        return named
    return [m for one in under(token, {"of"}) for m in arguments.parties(one)]


def _found(arguments: Arguments, token: Token) -> Iterator[_Found]:
    """Yield what each rule reads at a word."""
    lemma = token.lemma_.lower()
    if token.lower_ in {"aware", "unaware", "sighted"}:
        yield from _aware(token)
    elif (told := _telling(token)) is not None:
        yield from _told(token, told)
    elif lemma in words("knowledge", "has") and token.pos_ == "NOUN":
        yield from _had(token)
    elif lemma == "disclosure" and token.dep_ == "dobj":
        yield from _disclosed(token)
    elif token.pos_ in {"VERB", "ADJ"}:
        if lemma in lexicon("knowledge")["passes"]:
            yield from _passed(arguments, token, lemma)
        if lemma in lexicon("knowledge")["knows"]:
            yield from _knew(arguments, token, lemma)


def _aware(token: Token) -> Iterator[_Found]:
    """Read "was aware of", "were unaware that", "was made aware by", "became aware from"."""
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"} or token.dep_ not in {"acomp", "oprd", "ccomp", "xcomp", "ROOT"}:
        return
    knowers: list[Token | None] = [subject(verb)]
    if verb.lemma_ == "make" and not is_passive(verb):
        knowers = [c for c in verb.children if c.dep_ == "dobj"]
        knowers += [c for c in token.children if c.dep_ == "nsubj"]
    sources = (*under(verb, FROM), *under(token, FROM))
    yield _Found(
        "aware",
        verb,
        _tokens(knowers),
        sources,
        content(token) or content(verb),
        0.8,
        token.lower_ == "unaware",
    )


def _telling(token: Token) -> str | None:
    """Return the verb of telling that a word is, also where the parser took "informed" for an adjective."""
    tells = lexicon("knowledge")["tells"]
    if token.pos_ == "VERB":
        return token.lemma_.lower() if token.lemma_.lower() in tells else None
    passive = token.pos_ == "ADJ" and any(c.dep_ == "auxpass" for c in token.children)
    return next((verb for verb in tells if passive and token.lower_.startswith(verb)), None)


def _told(verb: Token, lemma: str) -> Iterator[_Found]:
    """Read "was told that", "were informed by", and who was told by whom."""
    sure = float(lexicon("knowledge")["tells"][lemma])
    matter = content(verb)
    if is_passive(verb):
        yield _Found(
            f"told:{lemma}", verb, _tokens([subject(verb)]), tuple(under(verb, {"by"})), matter, sure
        )
        return
    told = [c for c in verb.children if c.dep_ in {"dobj", "dative", "iobj"}]
    matter = matter or next((c for one in told[:1] for c in one.children if begins_with_that(c)), None)
    if told and matter is not None:
        yield _Found(f"tells:{lemma}", verb, _tokens(told[:1]), _tokens([subject(verb)]), matter, sure - 0.05)


def _had(noun: Token) -> Iterator[_Found]:
    """Read "had no knowledge of", "had information about"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ != "have" or content(noun) is None:
        return
    lacking = any(c.lower_ == "no" for c in noun.children if c.dep_ == "det")
    yield _Found(
        "had", verb, _tokens([subject(verb)]), tuple(under(noun, FROM)), content(noun), 0.75, lacking
    )


def _disclosed(noun: Token) -> Iterator[_Found]:
    """Read "made no disclosure of this to the nurse"."""
    verb, told = noun.head, (*under(noun, {"to"}), *under(noun.head, {"to"}))
    lacking = any(c.lower_ == "no" for c in noun.children if c.dep_ == "det")
    if verb.lemma_ == "make" and told:
        yield _Found("disclosure", verb, told, _tokens([subject(verb)]), content(noun), 0.7, lacking)


def _passed(arguments: Arguments, verb: Token, lemma: str) -> Iterator[_Found]:
    """Read "was not shared with", "was known to": a matter that reached somebody or did not."""
    clause = verb.head if verb.dep_ == "acomp" else verb  # "was well known to"
    top = subject(clause)
    told = under(verb, set(lexicon("knowledge")["passes"][lemma]))
    if not told or top is None:
        return
    if clause is not verb or lemma == "know" or is_passive(verb):
        if arguments.parties(top) or (top.pos_ == "PRON" and not _is_matter(top)):
            return  # "The family was known to the service" tells of a client, "she was passed to" of a case
        matter, sources = top, tuple(under(verb, {"by"}))
    else:
        behind = (c for one in told for c in one.children if c.dep_ == "relcl")  # "told a nurse that she …"
        carried = next((c for c in verb.children if c.dep_ == "dobj"), None)
        carried = carried or content(verb) or next(behind, None)
        if carried is None:
            return
        matter, sources = carried, (top,)
    if matter.lemma_.lower() in words("knowledge", "no_matter"):
        return
    sure = float(lexicon("knowledge")["passes_sure"])
    lacking = verb.lower_ == "unknown"
    yield _Found(f"passed:{lemma}", clause, tuple(told), sources, matter, sure, lacking)


def _is_matter(pronoun: Token) -> bool:
    """Tell "this" and "some of the falls" from a person."""
    return pronoun.lower_ in words("own_topics", "anaphors") or bool(under(pronoun, {"of"}))


def _knew(arguments: Arguments, verb: Token, lemma: str) -> Iterator[_Found]:
    """Read "knew that", "noted the bruise", "did not receive the letter"."""
    rule = lexicon("knowledge")["knows"][lemma]
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    nothing = next((c for c in objects if c.lower_ in words("knowledge", "nothing")), None)
    if nothing is not None:
        matter, sure = content(nothing) or content(verb), float(rule["sure"])
        yield _Found(f"knew:{lemma}", verb, _tokens([subject(verb)]), (), matter, sure, lacking=True)
        return
    if rule.get("sees") and is_passive(verb):
        yield from _was_noted(arguments, verb, lemma)
        return
    matter = content(verb) or (None if rule.get("told") else next(iter(objects), None))
    if rule.get("sees") and (is_denied(verb, objects) or says_no(matter) or opens_with_it(matter)):
        return
    if matter is None or (matter in objects and not _is_thing(arguments, matter)):
        return
    if rule.get("paper") and not any(one.lemma_.lower() in words("knowledge", "papers") for one in objects):
        return
    knowers = under(verb, {"by"}) if is_passive(verb) else _tokens([subject(verb)])
    sources = tuple(under(verb, {"from"}))
    yield _Found(f"knew:{lemma}", verb, tuple(knowers), sources, matter, float(rule["sure"]))


def _was_noted(arguments: Arguments, verb: Token, lemma: str) -> Iterator[_Found]:
    """Read "was noted by the nurse", "was noted at the nursery", "was noted at a visit by the nurse"."""
    rule = lexicon("knowledge")["knows"][lemma]
    seen = shown(verb)
    matter = content(verb) or seen
    if is_denied(verb, [] if seen is None else [seen]) or says_no(matter):
        return
    if matter is None or (matter.dep_ == "nsubjpass" and not _is_thing(arguments, matter)):
        return
    sources = tuple(under(verb, {"from"}))
    if knowers := agents(verb, matter):
        yield _Found(f"knew:{lemma}", verb, knowers, sources, matter, float(rule["sure"]))
    elif knowers := watchers(arguments, verb, matter):
        yield _Found(f"seen:{lemma}", verb, knowers, sources, matter, float(rule["sure"]) - UNNAMED)


def _is_thing(arguments: Arguments, matter: Token) -> bool:
    """Tell what was seen from whom: "saw the nurse" tells of a contact."""
    return arguments.at(matter) is None and matter.pos_ not in {"PRON", "PROPN"}


def _tokens(found: Sequence[Token | None]) -> tuple[Token, ...]:
    return tuple(token for token in found if token is not None)


def _matter(arguments: Arguments, token: Token | None) -> tuple[int, int] | None:
    if token is None:
        return None
    return arguments.span(token.left_edge, token.right_edge)
