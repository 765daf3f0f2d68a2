"""The view of agencies: which types of agency told, met or failed to reach which, how often and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import combinations, product

from graph.export.fetch import Subgraph
from graph.export.network import Edge, Life, Node
from graph.export.pictured import node

# What each kind of fact says of two agencies: the edge's type, and which relationships lead to its ends.
FLOWS = {
    "Communication": ("TOLD", "SENDER", "RECEIVER"),
    "Gap": ("GAP", "HOLDER", "RECEIVER"),
}


@dataclass(slots=True)
class _Tie:
    """What joins two agency types: how many facts, of which cases, on which days."""

    facts: int = 0
    cases: set[str] = field(default_factory=set)
    lives: list[Life] = field(default_factory=list)


def agencies(graphs: Iterable[Subgraph]) -> Iterator[Node | Edge]:
    """Agency types joined by communications (TOLD), meetings that both attended (MET) and gaps (GAP).

    Each edge carries its ``weight`` (how many facts), ``cases`` (in how many) and the days of the facts.
    """
    ties: defaultdict[tuple[str, str, str], _Tie] = defaultdict(_Tie)
    for graph in graphs:
        known = set(graph.labelled("AgencyType"))
        for uri in graph.resources:
            for pair in _pairs(graph, uri, known):
                _tally(graph, uri, ties[pair])
        yield from (node(graph.resources[uri], {}) for uri in known)
    for (source, kind, target), tie in ties.items():
        said = {"weight": tie.facts, "cases": len(tie.cases)}
        yield Edge(source, target, kind, said, merged(tie.lives), directed=kind != "MET")


def _pairs(graph: Subgraph, uri: str, known: Set[str]) -> Iterator[tuple[str, str, str]]:
    """The two ends and the type of each edge that one fact counts for."""
    labels = graph.resources[uri].labels
    if "Meeting" in labels:
        present = sorted(graph.targets(uri, "ATTENDED") & known)
        yield from ((one, "MET", other) for one, other in combinations(present, 2))
    for label, (kind, giver, taker) in FLOWS.items():
        if label in labels:
            givers, takers = (sorted(graph.targets(uri, end) & known) for end in (giver, taker))
            yield from ((one, kind, other) for one, other in product(givers, takers) if one != other)


def _tally(graph: Subgraph, uri: str, tie: _Tie) -> None:
    tie.facts += 1
    tie.cases |= graph.targets(uri, "IN_CASE")
    first, last = (graph.resources[uri].properties.get(name) for name in ("dateFrom", "dateTo"))
    if first and last:
        tie.lives.append((str(first), str(last)))


def merged(lives: list[Life]) -> tuple[Life, ...]:
    """Return spans of days in order, those that share a day joined."""
    result: list[Life] = []
    for start, end in sorted(lives):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
