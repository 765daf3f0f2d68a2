"""JSON-LD with the context that ships with the ontology (https://www.w3.org/TR/json-ld11)."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from rdflib import Graph

from graph.export.format import Format
from graph.export.rdf import read_graph
from ontology import vocabulary


def write_jsonld(graph: Graph, out: BinaryIO) -> None:
    """Write the graph as one list of resources under the context, which is written out with them."""
    context = json.loads(vocabulary.text("context.jsonld"))["@context"]
    said = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=False))
    result = {"@context": context, "@graph": _ordered(said.get("@graph", [said]))}
    out.write(json.dumps(result, ensure_ascii=False, indent=1).encode() + b"\n")


def _ordered(value: Any) -> Any:
    """The same value with every list and every object's keys in order: the order means nothing in RDF."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value) if key != "@context"}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


FORMAT = Format(
    "jsonld", "web developers: the graph as JSON with its context", read_graph, write_jsonld, views=False
)
