"""JSON-LD with the context that ships with the ontology (https://www.w3.org/TR/json-ld11)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from rdflib import Graph

from graph.export.format import Format
from graph.export.json_stream import write_list
from graph.export.rdf import read_graphs
from ontology import vocabulary


def write_jsonld(graphs: Iterable[Graph], out: BinaryIO) -> None:
    """Write the graphs as one list of resources under the context, which is written out before them."""
    context = json.loads(vocabulary.text("context.jsonld"))["@context"]
    told = json.dumps(context, ensure_ascii=False, indent=1)
    out.write(f'{{"@context": {told},\n"@graph": '.encode())
    write_list((one for graph in graphs for one in _resources(graph, context)), out)
    out.write(b"}\n")


def _resources(graph: Graph, context: Any) -> Iterator[Any]:
    said = json.loads(graph.serialize(format="json-ld", context=context, auto_compact=False))
    yield from _ordered(said.get("@graph", [said] if len(graph) else []))


def _ordered(value: Any) -> Any:
    """The same value with every list and every object's keys in order: the order means nothing in RDF."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value) if key != "@context"}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


FORMAT = Format(
    "jsonld", "web developers: the graph as JSON with its context", read_graphs, write_jsonld, views=False
)
