"""The store: reads only read, and what fails is told in one line."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest

from graph.connection import connect
from graph.store import Store, identifier
from ontology.errors import DatabaseError, UsageError


def test_a_read_leaves_nothing_behind(store: Store) -> None:
    with suppress(DatabaseError):  # Neo4j refuses; the embedded engine writes, and is rolled back
        store.read("CREATE (n:Intruder) RETURN n.x AS x")
    assert store.read("MATCH (n:Intruder) RETURN count(n) AS n") == [{"n": 0}]


def test_a_wrong_statement_is_one_line(store: Store) -> None:
    with pytest.raises(DatabaseError) as failure:
        store.read("MATCH (n RETURN n")
    assert "\n" not in str(failure.value)


def test_values_are_parameters_only(store: Store) -> None:
    value = "'}) DETACH DELETE n //"
    assert store.read("RETURN $value AS v", {"value": value}) == [{"v": value}]


def test_identifiers_are_escaped() -> None:
    assert identifier("a`b") == "`a``b`"


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(DatabaseError, match="cannot be reached") as failure:
        connect(uri="bolt://127.0.0.1:9", password="x").__enter__()
    assert failure.value.exit_code == 3


def test_an_address_that_is_none() -> None:
    with pytest.raises(DatabaseError, match="not a database address"):
        connect(uri="nonsense", password="x")


def test_a_server_without_password() -> None:
    with pytest.raises(UsageError, match="no password"):
        connect(uri="bolt://127.0.0.1:9")


def test_a_wrong_password(store: Store) -> None:
    with pytest.raises(DatabaseError, match="refuses the user name or password"):
        Store(store.uri, "root" if "NEO4J_URI" not in os.environ else "neo4j", "wrong").__enter__()
