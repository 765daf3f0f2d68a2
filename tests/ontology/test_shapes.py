"""The shapes accept what is well formed and tell what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from ontology.rdf import to_rdf
from ontology.shapes import check
from ontology.vocabulary import CT, NAMESPACE
from tests.ontology.reviews import small_review

CONCEPTS = Namespace(NAMESPACE)


def test_a_well_formed_review_conforms() -> None:
    assert check(to_rdf(small_review())) == ()


def test_an_empty_graph_conforms() -> None:
    assert check(Graph()) == ()


def test_a_withdrawn_case_conforms() -> None:
    graph, case, document = Graph(), URIRef("urn:casetrace:child-wren"), URIRef("urn:casetrace:document/9f86")
    graph.add((case, RDF.type, CT.Case))
    graph.add((case, CT.id, Literal("child-wren")))
    graph.add((case, CT.withdrawn, Literal(True)))
    graph.add((document, RDF.type, CT.Document))
    graph.add((document, CT.inCase, case))
    for name, value in (("sha256", "9f86"), ("name", "child-wren.txt"), ("mediaType", "text/plain")):
        graph.add((document, CT[name], Literal(value)))
    assert check(graph) == ()


def put(graph: Graph, of: str, name: str, value: Literal | URIRef | None) -> None:
    """Give the first resource of a class another value of a property, or none."""
    subject = min(graph.subjects(RDF.type, CT[of]), key=str)
    graph.remove((subject, CT[name], None))
    if value is not None:
        graph.add((subject, CT[name], value))


BROKEN: dict[str, tuple[Callable[[Graph], None], str, str]] = {
    "a kind that is no concept": (
        lambda graph: put(graph, "Gap", "kind", CONCEPTS["GapKind/not_told"]),
        "kind",
        "kind 'GapKind/not_told' is not of class GapKind",
    ),
    "a code of another scheme": (
        lambda graph: put(graph, "Gap", "kind", CONCEPTS["MeetingType/core_group"]),
        "kind",
        "kind 'MeetingType/core_group' is not of class GapKind",
    ),
    "a heading over kinds": (
        lambda graph: put(graph, "Gap", "kind", CONCEPTS["GapKind/information_gap"]),
        "kind",
        "kind 'GapKind/information_gap' is not what it should be (NarrowestShape)",
    ),
    "a party that is none": (
        lambda graph: put(graph, "Gap", "holder", CONCEPTS["Voice/family"]),
        "holder",
        "holder 'Voice/family' is not of class Party",
    ),
    "a gap without kind": (lambda graph: put(graph, "Gap", "kind", None), "kind", "kind is missing"),
    "a fact without evidence": (
        lambda graph: put(graph, "Meeting", "evidence", None),
        "evidence",
        "evidence is missing",
    ),
    "a fact without case": (lambda graph: put(graph, "Gap", "inCase", None), "inCase", "inCase is missing"),
    "a span that ends before it begins": (
        lambda graph: put(graph, "Evidence", "end", Literal(0)),
        "start",
        "is not less than end",
    ),
    "a quote that is empty": (
        lambda graph: put(graph, "Evidence", "quote", Literal("")),
        "quote",
        "quote '' is empty",
    ),
    "evidence without quote": (
        lambda graph: put(graph, "Evidence", "quote", None),
        "quote",
        "quote is missing",
    ),
    "a confidence above one": (
        lambda graph: put(graph, "Evidence", "confidence", Literal(1.5)),
        "confidence",
        "confidence '1.5' is more than 1.0",
    ),
    "a date in other words": (
        lambda graph: put(graph, "Meeting", "date", Literal("in January")),
        "date",
        "date 'in January' is not what it should be (PartialDateShape)",
    ),
    "a number for a truth value": (
        lambda graph: put(graph, "Meeting", "held", Literal("1", datatype=XSD.integer)),
        "held",
        "held '1' is not of type boolean",
    ),
    "a case without evidence": (
        lambda graph: put(graph, "Case", "evidence", None),
        "",
        "has none of the forms it may have",
    ),
    "a property that is none": (
        lambda graph: put(graph, "Gap", "blame", Literal("x")),
        "blame",
        "blame is no property of the ontology",
    ),
    "a resource without class": (
        lambda graph: (
            put(graph, "Gap", "kind", None)
            or graph.remove((min(graph.subjects(RDF.type, CT.Meeting), key=str), RDF.type, None))
        ),
        "",
        "the resource has no class",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_malformed_is_told(case: str) -> None:
    graph = to_rdf(small_review())
    spoil, path, message = BROKEN[case]
    spoil(graph)
    found = check(graph)
    assert any(one.path == path and message in one.message for one in found), found
    assert all("\n" not in one.message for one in found)
    assert found == tuple(sorted(found)) == check(graph)
