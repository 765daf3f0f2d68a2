"""N-Quads: one statement a line with the case it comes from (https://www.w3.org/TR/n-quads)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from rdflib import Graph, URIRef

from graph.export.format import Format
from graph.export.rdf import read_graphs


def write_nquads(graphs: Iterable[Graph], out: BinaryIO) -> None:
    """Write the statements of each graph in order, each with the graph's name."""
    for graph in graphs:
        name = URIRef(str(graph.identifier)).n3()
        triples = graph.serialize(format="nt", encoding="utf-8").splitlines()
        for line in sorted(line for line in triples if line):
            out.write(line.removesuffix(b".") + f"{name} .\n".encode())


FORMAT = Format(
    "nquads", "RDF stores: a statement a line, loads in bulk", read_graphs, write_nquads, views=False
)
