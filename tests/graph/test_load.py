"""Loading: all or nothing, twice is once, a changed document replaces what it said before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from graph.load import counts, load_review
from graph.store import Store, rows
from graph.withdraw import withdraw
from ontology.document import Document
from ontology.errors import DatabaseError, UsageError
from ontology.model import Review
from tests.ontology.reviews import TEXT, reviews, small_review


def changed(review: Review, **values: Any) -> Review:
    """The same review read from another file: one more line, and what else is given."""
    text = review.document.text + "Second edition.\n"
    document = Document("second.txt", "text/plain", text, review.document.passages)
    return replace(review, document=document, **values)


def other_review(case: str, area: str = "Aldermere") -> Review:
    """A review of another document with the same facts."""
    review = changed(small_review())
    document = replace(review.document, sha256="", text=f"{review.document.text}{case}\n")
    return replace(review, id=case, document=document, case=replace(review.case, areas=(area,)))


def everything(store: Store) -> list[tuple[str, str]]:
    """All that the database holds, in an order of its own."""
    nodes = store.read("MATCH (n) RETURN n.uri AS uri, properties(n) AS properties")
    links = store.read("MATCH (a)-[r]->(b) RETURN a.uri AS a, type(r) AS type, b.uri AS b")
    told = [(str(row["uri"]), str(sorted(row["properties"].items()))) for row in nodes]
    return sorted([*told, *((str(row["a"]), f"{row['type']} {row['b']}") for row in links)])


def test_a_new_review_is_kept_whole(store: Store) -> None:
    report = load_review(store, small_review())
    assert report.outcome == "new"
    assert store.read("MATCH (g:Gap)-[:KIND]->(k:GapKind) RETURN k.code AS kind ORDER BY kind") == [
        {"kind": "not_included"},
        {"kind": "not_shared"},
    ]
    assert store.read(
        "MATCH (g:Gap)-[:RECEIVER]->(p:Party) "
        "MATCH (g)-[:EVIDENCE]->(e)-[:IN_PASSAGE]->(q)-[:PART_OF]->(d:Document)-[:IN_CASE]->(c:Case) "
        "RETURN p.code AS receiver, e.quote AS quote, d.text AS text, c.id AS case"
    ) == [{"receiver": "health_visiting", "quote": "did not pass this", "text": TEXT, "case": "child-wren"}]


def test_dates_can_be_compared(store: Store) -> None:
    load_review(store, small_review())
    question = (
        "MATCH (m:Meeting) WHERE m.dateFrom >= date($first) AND m.dateTo <= date($last) RETURN m.date AS d"
    )
    assert store.read(question, {"first": "2021-01-01", "last": "2021-01-31"}) == [{"d": "2021-01"}]
    assert store.read(question, {"first": "2021-01-02", "last": "2021-01-31"}) == []


def test_loading_twice_changes_nothing(store: Store) -> None:
    load_review(store, small_review())
    before = everything(store)
    assert load_review(store, small_review()).outcome == "unchanged"
    assert everything(store) == before


def test_a_changed_file_replaces_what_it_said_before(store: Store) -> None:
    load_review(store, small_review())
    second = changed(small_review(), gaps=small_review().gaps[:1], meetings=())
    assert load_review(store, second).outcome == "replaced"
    after = everything(store)
    assert counts(store)["nodes"]["Gap"] == 1
    assert "Meeting" not in counts(store)["nodes"]
    store.run("MATCH (c:Case) DETACH DELETE c")
    store.run("MATCH (n) WHERE NOT n:Concept AND NOT n:Ontology DETACH DELETE n")
    load_review(store, second)
    assert everything(store) == after


def test_replacing_touches_no_other_case(store: Store) -> None:
    load_review(store, other_review("child-teal"))
    before = everything(store)
    load_review(store, small_review())
    load_review(store, changed(small_review(), gaps=()))
    withdraw(store, "child-wren")
    assert set(before) <= set(everything(store))


def test_areas_go_with_the_last_case_that_names_them(store: Store) -> None:
    load_review(store, other_review("child-teal", "Nether Vale"))
    load_review(store, changed(other_review("child-teal", "Coldharbour")))
    assert store.read("MATCH (a:Area) RETURN a.name AS name") == [{"name": "Coldharbour"}]


def test_another_review_does_not_take_a_case_over(store: Store) -> None:
    load_review(store, named(small_review(), "Review one", "Child Wren"))
    before = everything(store)
    with pytest.raises(UsageError, match=r"is another review .*--case"):
        load_review(store, named(changed(small_review()), "Review two", "Child Teal"))
    assert everything(store) == before


def named(review: Review, title: str, subject: str) -> Review:
    return replace(review, case=replace(review.case, title=title, subject=subject))


def test_a_document_stands_in_one_case(store: Store) -> None:
    load_review(store, small_review())
    with pytest.raises(UsageError, match="already, as case 'child-wren'"):
        load_review(store, replace(small_review(), id="child-teal"))


def test_a_failing_load_leaves_the_database_as_it_was(store: Store) -> None:
    load_review(store, small_review())
    before = everything(store)
    with failing_at(store, "IN_PASSAGE"), pytest.raises(DatabaseError, match="broke off"):
        load_review(store, changed(small_review(), gaps=()))
    assert everything(store) == before


@contextmanager
def failing_at(store: Store, words: str) -> Iterator[None]:
    """Break off a transaction at the statement that has these words."""
    from graph import load

    def broken(transaction: Any, cypher: str, parameters: Any = None) -> Any:
        if words in cypher:
            raise DatabaseError("the connection broke off")
        return whole(transaction, cypher, parameters)

    whole: Callable[..., Any] = rows
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "rows", broken)
        yield


def test_several_at_once_are_all_kept(connector: Callable[[], Store], store: Store) -> None:
    load_review(store, small_review())
    cases = [f"child-{number}" for number in range(6)]

    def load(case: str) -> str:
        with connector() as own:
            return load_review(own, other_review(case)).outcome

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(load, cases)) == ["new"] * len(cases)
    found = store.read("MATCH (g:Gap)-[:IN_CASE]->(c:Case) RETURN c.id AS id, count(g) AS n ORDER BY id")
    assert found == [{"id": case, "n": 2} for case in [*cases, "child-wren"]]
    assert store.read("MATCH (:Case)-[r:AREAS]->(a:Area) RETURN a.name AS name, count(r) AS n") == [
        {"name": "Aldermere", "n": 7}
    ]


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(reviews(), reviews())
def test_loading_is_forgetful_of_what_was_before(store: Store, first: Review, second: Review) -> None:
    """Whatever stood under a case, a load leaves what a load into an empty database leaves."""
    store.run("MATCH (n) WHERE NOT n:Concept AND NOT n:Ontology DETACH DELETE n")
    first, second = (named(one, "Review", "Child Wren") for one in (first, second))
    load_review(store, second)
    alone = everything(store)
    load_review(store, first)
    load_review(store, second)
    assert everything(store) == alone
