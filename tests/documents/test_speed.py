"""Reading is quick: a report of 100 KB in well under half a second, and no form of text is slow."""

from __future__ import annotations

import time

import pytest

from loaders.documents import read_bytes

SENTENCE = "The health visitor rang the school nurse twice in May and left word, but nobody rang back. "


def seconds(text: str) -> float:
    before = time.perf_counter()
    read_bytes(text.encode(), "x.txt")
    return time.perf_counter() - before


def test_a_whole_report_is_read_in_well_under_half_a_second() -> None:
    parts = [
        f"{c}. Chapter\n\n" + "".join(f"{c}.{n} {SENTENCE * 5}\n\n- a point\n\n" for n in range(1, 23))
        for c in range(1, 11)
    ]
    text = "".join(parts)
    assert len(text) > 100_000
    assert seconds(text) < 0.5


@pytest.mark.parametrize("line", ["1. Item\n\n", "one\ttwo\n\n", "a    b\n", "Plain line\n\n", "¹ note\n\n"])
def test_time_grows_with_length_alone(line: str) -> None:
    assert seconds(line * 8000) < 3.0
