"""What a few words of description mean: a relative of the child, a practitioner, an agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.extract.agency_words import agency_mentions, phrases
from loaders.extract.kin_words import kin_mentions, kin_of_child
from loaders.extract.lexicon import lexicon
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

    role = kin_of_child(words)
    if role:
        return Meaning(role, "family")
    tokens = tokens_of(words)
    end = len(words.rstrip()) if tight else 0
    work = [m for m in agency_mentions(words, tokens, naming) if m.end >= end]
    generic = _generic_role(words)
    if generic and work:
        place = next((m for m in work if m.sort == "agency" and m.party != "multi_agency"), work[0])
        return Meaning(place.party, "professional", generic)
    for sort in ("professional", "agency"):
        for mention in work:
            if mention.sort == sort and mention.party != "multi_agency":
                return Meaning(mention.party, sort, mention.role)
    family = [m for m in kin_mentions(words, tokens, name_mentions(words, naming)) if m.end >= end]
    return Meaning(family[-1].party, "family") if family else None


def _generic_role(words: str) -> str | None:
    """Return the role word that a description opens with, where only the agency after it tells its type."""
    first = next(phrases().find(words, tokens_of(words)), None)
    generic = lexicon("roles")["generic"]
    return first.phrase.text if first and first.first <= 1 and first.phrase.text in generic else None


def role_of(words: str) -> str | None:
    """Return the role word of a practitioner that a label holds ("Night Nurse"), or None."""
    found = [hit.phrase for hit in phrases().find(words, tokens_of(words))]
    return next((one.text for one in reversed(found) if one.sort in ("professional", "generic")), None)


def described_type(words: str) -> str | None:
    """Return the agency type that a description of a service tells ("a charity for homeless people")."""
    plain = words.lower()
    if re.search(
        r"\b(?:court|review|learning|panel|board|police|research|training|management|inspection)\b", plain
    ):
        return None
    for code, cues in lexicon("agencies")["described"].items():
        if any(re.search(rf"\b{cue}", plain) for cue in cues):
            return str(code)
    return None
