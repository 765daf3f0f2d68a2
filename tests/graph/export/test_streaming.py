"""However many cases are written, one or two are in memory at a time."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from graph.export.csv_tables import write_tables
from graph.export.cypher import write_cypher
from graph.export.doccano import write_doccano
from graph.export.fetch import Subgraph
from graph.export.json_contract import write_json
from graph.export.jsonld import write_jsonld
from graph.export.neo4j_admin import write_neo4j_admin
from graph.export.nquads import write_nquads
from graph.export.qdpx import write_qdpx
from graph.export.rdf import to_graph
from graph.export.trig import write_trig
from graph.export.turtle import write_turtle
from graph.export.views import VIEWS, network
from graph.export.xlsx import write_xlsx
from ontology.model import Review
from tests.graph.export.fiction import REVIEW, subgraph

CASES = 5


class WatchedGraph(Subgraph):
    __slots__ = ("__weakref__",)


class WatchedReview(Review):
    __slots__ = ("__weakref__",)


def review(number: int) -> Review:
    return replace(REVIEW, id=f"child-{number}")


def watched_review(number: int) -> WatchedReview:
    one = review(number)
    return WatchedReview(**{field.name: getattr(one, field.name) for field in fields(Review)})


def watched_graph(number: int) -> WatchedGraph:
    one = subgraph(review(number))
    return WatchedGraph(one.resources, one._links)


def one_at_a_time(make: Callable[[int], Any]) -> Iterator[Any]:
    """Things made one after the other; whoever asks for the next may still hold the last, and no other."""
    made: list[weakref.ref[Any]] = []
    for number in range(CASES):
        thing = make(number)
        made.append(weakref.ref(thing))
        yield thing
        del thing
        gc.collect()
        assert sum(ref() is not None for ref in made) <= 1


@pytest.mark.parametrize("view", VIEWS)
def test_a_network_keeps_no_case(view: str) -> None:
    found = network(one_at_a_time(watched_graph), view)
    assert len(found.nodes) and len(found.edges)


@pytest.mark.parametrize("write", [write_nquads, write_trig, write_turtle, write_jsonld])
def test_rdf_keeps_no_case(write: Callable[[Iterable[Any], BytesIO], None]) -> None:
    out = BytesIO()
    write(one_at_a_time(lambda number: to_graph(subgraph(review(number)))), out)
    assert all(f"child-{number}" in out.getvalue().decode() for number in range(CASES))


@pytest.mark.parametrize("write", [write_json, write_doccano])
def test_text_keeps_no_case(write: Callable[[Iterable[Review], BytesIO], None]) -> None:
    out = BytesIO()
    write(one_at_a_time(watched_review), out)
    assert all(f"child-{number}" in out.getvalue().decode() for number in range(CASES))


@pytest.mark.parametrize("write", [write_xlsx, write_qdpx])
def test_a_file_of_files_keeps_no_case(write: Callable[[Iterable[Review], BytesIO], None]) -> None:
    out = BytesIO()
    write(one_at_a_time(watched_review), out)
    assert out.getvalue().startswith(b"PK")


def test_tables_keep_no_case(tmp_path: Path) -> None:
    write_tables(one_at_a_time(watched_review), tmp_path)
    assert len((tmp_path / "dim_case.csv").read_text(encoding="utf-8-sig").splitlines()) == CASES + 1


def test_what_a_database_loads_keeps_no_case(tmp_path: Path) -> None:
    out = BytesIO()
    write_cypher(one_at_a_time(watched_graph), out)
    assert out.getvalue().count(b"child-4") > 5
    write_neo4j_admin(one_at_a_time(watched_graph), tmp_path)
    assert len((tmp_path / "nodes-Case.csv").read_text(encoding="utf-8").splitlines()) == CASES
