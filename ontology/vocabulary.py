"""The ontology's files as plain values: classes, properties, codes, keys. The rest of the project asks here.

Each file is parsed once, when something in it is first asked for, from the package itself (no network).
Codes and classes come in the order in which people are to see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.errors import InvalidDataError

NAMESPACE = "https://w3id.org/casetrace/ontology#"
CT = Namespace(NAMESPACE)
PARTY = "Party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept of a scheme; ``broader`` is the code of the one above it, ``matches`` lead elsewhere.

    A match is the SKOS relation ("closeMatch"), the scheme and the code it leads to.
    """

    scheme: str
    code: str
    label: str
    definition: str
    alternatives: tuple[str, ...] = ()
    broader: str | None = None
    matches: tuple[tuple[str, str, str], ...] = ()

    @property
    def uri(self) -> str:
        """The concept's IRI."""
        return f"{NAMESPACE}{self.scheme}/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyInfo:
    """A property as one class has it: what it is, what it holds, how often.

    Exactly one of ``datatype`` (string, integer, double, boolean, date), ``scheme`` (whose codes it takes;
    "Party" for agency types and family roles alike) and ``resource`` (a class) says what it holds;
    ``range`` is that one's name. ``relationship`` is its type in the property graph, None for literals.
    """

    name: str
    label: str
    definition: str
    range: str
    many: bool
    required: bool
    datatype: str | None = None
    scheme: str | None = None
    resource: str | None = None
    examples: tuple[str, ...] = ()

    @property
    def relationship(self) -> str | None:
        """The type of the relationship that stands for it in the property graph."""
        return None if self.datatype else relationship_type(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassInfo:
    """A class of resources (concepts apart), with its own properties and those of the classes above it.

    ``key`` names the property by which people know its members, None where only the URI tells them apart.
    """

    name: str
    label: str
    definition: str
    key: str | None
    parents: tuple[str, ...]
    abstract: bool
    properties: tuple[PropertyInfo, ...]
    examples: tuple[str, ...] = ()


def schemes() -> tuple[str, ...]:
    """The names of the concept schemes, which are the classes of their concepts too."""
    return tuple(_concepts())


def concepts(scheme: str) -> tuple[Concept, ...]:
    """The concepts of a scheme, headings over others included; of "Party", those of both its schemes."""
    return tuple(_scheme(scheme).values())


def codes(scheme: str) -> tuple[str, ...]:
    """The codes that facts may take from a scheme: those under which no narrower one stands."""
    headings = {concept.broader for concept in concepts(scheme)}
    return tuple(concept.code for concept in concepts(scheme) if concept.code not in headings)


def concept(scheme: str, code: str) -> Concept:
    """The concept that a code stands for; raises InvalidDataError where the scheme has no such code."""
    try:
        return _scheme(scheme)[code]
    except KeyError:
        hint = f"the codes are {', '.join(codes(scheme))}"
        raise InvalidDataError(f"'{code}' is no code of {scheme}", hint=hint) from None


def label(scheme: str, code: str) -> str:
    """What people call a concept."""
    return concept(scheme, code).label


def definition(scheme: str, code: str) -> str:
    """What a concept means, in one sentence."""
    return concept(scheme, code).definition


def scheme_label(scheme: str) -> str:
    """What people call a concept scheme."""
    return _text(_graph("schemes"), CT[f"{scheme}Scheme"], SKOS.prefLabel)


def scheme_definition(scheme: str) -> str:
    """What a concept scheme is for, in one sentence."""
    return _text(_graph("schemes"), CT[f"{scheme}Scheme"], SKOS.definition)


@cache
def classes() -> tuple[ClassInfo, ...]:
    """The classes of resources, abstract ones included, classes of concepts left out."""
    graph = _graph("casetrace")
    named = [_name(node) for node in graph.subjects(RDF.type, OWL.Class) if isinstance(node, URIRef)]
    return tuple(_class(name) for name in named if name != PARTY and name not in schemes())


@cache
def class_info(name: str) -> ClassInfo:
    """The class of a name; raises InvalidDataError where there is none."""
    for info in classes():
        if info.name == name:
            return info
    raise InvalidDataError(f"'{name}' is no class of the ontology")


def relationship_type(name: str) -> str:
    """The type of the relationship that stands for a property: "addressedTo" is ADDRESSED_TO."""
    return re.sub(r"(?=[A-Z])", "_", name).upper()


def constraints() -> tuple[tuple[str, str], ...]:
    """Pairs of label and property whose values are unique: the URI of every sort of node."""
    concrete = (info.name for info in classes() if not info.abstract)
    return (*((name, "uri") for name in concrete), ("Concept", "uri"))


def indexes() -> tuple[tuple[str, str], ...]:
    """Pairs of label and property that questions start from: keys other than the URI, and codes."""
    keyed = ((info.name, info.key) for info in classes() if info.key)
    return (*keyed, ("Concept", "code"))


def graph() -> Graph:
    """A new graph with everything in the ontology's files, shapes excepted."""
    return _graph("casetrace") + _graph("schemes")


def shapes() -> Graph:
    """The graph of the SHACL shapes; callers must not change it."""
    return _graph("shapes")


def text(name: str) -> str:
    """The text of a file of the ontology, as it stands ("casetrace.ttl")."""
    return (files("ontology") / name).read_text(encoding="utf-8")


@cache
def _graph(name: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=text(f"{name}.ttl"), format="turtle")


def _scheme(scheme: str) -> dict[str, Concept]:
    known = _concepts()
    if scheme == PARTY:
        return {code: one for name in _members(PARTY) for code, one in known[name].items()}
    if scheme not in known:
        raise InvalidDataError(f"'{scheme}' is no concept scheme", hint=f"there are {', '.join(known)}")
    return known[scheme]


@cache
def _members(name: str) -> tuple[str, ...]:
    graph = _graph("casetrace")
    return tuple(_name(node) for node in graph.subjects(RDFS.subClassOf, CT[name]))


@cache
def _concepts() -> dict[str, dict[str, Concept]]:
    graph = _graph("schemes")
    found: dict[str, list[tuple[int, Concept]]] = {
        _name(node).removesuffix("Scheme"): [] for node in graph.subjects(RDF.type, SKOS.ConceptScheme)
    }
    for node, scheme in graph.subject_objects(SKOS.inScheme):
        place = int(str(graph.value(node, CT.rank)))
        found[_name(scheme).removesuffix("Scheme")].append((place, _concept(graph, node)))
    return {
        name: {one.code: one for _, one in sorted(ranked, key=lambda pair: pair[0])}
        for name, ranked in found.items()
    }


MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


def _concept(graph: Graph, node: Node) -> Concept:
    scheme, code = _place(node)
    above = graph.value(node, SKOS.broader)
    matches = (
        (_last(relation), *_place(target)) for relation in MATCHES for target in graph.objects(node, relation)
    )
    return Concept(
        scheme=scheme,
        code=code,
        label=_text(graph, node, SKOS.prefLabel),
        definition=_text(graph, node, SKOS.definition),
        alternatives=tuple(str(one) for one in graph.objects(node, SKOS.altLabel)),
        broader=_place(above)[1] if above else None,
        matches=tuple(matches),
    )


def _class(name: str) -> ClassInfo:
    graph, node = _graph("casetrace"), CT[name]
    key = graph.value(node, OWL.hasKey)
    return ClassInfo(
        name=name,
        label=_text(graph, node, RDFS.label),
        definition=_text(graph, node, SKOS.definition),
        key=_name(Collection(graph, key)[0]) if key else None,
        parents=_parents(name),
        abstract=(node, CT.abstract, Literal(True)) in graph,
        properties=tuple(_properties(name)),
        examples=tuple(str(example) for example in graph.objects(node, SKOS.example)),
    )


def _parents(name: str) -> tuple[str, ...]:
    above = _graph("casetrace").objects(CT[name], RDFS.subClassOf)
    return tuple(_name(node) for node in above if str(node).startswith(NAMESPACE))


def _properties(name: str) -> Iterator[PropertyInfo]:
    """The properties that a class's shape and those of its parents list, its own coming last.

    A shape may repeat a parent's property to ask more of it; the class's own wins.
    """
    found: dict[str, PropertyInfo] = {}
    for holder in (*_parents(name), name):
        for shape in _graph("shapes").objects(CT[f"{holder}Shape"], SH.property):
            path = _name(_graph("shapes").value(shape, SH.path))
            found[path] = _property(path, shape)
    yield from found.values()


def _property(name: str, shape: Node) -> PropertyInfo:
    graph, terms, node = _graph("shapes"), _graph("casetrace"), CT[name]
    target = graph.value(shape, SH["class"])
    known = _name(target) if target else None
    coded = known if known in schemes() or known == PARTY else None
    datatype = graph.value(shape, SH.datatype)
    literal = None if known else str(datatype).removeprefix(str(XSD)) if datatype else "date"
    return PropertyInfo(
        name=name,
        label=_text(terms, node, RDFS.label),
        definition=_text(terms, node, SKOS.definition),
        range=known or literal or "",
        many=graph.value(shape, SH.maxCount) is None,
        required=graph.value(shape, SH.minCount) is not None,
        datatype=literal,
        scheme=coded,
        resource=None if coded else known,
        examples=tuple(str(example) for example in terms.objects(node, SKOS.example)),
    )


def _text(graph: Graph, node: Node, predicate: URIRef) -> str:
    value = graph.value(node, predicate)
    return str(value) if value is not None else ""


def _name(node: Node | None) -> str:
    return str(node).removeprefix(NAMESPACE)


def _last(node: Node) -> str:
    return str(node).rsplit("#", 1)[-1]


def _place(node: Node) -> tuple[str, str]:
    scheme, _, code = _name(node).partition("/")
    return scheme, code
