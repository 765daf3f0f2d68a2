"""An answer as a value: columns that say what they mean, rows, and how to read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer: its name and, in one line, what its values mean."""

    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer: each row holds one value for each column, None where nothing is stated.

    ``case`` is the case it is about, empty across cases; ``evidence`` names the column that quotes the
    report, ``advice`` says how the answer is to be read, ``withheld`` what was held back and why (None:
    nothing was).
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...] = ()
    title: str = ""
    case: str = ""
    advice: str = ""
    evidence: str | None = None
    withheld: str | None = None

    @property
    def heading(self) -> str:
        """The title, with the case it is about."""
        return ": ".join(part for part in (self.title, self.case) if part)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    def records(self) -> Iterator[dict[str, Value]]:
        """Each row as a mapping from column name to value."""
        for row in self.rows:
            yield dict(zip(self.names, row, strict=True))
