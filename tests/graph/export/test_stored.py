"""Exports of what a database holds: the graph that was loaded, in every format and every view."""

from __future__ import annotations

import csv
import re
from io import BytesIO
from pathlib import Path

import pytest
from rdflib.compare import isomorphic

from graph.export.cypher import literal, write_cypher
from graph.export.fetch import Subgraph, fetch_each
from graph.export.neo4j_admin import write_neo4j_admin
from graph.export.rdf import to_graph
from graph.export.registry import described, exporter, formats
from graph.export.reviews import read_reviews
from graph.export.views import VIEWS, network, read_network
from graph.load import load_review
from graph.store import Store
from graph.withdraw import withdraw
from ontology.errors import UsageError
from ontology.facts import canonical
from ontology.rdf import to_rdf
from tests.graph.export.fiction import AWKWARD, REVIEW, SUBGRAPH

CASES = [REVIEW.id]


def told(graph: Subgraph) -> dict[str, tuple[frozenset[str], dict[str, str]]]:
    """Every resource without what only the database knows."""
    kept = ("identity", "withdrawn", "order")
    return {
        uri: (one.labels, {name: str(value) for name, value in one.properties.items() if name not in kept})
        for uri, one in graph.resources.items()
    }


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def test_what_was_loaded_comes_back(store: Store) -> None:
    load_review(store, REVIEW)
    (found,) = fetch_each(store, CASES)
    assert told(found) == told(SUBGRAPH)
    assert list(found.relationships) == list(SUBGRAPH.relationships)
    assert isomorphic(to_graph(found), to_rdf(REVIEW))
    assert list(read_reviews(store, CASES, "full")) == [canonical(REVIEW)]


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_of_the_store_is_the_view_of_the_review(store: Store, view: str) -> None:
    load_review(store, REVIEW)
    assert read_network(store, CASES, view) == network([SUBGRAPH], view)


def test_every_format_writes_twice_the_same(store: Store, tmp_path: Path) -> None:
    load_review(store, REVIEW)
    for name in formats():
        format_ = exporter(name)
        outs = [tmp_path / f"{name}-{number}" for number in (1, 2)]
        for out in outs:
            format_.write(store, CASES, "full", out)
        contents = [
            {path.name: path.read_bytes() for path in out.iterdir()} if format_.folder else out.read_bytes()
            for out in outs
        ]
        assert contents[0] == contents[1]
        assert contents[0]


def test_a_withdrawn_case_has_no_text_in_any_format(store: Store, tmp_path: Path) -> None:
    load_review(store, REVIEW)
    withdraw(store, REVIEW.id)
    for name in formats():
        out = tmp_path / name
        exporter(name).write(store, CASES, "full", out)
        for path in out.iterdir() if out.is_dir() else [out]:
            assert b"did not tell the police" not in path.read_bytes()


def test_a_script_makes_the_same_graph(store: Store) -> None:
    load_review(store, REVIEW)
    (before,) = fetch_each(store, CASES)
    out = BytesIO()
    write_cypher([before], out)
    for _ in range(2):
        store.run("MATCH (n) WHERE NOT n:Concept AND NOT n:Ontology DETACH DELETE n")
        for statement in out.getvalue().decode().splitlines():
            store.run(statement.removesuffix(";"))
    (after,) = fetch_each(store, CASES)
    assert told(after) == told(before)
    assert list(after.relationships) == list(before.relationships)


@pytest.mark.parametrize("text", [AWKWARD, "\\u0022", "\\\\u0022 \\", '\\"', "tab\tline\r\nend", "'`${x}"])
def test_a_literal_is_the_text_it_was_made_of(store: Store, text: str) -> None:
    assert store.read(f"RETURN {literal(text)} AS text")[0]["text"] == text


def test_no_literal_holds_an_escape_of_a_character() -> None:
    for text in ("\\u0022", "\\\\u0022", "\\\\\\u", "u", "\\"):
        assert re.search(r"\\u", literal(text)) is None


def test_the_import_of_neo4j_admin_has_every_node_and_relationship(tmp_path: Path) -> None:
    write_neo4j_admin([SUBGRAPH], tmp_path)
    counts = {"--nodes": 0, "--relationships": 0}
    for line in (tmp_path / "import.args").read_text().splitlines():
        option, _, files = line.partition("=")
        if option in counts:
            header, data = (rows(tmp_path / name) for name in files.split(","))
            assert all(len(row) == len(header[0]) for row in data)
            counts[option] += len(data)
    assert counts["--nodes"] == len(SUBGRAPH.resources)
    assert counts["--relationships"] == len(list(SUBGRAPH.relationships))


def test_the_import_of_neo4j_admin_types_its_columns(tmp_path: Path) -> None:
    write_neo4j_admin([SUBGRAPH], tmp_path)
    header = (tmp_path / "nodes-Meeting-header.csv").read_text().strip().split(",")
    assert header[0] == "uri:ID(Resource)" and header[-1] == ":LABEL"
    assert {"date:string", "dateFrom:date", "dateTo:date", "held:boolean"} <= set(header)
    row = (tmp_path / "nodes-AgencyType-Concept-Party.csv").read_text().splitlines()[0]
    assert row.endswith(",AgencyType;Concept;Party")


def test_what_cannot_be_exported_is_a_fault_of_the_request(store: Store, tmp_path: Path) -> None:
    load_review(store, REVIEW)
    with pytest.raises(UsageError, match=r"unknown format 'gefx'.*did you mean 'gexf'"):
        exporter("gefx")
    with pytest.raises(UsageError, match=r"unknown view 'map'.*views: full, agencies"):
        exporter("gexf").write(store, CASES, "map", BytesIO())
    with pytest.raises(UsageError, match="turtle has no view 'people'"):
        exporter("turtle").write(store, CASES, "people", BytesIO())
    with pytest.raises(UsageError, match=r"several files.*-o DIR"):
        exporter("i2-csv").write(store, CASES, "full", BytesIO())
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="several files"):
        exporter("csv").write(store, CASES, "full", tmp_path / "file")


def test_every_format_says_what_it_is_for() -> None:
    assert [name for name, _ in described()] == sorted(formats())
    assert all(description and len(description) < 80 for _, description in described())
