"""The stored graph as RDF again: the same triples that the review was loaded from.

A node becomes a resource of its class, a property a literal of the datatype that the ontology gives it, a
relationship a link. What the store adds for its own use (the first and last day of a date, the hash of
what was loaded) and the concepts themselves, which the ontology's files describe, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.export.fetch import Resource, Subgraph, fetch_each, ontology_class
from graph.store import Store
from ontology import vocabulary
from ontology.dates import literal
from ontology.vocabulary import CT, PropertyInfo

# What the store adds: the days that a date may mean, and the state of a case, told only once withdrawn.
DERIVED = frozenset({"dateFrom", "dateTo", "identity"})
UNTOLD = ("withdrawn", False)


def read_graphs(store: Store, cases: Iterable[str], _: str) -> Iterator[Graph]:
    """Yield what the store holds of each case as an RDF graph of its own, named by the case."""
    for subgraph in fetch_each(store, cases):
        for uri in subgraph.labelled("Case"):
            yield to_graph(subgraph, uri)


def to_graph(subgraph: Subgraph, name: str | None = None) -> Graph:
    """Return a stored graph as RDF triples."""
    graph = Graph(identifier=name, bind_namespaces="none")
    graph.bind("ct", CT)
    graph.bind("xsd", XSD)
    told = {uri: resource for uri, resource in subgraph.resources.items() if ontology_class(resource)}
    for resource in told.values():
        _describe(graph, resource)
    types = _property_names()
    for source, kind, target in subgraph.relationships:
        if source in told and kind in types:
            graph.add((URIRef(source), CT[types[kind]], URIRef(target)))
    return graph


def _describe(graph: Graph, resource: Resource) -> None:
    node, class_ = URIRef(resource.uri), ontology_class(resource)
    graph.add((node, RDF.type, CT[class_]))
    known = _properties(class_)
    for name, value in resource.properties.items():
        if name in known and name not in DERIVED and (name, value) != UNTOLD:
            for one in value if isinstance(value, list | tuple) else (value,):
                graph.add((node, CT[name], _literal(known[name], one)))


def _literal(info: PropertyInfo, value: Any) -> Literal:
    if info.datatype == "date":
        return literal(str(value))
    if info.datatype in ("integer", "double", "boolean"):
        return Literal(value, datatype=XSD[info.datatype])
    return Literal(str(value))


@cache
def _properties(class_: str) -> dict[str, PropertyInfo]:
    return {info.name: info for info in vocabulary.class_info(class_).properties}


@cache
def _property_names() -> dict[str, str]:
    """The name of the property that each type of relationship stands for."""
    return {
        info.relationship: info.name
        for class_ in vocabulary.classes()
        for info in class_.properties
        if info.relationship
    }
