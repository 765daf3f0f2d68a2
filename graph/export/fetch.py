"""Read what the store holds of some cases, as it stands: the raw graph that every export starts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache

from graph.store import Store
from ontology import vocabulary

# From a case to everything that hangs on it. Each pattern binds n and starts at the case's key,
# because a scan over all relationships of a type takes seconds on a large database.
PATTERNS = (
    "MATCH (n:Case {id: $case})",
    "MATCH (:Case {id: $case})<-[:IN_CASE]-(n)",
    "MATCH (:Case {id: $case})<-[:IN_CASE]-()-[:EVIDENCE]->(n)",
    "MATCH (:Case {id: $case})-[:EVIDENCE]->(n)",
    "MATCH (:Case {id: $case})<-[:IN_CASE]-(:Document)<-[:PART_OF]-(n)",
)
NODES = " RETURN DISTINCT n.uri AS uri, labels(n) AS labels, properties(n) AS properties"
# One row a type: a row for each relationship takes the driver three times as long.
EDGES = " MATCH (n)-[r]->(m) RETURN type(r) AS type, collect([n.uri, m.uri]) AS pairs"
# What cases have in common hangs on none of them: it is read once, and kept where something points at it.
SHARED = ("MATCH (n:Concept)", "MATCH (n:Area)")


@dataclass(frozen=True, slots=True)
class Resource:
    """One node as stored: its URI, its labels, its other properties with lists and dates as they are."""

    uri: str
    labels: frozenset[str]
    properties: Mapping[str, object]


@dataclass(slots=True)
class Subgraph:
    """Some resources by URI, and the relationships that lead from them to others among them."""

    resources: dict[str, Resource] = field(default_factory=dict)
    _links: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def add(self, resource: Resource) -> None:
        """Keep a resource."""
        self.resources[resource.uri] = resource

    def relate(self, source: str, kind: str, target: str) -> None:
        """Keep a relationship between the URIs of two resources."""
        self._links.setdefault((source, kind), set()).add(target)

    def targets(self, source: str, kind: str) -> Set[str]:
        """Return the URIs that relationships of a type lead to from a resource."""
        return self._links.get((source, kind), frozenset())

    @property
    def relationships(self) -> Iterator[tuple[str, str, str]]:
        """Every relationship as (source URI, type, target URI), in order."""
        for source, kind in sorted(self._links):
            yield from ((source, kind, target) for target in sorted(self._links[source, kind]))

    def labelled(self, label: str) -> list[str]:
        """Return the URIs of the resources with a label, in order."""
        return sorted(uri for uri, resource in self.resources.items() if label in resource.labels)


def ontology_class(resource: Resource) -> str:
    """Return the class of a resource; empty for a concept or for what only the store knows."""
    return next((label for label in sorted(resource.labels) if label in _classes()), "")


def fetch_each(store: Store, cases: Iterable[str]) -> Iterator[Subgraph]:
    """Yield everything stored of each case, with the concepts and areas that it points at."""
    shared = {one.uri: one for pattern in SHARED for one in _resources(store, pattern)}
    for case in cases:
        found = Subgraph()
        for pattern in PATTERNS:
            for resource in _resources(store, pattern, case=case):
                found.add(resource)
            for row in store.read(pattern + EDGES, {"case": case}):
                for source, target in row["pairs"]:
                    found.relate(source, row["type"], target)
                    if target in shared:
                        found.add(shared[target])
        yield found


def read_stored(store: Store, cases: Iterable[str], _: str) -> Iterator[Subgraph]:
    """Yield what a format reads that writes the graph as it is stored, whatever the view."""
    return fetch_each(store, cases)


def _resources(store: Store, pattern: str, **given: str) -> Iterator[Resource]:
    for row in store.read(pattern + NODES, given):
        properties = {name: value for name, value in row["properties"].items() if name != "uri"}
        yield Resource(row["uri"], frozenset(row["labels"]), properties)


@cache
def _classes() -> frozenset[str]:
    return frozenset(info.name for info in vocabulary.classes())
