"""A Review as RDF and back, without loss: generic over the value types, led by the ontology.

A field that holds a code becomes a link to the concept, an area a link to the area, a topic's label a link
to the topic, a date a literal of its precision, everything else a literal. Where a field holds several codes
or names they are a set: they come back in alphabetical order (see ``canonical``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from ontology.assembly import assemble
from ontology.dates import literal
from ontology.document import Document
from ontology.facts import camel, resources
from ontology.identity import (
    area_uri,
    case_uri,
    document_uri,
    evidence_uri,
    passage_uri,
    topic_uri,
)
from ontology.model import Fact, Review
from ontology.vocabulary import CT, NAMESPACE, PropertyInfo, class_info, concept


def to_rdf(review: Review) -> Graph:
    """Return everything a review says as RDF triples."""
    graph = Graph()
    graph.bind("ct", CT)
    case = URIRef(case_uri(review.id))
    graph.add((case, RDF.type, CT.Case))
    graph.add((case, CT.id, Literal(review.id)))
    _add_fact(graph, case, review.id, review.case, review.document)
    _add_document(graph, case, review.document)
    for name, fact in resources(review):
        uri = URIRef(name)
        graph.add((uri, RDF.type, CT[type(fact).__name__]))
        graph.add((uri, CT.inCase, case))
        _add_fact(graph, uri, review.id, fact, review.document)
    return graph


def from_rdf(graph: Graph) -> tuple[Review, ...]:
    """Return the reviews that a graph holds, by id, each in canonical form.

    Raises InvalidDataError for a case without a document.
    """
    cases = sorted(map(str, graph.subjects(RDF.type, CT.Case)))
    return tuple(assemble(_Triples(graph), case) for case in cases)


def _add_fact(graph: Graph, uri: URIRef, case_id: str, fact: Fact, document: Document) -> None:
    _add_fields(graph, uri, fact, skip=("evidence", "topics"))
    for label in getattr(fact, "topics", ()):
        graph.add((uri, CT.topics, URIRef(topic_uri(case_id, label))))
    for order, evidence in enumerate(fact.evidence):
        node = URIRef(evidence_uri(str(uri), order))
        graph.add((uri, CT.evidence, node))
        graph.add((node, RDF.type, CT.Evidence))
        graph.add((node, CT.order, Literal(order)))
        _add_fields(graph, node, evidence)
        passage = document.passage_at(evidence.start)
        if passage is not None:
            graph.add((node, CT.inPassage, URIRef(passage_uri(document, passage))))


def _add_document(graph: Graph, case: URIRef, document: Document) -> None:
    uri = URIRef(document_uri(document))
    graph.add((uri, RDF.type, CT.Document))
    graph.add((uri, CT.inCase, case))
    _add_fields(graph, uri, document, skip=("passages", "properties"))
    for name, value in document.properties:
        graph.add((uri, CT.properties, Literal(f"{name}={value}")))
    for order, passage in enumerate(document.passages):
        node = URIRef(passage_uri(document, passage))
        graph.add((node, RDF.type, CT.Passage))
        graph.add((node, CT.partOf, uri))
        graph.add((node, CT.order, Literal(order)))
        graph.add((node, CT.text, Literal(document.quote(passage.start, passage.end))))
        _add_fields(graph, node, passage, skip=("cells",))
        for cell in passage.cells:
            graph.add((node, CT.cells, Literal(f"{cell.column} {cell.start} {cell.end}")))
        headings = document.headings_above(passage.start)
        if headings:
            graph.add((node, CT.section, Literal(document.quote(headings[-1].start, headings[-1].end))))


def _add_fields(graph: Graph, uri: URIRef, thing: Any, skip: tuple[str, ...] = ()) -> None:
    for field in fields(thing):
        if field.name in skip:
            continue
        info = _info(type(thing).__name__, camel(field.name))
        value = getattr(thing, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                graph.add((uri, CT[info.name], _node(graph, info, one)))


def _node(graph: Graph, info: PropertyInfo, value: Any) -> Node:
    if info.relationship is None:
        return literal(value) if info.datatype == "date" else Literal(value)
    if info.resource == "Area":
        area = URIRef(area_uri(value))
        graph.add((area, RDF.type, CT.Area))
        # One area may be printed in several ways; the first kept spelling names it.
        if (area, CT.name, None) not in graph:
            graph.add((area, CT.name, Literal(value)))
        return area
    return URIRef(concept(info.range, value).uri)


@dataclass(frozen=True, slots=True)
class _Triples:
    """A graph as resources that a review is put together from."""

    graph: Graph

    def class_of(self, uri: str) -> str | None:
        found = self.graph.value(URIRef(uri), RDF.type)
        return str(found).removeprefix(NAMESPACE) if found else None

    def sources(self, name: str, target: str) -> Iterable[str]:
        return map(str, self.graph.subjects(CT[name], URIRef(target)))

    def targets(self, source: str, name: str) -> Iterable[str]:
        return map(str, self.graph.objects(URIRef(source), CT[name]))

    def values(self, uri: str, name: str) -> Iterator[Any]:
        for one in self.graph.objects(URIRef(uri), CT[name]):
            yield _plain(self.graph, one)


def _plain(graph: Graph, node: Node) -> Any:
    if isinstance(node, Literal):
        value = node.toPython()
        return value if isinstance(value, bool | int | float) else str(node)
    if (node, RDF.type, CT.Area) in graph:
        return str(graph.value(node, CT.name))
    if (node, RDF.type, CT.Topic) in graph:
        return str(graph.value(node, CT.label))
    return str(node).removeprefix(NAMESPACE).partition("/")[2]


@cache
def _info(class_name: str, name: str) -> PropertyInfo:
    return {info.name: info for info in class_info(class_name).properties}[name]
