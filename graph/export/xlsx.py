"""One workbook for Excel and Power BI: the tables of the star, each a named table on its own sheet.

Written by openpyxl, which alone among the libraries writes named tables row by row without keeping them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as Named
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from graph.export.archive import EPOCH, Undated
from graph.export.cells import cell
from graph.export.format import Format
from graph.export.network import Scalar
from graph.export.reviews import read_reviews
from graph.export.star import star
from graph.export.table import Table
from ontology.errors import UsageError
from ontology.model import Review

MOST_ROWS = 1_048_576
NARROWEST, WIDEST = 10, 60
LOOKED_AT = 200  # rows that tell how wide a column should be
STYLE = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)


def write_xlsx(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write the workbook: headings stay in view and filter, text cannot run, long text is cut to a cell.

    Raises UsageError for a table with more rows than a sheet can have.
    """
    book = Workbook(write_only=True)
    book.properties.title, book.properties.creator = "casetrace", "casetrace"
    book.properties.created = book.properties.modified = datetime(*EPOCH)
    for table in star(reviews):
        if len(table) >= MOST_ROWS:
            raise UsageError(
                f"{table.name} has {len(table)} rows, more than a sheet can have",
                hint="name fewer cases with --case, or use --format csv",
            )
        _sheet(book.create_sheet(table.name), table)
    ExcelWriter(book, Undated(out)).save()


def _sheet(sheet: Any, table: Table) -> None:
    sheet.freeze_panes = "A2"
    for letter, width in zip(map(get_column_letter, _numbers(table)), _widths(table), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append(list(table.columns))
    for row in table:
        sheet.append([_typed(sheet, value) for value in row])
    sheet.tables.add(_named(table))


def _named(table: Table) -> Named:
    """The name of a sheet's rows, with their headings and filters; Excel has no table without a row."""
    place = f"A1:{get_column_letter(len(table.columns))}{max(len(table), 1) + 1}"
    columns = [
        TableColumn(id=number, name=name) for number, name in zip(_numbers(table), table.columns, strict=True)
    ]
    return Named(
        displayName=table.name,
        name=table.name,
        ref=place,
        tableColumns=columns,
        autoFilter=AutoFilter(ref=place),
        tableStyleInfo=STYLE,
    )


def _numbers(table: Table) -> range:
    return range(1, len(table.columns) + 1)


def _widths(table: Table) -> list[int]:
    longest = [len(name) + 2 for name in table.columns]
    for _, row in zip(range(LOOKED_AT), table, strict=False):
        longest = [max(width, len(str(value or ""))) for width, value in zip(longest, row, strict=True)]
    return [min(max(width, NARROWEST), WIDEST) for width in longest]


def _typed(sheet: Any, value: Scalar | None) -> Any:
    """A value as Excel keeps it; text as text, whatever it looks like."""
    if not isinstance(value, str):
        return value
    text = WriteOnlyCell(sheet, cell(value))
    text.data_type = "s"
    return text


FORMAT = Format(
    "xlsx", "Excel, Power BI: linked tables in one workbook", read_reviews, write_xlsx, views=False
)
