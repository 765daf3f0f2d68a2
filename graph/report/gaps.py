"""The gaps of a case as rows of a table, and the lists to choose from that narrow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from graph.report.facts import Named, numbered
from ontology.model import Gap, Review
from ontology.vocabulary import PARTY, codes, concept, label

NONE = "none"
SURENESS = (0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from: what of a gap it looks at, and its options as value and words."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A gap, and what the choices compare: codes, "none" where the report does not state one."""

    named: Named
    gap: Gap
    broader: str

    @property
    def holder(self) -> str:
        """Codes of who held the information or could have acted."""
        return " ".join(self.gap.holder) or NONE

    @property
    def receiver(self) -> str:
        """Codes of who should have had it."""
        return " ".join(self.gap.receiver) or NONE


def rows(review: Review) -> list[Row]:
    """Return the gaps in text order."""
    return [_row(named) for named in numbered(review, "gaps")]


def _row(named: Named) -> Row:
    gap = cast(Gap, named.fact)
    broader = concept("GapKind", gap.kind).broader
    return Row(named, gap, label("GapKind", broader) if broader else "")


def choices(found: Iterable[Row]) -> list[Choice]:
    """Return the lists to choose from, with only what occurs in these rows."""
    gaps = [row.gap for row in found]
    kinds = {gap.kind for gap in gaps}
    holders = [gap.holder for gap in gaps]
    receivers = [gap.receiver for gap in gaps]
    sure = tuple((str(least), f"at least {least:.0%}") for least in SURENESS)
    return [
        Choice(
            "kind",
            "Kind",
            tuple((kind, label("GapKind", kind)) for kind in codes("GapKind") if kind in kinds),
        ),
        Choice("holder", "Held by, or could have acted", _parties(holders)),
        Choice("receiver", "Should have had it", _parties(receivers)),
        Choice("sure", "How sure the reading is", sure),
    ]


def _parties(stated: list[tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """The parties that occur, in the ontology's order, which ranks no one."""
    occur = {code for one in stated for code in one}
    found = [(code, label(PARTY, code)) for code in codes(PARTY) if code in occur]
    return (*found, (NONE, "not stated")) if not all(stated) else tuple(found)
