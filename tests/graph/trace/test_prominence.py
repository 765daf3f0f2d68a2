"""The main topics are those that information was passed, held or missing on."""

from __future__ import annotations

from dataclasses import replace

from graph.trace.prominence import by_prominence
from ontology.model import Gap, Topic
from tests.graph.trace.fiction import LINDEN, at, place


def labels(*gaps: Gap) -> list[str]:
    often = Topic(evidence=tuple(place(n) for n in ("2.1", "2.2", "2.3", "2.4")), label="Cot")
    seldom = Topic(**at("3.1"), label="Falls")
    review = replace(LINDEN, topics=(often, seldom), gaps=gaps, communications=(), knowledge=())
    return [topic.label for topic in by_prominence(review)]


def test_what_was_missed_comes_before_what_is_only_mentioned() -> None:
    assert labels(Gap(**at("3.1"), kind="not_shared", topics=("Falls",))) == ["Falls", "Cot"]


def test_without_any_such_fact_mentions_decide() -> None:
    assert labels() == ["Cot", "Falls"]


def test_one_place_counts_once() -> None:
    twice = Gap(**at("3.1"), kind="not_shared", topics=("Falls",))
    others = [Gap(**at(number), kind="not_shared", topics=("Cot",)) for number in ("2.3", "2.4")]
    assert labels(twice, replace(twice, kind="not_sought"), *others) == ["Cot", "Falls"]
