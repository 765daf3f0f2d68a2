"""One value read for a field of the case, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A value as the document tells it: the span that supports it and the probability that it is right."""

    value: str
    start: int
    end: int
    sure: float
