"""Teams whose name says what they do, and the short names that reports then use for them.

"She was seen by the Riverside Mental Health Link Team. The Link Team wrote to the GP." The long name is typed
by its own words, as a description would be (lexicon/agencies.yaml, ``described``). The short name is the
team's where only one agency of the report bears it; otherwise it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from loaders.extract.meaning import described_type
from loaders.extract.mention import Mention
from loaders.extract.words import words

CAPITALS = r"[A-Z][\w’']+(?: (?:and|of|for|the|&|[A-Z][\w’']+)){1,6}"
LEAST_WORDS = 3  # a full name has one word more than the shortest end that can stand for it


def telling_names(text: str, known: Iterable[Mention]) -> list[Mention]:
    """Return a mention for every team that is known by the words of its name.

    A name that the ``known`` mentions cover in part is read where they say the same ("Fell Housing" in "Fell
    Housing Link Team"), and then covers them.
    """
    told: dict[int, Mention] = {place: one for one in known for place in range(one.start, one.end)}
    found: list[Mention] = []
    for match in _long_name().finditer(text):
        party = described_type(match[0])
        within = [told[place] for place in range(match.start(), match.end()) if place in told]
        if party and all(_same(one, party, match) for one in within):
            found.append(Mention(match.start(), match.end(), party, match[0], "agency"))
    return found


def _same(inside: Mention, party: str, name: re.Match[str]) -> bool:
    whole = name.start() <= inside.start and inside.end <= name.end()
    return whole and inside.sort == "agency" and inside.party == party and inside.end < name.end()


@cache
def _long_name() -> re.Pattern[str]:
    last = "|".join(sorted(words("names", "last_of_team")))
    return re.compile(
        rf"(?<![\w’'-])(?!(?:The|A|An|In|At|By|For|Her|His|Their) ){CAPITALS} (?:{last})(?![\w-])"
    )


def _taken(text: str, known: Iterable[Mention]) -> list[bool]:
    taken = [False] * (len(text) + 1)
    for mention in known:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    return taken


def short_names(text: str, known: Iterable[Mention]) -> list[Mention]:
    """Return a mention for every place where a team stands under the end of its name."""
    known = tuple(known)
    told = [mention for mention in known if mention.sort == "agency"]
    taken = _taken(text, known)
    bearers: dict[str, set[str]] = {}
    for full, party in {(_name(text, one), one.party) for one in told}:
        for end in _ends(full):
            bearers.setdefault(end, set()).add(party)
    found: list[Mention] = []
    for end, parties in bearers.items():
        if len(parties) > 1:
            continue
        for match in re.finditer(rf"(?<=[Tt]he ){re.escape(end)}(?![\w-])", text):
            if not any(taken[match.start() : match.end()]):
                found.append(Mention(match.start(), match.end(), min(parties), end, "agency"))
    return found


def _name(text: str, mention: Mention) -> str:
    return re.sub(r"['’]s?$", "", " ".join(text[mention.start : mention.end].split()))


def _ends(full: str) -> Iterator[str]:
    """Yield the ends of a team's name that may stand for it, all of them in capitals."""
    parts = full.split()
    if len(parts) < LEAST_WORDS or parts[-1] not in words("names", "last_of_team"):
        return
    for first in range(1, len(parts) - 1):
        end = parts[first:]
        if all(word[0].isupper() for word in end):
            yield " ".join(end)
