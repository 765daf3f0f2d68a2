"""Partial dates: the days that they may mean, and their datatype."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD

from ontology.dates import earliest, latest, literal, precision


@pytest.mark.parametrize(
    ("iso", "first", "last", "exact", "datatype"),
    [
        ("2021-01-11", date(2021, 1, 11), date(2021, 1, 11), "day", XSD.date),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month", XSD.gYearMonth),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31), "month", XSD.gYearMonth),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "year", XSD.gYear),
    ],
)
def test_partial_dates(iso: str, first: date, last: date, exact: str, datatype: object) -> None:
    assert (earliest(iso), latest(iso), precision(iso)) == (first, last, exact)
    assert literal(iso).datatype == datatype
    assert str(literal(iso)) == iso


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-02-30", "2021-1-1", "11/01/2021", "2021-01-11T10:00"]
)
def test_what_is_no_date(text: str) -> None:
    for ask in (earliest, latest, precision, literal):
        with pytest.raises(ValueError, match=r"."):
            ask(text)


@given(st.dates())
def test_less_exact_dates_hold_more_exact_ones(day: date) -> None:
    for iso in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        assert earliest(iso) <= day <= latest(iso)
