"""Dates: every way of writing one, and what the context lends to one that leaves something out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.date_forms import date_forms
from loaders.extract.lexicon import lexicon
from tests.extract.passages_of import reading_of

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


WAYS = {
    "14 May 2014": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "14th May 2014": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "14th of May, 2014": lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    "the 14th day of May 2014": lambda d: f"the {ordinal(d.day)} day of {MONTHS[d.month - 1]} {d.year}",
    "Wednesday 14th May 2014": lambda d: (
        f"{DAYS[d.weekday()]} {ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}"
    ),
    "Wednesday, 14 May 2014": lambda d: f"{DAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "May 14th, 2014": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "May 14, 2014": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "14 Sep 2014": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "14-May-2014": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "14-May-14": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year % 100:02d}",
    "14 MAY 2014": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    "14/05/2014": lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
    "14/5/14": lambda d: f"{d.day}/{d.month}/{d.year % 100:02d}",
    "14.05.2014": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "14.05.14": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year % 100:02d}",
    "14-05-2014": lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
    "2014-05-14": lambda d: d.isoformat(),
}


@pytest.mark.parametrize("way", WAYS)
@given(day=st.dates(min_value=date(1990, 1, 1), max_value=date(2039, 12, 31)))
def test_every_way_of_writing_a_day_is_the_same_day(way: str, day: date) -> None:
    text = f"On {WAYS[way](day)} the visit took place."
    assert [m.date for m in reading_of(text).dates.mentions(0, len(text))] == [day.isoformat()]


@pytest.mark.parametrize("form", lexicon("dates")["forms"], ids=lambda form: str(form["example"]))
def test_every_form_reads_its_own_example(form: dict[str, str]) -> None:
    assert len(date_forms(form["example"])) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The unit was closed from 3rd August 2011 to 9th April 2012.", "2011-08-03", "2012-04-09"),
        ("Calls were made between 2nd and 8th June 2012.", "2012-06-02", "2012-06-08"),
        ("Calls were made between 28th December and 4th January 2016.", "2015-12-28", "2016-01-04"),
        ("5-19.03.12\tSeveral calls", "2012-03-05", "2012-03-19"),
        ("She stayed there from November 2014 to March 2015.", "2014-11", "2015-03"),
        ("Funding fell during 2013-14.", "2013", "2014"),
        ("There was contact between 2012 and 2014.", "2012", "2014"),
    ],
)
def test_ranges(text: str, first: str, last: str) -> None:
    (mention,) = reading_of(text).dates.mentions(0, len(text))
    assert (mention.date, mention.date_end) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He moved in May 2014.", ["2014-05"]),
        ("He moved in 2014.", ["2014"]),
        ("He moved in early 2014.", ["2014"]),
        ("The course ran in Autumn 2020.", ["2020"]),
        ("They met in March and April 2023.", ["2023-03", "2023-04"]),
        ("They met on 14th March 2014 and 15th March 2014.", ["2014-03-14", "2014-03-15"]),
        ("The Children Act 1989 applies.", []),
        ("Working Together to Safeguard Children (2018) says so.", []),
        ("This was set out in Working Together 2018.", []),
        ("He was aged 14 and she was 9+5 weeks pregnant.", []),
        ("4.1.11 The visit took place.", []),
        ("See paragraph 5.12.13 above.", []),
        ("She may 2 years ago have moved.", []),
        ("See https://example.org/2014/05/14/page for more.", []),
        ("It was made on 31st June 2014.", ["2014-06"]),
    ],
)
def test_as_exact_as_the_text_and_no_more(text: str, expected: list[str]) -> None:
    assert [m.date for m in reading_of(text).dates.mentions(0, len(text))] == expected


def dates_of(*lines: str) -> list[str]:
    reading = reading_of(*lines)
    return [m.date for m in reading.dates.mentions(0, len(reading.document.text))]


def test_a_year_is_carried_from_the_day_before() -> None:
    assert dates_of("On 20th December 2016 he called.", "On 5th January he called again.")[1] == "2017-01-05"


def test_a_year_comes_from_the_heading() -> None:
    assert dates_of("# 2015", "On 5th January he called.") == ["2015", "2015-01-05"]


def test_a_year_comes_from_the_review_period() -> None:
    lines = (
        "Period reviewed: 1st March 2018 to 28th February 2019",
        "# 4 Analysis",
        "On 5th January he called.",
    )
    assert dates_of(*lines)[-1] == "2019-01-05"


def test_a_weekday_settles_the_year() -> None:
    lines = (
        "The period under review is 1st January 2019 to 31st March 2021.",
        "On Friday 15th January he rang.",
    )
    assert dates_of(*lines)[-1] == "2021-01-15"


def test_a_date_without_any_year_near_is_left_out() -> None:
    assert dates_of("On 5th January he called.") == []


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The following day", "2017-03-02"),
        ("Two days later", "2017-03-03"),
        ("A week later", "2017-03-08"),
        ("That same day", "2017-03-01"),
        ("The previous day", "2017-02-28"),
        ("The following month", "2017-04"),
        ("Three days after this visit", "2017-03-04"),
    ],
)
def test_relative_dates_count_from_the_last_day(phrase: str, expected: str) -> None:
    assert dates_of("On 1st March 2017 a home visit was made.", f"{phrase} she rang the clinic.")[1:] == [
        expected
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("On 1st March 2017 she called.", "A few weeks later he moved. Two days later he rang."),
        ("On 1st March 2017 she called.", "# Next", "Two days later he rang."),
        ("On 1st March 2017 she called.", "He stayed for the first ten days of the holiday."),
        ("On 1st March 2017 she called.", "This was six days before admission."),
    ],
)
def test_no_anchor_no_date(lines: tuple[str, ...]) -> None:
    assert dates_of(*lines) == ["2017-03-01"]


def test_a_plan_is_no_anchor() -> None:
    lines = ("On 2nd May 2017 he came home.", "A visit was planned for 9th May. The next day he rang.")
    assert dates_of(*lines) == ["2017-05-02", "2017-05-09", "2017-05-03"]


def test_a_row_has_the_date_of_its_date_cell() -> None:
    reading = reading_of("09.03.10\tHome visit made\tNo reply", "\tCard left", "10.03.10\tCall received")
    found = [(s.text, m.date) for s in reading.sentences if (m := reading.dates.of(s)) and s.column]
    assert ("No reply", "2010-03-09") in found
    assert ("Card left", "2010-03-09") in found
    assert ("Call received", "2010-03-10") in found


def test_contradictions_are_kept() -> None:
    lines = ("The visit was on 3rd May 2014.", "The visit was on 5th May 2014.")
    assert dates_of(*lines) == ["2014-05-03", "2014-05-05"]


def test_days_into_an_event_count_from_where_it_was_counted_from_before() -> None:
    text = (
        "She moved to the placement on 18 January 2021. Five days after the start of the new placement "
        "she was seen. Six days into the new placement she was asked."
    )
    assert dates_of(text) == ["2021-01-18", "2021-01-23", "2021-01-24"]
