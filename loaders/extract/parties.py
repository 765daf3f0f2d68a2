"""Who is meant: every mention of an agency, a professional or a family member, as a party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.extract.reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its span, the party's code, the label it goes by, and what sort of party it is.

    ``sort`` is "family", "professional" or "agency"; ``label`` the canonical label or name of the
    person or agency meant, where the report gives one.
    """

    start: int
    end: int
    party: str
    label: str
    sort: str


class Parties:
    """Every party of a review, and where each is mentioned."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def mentions(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie between two offsets, in text order, none overlapping."""
        return ()
