"""The library as a document: every question by group, with what it takes, gives and how to read it.

``python -m queries.reference > docs/queries.md`` writes it again; a test holds the two together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

from queries.catalogue import Catalogue
from queries.parameters import Parameter
from queries.render import as_markdown
from queries.table import Column, Table
from queries.template import Template

OPENING = """\
# The library of questions

Each is a file in `queries/library`; `casetrace query run NAME -p parameter=value` asks it. A parameter
that takes several values takes them with commas between them. Codes (`gp`, `not_shared`) and their labels
are both understood; `docs/ontology.md` lists them.
"""


def reference(catalogue: Catalogue) -> str:
    """The whole library in Markdown."""
    ordered = sorted(catalogue, key=lambda template: (template.group, template.name))
    parts = [OPENING, *_by_number(ordered)]
    for group, templates in groupby(ordered, key=lambda template: template.group):
        parts.append(f"## {group}\n")
        parts += ["\n".join(_question(template)) for template in templates]
    return "\n".join(parts)


def _by_number(templates: list[Template]) -> Iterator[str]:
    """Which questions answer each number of the project's list."""
    named: dict[int, list[str]] = {}
    for template in templates:
        for number in template.numbers:
            named.setdefault(number, []).append(f"`{template.name}`")
    rows = tuple((number, ", ".join(named[number])) for number in sorted(named))
    yield "The numbers are those of the project's list of questions.\n"
    yield (
        "| number | answered by |\n| --- | --- |\n"
        + "\n".join(f"| {n} | {names} |" for n, names in rows)
        + "\n"
    )


def _question(template: Template) -> Iterator[str]:
    yield f"### {template.name}\n"
    yield f"**{template.title}.** {template.question}\n"
    scope = "Across cases" if template.scope == "cross-case" else "About one case"
    numbers = f"; number {', '.join(map(str, template.numbers))}" if template.numbers else ""
    yield f"{scope}{numbers}.\n"
    rows = tuple((one.name, one.type, _taken(one), one.help) for one in template.parameters)
    if rows:
        columns = (Column("parameter"), Column("type"), Column("given"), Column("meaning"))
        yield as_markdown(Table(columns=columns, rows=rows))
    meanings = tuple((column.name, column.meaning) for column in template.columns)
    yield as_markdown(Table(columns=(Column("column"), Column("meaning")), rows=meanings))
    if template.scope == "cross-case":
        yield f"Rows that rest on fewer than {template.least_cases} reports are held back.\n"
    if template.evidence:
        yield f"Evidence: `{template.evidence}`.\n"
    yield f"*{template.advice}*\n"
    if template.leads_to:
        yield f"Next: {', '.join(f'`{name}`' for name in template.leads_to)}.\n"


def _taken(parameter: Parameter) -> str:
    if parameter.required:
        return "required"
    several = "several" if parameter.many else "one"
    if parameter.default is None:
        return several
    default = parameter.default
    words = ", ".join(map(str, default)) if isinstance(default, list) else str(default)
    return f"{several}; default {words}"


if __name__ == "__main__":
    sys.stdout.write(reference(Catalogue.load()))
