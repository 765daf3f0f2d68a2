from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.pictures.timescale import MOST_CUT, time_scale
from tests.graph.pictures.strategies import CROWDED, DAYS

DATES = DAYS | CROWDED | DAYS.map(lambda iso: iso[:7]) | DAYS.map(lambda iso: iso[:4])
NEEDS = st.lists(st.tuples(DATES, st.floats(0, 12)), min_size=1, max_size=40)


@given(NEEDS, st.floats(200, 2000))
def test_time_runs_from_left_to_right_without_a_gap(needs: list[tuple[str, float]], right: float) -> None:
    scale = time_scale(needs, 20, right)
    assert scale.segments[0].left == 20
    assert scale.segments[-1].right == pytest.approx(right)
    for before, after in pairwise(scale.segments):
        assert before.right == after.left
        assert (after.first - before.last).days == 1
    assert not any(before.broken and after.broken for before, after in pairwise(scale.segments))


@given(NEEDS, DAYS, DAYS)
def test_later_is_never_further_left(needs: list[tuple[str, float]], one: str, other: str) -> None:
    scale = time_scale(needs, 0, 1000)
    first, second = sorted([date.fromisoformat(one), date.fromisoformat(other)])
    assert scale.left(first) <= scale.left(second)
    left, right = scale.span(one)
    assert left <= right


@given(NEEDS)
def test_nothing_dated_is_cut_out(needs: list[tuple[str, float]]) -> None:
    scale = time_scale(needs, 0, 1000)
    for iso, _ in needs:
        left, right = scale.span(iso)
        assert right > left
        if len(iso) > 4:
            assert not any(one.broken and one.left < (left + right) / 2 < one.right for one in scale.segments)
    cut = sum(one.right - one.left for one in scale.segments if one.broken)
    assert cut <= MOST_CUT * 1000 + 1e-6


def test_a_year_is_as_wide_as_its_months_and_a_busy_month_wider_than_a_quiet_one() -> None:
    scale = time_scale([("2020-01-05", 10), ("2020-01-09", 10), ("2020-03", 0), ("2020", 0)], 0, 100)
    assert scale.span("2020") == (0, 100)
    assert [(one.first.month, one.broken) for one in scale.segments] == [(1, False), (2, False), (3, False)]
    january, february, march = (one.right - one.left for one in scale.segments)
    assert january > march > february


def test_an_axis_needs_a_date() -> None:
    with pytest.raises(ValueError, match="no date"):
        time_scale([], 0, 100)
