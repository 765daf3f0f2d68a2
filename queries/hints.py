"""Nearest names: what a user may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

FEW = 8


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """A hint for a name that is not known: the nearest ones, or the list of ``what`` when it is short."""
    names = sorted(set(known))
    near = [*get_close_matches(word, names, n=3, cutoff=0.6)]
    near += [name for name in names if word and word in name and name not in near][: 3 - len(near)]
    if near:
        return f"did you mean {_choice(near)}?"
    if not names:
        return f"there are no {what} yet"
    if len(names) <= FEW:
        return f"{what}: {', '.join(names)}"
    return f"{what}: {', '.join(names[:FEW])} … ({len(names)} in all)"


def _choice(names: list[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
