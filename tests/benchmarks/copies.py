"""Many cases from few reviews: copies of their records under ids of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.records import Records, records
from graph.schema import prepare
from graph.store import Store, identifier, rows
from ontology.identity import case_uri, document_uri
from ontology.model import Review

BATCH = 5000
Links = dict[tuple[str, str, str], list[dict[str, str]]]


def ids(reviews: Sequence[Review], count: int) -> list[str]:
    """The ids of that many copies, the reviews taking turns."""
    return [f"{reviews[number % len(reviews)].id}-{number}" for number in range(count)]


def copies(reviews: Sequence[Review], count: int) -> Iterator[Records]:
    """Yield that many cases, each a review's records under an id of its own."""
    told = [(review, records(review)) for review in reviews]
    for number in range(count):
        yield _renamed(*told[number % len(told)], number)


def _renamed(review: Review, content: Records, number: int) -> Records:
    case, document = case_uri(review.id), document_uri(review.document)

    def uri(old: str) -> str:
        for root in (case, document):
            if old == root or old.startswith(f"{root}/"):
                return f"{root}-{number}{old[len(root) :]}"
        return old

    def node(label: str, one: dict[str, Any]) -> dict[str, Any]:
        properties = dict(one["properties"])
        if label == "Case":
            properties |= {"id": f"{review.id}-{number}", "withdrawn": False}
        if label == "Document":
            properties["sha256"] = f"{properties['sha256']}-{number}"
        return {"uri": uri(one["uri"]), "properties": properties}

    return Records(
        {label: [node(label, one) for one in nodes] for label, nodes in content.nodes.items()},
        {
            kind: [{"source": uri(one["source"]), "target": uri(one["target"])} for one in pairs]
            for kind, pairs in content.links.items()
        },
    )


def keep(store: Store, cases: Sequence[Records]) -> tuple[int, int]:
    """Write the records of cases that are not in the database; return how many nodes and relationships."""
    prepare(store)
    nodes: dict[str, list[dict[str, Any]]] = {}
    links: Links = {}
    for content in cases:
        for label, some in content.nodes.items():
            nodes.setdefault(label, []).extend(some)
        for key, pairs in content.links.items():
            links.setdefault(key, []).extend(pairs)
    for label, some in nodes.items():
        make = f"UNWIND $items AS one MERGE (n:{identifier(label)} {{uri: one.uri}}) SET n += one.properties"
        _in_batches(store, make, some)
    for (source, kind, target), pairs in links.items():
        _in_batches(
            store,
            f"UNWIND $items AS pair MATCH (a:{identifier(source)} {{uri: pair.source}}) "
            f"MATCH (b:{identifier(target)} {{uri: pair.target}}) CREATE (a)-[:{identifier(kind)}]->(b)",
            pairs,
        )
    return sum(map(len, nodes.values())), sum(map(len, links.values()))


def _in_batches(store: Store, statement: str, items: Sequence[dict[str, Any]]) -> None:
    for place in range(0, len(items), BATCH):
        batch = list(items[place : place + BATCH])

        def work(transaction: ManagedTransaction, batch: list[dict[str, Any]] = batch) -> None:
            rows(transaction, statement, {"items": batch})

        store.write(work)
