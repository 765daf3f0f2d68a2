"""A table of any length: its rows are kept on disk in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.export.network import Scalar
from graph.export.sorted_store import Sorted

Row = Sequence[Scalar | None]


class Table:
    """A table by its name, with the names of its columns and its rows."""

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        self.name, self.columns = name, columns
        self._rows: Sorted[Row] = Sorted()
        self._count = 0

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows after those that are there."""
        for row in rows:
            self._rows.add(row, f"{self._count:012}")
            self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)
