"""One mention of a party in the text, the value that all readers of parties make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its span, the party's code, the label it goes by, and what sort of party it is.

    ``sort`` is "family", "professional" or "agency"; ``label`` the canonical label or name of the
    person or agency meant, where the report gives one. ``role`` is the role word of a
    professional, or the service word by which an agency was known.
    """

    start: int
    end: int
    party: str
    label: str
    sort: str
    role: str | None = None


def without_overlap(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions in text order; where two overlap the one that starts first, then the longer, stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
