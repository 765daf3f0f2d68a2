"""Which day is meant: every date of a review, as exactly as the text and its context allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.extract.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date: its span, the ISO date it states (partial where the text is), and the end of a range.

    ``relative`` is true for one worked out from an anchor ("the following day").
    """

    start: int
    end: int
    date: str
    date_end: str | None = None
    relative: bool = False


class Dates:
    """Every date of a review."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def mentions(self, start: int, end: int) -> tuple[DateMention, ...]:
        """Return the dates that lie between two offsets, in text order."""
        return ()

    def of(self, sentence: Sentence) -> DateMention | None:
        """Return the date a sentence's events happened on: its own, or its table row's; else None."""
        return None
