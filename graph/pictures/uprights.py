"""The marks that stand across lanes: from which lanes to which a meeting, communication or gap goes."""

from __future__ import annotations

from dataclasses import dataclass

from graph.pictures.content import UNSTATED, Lanes
from graph.pictures.wording import Dated
from ontology.model import Communication, Gap, Meeting


@dataclass(frozen=True, slots=True)
class Ends:
    """Keys of lanes: where it starts, where it goes, and where it should have gone (or come from)."""

    starts: tuple[str, ...]
    goals: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every lane it touches, the first start first."""
        return tuple(dict.fromkeys((*self.starts, *self.goals, *self.missing)))

    @property
    def loops(self) -> bool:
        """Whether it comes back to a lane it starts from."""
        return not set(self.starts).isdisjoint((*self.goals, *self.missing))


def ends(fact: Dated, lanes: Lanes) -> Ends:
    """Return the lanes of a mark; one that names nobody stands in the lane kept for that."""
    match fact:
        case Meeting():
            found = Ends(lanes.of(fact.attended), missing=lanes.of(fact.absent))
        case Communication():
            found = Ends(lanes.of([fact.sender] if fact.sender else []), lanes.of(fact.receiver))
        case Gap():
            found = Ends(lanes.of(fact.holder), missing=lanes.of(fact.receiver))
        case _:
            found = Ends(lanes.of(fact.parties))
    return found if found.all else Ends((UNSTATED,))
