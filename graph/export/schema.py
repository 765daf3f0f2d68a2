"""The statements that make a Neo4j database ready for the graph, from the ontology."""

from __future__ import annotations

from collections.abc import Iterator

from graph.store import identifier
from ontology import vocabulary


def statements() -> Iterator[str]:
    """Yield a statement for each constraint and index, each ended by a semicolon."""
    for label, name in vocabulary.constraints():
        title = identifier(f"{label}_{name}")
        unique = f"n.{identifier(name)} IS UNIQUE"
        yield f"CREATE CONSTRAINT {title} IF NOT EXISTS FOR (n:{identifier(label)}) REQUIRE {unique};"
    for label, name in vocabulary.indexes():
        title = identifier(f"{label}_{name}_index")
        yield f"CREATE INDEX {title} IF NOT EXISTS FOR (n:{identifier(label)}) ON (n.{identifier(name)});"
