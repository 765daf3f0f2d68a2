"""Word lists of the lexicons as sets."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import lexicon


def one_of(file: str, *path: str) -> str:
    """Return a list of a lexicon as the alternatives of a pattern, in a fixed order, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words(file, *path), key=lambda w: (-len(w), w)))


@cache
def words(file: str, *path: str) -> frozenset[str]:
    """Return a list of a lexicon as a set; ``path`` leads to it, a text counts as its words."""
    value = lexicon(file)
    for step in path:
        value = value[step]
    return frozenset(value.split() if isinstance(value, str) else value)
