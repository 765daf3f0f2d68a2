"""Areas by name, from the lexicon."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import lexicon


@cache
def known_areas() -> tuple[str, ...]:
    """Return the areas of the lexicon, the longest name first."""
    names = [name.strip() for part in lexicon("areas").values() for name in part.split(",")]
    return tuple(sorted(names, key=len, reverse=True))


@cache
def area_pattern() -> re.Pattern[str]:
    """Return the pattern of every area of the lexicon as a whole name."""
    names = "|".join(map(re.escape, known_areas()))
    part_of_more = "".join(rf"(?<!{word} )" for word in ("Greater", "North", "South", "East", "West"))
    return re.compile(rf"(?<![\w-]){part_of_more}(?:{names})(?![\w-])")


def areas_in(words: str) -> list[str]:
    """Return the areas of the lexicon that stand in a few words, in order."""
    return [match[0] for match in area_pattern().finditer(words)]


@cache
def regions() -> frozenset[str]:
    """Return the regions of the lexicon: police services bear their names, cases do not play in them."""
    return frozenset(name.strip() for name in lexicon("areas")["regions"].split(","))
