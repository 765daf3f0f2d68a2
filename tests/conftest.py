"""A database for every test that asks for ``store``: each such test runs on every engine there is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.connection import connect
from graph.embedded import Embedded
from graph.store import Store

IN_CI = os.environ.get("CI") == "true"
NEO4J = os.environ.get("NEO4J_URI")
ENGINES = ["embedded", *(["neo4j"] if NEO4J or IN_CI else [])]
KEPT = "NOT n:Concept AND NOT n:Ontology"  # what belongs to the ontology and not to a review

Connect = Callable[[], Store]


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    """An embedded server of the test run's own."""
    server = Embedded.at(tmp_path_factory.mktemp("embedded"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def access(engine: str, request: pytest.FixtureRequest) -> dict[str, str | None]:
    """What names the engine's server to ``connect``; ``data`` is a folder."""
    if engine == "embedded":
        return {"data": str(request.getfixturevalue("embedded").folder)}
    if not NEO4J:
        pytest.fail('no Neo4j server: run eval "$(python tests/neo4j_server.py start FOLDER)" first')
    names = {"uri": "NEO4J_URI", "username": "NEO4J_USERNAME", "password": "NEO4J_PASSWORD"}
    return {option: os.environ.get(name) for option, name in names.items()}


@pytest.fixture
def connector(access: dict[str, str | None]) -> Connect:
    """How to connect to the engine: for tests that need several stores at once."""
    folder = access.get("data")
    given = {name: value for name, value in access.items() if name != "data"}
    return lambda: connect(data=Path(folder) if folder else None, **given)


@pytest.fixture
def store(connector: Connect) -> Iterator[Store]:
    """A store that holds no review."""
    with connector() as opened:
        opened.run(f"MATCH (n) WHERE {KEPT} DETACH DELETE n")
        yield opened
