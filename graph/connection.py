"""Which database: the one that options or the environment name, else the embedded one."""

from __future__ import annotations

from pathlib import Path

from graph.embedded import DATABASE, USER, Embedded
from graph.store import Store
from ontology.errors import UsageError


def connect(
    *,
    uri: str | None = None,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    data: Path | None = None,
) -> Store:
    """Return the store of the server that is named, or of the embedded server, started where needed.

    Raises UsageError for a server without a password, DatabaseError where it does not answer.
    """
    if uri is None:
        server = Embedded.at(data)
        return Store(server.start().uri, USER, server.password, DATABASE)
    if password is None:
        raise UsageError(f"no password for {uri}", hint="set NEO4J_PASSWORD")
    return Store(uri, username or "neo4j", password, database)
