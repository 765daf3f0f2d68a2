"""A conversation: choose a question, give its parameters one by one, read the answer, ask the next.

It speaks lines and hears lines, so that it goes over a pipe as it goes at a terminal.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from textwrap import fill

from ontology.errors import CasetraceError, UsageError
from queries.catalogue import Catalogue
from queries.hints import did_you_mean
from queries.menu import FEW, asked_for, chosen, in_order, question_lines, value_lines
from queries.offers import in_graph, offered
from queries.parameters import Parameter, bind
from queries.render import render
from queries.runner import Readable, run_query
from queries.screen import WIDTH
from queries.table import Column, Table, Value
from queries.template import Template

Given = dict[str, object]


@dataclass
class Conversation:
    """One session of questions; ``case`` is the one last asked about, offered again.

    ``hear`` asks for a line and returns it; ``say`` prints lines.
    """

    store: Readable
    catalogue: Catalogue
    hear: Callable[[str], str]
    say: Callable[[str], None]
    case: str = ""
    _ordered: list[Template] = field(default_factory=list)

    def run(self) -> None:
        """Ask and answer until an empty line is given for the question."""
        self._ordered = in_order(self.catalogue)
        template = self._question()
        given: Given | None = None
        while template is not None:
            try:
                values = self._values(template, given)
                table = run_query(self.store, template, values)
            except CasetraceError as error:
                self._complain(error)
                template, given = self._question(), None
                continue
            self._answer(template, values, table)
            template, given = self._next(template, values, table)

    def _question(self) -> Template | None:
        """The question that is chosen from all of them; None to leave."""
        self.say("\n".join(question_lines(self._ordered)) + "\n")
        return self._pick("Question, by number or name [Enter: leave]:", self._ordered)

    def _pick(self, prompt: str, templates: list[Template]) -> Template | None:
        while line := self.hear(prompt).strip():
            if line.isdecimal() and 1 <= int(line) <= len(templates):
                return templates[int(line) - 1]
            try:
                return self.catalogue.get(line)
            except CasetraceError as error:
                self._complain(error)
        return None

    def _values(self, template: Template, given: Given | None) -> Given:
        """A value for each parameter; after another question only what is required and not yet known."""
        self.say(f"\n{fill(template.question, WIDTH)}")
        values = dict(given or {})
        for parameter in sorted(template.parameters, key=lambda one: not one.required):
            if parameter.name in values or (given is not None and not parameter.required):
                continue
            value = self._value(parameter)
            if value:
                values[parameter.name] = value
            if parameter.type == "case":
                self.case = value or self.case
        return values

    def _value(self, parameter: Parameter) -> str:
        values = offered(parameter, self.store, self.case or None)
        default = self._default(parameter, values)
        prompt = asked_for(parameter, values, default)
        if 0 < len(values) <= FEW and parameter.type != "flag":
            self._list(values)
        while True:
            line = self.hear(prompt).strip()
            if line == "?":
                self._list(values)
                continue
            value = chosen(line, values, many=parameter.many) or (default if parameter.required else "")
            try:
                bind([parameter], {parameter.name: value})
                if parameter.type == "case" and value and value not in values:
                    raise UsageError(f"no case '{value}'", hint=did_you_mean(value, values, "cases"))
            except CasetraceError as error:
                self._complain(error)
                continue
            return value

    def _default(self, parameter: Parameter, values: Mapping[str, str]) -> str:
        if parameter.type == "case" and parameter.required:
            return self.case or (next(iter(values)) if len(values) == 1 else "")
        said = parameter.default
        return ", ".join(said) if isinstance(said, list) else str(said if said is not None else "")

    def _list(self, values: Mapping[str, str]) -> None:
        self.say("\n".join(value_lines(values)) if values else "  Any words will do.")

    def _answer(self, template: Template, values: Given, table: Table) -> None:
        self.say("")
        self.say(render(numbered(table)).rstrip("\n"))
        self.say(f"\nAsked: {command(template, values)}")

    def _next(self, template: Template, values: Given, table: Table) -> tuple[Template | None, Given | None]:
        """The question to ask after an answer, with what is known for it from the row that is chosen."""
        useful = [self.catalogue.get(name) for name in template.leads_to if name in self.catalogue.files]
        self.say("\nNext")
        for number, one in enumerate(useful, 1):
            self.say(f"{number:>4}  {one.title}{' (of a row)' if from_row(one, table.names) else ''}")
        picked = self._pick("Next, by number or name [Enter: all questions]:", useful)
        if picked is None:
            return self._question(), None
        known = {
            one.name: values[one.name] for one in picked.parameters if in_graph(one) and one.name in values
        }
        wanted = [one for one in from_row(picked, table.names) if one.name not in known]
        row = self._row(table) if wanted and table.rows else None
        return picked, known | (row_values(wanted, row) if row is not None else {})

    def _row(self, table: Table) -> dict[str, Value] | None:
        rows = list(table.records())
        while line := self.hear(f"Row, 1 to {len(rows)} [Enter: none]:").strip():
            if line.isdecimal() and 1 <= int(line) <= len(rows):
                return rows[int(line) - 1]
            self.say(f"There is no row {line}.")
        return None

    def _complain(self, error: CasetraceError) -> None:
        self.say(f"{error.message}. {error.hint or ''}".rstrip())


def numbered(table: Table) -> Table:
    """The table with its rows numbered from 1, so that one can be named."""
    rows = tuple((number, *row) for number, row in enumerate(table.rows, 1))
    return replace(table, columns=(Column("row"), *table.columns), rows=rows)


def from_row(template: Template, columns: Iterable[str]) -> list[Parameter]:
    """The parameters of a question that a row with these columns can fill."""
    there = set(columns)
    return [one for one in template.parameters if there.intersection(one.from_row)]


def row_values(parameters: Iterable[Parameter], row: Mapping[str, Value]) -> Given:
    """What a row gives for parameters: of the columns each names, the first that holds a value."""
    given: Given = {}
    for parameter in parameters:
        for name in parameter.from_row:
            value = row.get(name)
            if value:
                given[parameter.name] = value[0] if isinstance(value, tuple) and not parameter.many else value
                break
    return given


def command(template: Template, values: Given) -> str:
    """The command that asks the same."""
    pairs = [
        f"{name}={','.join(value) if isinstance(value, tuple | list) else value}"
        for name, value in values.items()
    ]
    return shlex.join(["casetrace", "query", "run", template.name, *(w for p in pairs for w in ("-p", p))])
