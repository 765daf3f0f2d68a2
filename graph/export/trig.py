"""TriG: Turtle with a named graph for each case (https://www.w3.org/TR/trig)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from rdflib import Graph, URIRef

from graph.export.format import Format
from graph.export.rdf import read_graphs


def write_trig(graphs: Iterable[Graph], out: BinaryIO) -> None:
    """Write each graph under its name, one after the other, so that only one is in memory."""
    for graph in graphs:
        prefixes, _, body = graph.serialize(format="turtle").partition("\n\n")
        if body.strip():
            name = URIRef(str(graph.identifier)).n3()
            out.write(f"{prefixes}\n\n{name} {{\n{body.strip()}\n}}\n\n".encode())


FORMAT = Format(
    "trig", "RDF stores: Turtle with a named graph for each case", read_graphs, write_trig, views=False
)
