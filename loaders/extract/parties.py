"""Who is meant: every mention of an agency, a professional or a family member, as a party."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.extract.agency_words import agency_mentions
from loaders.extract.kin_words import kin_mentions
from loaders.extract.local_services import local_services
from loaders.extract.mention import Mention, without_overlap
from loaders.extract.naming import Naming, name_mentions
from loaders.extract.phrases import tokens_of
from loaders.extract.short_names import short_names, telling_names

if TYPE_CHECKING:
    from loaders.extract.reading import Reading

__all__ = ["Mention", "Parties"]


class Parties:
    """Every party of a review, and where each is mentioned."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def naming(self) -> Naming:
        """The labels this report defines for itself, and the child it is about."""
        return Naming.of(self._reading.document)

    @cached_property
    def all(self) -> tuple[Mention, ...]:
        """Every mention of the document in text order, none overlapping another."""
        text = self._reading.document.text
        tokens = tokens_of(text)
        named = name_mentions(text, self.naming)
        family = kin_mentions(text, tokens, named)
        work = agency_mentions(text, tokens, self.naming)
        told = without_overlap([*named, *family, *work])
        told = without_overlap([*told, *telling_names(text, told)])
        told = without_overlap([*told, *short_names(text, told)])
        return without_overlap([*told, *local_services(text, told)])

    def mentions(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie between two offsets, in text order, none overlapping."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(mention for mention in self.all[first:last] if mention.end <= end)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.all]
