"""Asks a question of the graph: values checked, one read-only statement, an answer as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from ontology.errors import InvalidDataError, UsageError
from queries.analyses import ANALYSES, analysed
from queries.hints import did_you_mean
from queries.parameters import Bound, bind
from queries.readonly import writing_words
from queries.table import Table, Value
from queries.template import Template

CASES = "cases"  # the column of a cross-case answer that counts the cases behind a row


class Readable(Protocol):
    """What can answer a read-only Cypher statement; graph.store.Store does."""

    def read(self, cypher: str, parameters: Mapping[str, Any], /) -> list[dict[str, Any]]:
        """The rows that a statement gives."""


def run_query(
    store: Readable, template: Template, values: Mapping[str, object], *, show_small: bool = False
) -> Table:
    """The answer to a template's question.

    ``show_small`` shows also the cross-case rows that rest on fewer cases than the template asks for.
    Raises UsageError for values that the parameters do not take or a case that is not in the graph.
    """
    cypher, bound = prepare(template, values)
    records = store.read(cypher, bound)
    cases = [str(bound[one.name]) for one in template.parameters if one.type == "case" and bound[one.name]]
    if not records:  # a case with an answer is there
        for case in cases:
            _check_case(store, case)
    if template.analysis is not None:
        records = analysed(store, _analysis(template), records, bound)
    rows = tuple(_row(template, record) for record in records)
    shown = rows if show_small or template.scope == "case" else _enough(template, rows)
    return Table(
        columns=template.columns,
        rows=shown,
        title=template.title,
        case=", ".join(cases),
        advice=template.advice,
        evidence=template.evidence,
        withheld=_withheld(template, len(rows) - len(shown)),
    )


def prepare(template: Template, values: Mapping[str, object]) -> tuple[str, dict[str, Bound | None]]:
    """The Cypher and its parameters, ready to be sent, or to be shown and pasted elsewhere.

    Raises UsageError for values that the parameters do not take, InvalidDataError when the statement
    would do anything but read.
    """
    bound = bind(template.parameters, values)
    cypher = template.render(bound)
    words = writing_words(cypher)
    if words:
        hint = "a question only reads"
        raise InvalidDataError(f"the template holds {', '.join(words)}", hint=hint, source=template.source)
    return cypher, bound


def _analysis(template: Template) -> str:
    if template.analysis not in ANALYSES:
        hint = did_you_mean(str(template.analysis), ANALYSES, "analyses")
        raise InvalidDataError(f"unknown analysis '{template.analysis}'", hint=hint, source=template.source)
    return template.analysis


def _check_case(store: Readable, case: str) -> None:
    if not store.read("MATCH (c:Case {id: $case}) RETURN c.id AS id", {"case": case}):
        known = [str(row["id"]) for row in store.read("MATCH (c:Case) RETURN c.id AS id ORDER BY id", {})]
        raise UsageError(f"no case '{case}'", hint=did_you_mean(case, known, "cases"))


def _row(template: Template, record: Mapping[str, Any]) -> tuple[Value, ...]:
    missing = [column.name for column in template.columns if column.name not in record]
    if missing:
        message = f"the answer lacks the column {', '.join(missing)}"
        raise InvalidDataError(message, source=template.source)
    return tuple(_value(record[column.name]) for column in template.columns)


def _value(value: Any) -> Value:
    """A value of the driver as a plain one: dates as ISO text, lists as tuples of text."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, date) or hasattr(value, "iso_format"):
        return value.isoformat() if isinstance(value, date) else str(value.iso_format())
    if isinstance(value, Sequence):
        return tuple(str(_value(one)) for one in value)
    return str(value)


def _enough(template: Template, rows: tuple[tuple[Value, ...], ...]) -> tuple[tuple[Value, ...], ...]:
    """The rows that rest on enough cases."""
    names = [column.name for column in template.columns]
    if CASES not in names:
        return rows
    place = names.index(CASES)
    return tuple(row for row in rows if int(str(row[place] or 0)) >= template.least_cases)


def _withheld(template: Template, held: int) -> str | None:
    if not held:
        return None
    few = f"fewer than {template.least_cases} reports"
    if held == 1:
        return f"1 row that rests on {few} is held back"
    return f"{held} rows that rest on {few} are held back"
