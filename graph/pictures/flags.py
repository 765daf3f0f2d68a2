"""Words above the lanes, each on a line down to its mark, none struck through by another's line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.pictures.canvas import Box, text_box
from graph.pictures.placing import Occupied

ROW, FOOT = 15.0, 5.0  # height of a row of words, and of the room under the lowest
ROWS = 9
NUDGE = 3.0  # from the line to its words


@dataclass(frozen=True, slots=True)
class Wish:
    """Words that would stand over a place for what ``key`` is; a lower rank gets room sooner."""

    x: float
    words: str
    key: object
    rank: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Words in their place: baseline and anchor, with y = 0 at the top of the lanes and up negative."""

    wish: Wish
    x: float
    y: float
    anchor: str


def place_flags(wishes: Iterable[Wish], left: float, right: float) -> list[Flag]:
    """Return the flags that find room; what matters less makes room for what would not find any."""
    wished = list(wishes)
    while True:
        attempts = [_attempt(wished, left, right, reserve=reserve) for reserve in (False, True)]
        placed = min(attempts, key=lambda flags: [one.rank for one in _lacking(wished, flags)])
        lacking = _lacking(wished, placed)
        first = min(lacking, key=lambda one: (one.rank, one.x), default=None)
        less = [one for one in wished if first is not None and one.rank > first.rank]
        if first is None or not less:
            return placed
        yields = max(less, key=lambda one: (one.rank, -abs(one.x - first.x), one.x))
        wished = [one for one in wished if one is not yields]


def _lacking(wishes: Iterable[Wish], flags: Iterable[Flag]) -> list[Wish]:
    """The wishes without a flag, those that matter most first."""
    found = {id(flag.wish) for flag in flags}
    return sorted((one for one in wishes if id(one) not in found), key=lambda one: one.rank)


def _attempt(wishes: Iterable[Wish], left: float, right: float, *, reserve: bool) -> list[Flag]:
    """Place flags from right to left, each no higher than the lines of those to its right make it stand.

    Words stand to the right of their line, so no line comes down through words placed before; what would
    run over the edge follows from left to right, its words to the left of its line; with ``reserve`` its
    lines are kept free before.
    """
    words, lines, reserved = Occupied(), Occupied(), Occupied()
    ordered = sorted(wishes, key=lambda one: (one.x, one.rank, one.words))
    inside = [one for one in ordered if text_box(one.x + NUDGE, 0, one.words).right + 2 <= right]
    over = [one for one in ordered if one not in inside]
    for wish in over if reserve else ():
        reserved.add(_line(wish.x, -ROWS * ROW))
    placed = []
    for wish in (*reversed(inside), *over):
        for flag in _candidates(wish):
            box = text_box(flag.x, flag.y, wish.words, anchor=flag.anchor)
            box = Box(box.left - 2, box.top, box.right + 2, box.bottom)
            leader = _line(wish.x, flag.y - 8)
            fits = left <= box.left and box.right <= right and (wish in over or reserved.is_free(box))
            if fits and words.is_free(box) and lines.is_free(box) and words.is_free(leader):
                words.add(box)
                lines.add(leader)
                placed.append(flag)
                break
    return placed


def _line(x: float, top: float) -> Box:
    return Box(x - 1, top, x + 1, 0)


def height(flags: Iterable[Flag]) -> float:
    """Return the room that flags take above the lanes."""
    return max((ROW - flag.y for flag in flags), default=0.0)


def _candidates(wish: Wish) -> Iterable[Flag]:
    for row in range(ROWS):
        y = -FOOT - row * ROW
        yield Flag(wish, wish.x + NUDGE, y, "start")
    for row in range(ROWS):
        y = -FOOT - row * ROW
        yield Flag(wish, wish.x - NUDGE, y, "end")
