"""One store over Bolt: read-only questions, and writes that are done whole or not at all."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar
from urllib.parse import urlsplit

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    Transaction,
)
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, ServiceUnavailable

from ontology.errors import CasetraceError, DatabaseError

ADDRESS_HINT = "write it as bolt://host:7687"
T = TypeVar("T")
Row = dict[str, Any]

# The driver logs what it retries; the user is told once, by the error that ends it.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)


def identifier(name: str) -> str:
    """Return a label, relationship type or property name as it may stand in a statement."""
    return "`" + name.replace("`", "``") + "`"


class Store:
    """A database over Bolt. Use it in a ``with`` block; every failure is a DatabaseError."""

    def __init__(self, uri: str, username: str, password: str, database: str | None = None) -> None:
        self.uri = uri
        self.database = database
        _check_address(uri)
        try:
            self._driver: Driver = GraphDatabase.driver(
                uri,
                auth=(username, password),
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                user_agent="casetrace",
                telemetry_disabled=True,
                max_transaction_retry_time=20,
                connection_acquisition_timeout=20,
                connection_timeout=10,
            )
        except (ValueError, DriverError) as cause:
            raise DatabaseError(f"not a database address: {uri}", hint=ADDRESS_HINT) from cause

    def __enter__(self) -> Self:
        try:
            self._guarded(self._driver.verify_connectivity)
        except BaseException:
            self._driver.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._driver.close()

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, /) -> list[Row]:
        """Return the rows of a statement, run in a read-only transaction.

        The transaction is rolled back: the embedded server does not itself refuse a write in it.
        """
        with self._driver.session(database=self.database, default_access_mode=READ_ACCESS) as session:
            return self._guarded(lambda: _read(session, cypher, parameters))

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run work in one transaction: all of it or nothing.

        Where the database answers that another writer was first, the work runs again from its start.
        """
        with self._driver.session(database=self.database) as session:
            return self._guarded(lambda: session.execute_write(work))

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None, /) -> list[Row]:
        """Run one statement in a transaction of its own (schema changes must stand alone)."""
        with self._driver.session(database=self.database) as session:
            result = self._guarded(lambda: session.run(_text(cypher), dict(parameters or {})).data())
            return list(result)

    def _guarded(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except CasetraceError:
            raise
        except AuthError as cause:
            hint = "check NEO4J_USERNAME and NEO4J_PASSWORD"
            raise DatabaseError("the database refuses the user name or password", hint=hint) from cause
        except ServiceUnavailable as cause:
            raise DatabaseError(
                f"the database at {self.uri} cannot be reached",
                hint="start it, or unset NEO4J_URI to use the embedded one",
            ) from cause
        except ClientError as cause:
            if "DatabaseNotFound" in (cause.code or ""):
                raise DatabaseError(
                    f"the server has no database '{self.database}'", hint="check NEO4J_DATABASE"
                ) from cause
            raise DatabaseError(_first_line(cause)) from cause
        except (Neo4jError, DriverError) as cause:
            raise DatabaseError(_first_line(cause)) from cause


def rows(
    transaction: ManagedTransaction | Transaction, cypher: str, parameters: Mapping[str, Any] | None = None
) -> list[Row]:
    """Return the rows of a statement inside a transaction."""
    return [record.data() for record in transaction.run(_text(cypher), dict(parameters or {}))]


def _check_address(uri: str) -> None:
    """Refuse what the driver would take for something other than Bolt, such as HTTP."""
    try:
        parts = urlsplit(uri)
        known = parts.scheme.partition("+")[0] in ("bolt", "neo4j") and parts.hostname
        if known and parts.port != 0:
            return
    except ValueError:  # a port that is no number
        pass
    raise DatabaseError(f"not a database address: {uri}", hint=ADDRESS_HINT)


def _read(session: Session, cypher: str, parameters: Mapping[str, Any] | None) -> list[Row]:
    with session.begin_transaction() as transaction:
        found = rows(transaction, cypher, parameters)
        transaction.rollback()
        return found


def _text(cypher: str) -> LiteralString:
    # Statements are put together from files and escaped identifiers; values go as parameters only.
    return cypher


def _first_line(error: Exception) -> str:
    message = getattr(error, "message", None) or str(error)
    return f"the database failed: {str(message).strip().splitlines()[0][:300]}"
