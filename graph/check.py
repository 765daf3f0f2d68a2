"""Whether what is stored meets the ontology's shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.export.fetch import fetch_each
from graph.export.rdf import to_graph
from graph.load import known_cases
from graph.store import Store
from ontology.shapes import Violation, check


def check_cases(
    store: Store, cases: Sequence[str], announce: Callable[[Sequence[str]], Iterable[str]] = iter
) -> tuple[Violation, ...]:
    """Return where cases, or all where none is named, do not conform; empty when they do.

    ``announce`` is given the cases and yields each as its turn comes. Raises UsageError for a case that is
    not in the graph.
    """
    found: list[Violation] = []
    for stored in fetch_each(store, announce(known_cases(store, cases))):
        found.extend(check(to_graph(stored)))
    return tuple(sorted(found))
