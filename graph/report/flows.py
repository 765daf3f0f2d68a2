"""Information between parties, pair by pair: what the report says passed, and what it says did not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import cast

from graph.report.facts import Named, numbered
from ontology.model import Communication, Gap, Review
from ontology.vocabulary import PARTY, codes


@dataclass(frozen=True, slots=True)
class Pair:
    """What passed from one party to another, and what should have passed and did not."""

    sender: str
    receiver: str
    communications: tuple[Named, ...]
    gaps: tuple[Named, ...]


def pairs(review: Review) -> list[Pair]:
    """Return each pair of parties, in the ontology's order, that a communication or a gap names."""
    passed: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    missed: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in numbered(review, "communications"):
        sent = cast(Communication, named.fact)
        for receiver in sent.receiver:
            if sent.sender:
                passed[sent.sender, receiver].append(named)
    for named in numbered(review, "gaps"):
        gap = cast(Gap, named.fact)
        for holder in gap.holder:
            for receiver in gap.receiver:
                missed[holder, receiver].append(named)
    order = {code: place for place, code in enumerate(codes(PARTY))}
    both = sorted({*passed, *missed}, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return [Pair(*pair, tuple(passed.get(pair, ())), tuple(missed.get(pair, ()))) for pair in both]


def one_sided(review: Review) -> int:
    """Return how many gaps do not state both who held the information and who should have had it."""
    return sum(not (gap.holder and gap.receiver) for gap in review.gaps)
