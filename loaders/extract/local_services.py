"""Local services that a report names and never describes, typed by what is said around their names.

A candidate is a name in capitals that recurs, is no one whom the report defines, and does or is told
things as services do. Where it is said to be part of an agency, or stands with one in brackets, it is that
agency's; else its own words may tell ("Fostering Futures"), or each paragraph it stands in votes by its topic
(lexicon/service_topics.yaml). Without a clear winner the name is left open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.meaning import described_type
from loaders.extract.mention import Mention
from loaders.extract.words import words

# What stands after or before a name that acts, or is acted towards, as a service is.
ACTING = re.compile(
    r"\s+(?:staff|service|team|workers?|practitioners?|were|had|have|has|did|could|should|would|offered|"
    r"received|completed|closed|discharged|made|reported|contacted|attended|requested|highlighted|concluded|"
    r"confirmed|identified|stated|said|advised|noted|asked|told)\b"
)
TOWARDS = re.compile(r"\b(?:by|from|with|to|at|attended|contacted|informed)\s+(?:the\s+)?$")
# What stands between a name and the agency it is part of.
WITHIN = re.compile(
    r"(?:\s+(?:team|service|unit|hub|project))?,?\s+(?:part\s+of|in|within|run\s+by)\s+(?:the\s+)?"
)
BRACKET = re.compile(r"\s+\((?=[A-Z])")  # "Riverbank Care (Talking Rooms)"
LEAST_TIMES, LEAST_VOTES, LEAST_ACTING, CLEAR = 4, 3, 0.4, 2.0


def local_services(text: str, known: Iterable[Mention]) -> list[Mention]:
    """Return a mention for every place of a local service that can be typed, the ``known`` ones left out."""
    known = tuple(known)
    parents = {mention.start: mention.party for mention in known if mention.sort == "agency"}
    taken = [False] * (len(text) + 1)
    for mention in known:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    places: dict[str, list[re.Match[str]]] = {}
    for match in _name().finditer(text):
        if not any(taken[match.start() : match.end()]):
            places.setdefault(match[0], []).append(match)
    found: dict[int, Mention] = {}
    for name, matches in [*places.items(), *places.items()]:  # what is learned of one may tell another
        party = _party(text, name, matches, parents)
        if party:
            found.update({m.start(): Mention(m.start(), m.end(), party, name, "agency") for m in matches})
            parents.update({one.start(): party for one in matches})
    return list(found.values())


@cache
def _name() -> re.Pattern[str]:
    """Names of two or three words; what opens a sentence ("However") is no part of one."""
    opening = "|".join(word.capitalize() for word in sorted(words("names", "before_agency")))
    return re.compile(rf"(?<![\w’'-])(?!(?:{opening})\b)[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}}(?![\w’'-])")


def _party(text: str, name: str, matches: list[re.Match[str]], parents: dict[int, str]) -> str | None:
    """The agency that a name stands for: said to be, by its own words, by its paragraphs."""
    acting = _share_acting(text, matches)
    if len(matches) < LEAST_TIMES or not acting:
        return None
    said = _parent(text, matches, parents)
    if said or acting < LEAST_ACTING:
        return said
    return described_type(name) or _topic(text, matches)


def _parent(text: str, matches: list[re.Match[str]], parents: dict[int, str]) -> str | None:
    """The agency that a name is said to be part of ("Bright Start in children's services") or to be."""
    joins = [join.match(text, one.end()) for one in matches for join in (WITHIN, BRACKET)]
    votes = {parents[join.end()] for join in joins if join and join.end() in parents} - {"multi_agency"}
    return votes.pop() if len(votes) == 1 else None


def _share_acting(text: str, matches: list[re.Match[str]]) -> float:
    acting = sum(
        bool(ACTING.match(text, one.end()) or TOWARDS.search(text[max(0, one.start() - 25) : one.start()]))
        for one in matches
    )
    return acting / len(matches)


def _topic(text: str, matches: list[re.Match[str]]) -> str | None:
    """The party that most of the paragraphs around a name tell of, where it is clear."""
    around = {_paragraph(text, one.start()) for one in matches}
    votes = Counter(party for told in around for party, pattern in _topics() if pattern.search(told))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < LEAST_VOTES:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= CLEAR * second else None


def _paragraph(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = lexicon("service_topics")
    return tuple((party, re.compile("|".join(words), re.IGNORECASE)) for party, words in entries.items())
