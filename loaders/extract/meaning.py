"""What a few words of description mean: a relative of the child, a practitioner, an agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.extract.agency_words import agency_mentions
from loaders.extract.kin_words import kin_mentions
from loaders.extract.phrases import tokens_of

if TYPE_CHECKING:
    from loaders.extract.naming import Naming


@dataclass(frozen=True, slots=True)
class Meaning:
    """The party that a description means, the sort of party, and the role word of a professional."""

    party: str
    sort: str
    role: str | None = None


def meaning_of(words: str, naming: Naming, *, tight: bool = False) -> Meaning | None:
    """Return what a description means, or None; a practitioner outweighs the relative they work for.

    ``tight`` asks that the telling words are the last ones.
    """
    from loaders.extract.naming import name_mentions  # noqa: PLC0415 (they read each other)

    tokens = tokens_of(words)
    end = len(words.rstrip()) if tight else 0
    work = [m for m in agency_mentions(words, tokens, naming) if m.end >= end]
    for sort in ("professional", "agency"):
        for mention in work:
            if mention.sort == sort and mention.party != "multi_agency":
                return Meaning(mention.party, sort, mention.role)
    family = [m for m in kin_mentions(words, tokens, naming, name_mentions(words, naming)) if m.end >= end]
    return Meaning(family[-1].party, "family") if family else None
