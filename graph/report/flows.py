"""Information between parties, pair by pair: what the report says passed, and what it says did not.

The members of the family are one party here, as in the picture of flows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from graph.pictures.tallies import FAMILY
from graph.report.facts import Named, numbered
from graph.report.wording import party
from ontology.model import Communication, Gap, Review
from ontology.vocabulary import codes


@dataclass(frozen=True, slots=True)
class Pair:
    """What passed from one party to another, and what should have passed and did not."""

    sender: str
    receiver: str
    communications: tuple[Named, ...]
    gaps: tuple[Named, ...]

    @property
    def id(self) -> str:
        """The name of the pair's place in the page."""
        return flow_id(self.sender, self.receiver)


def flow_id(sender: str, receiver: str) -> str:
    """Return the name of the place in the page that tells what passed from one party to another."""
    return f"flow-{sender}-{receiver}"


def side(code: str) -> str:
    """Return what people call a party of a flow, which may be the family as a whole."""
    return "Family" if code == FAMILY else party(code)


def pairs(review: Review) -> list[Pair]:
    """Return each pair of parties, in the ontology's order, that a communication or a gap names."""
    passed: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    missed: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in numbered(review, "communications"):
        told = cast(Communication, named.fact)
        for pair in _pairs([told.sender] if told.sender else [], told.receiver):
            passed[pair].append(named)
    for named in numbered(review, "gaps"):
        gap = cast(Gap, named.fact)
        for pair in _pairs(gap.holder, gap.receiver):
            missed[pair].append(named)
    order = {code: place for place, code in enumerate((*codes("AgencyType"), FAMILY))}
    both = sorted({*passed, *missed}, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return [Pair(*pair, tuple(passed.get(pair, ())), tuple(missed.get(pair, ()))) for pair in both]


def one_sided(review: Review) -> int:
    """Return how many gaps do not state both who held the information and who should have had it."""
    return sum(not (gap.holder and gap.receiver) for gap in review.gaps)


def _pairs(senders: Iterable[str], receivers: Iterable[str]) -> set[tuple[str, str]]:
    agencies = set(codes("AgencyType"))
    ends = [{code if code in agencies else FAMILY for code in side} for side in (senders, receivers)]
    return {(sender, receiver) for sender in ends[0] for receiver in ends[1]}
