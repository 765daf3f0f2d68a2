"""A case on one screen."""

from __future__ import annotations

from dataclasses import replace

from graph.load import load_review
from graph.store import Store
from queries.overview import show_case
from tests.queries.small import REVIEWS


def test_each_gap_is_shown_once_however_often_its_place_is_quoted(store: Store) -> None:
    review = REVIEWS[0]
    again = (
        replace(gap, evidence=(*gap.evidence, replace(gap.evidence[0], supports="topics")))
        for gap in review.gaps
    )
    load_review(store, replace(review, gaps=tuple(again)))
    shown = show_case(store, review.id).partition("The gaps with most evidence")[2]
    titles = [line for line in shown.splitlines() if " · " in line]
    assert len(titles) == len(set(titles)) == 5
