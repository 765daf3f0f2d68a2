"""Several parties that knew: lists joined by "and", and lists that say whom a group includes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from loaders.extract.arguments import Arguments
from loaders.extract.grammar import under
from loaders.extract.parties import Mention
from loaders.extract.words import one_of

JOINED = re.compile(
    r"^[\s,]*(?:(?:and|or|nor|both|&|as well as|the|a|an|her|his|their|its|local)[\s,]*)*$", re.IGNORECASE
)
AND = re.compile(r"\b(?:and|nor|or)\b|&", re.IGNORECASE)


def with_list(arguments: Arguments, named: list[Mention]) -> list[Mention]:
    """Return parties with the others of their list ("the nurse, the midwife and the GP"), in text order."""
    run: list[Mention] = []
    for one in _in_subjects(arguments):
        if run and not JOINED.match(_text(arguments, run[-1].end, one.start)):
            if AND.search(_between(arguments, run)) and set(run) & set(named):
                break
            run = []
        run.append(one)
    if len(run) > 1 and AND.search(_between(arguments, run)) and set(run) & set(named):
        return list(dict.fromkeys([*run, *named]))
    return named


def _in_subjects(arguments: Arguments) -> list[Mention]:
    """Return the parties named but as the object of a verb or a preposition: "taken to the ward, and …"."""
    apart = [arguments.at(t) for t in arguments.doc if t.dep_ in {"pobj", "dobj", "poss"}]
    return [one for one in arguments.mentions if one not in apart]


def included(arguments: Arguments, group: Token, named: list[Mention]) -> list[Mention]:
    """Return whom a group is said to include: "all professionals, including the nurse and the midwife".

    Read from the words as they stand: a parser often loses the thread of a long list, and may take one of
    its parties (``named``) for the subject.
    """
    found: list[Mention] = []
    at = arguments.at(group)
    heads = {arguments.place(one)[0] for one in (group, *under(group, {"of"}))}  # "a number of professionals"
    for opened in _opening().finditer(arguments.sentence.text):
        start = arguments.sentence.start + opened.start()
        run = _run(arguments, arguments.sentence.start + opened.end())
        if start in heads or (at is not None and at.start <= start < at.end) or set(run) & set(named):
            found += run
    return found


@cache
def _opening() -> re.Pattern[str]:
    """Return a group with what opens the list of it: "professionals involved at the time (including"."""
    groups, finite, includes = (one_of("knowledge", name) for name in ("groups", "finite", "includes"))
    between = rf"(?:\s+(?!(?:{finite})\b)[\w'’-]+){{0,5}}?[\s,(–-]*"
    return re.compile(rf"\b(?:{groups})\b{between}\b(?:{includes})\b", re.IGNORECASE)


def _run(arguments: Arguments, start: int) -> list[Mention]:
    """Return the parties of a list that begins at an offset of the document."""
    run: list[Mention] = []
    for one in arguments.mentions:
        if one.start < start:
            continue
        if not JOINED.match(_text(arguments, run[-1].end if run else start, one.start)):
            break
        run.append(one)
    return run


def _between(arguments: Arguments, run: Iterable[Mention]) -> str:
    return " ".join(_text(arguments, a.end, b.start) for a, b in pairwise(run))


def _text(arguments: Arguments, start: int, end: int) -> str:
    """Return the words of the sentence between two offsets of the document."""
    origin = arguments.sentence.start
    return arguments.sentence.text[max(0, start - origin) : max(0, end - origin)]
