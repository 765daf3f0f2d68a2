"""Turtle, the RDF that people can read (https://www.w3.org/TR/turtle)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from rdflib import Graph

from graph.export.format import Format
from graph.export.rdf import read_graphs


def write_turtle(graphs: Iterable[Graph], out: BinaryIO) -> None:
    """Write the graphs as one, subjects and properties in order within each; a prefix is told once."""
    told: set[str] = set()
    for graph in graphs:
        prefixes, _, body = graph.serialize(format="turtle").partition("\n\n")
        for line in prefixes.splitlines():
            if line not in told:
                told.add(line)
                out.write(f"{line}\n".encode())
        out.write(f"\n{body.strip()}\n".encode())


FORMAT = Format(
    "turtle", "RDF tools: the graph as people can read it", read_graphs, write_turtle, views=False
)
