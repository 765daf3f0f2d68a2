"""Tables for spreadsheets: read back by calamine, openpyxl and csv, no formula, no cell too long."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from graph.export import xlsx
from graph.export.cells import LONGEST, cell
from graph.export.csv_tables import write_tables
from graph.export.star import star
from graph.export.xlsx import write_xlsx
from ontology.errors import UsageError
from ontology.model import Review
from tests.graph.export.fiction import REVIEW

TABLES = {
    "bridge_fact_party": 13,
    "bridge_gap_factor": 1,
    "dim_case": 1,
    "dim_person": 3,
    "dim_service": 2,
    "fact_communication": 2,
    "fact_event": 1,
    "fact_factor": 1,
    "fact_gap": 1,
    "fact_meeting": 1,
    "fact_recommendation": 1,
    "dim_date": 4,
}


def workbook(*reviews: Review) -> Any:
    out = BytesIO()
    write_xlsx(reviews, out)
    return openpyxl.load_workbook(BytesIO(out.getvalue()))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heading, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in body]


def with_gap_about(text: str) -> Review:
    return replace(REVIEW, gaps=(replace(REVIEW.gaps[0], about=text),))


def test_openpyxl_reads_every_row() -> None:
    book = workbook(REVIEW)
    counts = {sheet.title: sheet.max_row - 1 for sheet in book}
    assert {name: counts[name] for name in TABLES} == TABLES
    assert counts["dim_agency"] > 20


def test_calamine_reads_the_same_tables_by_name() -> None:
    out = BytesIO()
    write_xlsx([REVIEW], out)
    read = CalamineWorkbook.from_filelike(BytesIO(out.getvalue()), load_tables=True)
    assert sorted(read.table_names) == sorted(read.sheet_names) == [table.name for table in star([REVIEW])]
    for table in star([REVIEW]):
        found = read.get_table_by_name(table.name)
        assert found.columns == list(table.columns)
        if len(table):
            assert len(found.to_python()) == len(table)


def test_more_rows_than_a_sheet_holds_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 10)
    with pytest.raises(UsageError, match=r"bridge_fact_party has 13 rows.*--format csv"):
        workbook(REVIEW)


def test_each_sheet_is_a_named_table_with_filters_and_a_frozen_heading() -> None:
    for sheet in workbook(REVIEW):
        assert list(sheet.tables) == [sheet.title]
        assert sheet.tables[sheet.title].autoFilter is not None
        assert sheet.freeze_panes == "A2"


def test_facts_lead_to_their_tables() -> None:
    book = workbook(REVIEW)
    gap = rows(book["fact_gap"])[0]
    assert (gap["kind"], gap["kind_label"], gap["about"]) == ("not_shared", "Not shared", "drinking")
    assert (gap["page"], gap["confidence"]) == (2, 0.75)
    parts = {
        (row["part"], row["party"])
        for row in rows(book["bridge_fact_party"])
        if row["fact_id"] == gap["gap_id"]
    }
    assert parts == {("holder", "gp"), ("receiver", "police")}
    assert {row["party"] for row in rows(book["bridge_fact_party"])} <= {
        row["party"] for row in rows(book["dim_agency"])
    }
    assert rows(book["bridge_gap_factor"])[0]["gap_id"] == gap["gap_id"]
    meeting = rows(book["fact_meeting"])[0]
    dates = {row["date"]: row for row in rows(book["dim_date"])}
    assert dates[meeting["date"]]["last_day"] == "2021-01-31"


def test_csv_has_the_same_tables(tmp_path: Path) -> None:
    write_tables([REVIEW], tmp_path)
    for table in star([REVIEW]):
        data = (tmp_path / f"{table.name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        read = list(csv.reader(data.decode("utf-8-sig").splitlines()))
        assert read[0] == list(table.columns)
    book = workbook(REVIEW)
    with (tmp_path / "fact_gap.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["gap_id"] for row in csv.DictReader(stream)] == [
            row["gap_id"] for row in rows(book["fact_gap"])
        ]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\r=x", '=HYPERLINK("http://x")'])
def test_no_text_runs_as_a_formula(text: str, tmp_path: Path) -> None:
    said = rows(workbook(with_gap_about(text))["fact_gap"])[0]["about"]
    assert said.startswith("'")
    write_tables([with_gap_about(text)], tmp_path)
    with (tmp_path / "fact_gap.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert next(csv.DictReader(stream))["about"].startswith("'")


def test_numbers_below_nought_stay_numbers() -> None:
    assert cell(-1) == "-1"


def test_a_cell_is_cut_to_what_excel_takes() -> None:
    said = rows(workbook(with_gap_about("=" + "x" * 40_000))["fact_gap"])[0]["about"]
    assert len(said) == LONGEST and said.endswith(" […]")


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert rows(workbook(with_gap_about("a\x00\x0b\ufffeb"))["fact_gap"])[0]["about"] == "ab"


def test_no_review_gives_empty_tables() -> None:
    book = workbook()
    assert "fact_gap" in book.sheetnames


def test_the_same_reviews_give_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        out = BytesIO()
        write_xlsx([REVIEW], out)
        made.append(out.getvalue())
    assert made[0] == made[1]


def test_two_facts_of_one_identity_have_rows_and_ids_of_their_own() -> None:
    twice = replace(REVIEW, gaps=(REVIEW.gaps[0], REVIEW.gaps[0]))
    ids = [row["gap_id"] for row in rows(workbook(twice)["fact_gap"])]
    assert len(set(ids)) == 2
