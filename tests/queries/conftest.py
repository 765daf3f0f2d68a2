"""The three small reviews in a graph, and a way to ask about them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.load import load_review
from graph.store import Store
from queries.catalogue import Catalogue
from queries.runner import run_query
from queries.table import Table
from tests.queries.small import REVIEWS

Ask = Callable[..., Table]


@pytest.fixture
def ask(store: Store) -> Ask:
    """Ask a shipped question: its name, then its parameters."""
    for review in REVIEWS:
        load_review(store, review)
    catalogue = Catalogue.load()

    def asked(name: str, show_small: bool = False, **values: object) -> Table:
        return run_query(store, catalogue.get(name), values, show_small=show_small)

    return asked
