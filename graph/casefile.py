"""One case as it is stored, read back as the review that it was loaded from."""

from __future__ import annotations

from graph.export.reviews import read_reviews
from graph.load import known_cases
from graph.store import Store
from ontology.errors import UsageError
from ontology.model import Review


def read_case(store: Store, case: str) -> Review:
    """Return the review that a case was loaded from.

    Raises UsageError for a case that is not in the graph, and for one whose text was withdrawn.
    """
    (known,) = known_cases(store, [case])
    for review in read_reviews(store, [known], "full"):
        return review
    raise UsageError(f"case '{case}' was withdrawn", hint="load its document again with --restore")
