"""Answers as text: each format whole, narrow enough, and harmless where it is opened."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ontology.errors import UsageError
from queries.render import FORMATS, render
from queries.screen import as_screen, fit
from queries.table import Column, Table, Value

NAMES = ("kind", "holder", "date", "quote", "held", "confidence")
QUOTE = "The surgery wrote to the clinic, and the letter was not seen until the family had moved. " * 4
TABLE = Table(
    title="Gaps",
    columns=tuple(Column(name, f"the {name}") for name in NAMES),
    rows=(
        ("not_shared", ("Health visiting", "Police"), "2017-03", QUOTE, True, 0.8),
        ("not_used", (), None, "=1+1 | <b>bold</b>", False, 0.25),
    ),
    evidence="quote",
    advice="Absence in the graph is not absence in the case.",
    withheld="1 row is held back",
)
CELLS: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text(), max_size=3).map(tuple)
)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4).map(tuple)


def test_the_screen_is_narrow_and_plain() -> None:
    text = render(TABLE, "table")
    assert max(cell_len(line) for line in text.splitlines()) <= 100
    assert "\x1b" not in text
    assert " ".join(QUOTE.split()) in " ".join(text.replace("“", "").replace("”", "").split())
    for said in ("Health visiting, Police", "yes", "0.25", "2 rows", TABLE.advice, "1 row is held back."):
        assert said in text


def test_a_column_without_values_is_left_out_and_named() -> None:
    table = Table(columns=(Column("date"), Column("about")), rows=(("2017", None), ("2018", None)))
    assert "Not stated in any row: about" in render(table)
    assert "about" not in render(table).splitlines()[0]


def test_nothing_found_is_said() -> None:
    assert "Nothing found." in render(Table(columns=TABLE.columns))


@given(rows=ROWS)
def test_any_answer_fits_the_screen(rows: tuple[tuple[Value, ...], ...]) -> None:
    table = Table(columns=(Column("a"), Column("b"), Column("quote")), rows=rows, evidence="quote")
    text = render(table)
    assert all(cell_len(line) <= 100 for line in text.split("\n"))
    assert "\x1b" not in text


@given(widths=st.lists(st.integers(1, 300), min_size=1, max_size=9))
def test_columns_are_narrowed_only_as_needed(widths: list[int]) -> None:
    fitted = fit([["x" * width] for width in widths], 100)
    assert sum(fitted) + 2 * (len(fitted) - 1) <= 100
    assert all(narrow <= wide for narrow, wide in zip(fitted, widths, strict=True))
    if sum(widths) + 2 * (len(widths) - 1) <= 100:
        assert fitted == widths


def test_csv_carries_no_formulas() -> None:
    rows = list(csv.reader(StringIO(render(TABLE, "csv"))))
    assert rows[0] == list(NAMES)
    assert rows[1] == ["not_shared", "Health visiting; Police", "2017-03", QUOTE, "yes", "0.8"]
    assert rows[2][3] == "'=1+1 | <b>bold</b>"


@given(text=st.text())
def test_no_text_begins_as_a_formula_in_csv(text: str) -> None:
    line = render(Table(columns=(Column("a"),), rows=((text,), ((text, text),))), "csv")
    for row in list(csv.reader(StringIO(line, newline="")))[1:]:
        assert not "".join(row).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_number_stays_a_number_in_csv() -> None:
    assert render(Table(columns=(Column("days"),), rows=((-3,),)), "csv") == "days\n-3\n"


@given(rows=ROWS)
def test_json_keeps_every_value(rows: tuple[tuple[Value, ...], ...]) -> None:
    table = Table(columns=(Column("a"), Column("b"), Column("c")), rows=rows)
    whole = json.loads(render(table, "json"))
    lines = [json.loads(line) for line in render(table, "jsonl").split("\n") if line]
    assert whole == lines
    kept = [tuple(tuple(v) if isinstance(v, list) else v for v in row.values()) for row in whole]
    assert kept == list(rows)


def test_markdown_keeps_its_columns() -> None:
    lines = render(TABLE, "markdown").splitlines()
    assert lines[0] == "## Gaps"
    assert "\\|" in lines[5]
    assert "\\<b\\>" in lines[5]
    assert lines[5].replace("\\|", "").count("|") == len(NAMES) + 1


def test_every_format_ends_its_last_line() -> None:
    assert all(render(TABLE, name).endswith("\n") for name in FORMATS)
    with pytest.raises(UsageError, match="did you mean 'jsonl'"):
        render(TABLE, "jsnl")


def test_what_follows_the_quote_gives_way_where_words_would_be_cut() -> None:
    names = ("kind", "holder", "quote", "confidence")
    table = Table(
        columns=tuple(map(Column, names)),
        rows=(("shared_incompletely", "Safeguarding", "the words", 0.5),),
        evidence="quote",
    )
    wide, narrow = as_screen(table, 60), as_screen(table, 40)
    assert "confidence" in wide.splitlines()[0]
    assert "confidence" not in narrow.splitlines()[0]
    assert "shared_incompletely" in narrow
    assert "No room here, but with --format csv:" in narrow
