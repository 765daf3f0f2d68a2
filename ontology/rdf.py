"""A Review as RDF and back, without loss: generic over the value types, led by the ontology.

A field that holds a code becomes a link to the concept, an area a link to the area, a topic's label a link
to the topic, a date a literal of
its precision, everything else a literal. Where a field holds several codes or names they are a set: they
come back in alphabetical order (see ``canonical``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from ontology import model
from ontology.dates import literal
from ontology.document import Cell, Document, Passage
from ontology.errors import InvalidDataError
from ontology.identity import (
    area_uri,
    case_uri,
    document_uri,
    evidence_uri,
    fact_uri,
    passage_uri,
    topic_uri,
)
from ontology.model import Case, Evidence, Fact, Review
from ontology.vocabulary import CT, NAMESPACE, PropertyInfo, class_info, concept

F = TypeVar("F")
FACT_FIELDS = {
    field.name: getattr(model, str(field.type).removeprefix("tuple[").partition(",")[0])
    for field in fields(Review)
    if field.name not in ("id", "document", "case")
}


def facts(review: Review) -> Iterator[Fact]:
    """Yield every fact of a review but its case, in the order of its fields."""
    for name in FACT_FIELDS:
        yield from getattr(review, name)


def canonical(review: Review) -> Review:
    """Return the review with its sets in alphabetical order and its facts in the order of the text."""
    ordered: dict[str, Any] = {
        name: tuple(sorted(map(_sorted_sets, getattr(review, name)), key=lambda fact: _place(review, fact)))
        for name in FACT_FIELDS
    }
    return replace(review, case=_sorted_sets(review.case), **ordered)


def to_rdf(review: Review) -> Graph:
    """Return everything a review says as RDF triples."""
    graph = Graph()
    graph.bind("ct", CT)
    case = URIRef(case_uri(review.id))
    graph.add((case, RDF.type, CT.Case))
    graph.add((case, CT.id, Literal(review.id)))
    _add_fact(graph, case, review.id, review.case, review.document)
    _add_document(graph, case, review.document)
    for uri, fact in resources(review):
        graph.add((uri, RDF.type, CT[type(fact).__name__]))
        graph.add((uri, CT.inCase, case))
        _add_fact(graph, uri, review.id, fact, review.document)
    return graph


def from_rdf(graph: Graph) -> tuple[Review, ...]:
    """Return the reviews that a graph holds, by id, each in canonical form.

    Raises InvalidDataError for a case without a document.
    """
    cases = sorted(graph.subjects(RDF.type, CT.Case), key=str)
    return tuple(_review(graph, case) for case in cases)


def resources(review: Review) -> Iterator[tuple[URIRef, Fact]]:
    """Yield each fact with its URI; of several that the URI would not tell apart, the later are numbered."""
    seen: Counter[str] = Counter()
    for fact in facts(review):
        uri = fact_uri(review.id, fact)
        seen[uri] += 1
        yield URIRef(uri if seen[uri] == 1 else f"{uri}-{seen[uri]}"), fact


def _sorted_sets(fact: Any) -> Any:
    sets = {
        field.name: tuple(sorted(getattr(fact, field.name)))
        for field in fields(fact)
        if field.type == "tuple[str, ...]"
    }
    return replace(fact, **sets)


def _place(review: Review, fact: Fact) -> tuple[int, int, str]:
    return (fact.start, fact.end, fact_uri(review.id, fact))


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


def _review(graph: Graph, case: Node) -> Review:
    documents = [node for node in graph.subjects(CT.inCase, case) if (node, RDF.type, CT.Document) in graph]
    if len(documents) != 1:
        raise InvalidDataError(f"{case} has {len(documents)} documents; it must have one")
    id_ = str(graph.value(case, CT.id))
    told = sorted(graph.subjects(CT.inCase, case), key=_by_number)
    found = {
        name: [_fact(graph, node, kind) for node in told if _is(graph, node, kind)]
        for name, kind in FACT_FIELDS.items()
    }
    values = {name: tuple(values) for name, values in found.items()}
    return canonical(
        Review(id=id_, document=_document(graph, documents[0]), case=_fact(graph, case, Case), **values)
    )


def _by_number(node: Node) -> tuple[int, str]:
    """Order resources so that those numbered apart come back in the order of their numbers."""
    number = str(node).rpartition("/")[2].partition("-")[2]
    return (int(number) if number.isdigit() else 1, str(node))


def _is(graph: Graph, node: Node, kind: type) -> bool:
    return (node, RDF.type, CT[kind.__name__]) in graph


def _fact(graph: Graph, node: Node, kind: type[F]) -> F:
    evidence = sorted(graph.objects(node, CT.evidence), key=lambda one: _order(graph, one))
    return _value(graph, node, kind, evidence=tuple(_value(graph, one, Evidence) for one in evidence))


def _document(graph: Graph, node: Node) -> Document:
    passages = sorted(graph.subjects(CT.partOf, node), key=lambda one: _order(graph, one))
    said = (str(one).partition("=") for one in graph.objects(node, CT.properties))
    properties = tuple(sorted((name, value) for name, _, value in said))
    return _value(
        graph,
        node,
        Document,
        passages=tuple(_value(graph, one, Passage, cells=_cells(graph, one)) for one in passages),
        properties=properties,
    )


def _cells(graph: Graph, passage: Node) -> tuple[Cell, ...]:
    numbers = sorted([int(part) for part in str(one).split()] for one in graph.objects(passage, CT.cells))
    return tuple(Cell(column=column, start=start, end=end) for column, start, end in numbers)


def _order(graph: Graph, node: Node) -> int:
    return int(str(graph.value(node, CT.order)))


def _value(graph: Graph, node: Node, kind: type[F], **given: Any) -> F:
    """Return a dataclass from a node's properties; those given are not read."""
    values = dict(given)
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in given:
            continue
        objects = [_plain(graph, one) for one in graph.objects(node, CT[camel(field.name)])]
        if str(field.type).startswith("tuple"):
            values[field.name] = tuple(sorted(objects))
        elif objects:
            values[field.name] = objects[0]
    return kind(**values)


def _plain(graph: Graph, node: Node) -> Any:
    if isinstance(node, Literal):
        return str(node) if node.datatype is None or "Date" in str(node) else _python(node)
    if (node, RDF.type, CT.Area) in graph:
        return str(graph.value(node, CT.name))
    if (node, RDF.type, CT.Topic) in graph:
        return str(graph.value(node, CT.label))
    return str(node).removeprefix(NAMESPACE).partition("/")[2]


def _python(node: Literal) -> Any:
    value = node.toPython()
    return value if isinstance(value, bool | int | float) else str(node)


def camel(name: str) -> str:
    """Return a Python field's name as the ontology writes it: period_start, periodStart."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


@cache
def _info(class_name: str, name: str) -> PropertyInfo:
    return {info.name: info for info in class_info(class_name).properties}[name]
