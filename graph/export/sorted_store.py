"""Things in the order of their keys, however many: kept in a file of the system that is gone when they are.

SQLite puts what a small amount of memory cannot hold into a temporary file without a name, readable by
nobody else.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
APART = "\1"  # between the parts of a key; sorts before whatever a part holds


class Sorted(Generic[T]):
    """Things by key, each key once; iterates in the order of the keys, as often as wanted."""

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("CREATE TABLE things (key TEXT PRIMARY KEY, thing BLOB) WITHOUT ROWID")

    def add(self, thing: T, *key: str) -> None:
        """Keep a thing under a key; one that is there already gives way."""
        values = (APART.join(key), pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))
        self._file.execute("INSERT OR REPLACE INTO things VALUES (?, ?)", values)

    def get(self, *key: str) -> T:
        """Return the thing of a key. Raises KeyError where there is none."""
        found = self._file.execute("SELECT thing FROM things WHERE key = ?", (APART.join(key),)).fetchone()
        if found is None:
            raise KeyError(key)
        return self._thing(found[0])

    def __len__(self) -> int:
        (count,) = self._file.execute("SELECT count(*) FROM things").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[T]:
        for (data,) in self._file.execute("SELECT thing FROM things ORDER BY key"):
            yield self._thing(data)

    def _thing(self, data: bytes) -> T:
        # Only what this process has put there is read back.
        thing: T = pickle.loads(data)
        return thing
