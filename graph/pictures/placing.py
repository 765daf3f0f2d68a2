"""Where things go so that none covers another: along a line, and labels around what is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.pictures.canvas import Box

CELL = 64.0


class Occupied:
    """The boxes that are taken; kept in a grid, so that asking is quick."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a box."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether nothing taken meets a box."""
        return not any(box.meets(other) for cell in _cells(box) for other in self._cells.get(cell, ()))

    def first_free(self, boxes: Iterable[Box], within: Box) -> int | None:
        """Take the first box that is free and inside another, and return its place; None if there is none."""
        for place, box in enumerate(boxes):
            inside = (
                within.left <= box.left
                and box.right <= within.right
                and within.top <= box.top
                and box.bottom <= within.bottom
            )
            if inside and self.is_free(box):
                self.add(box)
                return place
        return None


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
            yield column, row


def spread(wished: Sequence[float], halves: Sequence[float], low: float, high: float) -> list[float]:
    """Return places in order, as near to the wished ones as can be, none nearer than its half-width allows.

    ``wished`` ascends. What cannot fit between ``low`` and ``high`` is made narrower, all alike. Places are
    least squares (pool adjacent violators), so that nothing moves that need not.
    """
    if not wished:
        return []
    need = 2 * sum(halves)
    squeeze = min(1.0, (high - low) / need) if need else 1.0
    widths = [half * squeeze for half in halves]
    offsets, at = [], 0.0
    for half in widths:
        offsets.append(at + half)
        at += 2 * half
    pooled = _ascending([wish - offset for wish, offset in zip(wished, offsets, strict=True)])
    return [min(max(base, low), high - at) + offset for base, offset in zip(pooled, offsets, strict=True)]


def _ascending(values: Sequence[float]) -> list[float]:
    """The ascending sequence nearest to the values, by least squares."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]


def shelves(spans: Sequence[tuple[float, float]], gap: float = 2.0) -> list[int]:
    """Return for each span of x the first shelf, counted from 0, on which it stands clear of those before."""
    ends: list[list[tuple[float, float]]] = []
    places = []
    for left, right in spans:
        place = next(
            (
                n
                for n, shelf in enumerate(ends)
                if all(right + gap <= other[0] or other[1] + gap <= left for other in shelf)
            ),
            len(ends),
        )
        if place == len(ends):
            ends.append([])
        ends[place].append((left, right))
        places.append(place)
    return places
