"""What the database must have before the first review: constraints, indexes and the ontology's concepts."""

from __future__ import annotations

import hashlib

from neo4j import ManagedTransaction

from graph.store import Store, identifier, rows
from ontology import vocabulary

MARK = "Ontology"  # the one node that tells which version of the ontology the database holds


def prepare(store: Store) -> None:
    """Make constraints, indexes and concept nodes, unless this version of the ontology has them already."""
    version = ontology_version()
    if store.read(f"MATCH (o:{MARK}) WHERE o.version = $version RETURN o.version AS v", {"version": version}):
        return
    for label, name in vocabulary.constraints():
        title = identifier(f"{label}_{name}")
        store.run(
            f"CREATE CONSTRAINT {title} IF NOT EXISTS "
            f"FOR (n:{identifier(label)}) REQUIRE n.{identifier(name)} IS UNIQUE"
        )
    for label, name in vocabulary.indexes():
        title = identifier(f"{label}_{name}_index")
        store.run(f"CREATE INDEX {title} IF NOT EXISTS FOR (n:{identifier(label)}) ON (n.{identifier(name)})")
    store.write(lambda transaction: _write_concepts(transaction, version))


def ontology_version() -> str:
    """Return a hash of the ontology's classes and concepts: another version, another hash."""
    files = "".join(vocabulary.text(name) for name in ("casetrace.ttl", "schemes.ttl"))
    return hashlib.sha256(files.encode()).hexdigest()[:16]


def _write_concepts(transaction: ManagedTransaction, version: str) -> None:
    parties = {one.scheme for one in vocabulary.concepts("Party")}
    for scheme in vocabulary.schemes():
        labels = ["Concept", scheme, *(["Party"] if scheme in parties else [])]
        concepts = [
            {
                "uri": one.uri,
                "code": one.code,
                "label": one.label,
                "definition": one.definition,
                "order": place,
            }
            for place, one in enumerate(vocabulary.concepts(scheme))
        ]
        rows(
            transaction,
            f"UNWIND $concepts AS one MERGE (n:{':'.join(map(identifier, labels))} {{uri: one.uri}}) "
            "SET n += one",
            {"concepts": concepts},
        )
    for kind, pairs in _links().items():
        rows(
            transaction,
            "UNWIND $pairs AS pair MATCH (a:Concept {uri: pair.source}) MATCH (b:Concept {uri: pair.target}) "
            f"MERGE (a)-[:{identifier(kind)}]->(b)",
            {"pairs": pairs},
        )
    rows(
        transaction, f"MERGE (o:{MARK} {{name: 'casetrace'}}) SET o.version = $version", {"version": version}
    )


def _links() -> dict[str, list[dict[str, str]]]:
    """Every link between concepts: to the one above, and to those of another scheme that they match."""
    found: dict[str, list[dict[str, str]]] = {}
    for scheme in vocabulary.schemes():
        for one in vocabulary.concepts(scheme):
            if one.broader:
                above = vocabulary.concept(scheme, one.broader).uri
                found.setdefault("BROADER", []).append({"source": one.uri, "target": above})
            for kind, other, code in one.matches:
                target = vocabulary.concept(other, code).uri
                name = vocabulary.relationship_type(kind)
                found.setdefault(name, []).append({"source": one.uri, "target": target})
    return found
