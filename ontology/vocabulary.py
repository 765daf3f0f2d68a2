"""The small reader of the ontology: classes, properties, code lists, keys, constraints, all from the files.

Nothing else in the project restates what the Turtle files say. They are parsed once, at first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS, XSD
from rdflib.term import Node

from ontology.errors import UsageError

NAMESPACE = "https://w3id.org/casetrace/ontology#"
CT = Namespace(NAMESPACE)
FILES = ("casetrace.ttl", "schemes.ttl", "shapes.ttl")


@dataclass(frozen=True, slots=True)
class PropertyInfo:
    """A property as one class uses it.

    ``target`` is a class or scheme for a relationship, "date" for a date as exact as the text, else
    the XSD name of the literal (string, integer, boolean, double). ``relationship`` is the type of the
    relationship in the property graph, None for a literal.
    """

    name: str
    label: str
    definition: str
    target: str
    many: bool
    required: bool
    relationship: str | None


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """A class: its words, the classes above it, the properties it may have, and what identifies one."""

    name: str
    label: str
    definition: str
    parents: tuple[str, ...]
    key: tuple[str, ...]
    examples: tuple[str, ...]
    properties: tuple[PropertyInfo, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a scheme; ``broader`` are the codes above it, ``matches`` those it is linked to."""

    uri: str
    scheme: str
    code: str
    label: str
    definition: str
    broader: tuple[str, ...]
    matches: tuple[tuple[str, str], ...]


@cache
def graph(*names: str) -> Graph:
    """Return the ontology's files as one RDF graph, all of them or those named; do not change it."""
    result = Graph()
    for name in names or FILES:
        text = (files("ontology") / name).read_text(encoding="utf-8")
        result.parse(data=text, format="turtle")
    return result


@cache
def schemes() -> tuple[str, ...]:
    """Return the names of the concept schemes, sorted."""
    return tuple(sorted(_local(scheme) for scheme in _schemes().subjects(RDF.type, SKOS.ConceptScheme)))


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """Return a scheme's concepts in their order. Raises UsageError for a scheme that does not exist."""
    source = _schemes()
    members = list(source.subjects(SKOS.inScheme, CT[f"scheme/{scheme}"]))
    if not members:
        raise UsageError(f"no scheme '{scheme}'", hint=f"schemes: {', '.join(schemes())}")
    members.sort(key=lambda member: int(str(source.value(member, CT.order))))
    return tuple(_concept(source, scheme, member) for member in members)


@cache
def codes(scheme: str) -> tuple[str, ...]:
    """Return a scheme's codes in their order, those that only group others left out."""
    groups = {broader for concept in concepts(scheme) for broader in concept.broader}
    return tuple(concept.code for concept in concepts(scheme) if concept.code not in groups)


def concept(scheme: str, code: str) -> Concept:
    """Return one concept. Raises UsageError for a code that the scheme does not have."""
    found = _by_code(scheme).get(code)
    if found is None:
        raise UsageError(f"'{code}' is no code of {scheme}", hint=f"codes: {', '.join(codes(scheme))}")
    return found


def label(scheme: str, code: str) -> str:
    """Return the words for a code."""
    return concept(scheme, code).label


def definition(scheme: str, code: str) -> str:
    """Return what a code means."""
    return concept(scheme, code).definition


@cache
def parties() -> dict[str, str]:
    """Return the scheme of every code that is a party: agency types and family roles."""
    under = [name for name in schemes() if CT.Party in _classes().objects(CT[name], RDFS.subClassOf)]
    return {code: scheme for scheme in under for code in codes(scheme)}


@cache
def classes() -> tuple[ClassInfo, ...]:
    """Return every class, sorted by name."""
    names = sorted(_local(subject) for subject in _classes().subjects(RDF.type, OWL.Class) if _named(subject))
    return tuple(_class(name) for name in names)


@cache
def class_info(name: str) -> ClassInfo:
    """Return one class by name. Raises KeyError for one that does not exist."""
    return {info.name: info for info in classes()}[name]


@cache
def property_info(class_name: str, name: str) -> PropertyInfo:
    """Return a property as a class, or a class above it, has it. Raises KeyError where none does."""
    info = class_info(class_name)
    for one in info.properties:
        if one.name == name:
            return one
    for parent in info.parents:
        try:
            return property_info(parent, name)
        except KeyError:
            continue
    raise KeyError(f"{class_name} has no property {name}")


def constraints() -> tuple[tuple[str, str], ...]:
    """Return (label, property) pairs whose values are unique: the URI of every class of nodes."""
    return tuple((info.name, "uri") for info in classes() if _concrete(info))


def indexes() -> tuple[tuple[str, str], ...]:
    """Return (label, property) pairs that questions look up by, besides the URI."""
    keyed = [("Case", "id"), ("Document", "sha256"), ("Area", "name"), ("Party", "code")]
    return (*keyed, *((scheme, "code") for scheme in schemes()))


def camel(name: str) -> str:
    """Return a Python field's name as the ontology writes it: period_start, periodStart."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def relationship_type(name: str) -> str:
    """Return the relationship type of a property: addressedTo, ADDRESSED_TO."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def _classes() -> Graph:
    return graph("casetrace.ttl")


def _schemes() -> Graph:
    return graph("schemes.ttl")


def _local(node: Node) -> str:
    return str(node).removeprefix(NAMESPACE).removeprefix("scheme/")


def _named(node: Node) -> bool:
    return isinstance(node, URIRef) and str(node).startswith(NAMESPACE)


def _concrete(info: ClassInfo) -> bool:
    return info.name not in {parent for other in classes() for parent in other.parents}


@cache
def _by_code(scheme: str) -> dict[str, Concept]:
    return {one.code: one for one in concepts(scheme)}


def _concept(source: Graph, scheme: str, node: Node) -> Concept:
    def text(predicate: URIRef) -> str:
        return str(source.value(node, predicate) or "")

    matches = sorted(
        (str(predicate).rpartition("#")[2], str(target).removeprefix(NAMESPACE))
        for predicate in (SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
        for target in source.objects(node, predicate)
    )
    broader = sorted(str(source.value(above, SKOS.notation)) for above in source.objects(node, SKOS.broader))
    return Concept(
        str(node),
        scheme,
        text(SKOS.notation),
        text(SKOS.prefLabel),
        text(SKOS.definition),
        tuple(broader),
        tuple(matches),
    )


def _class(name: str) -> ClassInfo:
    source, node = _classes(), CT[name]
    return ClassInfo(
        name,
        str(source.value(node, RDFS.label) or ""),
        str(source.value(node, SKOS.definition) or ""),
        tuple(sorted(_local(above) for above in source.objects(node, RDFS.subClassOf) if _named(above))),
        tuple(sorted(_local(one) for one in source.objects(node, CT.identifiedBy))),
        tuple(sorted(map(str, source.objects(node, SKOS.example)))),
        tuple(_properties(name)),
    )


def _properties(name: str) -> Iterator[PropertyInfo]:
    shapes = graph("shapes.ttl")
    found = []
    for shape in shapes.subjects(SH.targetClass, CT[name]):
        for constraint in shapes.objects(shape, SH.property):
            path = shapes.value(constraint, SH.path)
            if path is not None and _named(path):
                found.append(_property(shapes, constraint, _local(path)))
    yield from sorted(found, key=lambda one: one.name)


def _property(shapes: Graph, constraint: Node, name: str) -> PropertyInfo:
    described = _classes()
    least, most = shapes.value(constraint, SH.minCount), shapes.value(constraint, SH.maxCount)
    target_class = shapes.value(constraint, SH["class"])
    return PropertyInfo(
        name,
        str(described.value(CT[name], RDFS.label) or ""),
        str(described.value(CT[name], SKOS.definition) or ""),
        _local(target_class) if target_class is not None else _literal(shapes, constraint),
        many=most is None,
        required=least is not None and int(str(least)) > 0,
        relationship=relationship_type(name) if target_class is not None else None,
    )


def _literal(shapes: Graph, constraint: Node) -> str:
    datatype = shapes.value(constraint, SH.datatype)
    if datatype is not None:
        return str(datatype).removeprefix(str(XSD))
    choice = shapes.value(constraint, SH["or"])
    assert choice is not None and len(Collection(shapes, choice)) == 3
    return "date"
