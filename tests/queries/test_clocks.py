"""Statutory clocks: days counted as the law counts them, partial dates reckoned both ways."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import vocabulary
from ontology.errors import UsageError
from queries.clocks import LIMIT, Clock, Mark, clocks, statutory_clocks, working_days_after
from queries.parameters import known_values

DAYS = st.dates(date(2006, 4, 1), date(2024, 12, 31))
KINDS = st.sampled_from(sorted({mark.fact for clock in clocks() for mark in (clock.starts, clock.ends)}))


def fact(kind: str, day: str, *parties: str) -> dict[str, Any]:
    quote = f"{kind} on {day}"
    return {"fact": kind, "type": kind, "date": day, "parties": parties, "paragraph": "1", "quote": quote}


def run(*facts: dict[str, Any], **values: Any) -> list[tuple[Any, ...]]:
    rows = statutory_clocks(facts, {"all": True, **values})
    return [(row["started"], row["due"], row["ended"], row["status"], row["days_late"]) for row in rows]


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        (date(2020, 2, 3), 15, date(2020, 2, 24)),
        (date(2020, 12, 23), 3, date(2020, 12, 30)),  # Christmas, Boxing Day kept on the Monday, a weekend
        (date(2022, 6, 1), 1, date(2022, 6, 6)),  # the jubilee holidays
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(day: date, count: int, due: date) -> None:
    assert working_days_after(day, count) == due


@given(day=DAYS, count=st.integers(1, 60))
def test_working_days_end_on_a_working_day_and_grow(day: date, count: int) -> None:
    due = working_days_after(day, count)
    assert due.weekday() < 5
    assert due >= day + timedelta(days=count)
    assert due < working_days_after(day, count + 1)


@pytest.mark.parametrize(
    ("day", "limit", "due"),
    [
        (date(2020, 1, 31), "1 month", date(2020, 2, 29)),
        (date(2020, 11, 30), "3 months", date(2021, 2, 28)),
        (date(2020, 6, 15), "6 months", date(2020, 12, 15)),
        (date(2020, 6, 15), "7 days", date(2020, 6, 22)),
    ],
)
def test_months_end_with_the_month(day: date, limit: str, due: date) -> None:
    mark = Mark("Event/visit")
    assert Clock("x", mark, mark, "each", limit, date.min, None, "x").due(day) == due


STRATEGY, CONFERENCE, CORE = (
    f"Meeting/{code}" for code in ("strategy_meeting", "child_protection_conference", "core_group")
)


@pytest.mark.parametrize(
    ("started", "ended", "status", "days_late"),
    [
        ("2020-02-03", "2020-02-24", "in time", None),
        ("2020-02-03", "2020-02-26", "late", 2),
        ("2020-02", "2020-03-10", "possibly late", None),
        ("2020-02", "2020-04-10", "late", 21),
        ("2020-02-03", "2020-02", "possibly late", None),
        ("2020", "2021", "possibly late", None),
    ],
)
def test_a_clock_is_reckoned_with_the_earliest_and_the_latest_days(
    started: str, ended: str, status: str, days_late: int | None
) -> None:
    rows = run(fact(STRATEGY, started), fact(CONFERENCE, ended))
    first = next(row for row in rows if row[0] == started)
    assert first[2:] == (ended, status, days_late)


def test_the_last_strategy_discussion_starts_the_clock() -> None:
    rows = run(fact(STRATEGY, "2020-01-06"), fact(STRATEGY, "2020-02-03"), fact(CONFERENCE, "2020-02-24"))
    assert rows[0] == ("2020-02-03", "2020-02-24", "2020-02-24", "in time", None)
    assert len([row for row in rows if row[0] == "2020-01-06"]) == 0


def test_a_clock_without_an_end_says_so() -> None:
    assert run(fact(STRATEGY, "2020-02-03")) == [("2020-02-03", "2020-02-24", None, "no end recorded", None)]


def test_the_first_review_conference_is_due_earlier_than_the_later_ones() -> None:
    days = ("2020-01-06", "2020-04-01", "2020-09-30")
    rows = statutory_clocks([fact(CONFERENCE, day) for day in days], {"all": True})
    told = [
        (row["started"], row["limit"], row["status"])
        for row in rows
        if "onference to" in row["clock"] and "core" not in row["clock"]
    ]
    assert told == [
        ("2020-01-06", "3 months", "in time"),
        ("2020-04-01", "6 months", "in time"),
        ("2020-09-30", "6 months", "no end recorded"),
    ]


def test_the_rule_of_the_year_holds() -> None:
    review = "Meeting/looked_after_review"
    for day, limit in (("2010-03-01", "28 days"), ("2012-03-01", "20 working days")):
        rows = statutory_clocks(
            [fact("Event/placement", day), fact(review, f"{day[:4]}-03-05")], {"all": True}
        )
        assert limit in [
            row["limit"] for row in rows if row["clock"].startswith("Placement to the first looked")
        ]
    assert run(fact(STRATEGY, "1999-02-03")) == []


def test_a_visit_counts_only_when_the_social_worker_made_it() -> None:
    placed, other = fact("Event/placement", "2020-02-03"), fact("Event/visit", "2020-02-04", "police")
    visited = fact("Event/visit", "2020-02-14", "childrens_social_care")
    rows = [
        row for row in statutory_clocks([placed, other, visited], {"all": True}) if "visit" in row["clock"]
    ]
    assert [(row["ended"], row["status"], row["meanwhile"]) for row in rows] == [("2020-02-14", "late", [])]


def test_what_happened_in_the_delay_is_listed() -> None:
    incident = fact("Event/incident", "2020-03-01")
    rows = statutory_clocks([fact(STRATEGY, "2020-02-03"), incident, fact(CONFERENCE, "2020-03-10")], {})
    assert rows[0]["meanwhile"] == ["Event/incident 2020-03-01"]


@given(facts=st.lists(st.tuples(KINDS, DAYS, st.sampled_from([4, 7, 10])), max_size=8))
def test_any_facts_can_be_reckoned(facts: list[tuple[str, date, int]]) -> None:
    told = [fact(kind, day.isoformat()[:exact], "childrens_social_care") for kind, day, exact in facts]
    rows = statutory_clocks(told, {"all": True})
    assert rows == statutory_clocks(told[::-1], {"all": True})
    assert statutory_clocks(told, {}) == [row for row in rows if row["status"] != "in time"]


def test_the_data_speak_the_ontologys_codes() -> None:
    schemes = {"Meeting": "MeetingType", "Event": "EventType", "Communication": "Channel"}
    for clock in clocks():
        assert LIMIT.fullmatch(clock.limit), clock.limit
        assert clock.source
        for mark in (clock.starts, clock.ends):
            class_, code = mark.fact.split("/")
            assert code in vocabulary.codes(schemes[class_])
            assert mark.party is None or mark.party in known_values("party")


def test_each_nation_has_its_own_limits() -> None:
    conference, group = fact(CONFERENCE, "2022-11-25"), fact("Meeting/core_group", "2022-12-15")
    due = {}
    for nation in ("England", "wales", "Scotland"):
        rows = statutory_clocks([conference, group], {"all": True, "nation": nation})
        due[nation] = next(row["due"] for row in rows if "core group" in row["clock"])
    # Scotland keeps Saint Andrew's day, England and Wales do not.
    assert due == {"England": "2022-12-09", "wales": "2022-12-09", "Scotland": "2022-12-19"}
    with pytest.raises(UsageError, match="England, Scotland, Wales"):
        statutory_clocks([], {"nation": "Narnia"})


def test_each_clock_says_how_it_was_checked() -> None:
    for clock in clocks():
        assert clock.checked.split()[0] in ("text", "procedures", "memory"), clock.name
        assert clock.until is None or clock.since <= clock.until


def test_the_clocks_of_a_nation_do_not_overlap() -> None:
    for one in clocks():
        for other in clocks():
            same = (one.nation, one.starts, one.ends, one.turn) == (
                other.nation,
                other.starts,
                other.ends,
                other.turn,
            )
            if one is not other and same:
                assert (one.until and one.until < other.since) or (other.until and other.until < one.since)
