"""Dates as exact as a text and no more: ISO 8601 to the day, the month or the year."""

from __future__ import annotations

import calendar
import re
from datetime import date

from rdflib import XSD, Literal

PATTERN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
DATATYPES = {"day": XSD.date, "month": XSD.gYearMonth, "year": XSD.gYear}


def precision(iso: str) -> str:
    """Return "day", "month" or "year". Raises ValueError for a text that is no such date."""
    earliest(iso)
    return {4: "year", 7: "month", 10: "day"}[len(iso)]


def earliest(iso: str) -> date:
    """Return the first day that a date may mean. Raises ValueError for a text that is no such date."""
    match = PATTERN.fullmatch(iso)
    if match is None:
        raise ValueError(f"{iso!r} is no date as YYYY, YYYY-MM or YYYY-MM-DD")
    return date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))


def latest(iso: str) -> date:
    """Return the last day that a date may mean. Raises ValueError for a text that is no such date."""
    first = earliest(iso)
    if len(iso) == 10:
        return first
    month = first.month if len(iso) == 7 else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def literal(iso: str) -> Literal:
    """Return a date as an RDF literal of the datatype that fits its precision."""
    return Literal(iso, datatype=DATATYPES[precision(iso)], normalize=False)
