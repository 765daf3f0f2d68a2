"""Withdraw a review: its text, quotes and facts go; its id and the hash of its file stay."""

from __future__ import annotations

from neo4j import ManagedTransaction

from graph.load import known_cases
from graph.removal import remove_case
from graph.store import Store, rows
from ontology.identity import case_uri


def withdraw(store: Store, case: str) -> None:
    """Remove what is stored of a case but its id and its document's hash, in one transaction.

    Withdrawing again changes nothing. Raises UsageError for a case that is not in the graph.
    """
    known_cases(store, [case])
    store.write(lambda transaction: _withdraw(transaction, case))


def _withdraw(transaction: ManagedTransaction, case: str) -> None:
    documents = rows(
        transaction,
        "MATCH (d:Document)-[:IN_CASE]->(:Case {id: $case}) "
        "RETURN d.uri AS uri, d.sha256 AS sha256, d.name AS name, d.mediaType AS mediaType",
        {"case": case},
    )
    remove_case(transaction, case)
    rows(
        transaction,
        "MERGE (c:Case {uri: $uri}) SET c.id = $case, c.withdrawn = true "
        "WITH c UNWIND $documents AS one MERGE (d:Document {uri: one.uri}) SET d += one "
        "MERGE (d)-[:IN_CASE]->(c)",
        {"uri": case_uri(case), "case": case, "documents": documents},
    )
