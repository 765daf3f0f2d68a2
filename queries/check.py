"""Says what is wrong with a template: before a user meets it, and for those that users write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.errors import CasetraceError, UsageError
from queries.analyses import ANALYSES
from queries.catalogue import Catalogue
from queries.parameters import Parameter, bind, known_values, types
from queries.readonly import bare, writing_words
from queries.runner import CASES, Readable, run_query
from queries.template import SCOPES, Template

USED = re.compile(r"\$(\w+)")
SAID = ("title", "question", "group", "advice")
CLAUSE = re.compile(r"\b(?:ORDER\s+BY|SKIP|OFFSET|LIMIT)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one template."""

    template: str
    message: str

    def __str__(self) -> str:
        return f"{self.template}: {self.message}"


def check_template(template: Template, store: Readable | None = None) -> list[Problem]:
    """What is wrong with a template, nothing when it is sound.

    Looks at the front matter, at parameters declared and used, at columns declared and returned, and
    that every text it can give only reads. With a store, the engine explains them and answers them too.
    """
    messages = [*_front_matter(template)]
    try:
        variants = sorted(set(template.variants()))
    except CasetraceError as error:
        return [Problem(template.name, message) for message in [*messages, str(error)]]
    messages += _parameters(template, variants)
    for cypher in variants:
        messages += _statement(template, cypher)
    if store is not None:
        messages += _explained(template, store) or _ran(template, store)
    return [Problem(template.name, message) for message in dict.fromkeys(messages)]


def check_catalogue(catalogue: Catalogue, store: Readable | None = None) -> list[Problem]:
    """What is wrong with any template of a catalogue, those that cannot be read first."""
    broken = [Problem(name, str(error)) for name, error in catalogue.broken().items()]
    return broken + [problem for template in catalogue for problem in check_template(template, store)]


def _front_matter(template: Template) -> Iterator[str]:
    for key in SAID:
        if not getattr(template, key):
            yield f"'{key}' is missing in the front matter"
    if template.analysis is not None and template.analysis not in ANALYSES:
        yield f"'analysis' is '{template.analysis}', not {' or '.join(ANALYSES)}"
    if bool(template.analysis) != bool(template.gives):
        yield "'analysis' and 'gives' belong together: one is missing"
    if template.scope not in SCOPES:
        yield f"'scope' is '{template.scope}', not {' or '.join(SCOPES)}"
    if not template.columns:
        yield "no columns are declared"
    names = [column.name for column in template.columns]
    yield from (
        f"column '{column.name}' does not say what it means"
        for column in template.columns
        if not column.meaning
    )
    if template.evidence is None and template.scope == "case":
        yield "an answer about one case names no evidence column"
    if template.evidence is not None and template.evidence not in names:
        yield f"the evidence column '{template.evidence}' is not among the columns"
    if template.scope == "cross-case":
        yield from _cross_case(template, names)


def _cross_case(template: Template, names: list[str]) -> Iterator[str]:
    if CASES not in names:
        yield f"a cross-case answer needs a column '{CASES}' that counts the cases behind each row"
    if template.least_cases < 2:
        yield "a cross-case answer needs 'least_cases' of 2 or more"


def _parameters(template: Template, variants: list[str]) -> Iterator[str]:
    declared = {parameter.name: parameter for parameter in template.parameters}
    used = {name for cypher in variants for name in USED.findall(bare(cypher))}
    for name in sorted(used - set(declared)):
        yield f"${name} is used but not declared"
    unused = set() if template.analysis else set(declared) - used - set(template.conditions)
    for name in sorted(unused):
        yield f"parameter '{name}' is declared but not used"
    known = types()
    for parameter in declared.values():
        if parameter.type not in known:
            yield f"parameter '{parameter.name}' has the unknown type '{parameter.type}'"
        if not parameter.help:
            yield f"parameter '{parameter.name}' has no help"
        if parameter.required and parameter.default is not None:
            yield f"parameter '{parameter.name}' is required and has a default"
        if parameter.type in known and parameter.default is not None:
            yield from _default(parameter)


def _default(parameter: Parameter) -> Iterator[str]:
    try:
        bind([parameter], {parameter.name: parameter.default})
    except CasetraceError as error:
        yield f"the default of parameter '{parameter.name}' is none it takes: {error.message}"


def _statement(template: Template, cypher: str) -> Iterator[str]:
    for word in writing_words(cypher):
        yield f"the Cypher holds '{word}': a question only reads"
    returned, ordered = _returned(cypher)
    declared = [*template.gives] or [column.name for column in template.columns]
    if returned != declared:
        yield f"the Cypher returns {', '.join(returned) or 'nothing'}; declared are {', '.join(declared)}"
    if not ordered:
        yield "the last RETURN has no ORDER BY, so that rows may change places"


def _returned(cypher: str) -> tuple[list[str], bool]:
    """The names that the last RETURN outside all brackets gives, and whether it sorts."""
    flat = _outermost(bare(cypher))
    last = re.split(r"\bRETURN\b", flat, flags=re.IGNORECASE)
    if len(last) == 1:
        return [], False
    items, *tail = CLAUSE.split(last[-1])
    names = [
        re.split(r"\bAS\b", item, flags=re.IGNORECASE)[-1].strip().strip("`") for item in items.split(",")
    ]
    ordered = bool(re.search(r"\bORDER\s+BY\b", last[-1], re.IGNORECASE))
    return [re.sub(r"^DISTINCT\s+", "", name, flags=re.IGNORECASE) for name in names], ordered and bool(tail)


def _outermost(cypher: str) -> str:
    """The statement without what stands in brackets."""
    depth, kept = 0, []
    for letter in cypher:
        depth -= letter in ")]}"
        if depth == 0 and letter not in ")]}":
            kept.append(" " if letter in "([{" else letter)
        depth += letter in "([{"
    return "".join(kept)


def _explained(template: Template, store: Readable) -> list[str]:
    """What the engine says when it plans a text: with no parameter given, with each alone, with all."""
    found = []
    nothing = {parameter.name: None for parameter in template.parameters}
    choices: list[tuple[str, ...]] = [(), *((name,) for name in template.conditions), template.conditions]
    for cypher in dict.fromkeys(template.render(dict.fromkeys(choice, True)) for choice in choices):
        try:
            store.read(f"EXPLAIN {cypher}", nothing)
        except CasetraceError as error:
            found.append(f"the engine refuses it: {error.message}")
    return found


def _ran(template: Template, store: Readable) -> list[str]:
    """What goes wrong when it is asked: with no more than it requires, and with everything given."""
    known = store.read("MATCH (c:Case) RETURN c.id AS id ORDER BY id LIMIT 1", {})
    case = str(known[0]["id"]) if known else "no-case"
    sample = {one.name: _sample(one, case) for one in template.parameters}
    required = {one.name: sample[one.name] for one in template.parameters if one.required}
    for values in (required, sample):
        try:
            run_query(store, template, values)
        except UsageError:
            return []  # no case to ask about
        except CasetraceError as error:
            return [f"asked with {', '.join(values) or 'nothing'}, it fails: {error.message}"]
    return []


def _sample(parameter: Parameter, case: str) -> object:
    """A value that the parameter takes."""
    plain = {"case": case, "int": "1", "share": "0.5", "flag": "yes", "date": "2000", "until": "2030"}
    codes = known_values(parameter.type)
    return next(iter(codes)) if codes else plain.get(parameter.type, "a")
