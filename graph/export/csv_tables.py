"""CSV that Excel and Power BI open as it is: the tables of the star, one file each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.export.cells import write_csv
from graph.export.format import Format
from graph.export.reviews import read_reviews
from graph.export.star import star
from ontology.model import Review


def write_tables(reviews: Iterable[Review], folder: Path) -> None:
    """Write each table as a file of its name, in UTF-8 with a byte order mark."""
    for table in star(reviews):
        write_csv(folder / f"{table.name}.csv", table.columns, table, mark=True)


FORMAT = Format("csv", "Excel, Power BI, R: linked tables", read_reviews, put_files=write_tables, views=False)
