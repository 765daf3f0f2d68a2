"""An answer as text: a table for people, CSV, JSON, JSON lines or Markdown for programs."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import StringIO

from ontology.errors import UsageError
from queries.hints import did_you_mean
from queries.screen import as_screen
from queries.table import Table, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run as a formula
MARKDOWN = re.compile(r"[\\|*`\[\]<>]")


def render(table: Table, format: str = "table") -> str:
    """The table as text in one of FORMATS, each line ended. Raises UsageError for another format."""
    writer = FORMATS.get(format)
    if writer is None:
        raise UsageError(f"unknown format '{format}'", hint=did_you_mean(format, FORMATS, "formats"))
    return writer(table)


def as_csv(table: Table) -> str:
    """Comma-separated values with a heading; text that a spreadsheet would run is made plain."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_cell(name) for name in table.names])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def as_json(table: Table) -> str:
    """A list of objects, one a row, with every column."""
    return json.dumps(list(table.records()), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(table: Table) -> str:
    """One object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table.records())


def as_markdown(table: Table) -> str:
    """A table in Markdown under its title, with what was held back and the reading advice below it."""
    lines = [f"## {_markdown(table.heading)}", ""] if table.heading else []
    lines += [_piped(table.names), _piped(["---"] * len(table.names))]
    lines += [_piped([_markdown(plain(value)) for value in row]) for row in table.rows]
    lines += [f"\n*{_markdown(note)}*" for note in (table.withheld, table.advice) if note]
    return "\n".join(lines) + "\n"


def plain(value: Value) -> str:
    """A value as text: nothing for None, yes or no for a truth value, lists joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _cell(value: Value) -> str:
    text = plain(value)
    guarded = isinstance(value, str | tuple) and text.startswith(FORMULA)
    return f"'{text}" if guarded else text


def _piped(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _markdown(text: str) -> str:
    return MARKDOWN.sub(lambda mark: f"\\{mark[0]}", " ".join(text.split()))


FORMATS: dict[str, Callable[[Table], str]] = {
    "table": as_screen,
    "csv": as_csv,
    "json": as_json,
    "jsonl": as_jsonl,
    "markdown": as_markdown,
}
