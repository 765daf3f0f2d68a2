"""Patterns across cases in a real browser: the page fits, is open to everyone, and asks for nothing."""

from __future__ import annotations

import pytest

from graph.load import load_review
from graph.store import Store
from queries.corpus import patterns
from tests.browser.conftest import NARROW, WIDE, Open
from tests.browser.test_case_page import breaches
from tests.queries.small import REVIEWS


@pytest.fixture
def corpus(store: Store) -> str:
    for review in REVIEWS:
        load_review(store, review)
    return patterns(store, show_small=True)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_fits_and_breaks_no_serious_rule_of_access(corpus: str, open_page: Open, width: int) -> None:
    page = open_page(corpus, width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert breaches(page) == []
