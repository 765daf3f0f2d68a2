"""Whether RDF meets the ontology's shapes, told in plain lines (SHACL, https://www.w3.org/TR/shacl/)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE

# What each kind of constraint asks, in words; "{asked}" is what the shape says.
WORDS = {
    "MinCountConstraintComponent": "is missing",
    "MaxCountConstraintComponent": "is there more than {asked} times",
    "ClassConstraintComponent": "is not of class {asked}",
    "DatatypeConstraintComponent": "is not of type {asked}",
    "MinInclusiveConstraintComponent": "is less than {asked}",
    "MaxInclusiveConstraintComponent": "is more than {asked}",
    "LessThanConstraintComponent": "is not less than {asked}",
    "MinLengthConstraintComponent": "is empty",
    "PatternConstraintComponent": "is not written as it should be",
    "OrConstraintComponent": "has none of the forms it may have",
    "NodeConstraintComponent": "is not what it should be ({asked})",
}
ASKED = {
    "MaxCountConstraintComponent": SH.maxCount,
    "ClassConstraintComponent": SH["class"],
    "DatatypeConstraintComponent": SH.datatype,
    "MinInclusiveConstraintComponent": SH.minInclusive,
    "MaxInclusiveConstraintComponent": SH.maxInclusive,
    "LessThanConstraintComponent": SH.lessThan,
    "NodeConstraintComponent": SH.node,
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One place that does not conform: the resource, the property, and what is wrong in one line."""

    focus: str
    path: str
    message: str


def check(data: Graph) -> tuple[Violation, ...]:
    """Return where a graph does not meet the shapes, sorted; empty when it conforms.

    Resources of no class of the ontology, and properties that it does not know, are told too.
    """
    from pyshacl import validate  # noqa: PLC0415 - a rule engine: only those who check pay for loading it

    # Concepts and subclasses must stand beside the data: the engine takes from an ontology its classes only.
    _, report, _ = validate(data + vocabulary.graph(), shacl_graph=vocabulary.shapes(), inference="none")
    found = {_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return tuple(sorted(found | set(_unknown(data))))


def _violation(report: Graph, result: Node) -> Violation:
    component = _short(report.value(result, SH.sourceConstraintComponent))
    shape = report.value(result, SH.sourceShape)
    asked = vocabulary.shapes().value(shape, ASKED[component]) if component in ASKED else None
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    named = _short(path) or "the resource"
    shown = f" '{_short(value)[:60]}'" if isinstance(value, Literal | URIRef) else ""
    words = WORDS.get(component, f"does not meet {component}").format(asked=_short(asked))
    return Violation(str(report.value(result, SH.focusNode)), _short(path), f"{named}{shown} {words}")


def _unknown(data: Graph) -> Iterator[Violation]:
    """Resources and properties in the ontology's namespace that it does not define."""
    known = {one.name for info in vocabulary.classes() for one in info.properties}
    for predicate in set(data.predicates()):
        name = _short(predicate)
        if str(predicate).startswith(NAMESPACE) and name not in known:
            for subject in set(data.subjects(predicate)):
                yield Violation(str(subject), name, f"{name} is no property of the ontology")
    for subject in set(data.subjects()):
        if (subject, RDF.type, None) not in data:
            yield Violation(str(subject), "", "the resource has no class")


def _short(node: Node | None) -> str:
    text = str(node or "").removeprefix(NAMESPACE)
    return text.rsplit("#", 1)[-1] if isinstance(node, URIRef) else " ".join(text.split())
