"""Turtle, the RDF that people can read (https://www.w3.org/TR/turtle)."""

from __future__ import annotations

from typing import BinaryIO

from rdflib import Graph

from graph.export.format import Format
from graph.export.rdf import read_graph


def write_turtle(graph: Graph, out: BinaryIO) -> None:
    """Write the graph as Turtle, subjects and properties in order."""
    out.write(graph.serialize(format="turtle", encoding="utf-8"))


FORMAT = Format("turtle", "RDF tools: the graph as people can read it", read_graph, write_turtle, views=False)
