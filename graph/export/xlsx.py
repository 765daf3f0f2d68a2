"""One workbook for Excel and Power BI: the tables of the star, each a named table on its own sheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]

from graph.export.cells import cell
from graph.export.format import Format
from graph.export.network import Scalar
from graph.export.rdf import read_reviews
from graph.export.star import Table, star
from ontology.model import Review

# No clock in an export: the workbook says that it was made on the first day that a zip can tell.
MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
NARROWEST, WIDEST = 10, 60


def write_xlsx(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write the workbook: headings stay in view and filter, text cannot run, long text is cut to a cell."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        book.set_properties({"title": "casetrace", "created": MADE})
        for table in star(reviews):
            _sheet(book.add_worksheet(table.name), table)
    out.write(made.getvalue())


def _sheet(sheet: Any, table: Table) -> None:
    # Excel has no table without a row.
    rows = [[_typed(value) for value in row] for row in table.rows] or [[None] * len(table.columns)]
    columns = [{"header": name} for name in table.columns]
    options = {"name": table.name, "columns": columns, "style": "Table Style Light 1", "data": rows}
    sheet.add_table(0, 0, len(rows), len(columns) - 1, options)
    sheet.freeze_panes(1, 0)
    for number, name in enumerate(table.columns):
        longest = max(len(str(row[number] or "")) for row in rows)
        sheet.set_column(number, number, min(max(longest, len(name) + 2, NARROWEST), WIDEST))


def _typed(value: Scalar | None) -> Scalar | None:
    return cell(value) if isinstance(value, str) else value


FORMAT = Format(
    "xlsx", "Excel, Power BI: linked tables in one workbook", read_reviews, write_xlsx, views=False
)
