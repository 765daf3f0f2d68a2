"""A sentence in plain names, for the parser: who is meant is known, so that any name will do.

The parser reads "Mary rang the nurse" better than "OHV1 rang NNU", and reads it alike whatever names a
report has chosen. Positions lead back into the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.dates import DateMention
from loaders.extract.parties import Mention

NAMES = {"family": "Mary", "professional": "Sarah", "agency": "Oxfam"}
NOUNS = {"family": "woman", "professional": "nurse", "agency": "team"}
AFTER_A_WORD_LIKE_THE = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|her|his|their|its|our|new|first|second|previous|allocated)|['’]s|s['’])\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the plain text: where it starts there and in the sentence, and whose name it is."""

    plain: int
    start: int
    end: int
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence in plain names, and the way back from its positions."""

    text: str
    pieces: tuple[Piece, ...]

    def piece(self, offset: int) -> Piece:
        """Return the piece that holds a position of the plain text."""
        place = bisect_right([piece.plain for piece in self.pieces], offset) - 1
        return self.pieces[max(place, 0)]

    def origin(self, offset: int, *, end: bool = False) -> int:
        """Return the position in the sentence that a position of the plain text stands for."""
        piece = self.piece(offset - 1 if end and offset else offset)
        if piece.mention is not None:
            return piece.end if end else piece.start
        return min(piece.start + offset - piece.plain, piece.end)


def plain(text: str, start: int, mentions: tuple[Mention, ...], dates: tuple[DateMention, ...]) -> Plain:
    """Return a sentence that starts at ``start`` with every capitalised mention under a plain name.

    A date that opens the sentence without a comma gets one: "That day, Mary rang".
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for left, right, mention in _stretches(text, start, mentions):
        if mention is None:
            stretch = _with_comma(text[left:right], left, start, dates)
        else:
            stretch = [(_name(text, left, right, mention), left)]
        for words, at in stretch:
            pieces.append(Piece(length, at, right, mention))
            parts.append(words)
            length += len(words)
    return Plain("".join(parts), tuple(pieces) or (Piece(0, 0, len(text), None),))


def _stretches(
    text: str, start: int, mentions: tuple[Mention, ...]
) -> Iterator[tuple[int, int, Mention | None]]:
    at = 0
    for mention in mentions:
        left, right = mention.start - start, mention.end - start
        if left > at:
            yield at, left, None
        yield left, right, mention
        at = right
    if at < len(text):
        yield at, len(text), None


def _name(text: str, left: int, right: int, mention: Mention) -> str:
    """Return the plain name of a mention; a mention in small letters is plain already."""
    words = text[left:right]
    if not words[:1].isupper():
        return words
    tail = re.search(r"['’]s?$", words)
    name = NOUNS[mention.sort] if AFTER_A_WORD_LIKE_THE.search(text[:left]) else NAMES[mention.sort]
    if mention.sort == "family" and re.search(r"(?:father|uncle)$", mention.party):
        name = {"Mary": "John", "woman": "man"}[name]
    return name + ("'s" if tail else "")


def _with_comma(words: str, left: int, start: int, dates: tuple[DateMention, ...]) -> list[tuple[str, int]]:
    """Cut a stretch after the date that opens the sentence, with a comma put between."""
    opening = [d for d in dates if d.start - start < 6 and left == 0 and d.end - start <= len(words)]
    if not opening:
        return [(words, left)]
    cut = opening[0].end - start
    if not re.match(r"\s+\w|\s*$", words[cut:]):
        return [(words, left)]
    return [(words[:cut] + ",", left), (words[cut:], left + cut)] if words[cut:] else [(words + ",", left)]
