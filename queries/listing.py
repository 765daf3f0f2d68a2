"""The questions themselves as text: the list, one described, one explained with its parameters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from textwrap import fill

from queries.catalogue import Catalogue
from queries.parameters import Parameter
from queries.runner import prepare
from queries.screen import WIDTH
from queries.table import Column, Table
from queries.template import Template


def catalogue_table(catalogue: Catalogue) -> Table:
    """Every question, by group and name."""
    listed = sorted(catalogue, key=lambda template: (template.group, template.name))
    return Table(
        columns=(Column("name"), Column("group"), Column("scope"), Column("question")),
        rows=tuple((one.name, one.group, one.scope, one.question) for one in listed),
        title="Questions",
        advice="casetrace query show NAME tells what a question takes and gives.",
    )


def describe(template: Template) -> str:
    """One question whole: what it asks, takes and gives, how to read it, and its Cypher."""
    return "\n".join(_described(template))


def _described(template: Template) -> Iterator[str]:
    yield f"{template.name}: {template.title}"
    yield fill(template.question, WIDTH)
    yield ""
    yield "Takes"
    for parameter in template.parameters:
        yield _item(parameter.name, _said(parameter))
    yield ""
    yield "Gives"
    for column in template.columns:
        yield _item(column.name, column.meaning)
    if template.scope != "case":
        yield f"\nRows that rest on fewer than {template.least_cases} reports are held back."
    yield ""
    yield fill(f"Reading it: {template.advice}", WIDTH)
    yield ""
    yield template.body.strip()


def _said(parameter: Parameter) -> str:
    needed = "required" if parameter.required else "may be left out"
    many = ", may be repeated" if parameter.many else ""
    return f"{parameter.help} ({parameter.type}; {needed}{many})"


def _item(name: str, meaning: str) -> str:
    return fill(f"  {name:<16}{meaning}", WIDTH, subsequent_indent=" " * 18)


def explain_query(template: Template, values: Mapping[str, object]) -> str:
    """The Cypher that a question with these values sends, ready to paste into Neo4j Browser.

    Raises UsageError for values that the parameters do not take.
    """
    cypher, bound = prepare(template, values)
    given = {name: value for name, value in bound.items() if f"${name}" in cypher}
    parameters = [f":param {name} => {_literal(value)};" for name, value in given.items()]
    return "\n".join([*parameters, cypher])


def _literal(value: object) -> str:
    """A parameter's value as Neo4j Browser takes it."""
    return f"date('{value}')" if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
