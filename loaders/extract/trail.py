"""What became of every cue that was found: read on, or dropped for a reason from a closed list.

Extractors tell the trail where they give a reading up; drops are always counted, by category and reason.
Places are kept only when somebody asks for an explanation, so that a reading costs the same without one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from loaders.extract.lexicon import lexicon
from ontology.model import Fact

Span = tuple[int, int]
UNSURE = "below_threshold"


@dataclass(frozen=True, slots=True)
class Note:
    """One cue at its place (offsets into the document), for a category of facts ("meetings").

    ``cue`` names the class of words or the construction that fired, None for a whole fact; ``dropped`` is
    the code of the reason (scheme DropReason) for which the reading was given up, None where it was read
    on; ``score`` how sure the extractor was, before calibration, where it came to that; ``whose`` whom the
    words were read as being about, where that was asked.
    """

    category: str
    start: int
    end: int
    cue: str | None
    dropped: str | None = None
    score: float | None = None
    whose: str | None = None


class Trail:
    """The counts of what was dropped and, with ``keep``, a note for every cue."""

    def __init__(self, *, keep: bool = False) -> None:
        self.dropped: Counter[tuple[str, str]] = Counter()  # readings given up, by category and reason
        self.notes: list[Note] = []
        self.keep = keep
        self._doubts: dict[tuple[str, int, int], str] = {}

    def fired(self, category: str, cue: str, *places: Span, whose: str | None = None) -> None:
        """Note a cue whose reading goes on."""
        if self.keep:
            self.notes += [Note(category, start, end, cue, whose=whose) for start, end in places]

    def drop(
        self, category: str, reason: str, cue: str | None, *places: Span, score: float | None = None
    ) -> None:
        """Count one reading given up for a reason, told of in one place or in several."""
        self.dropped[category, reason] += 1
        if self.keep:
            self.notes += [Note(category, start, end, cue, reason, score) for start, end in places]

    def doubt(self, category: str, reason: str, start: int, end: int) -> None:
        """Say what speaks most against the fact that stands at a place, should it prove too unsure."""
        self._doubts[category, start, end] = reason

    def drop_unsure(self, category: str, fact: Fact) -> None:
        """Count a fact as dropped for being less likely than was asked."""
        reason = self._doubts.get((category, fact.start, fact.end), UNSURE)
        self.drop(category, reason, None, (fact.start, fact.end), score=fact.confidence)


def place_reason(role: str) -> str:
    """Return the drop reason for a kind of passage in which reviews do not tell of their case."""
    reasons = lexicon("drops")["passages"]
    return str(reasons.get(role, reasons["other"]))
