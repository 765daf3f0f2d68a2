"""The ontology in the database: every concept, once; what must be unique is."""

from __future__ import annotations

import pytest

from graph.schema import prepare
from graph.store import Store
from ontology import vocabulary
from ontology.errors import DatabaseError


def concepts(store: Store) -> list[dict[str, object]]:
    return store.read("MATCH (c:Concept) RETURN c.uri AS uri, labels(c) AS labels ORDER BY uri")


def test_every_concept_is_there_under_its_scheme(store: Store) -> None:
    prepare(store)
    for scheme in vocabulary.schemes():
        found = store.read(
            "MATCH (c:Concept) WHERE $scheme IN labels(c) RETURN c.code AS code ORDER BY c.order",
            {"scheme": scheme},
        )
        assert [row["code"] for row in found] == [one.code for one in vocabulary.concepts(scheme)]


def test_parties_are_services_and_relatives(store: Store) -> None:
    prepare(store)
    found = store.read("MATCH (p:Party) RETURN p.code AS code")
    assert {row["code"] for row in found} == {one.code for one in vocabulary.concepts("Party")}


def test_preparing_again_adds_nothing(store: Store) -> None:
    prepare(store)
    before = concepts(store)
    store.run("MATCH (o:Ontology) DETACH DELETE o")  # as if another version had been there
    prepare(store)
    assert concepts(store) == before


def test_a_uri_is_there_once(store: Store) -> None:
    prepare(store)
    uri = vocabulary.concepts("GapKind")[0].uri
    with pytest.raises(DatabaseError):
        store.run("CREATE (:Concept {uri: $uri})", {"uri": uri})


def test_codes_are_joined_to_those_above_them(store: Store) -> None:
    prepare(store)
    above = store.read("MATCH (k:GapKind {code: 'not_shared'})-[:BROADER]->(b) RETURN b.code AS code")
    assert above == [{"code": vocabulary.concept("GapKind", "not_shared").broader}]
