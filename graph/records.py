"""A Review as nodes and relationships: its RDF, told in the property graph's terms.

A resource is a node with ``uri``, its class a label, a literal a property, a link a relationship: so RDF
and property graph are one graph. Only ``dateFrom`` and ``dateTo`` are added: the first and last day that
a date may mean, as dates that the database can compare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import Graph, Literal
from rdflib.namespace import RDF

from ontology.dates import earliest, latest
from ontology.model import Review
from ontology.rdf import to_rdf
from ontology.vocabulary import NAMESPACE, class_info, relationship_type


@dataclass(frozen=True, slots=True)
class Records:
    """What a review becomes: nodes by label, and links by (label, relationship type, target label).

    A node is its URI and properties; a link a pair of URIs.
    """

    nodes: Mapping[str, list[dict[str, Any]]]
    links: Mapping[tuple[str, str, str], list[dict[str, str]]]


def records(review: Review) -> Records:
    """Return the nodes and relationships of a review, sorted."""
    return from_graph(to_rdf(review))


def from_graph(graph: Graph) -> Records:
    """Return the nodes and relationships of an RDF graph in the ontology's terms, sorted."""
    labels = {str(subject): _local(kind) for subject, kind in graph.subject_objects(RDF.type)}
    literals: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    links: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for subject, predicate, value in graph:
        source, name = str(subject), _local(predicate)
        if isinstance(value, Literal):
            literals[source][name].append(_plain(value))
        elif predicate != RDF.type:
            target = labels.get(str(value), "Concept")
            key = (labels[source], relationship_type(name), target)
            links[key].append({"source": source, "target": str(value)})
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for uri, label in sorted(labels.items()):
        nodes[label].append({"uri": uri, "properties": _properties(label, literals[uri])})
    ordered = {
        key: sorted(pairs, key=lambda pair: tuple(pair.values())) for key, pairs in sorted(links.items())
    }
    return Records(dict(sorted(nodes.items())), ordered)


def _properties(label: str, values: Mapping[str, list[Any]]) -> dict[str, Any]:
    lists = {info.name for info in class_info(label).properties if info.many}
    properties: dict[str, Any] = {
        name: sorted(found) if name in lists else found[0] for name, found in values.items()
    }
    if "date" in properties:
        properties["dateFrom"] = earliest(properties["date"])
        properties["dateTo"] = latest(properties.get("dateEnd") or properties["date"])
    return properties


def _plain(value: Literal) -> Any:
    """A literal as the database keeps it: numbers and truth values as such, dates as ISO text."""
    python = value.toPython()
    return python if isinstance(python, bool | int | float) and not _is_year(value) else str(value)


def _is_year(value: Literal) -> bool:
    return value.datatype is not None and "gYear" in value.datatype


def _local(term: object) -> str:
    return str(term).removeprefix(NAMESPACE)
