"""Take a case's content out of the graph; concepts stay, and areas that other cases name."""

from __future__ import annotations

from neo4j import ManagedTransaction

from graph.store import rows

# From the leaves inward, so that each statement still finds its way from the case.
STATEMENTS = (
    "MATCH (:Case {id: $case})<-[:IN_CASE]-()-[:EVIDENCE]->(n:Evidence) DETACH DELETE n",
    "MATCH (:Case {id: $case})-[:EVIDENCE]->(n:Evidence) DETACH DELETE n",
    "MATCH (:Case {id: $case})<-[:IN_CASE]-(:Document)<-[:PART_OF]-(n:Passage) DETACH DELETE n",
    "MATCH (:Case {id: $case})<-[:IN_CASE]-(n) DETACH DELETE n",
)
LONELY_AREAS = "MATCH (a:Area) WHERE NOT EXISTS { MATCH ()-[]->(a) } DETACH DELETE a"


def remove_case(transaction: ManagedTransaction, case: str) -> None:
    """Delete everything that was said of a case, and the case itself."""
    for statement in STATEMENTS:
        rows(transaction, statement, {"case": case})
    rows(transaction, "MATCH (c:Case {id: $case}) DETACH DELETE c", {"case": case})
    rows(transaction, LONELY_AREAS)
