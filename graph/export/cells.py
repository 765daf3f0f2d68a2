"""What a cell of a spreadsheet may hold: no formula, no more than Excel takes, and CSV made of such cells."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.export.network import Scalar

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run as a formula
LONGEST = 32_767
CUT = " […]"


def cell(value: Scalar | None) -> str:
    """Return a value as a cell: nothing for None, text that would run made plain, long text cut."""
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    if isinstance(value, str) and text.startswith(FORMULA):
        text = f"'{text}"
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def write_csv(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[Scalar | None]], *, mark: bool = False
) -> None:
    """Write cells as CSV in UTF-8; with ``mark``, opened by the byte order mark that Excel tells UTF-8 by."""
    encoding = "utf-8-sig" if mark else "utf-8"
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([cell(value) for value in row] for row in rows)
