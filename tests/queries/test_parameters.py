"""Parameters: each value checked against its type, with a hint when it does not fit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import vocabulary
from ontology.errors import UsageError
from queries.parameters import READERS, Parameter, bind, known_values, types


def one(type_: str, value: object, *, many: bool = False) -> object:
    return bind([Parameter(name="x", type=type_, many=many)], {"x": value})["x"]


@pytest.mark.parametrize(
    ("type_", "value", "read"),
    [
        ("text", "it's", "it's"),
        ("int", "14", 14),
        ("int", 14, 14),
        ("share", "0.5", 0.5),
        ("flag", "yes", True),
        ("flag", False, False),
        ("date", "2017-03-21", date(2017, 3, 21)),
        ("date", "2017-03", date(2017, 3, 1)),
        ("date", "2017", date(2017, 1, 1)),
        ("until", "2017-03-21", date(2017, 3, 21)),
        ("until", "2016-02", date(2016, 2, 29)),
        ("until", "2017-12", date(2017, 12, 31)),
        ("until", "2017", date(2017, 12, 31)),
        ("gap_kind", "not_shared", "not_shared"),
        ("gap_kind", "Not-Shared", "not_shared"),
        ("party", "mother", "mother"),
        ("party", "health visiting", "health_visiting"),
    ],
)
def test_a_value_is_read_by_its_type(type_: str, value: object, read: object) -> None:
    assert one(type_, value) == read


def test_a_label_is_as_good_as_its_code() -> None:
    for code, label in known_values("agency_type").items():
        assert one("agency_type", label) == code


@pytest.mark.parametrize(
    ("type_", "value", "says"),
    [
        ("int", "many", "not a whole number"),
        ("int", "1.5", "not a whole number"),
        ("share", "2", "from 0 to 1"),
        ("share", "nan", "from 0 to 1"),
        ("flag", "perhaps", "neither yes nor no"),
        ("date", "21 March 2017", "not a date"),
        ("date", "2017-13", "not a date"),
        ("until", "2017-02-30", "not a date"),
        ("text", "a\0b", "no text"),
        ("gap_kind", "not_shred", "did you mean 'not_shared'"),
        ("party", "midwife", "did you mean 'midwifery'"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(type_: str, value: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        one(type_, value)
    assert says in str(caught.value)


def test_several_values_come_as_a_list_or_with_commas() -> None:
    assert one("gap_kind", "not_shared, not_used", many=True) == ["not_shared", "not_used"]
    assert one("gap_kind", ("not_shared", "not_used"), many=True) == ["not_shared", "not_used"]


def test_one_value_is_not_several() -> None:
    with pytest.raises(UsageError, match="takes one value"):
        one("text", ["a", "b"])


def test_missing_unknown_and_default() -> None:
    declared = [
        Parameter(name="days", type="int", default=60),
        Parameter(name="case", type="case", required=True),
    ]
    assert bind(declared, {"case": "a"}) == {"days": 60, "case": "a"}
    with pytest.raises(UsageError, match="'case' is missing"):
        bind(declared, {})
    with pytest.raises(UsageError, match="did you mean 'days'"):
        bind(declared, {"case": "a", "day": "3"})


def test_every_scheme_is_a_type() -> None:
    assert len(types()) == len(set(types()))
    assert len(types()) >= len(vocabulary.schemes()) + len(READERS)


@given(type_=st.sampled_from(types()), value=st.one_of(st.text(), st.integers(), st.floats()))
def test_any_value_is_read_or_refused_in_words(type_: str, value: object) -> None:
    try:
        one(type_, value)
    except UsageError as error:
        assert "'x'" in error.message or "unknown" in error.message
