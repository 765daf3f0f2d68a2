"""Cues of a lapse in a sentence, and of what takes such a reading back: lexicon/gaps.yaml at work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.extract.lexicon import lexicon

MOST_OF_A_CLASS = 3


LAPSE, STAY = "lapse", "stay"  # what speaks for a gap, and what speaks against one


@dataclass(frozen=True, slots=True)
class CueClass:
    """One class of expressions: what it is for, and whether it can carry a sentence, or stop it, alone."""

    name: str
    side: str
    purpose: str
    strong: bool
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One expression found in a text: its class and its span within the text."""

    name: str
    side: str
    strong: bool
    start: int
    end: int


@cache
def cue_classes() -> tuple[CueClass, ...]:
    """Return the classes of the lexicon in its order, their patterns compiled."""
    rules = lexicon("gaps")
    words = {
        name: "|".join(w.replace(".", "[ -]") for w in text.split()) for name, text in rules["words"].items()
    }
    return tuple(
        CueClass(
            name=entry["name"],
            side=side,
            purpose=entry["for"],
            strong=bool(entry.get("strong")),
            patterns=tuple(_compiled(pattern, words) for pattern in entry["patterns"]),
        )
        for side in (LAPSE, STAY)
        for entry in rules[side]
    )


def _compiled(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, alternatives in words.items():
        pattern = pattern.replace(f"<{name}>", alternatives)
    return re.compile(pattern, re.IGNORECASE)


def find_cues(text: str) -> tuple[Cue, ...]:
    """Return the expressions that a text holds, class by class in the lexicon's order.

    Of one class at most three, none overlapping another of its class.
    """
    plain = text.replace("’", "'")
    found: list[Cue] = []
    for one in cue_classes():
        own: list[Cue] = []
        for pattern in one.patterns:
            for match in pattern.finditer(plain):
                clear = all(match.end() <= c.start or match.start() >= c.end for c in own)
                if clear and len(own) < MOST_OF_A_CLASS:
                    own.append(Cue(one.name, one.side, one.strong, match.start(), match.end()))
        found += own
    return tuple(found)


def first_strong(text: str) -> Cue | None:
    """Return the first lapse expression of a text that can carry a sentence alone, if there is one."""
    plain = text.replace("’", "'")
    for one in cue_classes():
        for pattern in one.patterns if one.strong and one.side == LAPSE else ():
            if match := pattern.search(plain):
                return Cue(one.name, one.side, one.strong, match.start(), match.end())
    return None
