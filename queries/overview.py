"""A case whole, on one screen: who is who, what happened when, what was missed, what was recommended.

Its parts are questions like any other, in the folder ``case``, in the order of their names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from textwrap import fill

from ontology.errors import UsageError
from queries.catalogue import SUFFIX
from queries.frontmatter import read_template
from queries.hints import did_you_mean
from queries.render import plain, render
from queries.runner import Readable, run_query
from queries.screen import WIDTH
from queries.table import Column, Table, Value

PARTS = Path(__file__).parent / "case"
CASES = """
MATCH (c:Case)
RETURN c.id AS case, c.title AS title, COLLECT { MATCH (c)-[:REVIEW_TYPE]->(t) RETURN t.code }[0] AS type,
  c.periodStart AS period_start, c.periodEnd AS period_end,
  COLLECT { MATCH (c)-[:OUTCOME]->(o) RETURN o.label }[0] AS outcome,
  COLLECT { MATCH (c)-[:AREAS]->(a:Area) RETURN a.name ORDER BY a.name } AS areas,
  c.incidentDate AS incident, c.commissionedBy AS commissioned_by, c.published AS published,
  COUNT { (c)<-[:IN_CASE]-(:Gap) } AS gaps
ORDER BY case
"""
LISTED = ("case", "type", "period_start", "period_end", "outcome", "areas", "gaps")


def cases_table(store: Readable) -> Table:
    """Every case in the graph, one row each."""
    rows = [tuple(_plain(row[name]) for name in LISTED) for row in store.read(CASES, {})]
    return Table(
        columns=tuple(Column(name) for name in LISTED),
        rows=tuple(rows),
        title="Cases",
        advice="casetrace show CASE shows one whole.",
    )


def case_parts(store: Readable, case: str) -> dict[str, Table]:
    """The parts of a case by name ("family", "gap-kinds" …), in their order.

    Raises UsageError for a case that is not in the graph.
    """
    paths = sorted(PARTS.glob(f"*{SUFFIX}"))
    return {
        path.stem.partition("-")[2]: run_query(store, read_template(path), {"case": case}) for path in paths
    }


def show_case(store: Readable, case: str, format_: str = "table") -> str:
    """A case whole: as one screen of text, or its parts in another format.

    JSON is one object with a list for each part; CSV, JSON lines and Markdown give the parts in turn.
    Raises UsageError for a case that is not in the graph.
    """
    head = _head(store, case)
    parts = case_parts(store, case)
    if format_ == "table":
        return "\n".join(_screen(head, parts)) + "\n"
    if format_ == "json":
        listed = {name: list(table.records()) for name, table in parts.items()}
        return json.dumps({**head, **listed}, ensure_ascii=False, indent=2) + "\n"
    return "\n".join(render(table, format_) for table in parts.values())


def _head(store: Readable, case: str) -> dict[str, Value]:
    rows = store.read(CASES, {})
    for row in rows:
        if row["case"] == case:
            return {name: _plain(value) for name, value in row.items()}
    known = [str(row["case"]) for row in rows]
    raise UsageError(f"no case '{case}'", hint=did_you_mean(case, known, "cases"))


def _screen(head: Mapping[str, Value], parts: Mapping[str, Table]) -> Iterator[str]:
    yield from _title(head)
    for name in ("family", "practitioners", "agencies", "timeline"):
        yield _line(parts[name].title, LINES[name](parts[name]))
    for name in ("gap-kinds", "factors", "recommendations", "sureness"):
        yield _line(parts[name].title, LINES[name](parts[name]))
    yield ""
    yield parts["best-shown"].title
    for row in parts["best-shown"].records():
        holder = plain(row["holder"]) or "holder not stated"
        yield f"  {plain(row['kind'])} · {holder} · {plain(row['paragraph']) or 'no paragraph'}"
        yield fill(
            f"“{' '.join(plain(row['quote']).split())}”",
            WIDTH,
            initial_indent="    ",
            subsequent_indent="    ",
        )


def _title(head: Mapping[str, Value]) -> Iterator[str]:
    yield f"{head['case']}  {plain(head['title'])}".rstrip()
    period = " to ".join(plain(head[name]) for name in ("period_start", "period_end") if head[name])
    said = {
        "type": plain(head["type"]),
        "by": plain(head["commissioned_by"]),
        "published": plain(head["published"]),
        "period": period,
        "incident": plain(head["incident"]),
        "outcome": plain(head["outcome"]),
        "areas": plain(head["areas"]),
    }
    yield fill(" · ".join(f"{name} {value}" for name, value in said.items() if value), WIDTH)
    yield ""


def _line(title: str, items: list[str]) -> str:
    text = f"{title}: {'; '.join(items) if items else 'none found'}"
    return fill(text, WIDTH, subsequent_indent="  ")


def _pairs(table: Table) -> list[str]:
    """Each row as its first value with the second in brackets."""
    return [f"{plain(row[0])} ({plain(row[1])})" if plain(row[1]) else plain(row[0]) for row in table.rows]


def _together(table: Table) -> list[str]:
    """As pairs, with neighbours that have the same second value as one: from the first to the last."""
    items = []
    for second, rows in groupby(table.rows, key=lambda row: plain(row[1])):
        names = [plain(row[0]) for row in rows]
        name = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        items.append(f"{name} ({second})" if second else name)
    return items


def _counted(table: Table) -> list[str]:
    return [f"{plain(row[0])} {plain(row[1])}" for row in table.rows]


def _grouped(table: Table) -> list[str]:
    return [f"{plain(row[0])}: {plain(row[1]).replace('; ', ', ')}" for row in table.rows]


def _numbered(table: Table) -> list[str]:
    return [f"{plain(row[0])} ({plain(row[-1])})" for row in table.rows]


def _sureness(table: Table) -> list[str]:
    return [f"{plain(row[1])} {str(row[0]).lower()} facts at {row[2]:.2f}" for row in table.rows]


LINES = {
    "family": _pairs,
    "practitioners": _grouped,
    "agencies": _numbered,
    "timeline": _counted,
    "gap-kinds": _counted,
    "factors": _counted,
    "recommendations": _together,
    "sureness": _sureness,
}


def _plain(value: object) -> Value:
    return tuple(map(str, value)) if isinstance(value, list) else value  # type: ignore[return-value]
