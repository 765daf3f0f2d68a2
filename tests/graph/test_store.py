"""The store: reads only read, and what fails is told in one line."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from neo4j import ManagedTransaction

from graph.connection import connect
from graph.embedded import USER, Embedded
from graph.store import Store, identifier, rows
from ontology.errors import DatabaseError, UsageError
from tests.conftest import Connect


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


@pytest.mark.parametrize(
    "address",
    ["nonsense", "", "http://127.0.0.1:7474", "bolt://127.0.0.1:port", "bolt://", "bolt://127.0.0.1:0"],
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(DatabaseError, match="not a database address"):
        connect(uri=address, password="x")


def test_a_server_that_speaks_no_bolt(embedded: Embedded) -> None:
    running = embedded.running()
    assert running is not None
    with pytest.raises(DatabaseError, match="cannot be reached"):
        connect(uri=f"bolt://127.0.0.1:{running.http}", password="x").__enter__()


def test_a_database_that_is_not_there(access: dict[str, str | None], store: Store) -> None:
    username, password = access.get("username") or USER, access.get("password")
    if access.get("data"):
        password = Embedded.at(Path(str(access["data"]))).password
    with (
        Store(store.uri, username, password or "", "nonesuch") as other,
        pytest.raises(DatabaseError, match=r"no database 'nonesuch' \(check NEO4J_DATABASE\)"),
    ):
        other.read("RETURN 1 AS n")


def test_a_failing_unit_of_work_writes_nothing(store: Store) -> None:
    def work(transaction: ManagedTransaction) -> None:
        rows(transaction, "CREATE (:Probe)")
        raise UsageError("no")

    with pytest.raises(UsageError):
        store.write(work)
    assert store.read("MATCH (n:Probe) RETURN count(n) AS n") == [{"n": 0}]


def test_writers_that_meet_are_both_heard(connector: Connect, store: Store) -> None:
    store.run("CREATE (:Probe {n: 0})")

    def add(_: int) -> None:
        with connector() as own:
            own.write(lambda transaction: rows(transaction, "MATCH (p:Probe) SET p.n = p.n + 1"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(12)))
    assert store.read("MATCH (p:Probe) RETURN p.n AS n") == [{"n": 12}]


def test_a_server_without_password() -> None:
    with pytest.raises(UsageError, match="no password"):
        connect(uri="bolt://127.0.0.1:9")


def test_a_wrong_password(store: Store) -> None:
    with pytest.raises(DatabaseError, match="refuses the user name or password"):
        Store(store.uri, "root" if "NEO4J_URI" not in os.environ else "neo4j", "wrong").__enter__()
