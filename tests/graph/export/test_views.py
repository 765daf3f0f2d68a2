"""What becomes node and edge in each view, and what is made plain on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import networkx as nx
import pytest
from lxml import etree

from graph.export.agencies import merged
from graph.export.fetch import Resource, Subgraph
from graph.export.flatten import flatten
from graph.export.gexf import write_gexf
from graph.export.graphml import write_graphml
from graph.export.network import Edge, Network, Node
from graph.export.views import VIEWS, network
from tests.graph.export.fiction import REVIEW, SUBGRAPH, subgraph


def named(view: str, graph: Subgraph = SUBGRAPH) -> list[tuple[str, str, str]]:
    found = network([graph], view)
    labels = {node.id: node.label for node in found.nodes}
    return [(labels[edge.source], edge.type, labels[edge.target]) for edge in found.edges]


def test_agencies_are_joined_by_what_was_told_met_and_missed() -> None:
    assert sorted(named("agencies")) == [
        ("Children's social care", "MET", "General practice"),
        ("Children's social care", "MET", "Health visiting"),
        ("General practice", "GAP", "Police"),
        ("General practice", "MET", "Health visiting"),
        ("Health visiting", "TOLD", "Children's social care"),
        ("Health visiting", "TOLD", "Police"),
    ]


def test_a_tie_of_agencies_tells_how_often_in_how_many_cases_and_when() -> None:
    ties = [edge for edge in network([SUBGRAPH], "agencies").edges if edge.type == "TOLD"]
    often = next(edge for edge in ties if edge.properties["weight"] == 2)
    assert often.properties["cases"] == 1
    assert often.lives == (("2021-03-04", "2021-03-04"), ("2021-03-09", "2021-03-09"))
    assert often.directed


def test_people_are_joined_where_a_paragraph_of_a_contact_names_both() -> None:
    found = network([SUBGRAPH], "people")
    (together,) = [edge for edge in found.edges if edge.type == "NAMED_TOGETHER"]
    assert together.properties == {"weight": 3} and not together.directed
    assert ("Mother A", "KINSHIP", "Mother") in named("people")
    assert ("SW1", "AGENCY_TYPE", "Children's social care") in named("people")


def test_people_of_two_cases_are_never_joined() -> None:
    both = subgraph(replace(REVIEW, id="child-birch"))
    for resource in SUBGRAPH.resources.values():
        both.add(resource)
    for link in SUBGRAPH.relationships:
        both.relate(*link)
    ties = [edge for edge in network([both], "people").edges if edge.type == "NAMED_TOGETHER"]
    assert len(ties) == 2
    assert all(edge.source.split("/")[0] == edge.target.split("/")[0] for edge in ties)


def test_the_full_view_has_each_fact_with_its_quote_and_no_text_of_the_report() -> None:
    found = network([SUBGRAPH], "full")
    types = {node.type for node in found.nodes}
    assert types & {"Passage", "Evidence", "Document"} == set()
    gap = next(node for node in found.nodes if node.type == "Gap")
    assert gap.label == "Not shared: drinking"
    assert gap.properties["quote"] == "The surgery did not tell the police about drinking"
    assert gap.properties["paragraph"] == "3.1"
    assert not any("text" in node.properties for node in found.nodes)


def test_labels_tell_what_is_shown() -> None:
    labels = {node.label for node in network([SUBGRAPH], "full").nodes}
    assert {"Core group, 2021-01", "Communication, 2021-03-09", "Recommendation 1", "SW1"} <= labels


def test_the_view_of_evidence_leads_from_facts_to_paragraphs() -> None:
    found = named("evidence")
    told = ("Not shared: drinking", "EVIDENCE", "The surgery did not tell the police about drinking")
    assert told in found
    assert (told[2], "IN_PASSAGE", "Passage 3.1") in found


@pytest.mark.parametrize("view", VIEWS)
def test_every_edge_has_both_its_ends(view: str) -> None:
    found = network([SUBGRAPH], view)
    ids = {node.id for node in found.nodes}
    assert all({edge.source, edge.target} <= ids for edge in found.edges)
    assert list(found.nodes) == sorted(found.nodes, key=lambda node: node.id)


def test_spans_that_share_a_day_are_one() -> None:
    lives = [("2021-03-01", "2021-03-05"), ("2021-01-01", "2021-01-31"), ("2021-03-05", "2021-03-09")]
    assert merged(lives) == (("2021-01-01", "2021-01-31"), ("2021-03-01", "2021-03-09"))


def test_properties_are_made_plain() -> None:
    given = {
        "none": None,
        "empty": "",
        "many": ["b", "a"],
        "set": {"b", "a"},
        "day": date(2021, 1, 2),
        "text": "a\x00b\x0c",
        "yes": True,
        "date": "2021-01",
    }
    assert flatten(given) == {
        "date": "2021-01",
        "date_precision": "month",
        "day": "2021-01-02",
        "many": "b; a",
        "set": "a; b",
        "text": "ab",
        "yes": True,
    }


def test_a_property_has_one_type_in_a_network() -> None:
    mixed = Network([Node("a", "X", "a", {"n": 1, "m": 1}), Node("b", "X", "b", {"n": 0.5, "m": "x"})])
    assert mixed.nodes.keys == {"m": str, "n": float}
    assert mixed.node("a").properties == {"m": "1", "n": 1.0}


def test_characters_that_xml_forbids_are_left_out() -> None:
    odd = Subgraph()
    odd.add(Resource("urn:x", frozenset({"Gap"}), {"about": "a\x00b\ufffe", "label": "c\x0bd\x1f"}))
    found = network([odd])
    for write in (write_gexf, write_graphml):
        out = BytesIO()
        write(found, out)
        etree.fromstring(out.getvalue())
    assert found.node("urn:x").label == "c d"


def test_edges_of_different_relations_between_two_nodes_stay_apart() -> None:
    ends = [Node("a", "X", "a"), Node("b", "X", "b")]
    both = Network([*ends, Edge("a", "b", "HOLDER"), Edge("a", "b", "RECEIVER")])
    out = BytesIO()
    write_graphml(both, out)
    assert nx.read_graphml(BytesIO(out.getvalue()), force_multigraph=True).number_of_edges() == 2
