"""Read what the store holds of some cases, as it stands: the raw graph that every export starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.store import Store

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
EDGES = (
    " MATCH (n)-[r]->(m) RETURN DISTINCT n.uri AS source, type(r) AS type, m.uri AS uri,"
    " labels(m) AS labels, properties(m) AS properties"
)


@dataclass(frozen=True, slots=True)
class Resource:
    """One node as stored: its URI, its labels, its properties with lists and dates as they are."""

    uri: str
    labels: frozenset[str]
    properties: Mapping[str, object]


@dataclass(slots=True)
class Subgraph:
    """Resources by URI and relationships as (source URI, type, target URI)."""

    resources: dict[str, Resource] = field(default_factory=dict)
    relationships: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, row: Mapping[str, object]) -> str:
        """Keep the node of a result row and return its URI."""
        uri = str(row["uri"])
        labels, properties = row["labels"], row["properties"]
        assert isinstance(labels, list) and isinstance(properties, dict)
        self.resources[uri] = Resource(uri, frozenset(labels), properties)
        return uri


def fetch(store: Store, cases: Iterable[str]) -> Subgraph:
    """Return everything stored of the cases, with the concepts and areas that it points at."""
    found = Subgraph()
    for case in cases:
        for pattern in PATTERNS:
            for row in store.read(pattern + NODES, {"case": case}):
                found.add(row)
            for row in store.read(pattern + EDGES, {"case": case}):
                found.relationships.add((str(row["source"]), str(row["type"]), found.add(row)))
    return found
