"""Records: a review's nodes and links are those of its RDF, and nothing besides but two dates."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from rdflib import RDF, Literal

from graph.records import records
from ontology.model import Review
from ontology.rdf import to_rdf
from tests.ontology.reviews import reviews, small_review

DERIVED = {"dateFrom", "dateTo"}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_nodes_and_links_are_the_rdf(review: Review) -> None:
    graph, made = to_rdf(review), records(review)
    resources = {str(subject) for subject in graph.subjects(RDF.type)}
    assert {node["uri"] for nodes in made.nodes.values() for node in nodes} == resources
    values = sum(
        len(value) if isinstance(value, list) else 1
        for nodes in made.nodes.values()
        for node in nodes
        for name, value in node["properties"].items()
        if name not in DERIVED
    )
    assert values == sum(isinstance(value, Literal) for value in graph.objects())
    links = sum(map(len, made.links.values()))
    assert links == len(graph) - values - len(resources)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_one_review_makes_one_set_of_records(review: Review) -> None:
    assert records(review) == records(review)


def test_a_date_by_month_spans_its_days() -> None:
    (meeting,) = records(small_review()).nodes["Meeting"]
    properties = meeting["properties"]
    assert properties["date"] == "2021-01"
    assert (properties["dateFrom"], properties["dateTo"]) == (date(2021, 1, 1), date(2021, 1, 31))


def test_links_are_named_and_directed_as_properties_are() -> None:
    made = records(small_review())
    assert {
        ("Gap", "HOLDER", "Concept"),
        ("Gap", "IN_CASE", "Case"),
        ("Evidence", "IN_PASSAGE", "Passage"),
    } <= set(made.links)
