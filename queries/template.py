"""A question as a file: front matter that says what it asks and gives, and Cypher whose structure varies.

The file is ``library/<name>.cypher``: a comment ``/* --- … --- */`` with YAML in it, then Cypher as a
jinja2 template. jinja2 decides structure alone: the only tags are if, elif, else and endif over the names
of parameters, each of which is there true or false (given or not). A value goes to the database only as a
Cypher parameter; nothing in a template can print one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from ontology.errors import InvalidDataError
from queries.parameters import Parameter
from queries.table import Column

SCOPES = ("case", "cross-case")
STRUCTURE = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.Name,
    nodes.Not,
    nodes.And,
    nodes.Or,
)
FRONT = re.compile(r"\s*(?:/\*\s*)?---[ \t]*\n(?P<front>.*?)\n---[ \t]*(?:\s*\*/)?(?P<cypher>.*)", re.DOTALL)
ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)


@dataclass(frozen=True, kw_only=True)
class Template:
    """One question: what it asks, what it may be given, what it gives, and its Cypher.

    ``numbers`` are its numbers in the project's list of questions; ``scope`` is ``case`` or
    ``cross-case``; a row of a cross-case answer that rests on fewer than ``least_cases`` cases is held
    back; ``evidence`` names the column that quotes the report; ``advice`` says how to read the answer;
    ``leads_to`` names the questions worth asking next. Where the columns are worked out from what the
    Cypher gives, ``analysis`` names what does so and ``gives`` the columns that the Cypher returns to it.
    """

    name: str
    title: str = ""
    question: str = ""
    numbers: tuple[int, ...] = ()
    group: str = ""
    scope: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    evidence: str | None = None
    least_cases: int = 1
    advice: str = ""
    leads_to: tuple[str, ...] = ()
    analysis: str | None = None
    gives: tuple[str, ...] = ()
    body: str
    source: str = ""

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """The parameters that decide structure, sorted."""
        names = self._parsed.find_all(nodes.Name)
        return tuple(sorted({name.name for name in names}))

    def render(self, values: Mapping[str, object]) -> str:
        """The Cypher for these values; they decide only which parts stand, and never enter it.

        A parameter counts as given when its value is neither None, nor False, nor empty.
        """
        given = {name: _given(values.get(name)) for name in self._declared}
        unknown = set(self.conditions) - set(given)
        if unknown:
            names = ", ".join(sorted(unknown))
            raise InvalidDataError(f"the template asks for undeclared {names}", source=self.source)
        return ENVIRONMENT.from_string(self._parsed).render(given).strip()

    def variants(self) -> Iterator[str]:
        """Every text that ``render`` can give."""
        for choice in product((True, False), repeat=len(self.conditions)):
            yield self.render(dict(zip(self.conditions, choice, strict=True)))

    @property
    def _declared(self) -> tuple[str, ...]:
        return tuple(parameter.name for parameter in self.parameters)

    @cached_property
    def _parsed(self) -> nodes.Template:
        try:
            parsed = ENVIRONMENT.parse(self.body)
        except TemplateSyntaxError as error:
            raise InvalidDataError(f"{error.message} (line {error.lineno})", source=self.source) from None
        for node in _walk(parsed):
            if not isinstance(node, STRUCTURE) or _prints(node):
                raise InvalidDataError(
                    f"line {node.lineno} of the Cypher does more than choose what stands",
                    hint="only {% if name %}, elif, else and endif; values go as $name",
                    source=self.source,
                )
        return parsed


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _prints(node: nodes.Node) -> bool:
    """Whether a node would print something other than the template's own text."""
    return isinstance(node, nodes.Output) and not all(isinstance(n, nodes.TemplateData) for n in node.nodes)


def _given(value: object) -> bool:
    return value is not None and value is not False and value not in ("", [], ())


def split(text: str, source: str) -> tuple[str, str]:
    """The YAML and the Cypher of a template file. Raises InvalidDataError when there is no front matter."""
    parts = FRONT.fullmatch(text)
    if parts is None:
        raise InvalidDataError(
            "no front matter: the file must begin with /* --- … --- */",
            hint="casetrace query new NAME writes a skeleton",
            source=source,
        )
    return parts["front"], parts["cypher"].strip("\n") + "\n"
