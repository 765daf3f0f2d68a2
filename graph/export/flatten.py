"""The one step that makes graph properties plain: no None, no lists, no dates, no control characters.

networkx, Gephi and the spreadsheet formats each fail on a different one of these, so every format
gets properties that have passed through here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from graph.export.network import Scalar
from ontology.dates import precision

# XML 1.0 and spreadsheet cells alike refuse these; published PDFs contain them now and then.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LIST_SEPARATOR = "; "


def flatten(properties: Mapping[str, object]) -> dict[str, Scalar]:
    """Return the properties as strings, numbers and booleans, sorted by name, absent ones left out.

    Dates become ISO 8601 text, lists one text joined with "; ". Where there is a ``date``, how exact it
    is (day, month, year) goes with it as ``date_precision``.
    """
    flat = {name: plain(value) for name, value in properties.items()}
    if isinstance(properties.get("date"), str):
        flat["date_precision"] = precision(str(properties["date"]))
    return {name: value for name, value in sorted(flat.items()) if value is not None and value != ""}


def plain(value: object) -> Scalar | None:
    """Return one value as any format can hold it, None for an absent one."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value)
        return FORBIDDEN.sub("", LIST_SEPARATOR.join(items))
    # The database's own date type is no datetime.date, but tells its day in the same way.
    if isinstance(value, date) or hasattr(value, "iso_format"):
        return str(value)
    return FORBIDDEN.sub("", str(value))


def one_line(text: str) -> str:
    """Return a text with every stretch of white space, line ends among them, as one space."""
    return " ".join(text.split())
