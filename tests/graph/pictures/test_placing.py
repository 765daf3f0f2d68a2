from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.pictures.canvas import Box
from graph.pictures.placing import Occupied, shelves, spread

PLACES = st.lists(st.floats(0, 500), min_size=1, max_size=30).map(sorted)
SPANS = st.lists(
    st.tuples(st.floats(0, 300), st.floats(0, 60)).map(lambda p: (p[0], p[0] + p[1])), max_size=25
)


@given(PLACES, st.floats(0.5, 12))
def test_places_keep_order_and_distance_inside_their_bounds(wished: list[float], half: float) -> None:
    found = spread(wished, [half] * len(wished), 0, 500)
    apart = min(2 * half, 500 / len(wished))
    assert all(after - before >= apart - 1e-6 for before, after in pairwise(found))
    assert found[0] >= -1e-6 and found[-1] <= 500 + 1e-6


def test_what_has_room_stays_where_it_is() -> None:
    assert spread([10, 50, 90], [5, 5, 5], 0, 100) == [10, 50, 90]
    assert spread([50, 50], [5, 5], 0, 100) == [45, 55]
    assert spread([], [], 0, 100) == []


@given(SPANS)
def test_nothing_on_a_shelf_covers_another(spans: list[tuple[float, float]]) -> None:
    places = shelves(spans)
    for (one, shelf), (other, second) in combinations(zip(spans, places, strict=True), 2):
        assert shelf != second or one[1] <= other[0] or other[1] <= one[0]


def test_the_first_free_box_is_taken_once() -> None:
    taken = Occupied([Box(0, 0, 10, 10)])
    sheet = Box(0, 0, 100, 100)
    boxes = [Box(5, 5, 15, 15), Box(95, 0, 105, 10), Box(10, 0, 20, 10)]
    assert taken.first_free(boxes, sheet) == 2
    assert taken.first_free(boxes, sheet) is None
    assert not taken.is_free(Box(12, 2, 13, 3))
