"""Withdrawing: no text, quote or fact stays; the id and the file's hash do."""

from __future__ import annotations

import json

import pytest

from graph.load import counts, load_review
from graph.store import Store
from graph.withdraw import withdraw
from ontology.errors import UsageError
from tests.ontology.reviews import small_review


def stored_text(store: Store) -> str:
    rows = store.read("MATCH (n) WHERE NOT n:Concept AND NOT n:Ontology RETURN properties(n) AS properties")
    # Neither engine promises an order of rows, nor of a node's properties.
    return "\n".join(sorted(json.dumps(row["properties"], sort_keys=True, default=str) for row in rows))


def test_only_id_and_hash_stay(store: Store) -> None:
    review = small_review()
    load_review(store, review)
    assert "midwife" in stored_text(store)
    withdraw(store, review.id)
    left = stored_text(store)
    assert not [word for word in ("midwife", "strategy", "Aldermere", "Wren") if word in left]
    assert counts(store)["nodes"] == {"Case": 1, "Document": 1}
    assert store.read(
        "MATCH (d:Document)-[:IN_CASE]->(c:Case) RETURN c.id AS id, c.withdrawn AS gone, d.sha256 AS hash"
    ) == [{"id": review.id, "gone": True, "hash": review.document.sha256}]


def test_withdrawing_twice_changes_nothing(store: Store) -> None:
    load_review(store, small_review())
    withdraw(store, "child-wren")
    before = stored_text(store)
    withdraw(store, "child-wren")
    assert stored_text(store) == before


def test_a_withdrawn_review_comes_back_only_when_asked_for(store: Store) -> None:
    load_review(store, small_review())
    whole = counts(store)
    withdraw(store, "child-wren")
    with pytest.raises(UsageError, match=r"was withdrawn .*--restore"):
        load_review(store, small_review())
    assert load_review(store, small_review(), restore=True).outcome == "restored"
    assert counts(store) == whole
    assert load_review(store, small_review()).outcome == "unchanged"


def test_an_unknown_case_is_told_with_the_nearest(store: Store) -> None:
    load_review(store, small_review())
    with pytest.raises(UsageError, match=r"no case 'child-wrem' .*'child-wren'"):
        withdraw(store, "child-wrem")
