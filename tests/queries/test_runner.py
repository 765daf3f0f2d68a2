"""The runner: values bound, the case known, rows made plain, small numbers held back."""

from __future__ import annotations

from datetime import date

import pytest
from neo4j.time import Date

from ontology.errors import InvalidDataError, UsageError
from queries.runner import prepare, run_query
from tests.queries.fakes import CYPHER, FRONT, Told, template

ACROSS = """\
title: Across
question: How many?
group: Test
scope: cross-case
columns: {kind: the kind, cases: how many reports}
least_cases: 2
advice: Counts of reports.
"""
COUNTED = "MATCH (k:GapKind) RETURN k.code AS kind, 1 AS cases ORDER BY kind"


def test_an_answer_carries_title_columns_rows_and_advice() -> None:
    store = Told([{"quote": "Words."}])
    table = run_query(store, template(), {"case": "a"})
    assert (table.heading, table.names, table.rows) == ("A question: a", ("quote",), (("Words.",),))
    assert (table.evidence, table.advice, table.withheld) == ("quote", "Read with care.", None)
    assert store.asked[-1][1] == {"case": "a", "word": None}


def test_values_of_the_driver_become_plain() -> None:
    said: list[dict[str, object]] = [
        {"quote": Date(2017, 3, 1)},
        {"quote": date(2017, 3, 2)},
        {"quote": ["b", "a"]},
        {"quote": 1 / 3},
    ]
    table = run_query(Told(said), template(), {"case": "a"})
    assert table.rows == (("2017-03-01",), ("2017-03-02",), (("b", "a"),), (0.3333,))


def test_a_case_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        run_query(Told([], [], [{"id": "child-x"}, {"id": "baby-y"}]), template(), {"case": "child-z"})
    assert str(caught.value) == "no case 'child-z' (did you mean 'child-x'?)"
    with pytest.raises(UsageError, match="there are no cases yet"):
        run_query(Told([]), template(), {"case": "child-z"})


def test_a_row_that_rests_on_few_reports_is_held_back() -> None:
    rows = [{"kind": "a", "cases": 3}, {"kind": "b", "cases": 1}]
    held = run_query(Told(rows), template(ACROSS, COUNTED), {})
    assert held.rows == (("a", 3),)
    assert held.withheld == "1 row that rests on fewer than 2 reports is held back"
    shown = run_query(Told(rows), template(ACROSS, COUNTED), {}, show_small=True)
    assert len(shown.rows) == 2
    assert shown.withheld is None


def test_a_template_that_writes_is_never_sent() -> None:
    store = Told([])
    with pytest.raises(InvalidDataError, match="DELETE"):
        run_query(store, template(cypher="MATCH (n) DELETE n"), {"case": "a"})
    assert store.asked == []


def test_an_answer_without_a_declared_column_is_told() -> None:
    with pytest.raises(InvalidDataError, match="lacks the column quote"):
        run_query(Told([{"other": 1}]), template(), {"case": "a"})


def test_a_statement_can_be_shown_before_it_is_sent() -> None:
    cypher, values = prepare(template(FRONT, CYPHER), {"case": "a", "word": "x"})
    assert cypher.startswith("MATCH (c:Case {id: $case})\nWHERE c.title CONTAINS $word")
    assert values == {"case": "a", "word": "x"}


def test_a_case_without_an_answer_is_told_from_one_that_is_not_there() -> None:
    assert run_query(Told([], [{"id": "a"}]), template(), {"case": "a"}).rows == ()


ANALYSED = FRONT.replace("columns: {quote: the words}", "columns: {clock: which}").replace(
    "evidence: quote",
    "evidence: clock\nanalysis: clocks\ngives: [fact, type, date, parties, paragraph, quote]",
)


def test_an_analysis_works_out_the_columns() -> None:
    fact = {"type": "Core group", "date": "2020-01-01", "parties": [], "paragraph": "1", "quote": "x"}
    conference = {**fact, "fact": "Meeting/child_protection_conference"}
    table = run_query(Told([conference]), template(ANALYSED), {"case": "a"})
    assert "first core group" in str(table.rows[0][0])


def test_an_unknown_analysis_is_told() -> None:
    with pytest.raises(InvalidDataError, match="did you mean 'clocks'"):
        run_query(
            Told([{}]), template(ANALYSED.replace("analysis: clocks", "analysis: clock")), {"case": "a"}
        )
