"""A review goes to RDF and back without loss, through memory, Turtle and JSON-LD."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from ontology import vocabulary
from ontology.errors import InvalidDataError
from ontology.facts import canonical
from ontology.identity import fact_uri
from ontology.model import Gap, Review
from ontology.rdf import from_rdf, to_rdf
from ontology.vocabulary import CT
from tests.ontology.reviews import reviews, small_review, spot

PATIENT = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(reviews())
def test_round_trip(review: Review) -> None:
    assert from_rdf(to_rdf(review)) == (canonical(review),)


@PATIENT
@given(reviews())
def test_round_trip_through_turtle(review: Review) -> None:
    text = to_rdf(review).serialize(format="turtle")
    assert from_rdf(Graph().parse(data=text, format="turtle")) == (canonical(review),)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader
def test_the_context_writes_the_same_graph() -> None:
    context = json.loads(vocabulary.text("context.jsonld"))["@context"]
    graph = to_rdf(small_review())
    text = graph.serialize(format="json-ld", context=context)
    assert not re.search(r'"ct:\w+":', text), "every property has a short name"
    assert isomorphic(Graph().parse(data=text, format="json-ld"), graph)


def test_the_context_has_every_term() -> None:
    context = json.loads(vocabulary.text("context.jsonld"))["@context"]
    terms = {info.name for info in vocabulary.classes()} | {"Party", *vocabulary.schemes()}
    properties = {one.name: one for info in vocabulary.classes() for one in info.properties}
    assert terms | set(properties) == set(context) - {"@version", "ct", "skos", "xsd"}
    for name, one in properties.items():
        assert (context[name] == {"@id": f"ct:{name}", "@type": "@id"}) == (one.datatype is None)


def test_facts_of_one_identity_stay_apart() -> None:
    gap = Gap(evidence=spot("did not pass this"), kind="not_shared", about="the call")
    review = replace(small_review(), gaps=(gap, replace(gap, about="the letter"), gap))
    assert fact_uri("child-wren", review.gaps[0]) == fact_uri("child-wren", review.gaps[1])
    assert from_rdf(to_rdf(review)) == (canonical(review),)


def test_evidence_leads_to_its_passage() -> None:
    review = small_review()
    graph = to_rdf(review)
    gap = URIRef(fact_uri(review.id, review.gaps[1]))
    evidence = graph.value(gap, CT.evidence)
    passage = graph.value(evidence, CT.inPassage)
    assert str(graph.value(passage, CT.text)).startswith("1.2 The midwife")


def test_a_code_that_is_none() -> None:
    review = replace(small_review(), gaps=(Gap(evidence=spot("The GP"), kind="not_told"),))
    with pytest.raises(InvalidDataError, match="'not_told' is no code of GapKind"):
        to_rdf(review)


def test_a_case_without_document() -> None:
    graph = to_rdf(small_review())
    graph.remove((None, CT.mediaType, None))
    for document in list(graph.subjects(CT.sha256)):
        graph.remove((document, None, None))
    with pytest.raises(InvalidDataError, match="has 0 documents"):
        from_rdf(graph)
