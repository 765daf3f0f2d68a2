"""RDF: the stored graph is the graph that was loaded, and rdflib and pyoxigraph read the same triples."""

from __future__ import annotations

from io import BytesIO

import pyoxigraph
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from graph.export.fetch import Subgraph
from graph.export.jsonld import write_jsonld
from graph.export.nquads import write_nquads
from graph.export.rdf import to_graph
from graph.export.trig import write_trig
from graph.export.turtle import write_turtle
from ontology.facts import canonical
from ontology.rdf import from_rdf, to_rdf
from tests.graph.export.fiction import REVIEW, SUBGRAPH

# rdflib's own readers call what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

CASE = "urn:casetrace:child-alder"
SINGLE = {
    "turtle": (write_turtle, "turtle", pyoxigraph.RdfFormat.TURTLE),
    "jsonld": (write_jsonld, "json-ld", pyoxigraph.RdfFormat.JSON_LD),
}
NAMED = {
    "trig": (write_trig, "trig", pyoxigraph.RdfFormat.TRIG),
    "nquads": (write_nquads, "nquads", pyoxigraph.RdfFormat.N_QUADS),
}


def test_the_stored_graph_is_the_graph_that_was_loaded() -> None:
    assert isomorphic(to_graph(SUBGRAPH), to_rdf(REVIEW))


def test_the_review_comes_back_whole() -> None:
    assert from_rdf(to_graph(SUBGRAPH)) == (canonical(REVIEW),)


@pytest.mark.parametrize("name", SINGLE)
def test_one_graph_is_read_back(name: str) -> None:
    write, format_, oxigraph = SINGLE[name]
    out = BytesIO()
    write([to_graph(SUBGRAPH)], out)
    loaded = to_rdf(REVIEW)
    assert isomorphic(Graph().parse(data=out.getvalue(), format=format_), loaded)
    assert len(set(pyoxigraph.parse(out.getvalue(), format=oxigraph))) == len(loaded)


@pytest.mark.parametrize("name", NAMED)
def test_a_named_graph_for_each_case_is_read_back(name: str) -> None:
    write, format_, oxigraph = NAMED[name]
    out = BytesIO()
    write([to_graph(SUBGRAPH, CASE), to_graph(Subgraph(), "urn:casetrace:empty")], out)
    loaded = to_rdf(REVIEW)
    dataset = Dataset()
    dataset.parse(data=out.getvalue(), format=format_)
    assert isomorphic(dataset.graph(CASE), loaded)
    quads = set(pyoxigraph.parse(out.getvalue(), format=oxigraph))
    assert len(quads) == len(loaded)
    assert {quad.graph_name.value for quad in quads} == {CASE}


@pytest.mark.parametrize("name", [*SINGLE, *NAMED])
def test_the_same_graph_gives_the_same_bytes(name: str) -> None:
    written = []
    for _ in range(2):
        out, graph = BytesIO(), to_graph(SUBGRAPH, CASE)
        (SINGLE | NAMED)[name][0]([graph], out)
        written.append(out.getvalue())
    assert written[0] == written[1]
