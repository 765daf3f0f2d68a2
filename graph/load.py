"""Keep what a review says: in one transaction, all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from neo4j import ManagedTransaction

from graph.records import Records, from_graph
from graph.removal import remove_case
from graph.schema import prepare
from graph.store import Store, identifier, rows
from ontology import vocabulary
from ontology.errors import UsageError
from ontology.model import Review
from ontology.rdf import to_rdf

BATCH = 5000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of a review: "new", "unchanged", "replaced" or "restored", and what was written."""

    outcome: str
    nodes: int = 0
    relationships: int = 0


def load_review(store: Store, review: Review, *, restore: bool = False) -> LoadReport:
    """Keep a review in one transaction; what an earlier version of its document said is replaced.

    The same review again changes nothing. Raises UsageError where the case id belongs to another review,
    where the document is loaded under another id, and for a withdrawn case unless ``restore`` is given.
    """
    prepare(store)
    graph = to_rdf(review)
    identity = _identity(sorted(" ".join(part.n3() for part in triple) for triple in graph))
    content = from_graph(graph)
    return store.write(lambda transaction: _load(transaction, review, content, identity, restore))


def known_cases(store: Store, wanted: Sequence[str]) -> list[str]:
    """Return the wanted cases, or every case where none is named, sorted.

    Raises UsageError for one that is not in the graph, and where there are none at all.
    """
    known = [str(row["id"]) for row in store.read("MATCH (c:Case) RETURN c.id AS id ORDER BY id")]
    for case in wanted:
        if case not in known:
            near = get_close_matches(case, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "casetrace cases lists them"
            raise UsageError(f"no case '{case}'", hint=hint)
    if not known:
        raise UsageError("there are no cases yet", hint="casetrace load FILE, or casetrace demo")
    return sorted(wanted) if wanted else known


def _load(
    transaction: ManagedTransaction, review: Review, content: Records, identity: str, restore: bool
) -> LoadReport:
    before = _stored(transaction, review)
    if before and before["identity"] == identity and not before["withdrawn"]:
        return LoadReport("unchanged")
    outcome = "new"
    if before:
        _check_same_review(before, review, restore)
        outcome = "restored" if before["withdrawn"] else "replaced"
        remove_case(transaction, review.id)
    for label, nodes in content.nodes.items():
        for batch in _batches(nodes):
            rows(
                transaction,
                f"UNWIND $nodes AS one MERGE (n:{identifier(label)} {{uri: one.uri}}) "
                "SET n += one.properties",
                {"nodes": batch},
            )
    for (source, kind, target), pairs in content.links.items():
        for batch in _batches(pairs):
            rows(
                transaction,
                f"UNWIND $pairs AS pair MATCH (a:{identifier(source)} {{uri: pair.source}}) "
                f"MATCH (b:{identifier(target)} {{uri: pair.target}}) MERGE (a)-[:{identifier(kind)}]->(b)",
                {"pairs": batch},
            )
    rows(
        transaction,
        "MATCH (c:Case {id: $case}) SET c.identity = $identity, c.withdrawn = false",
        {"case": review.id, "identity": identity},
    )
    return LoadReport(outcome, sum(map(len, content.nodes.values())), sum(map(len, content.links.values())))


def _stored(transaction: ManagedTransaction, review: Review) -> dict[str, object] | None:
    """What the database has under the review's id; its document must not stand under another."""
    elsewhere = rows(
        transaction,
        "MATCH (d:Document {sha256: $hash})-[:IN_CASE]->(c:Case) WHERE c.id <> $case RETURN c.id AS id",
        {"hash": review.document.sha256, "case": review.id},
    )
    if elsewhere:
        other = elsewhere[0]["id"]
        raise UsageError(
            f"this document is loaded already, as case '{other}'",
            hint=f"casetrace show {other}; or withdraw it first",
            source=review.document.name,
        )
    found = rows(
        transaction,
        "MATCH (c:Case {id: $case}) RETURN c.identity AS identity, c.withdrawn AS withdrawn, "
        "c.title AS title, c.subject AS subject",
        {"case": review.id},
    )
    return found[0] if found else None


def _check_same_review(before: dict[str, object], review: Review, restore: bool) -> None:
    if before["withdrawn"]:
        if restore:
            return
        raise UsageError(
            f"case '{review.id}' was withdrawn", hint="load it with --restore", source=review.document.name
        )
    told_before = (before["title"], before["subject"])
    told_now = (review.case.title, review.case.subject)
    if all(told_before) and all(told_now) and all(a != b for a, b in zip(told_before, told_now, strict=True)):
        raise UsageError(
            f"case '{review.id}' is another review ({before['title']})",
            hint="load this one with --case NAME",
            source=review.document.name,
        )


def _batches(items: list[T]) -> list[list[T]]:
    return [items[place : place + BATCH] for place in range(0, len(items), BATCH)]


def _identity(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def counts(store: Store) -> dict[str, dict[str, int]]:
    """Return how many nodes of each label and relationships of each type the database holds."""
    nodes = {
        info.name: store.read(f"MATCH (n:{identifier(info.name)}) RETURN count(n) AS n")[0]["n"]
        for info in vocabulary.classes()
    }
    found = store.read("MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS n ORDER BY type")
    return {
        "nodes": {label: number for label, number in nodes.items() if number},
        "relationships": {row["type"]: row["n"] for row in found},
    }
