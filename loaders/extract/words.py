"""Word lists of the lexicons as sets."""

from __future__ import annotations

from functools import cache

from loaders.extract.lexicon import lexicon


@cache
def words(file: str, *path: str) -> frozenset[str]:
    """Return a list of a lexicon as a set; ``path`` leads to it, a text counts as its words."""
    value = lexicon(file)
    for step in path:
        value = value[step]
    return frozenset(value.split() if isinstance(value, str) else value)
