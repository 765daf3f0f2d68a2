"""What a template may name in its front matter to be worked out on top of what its Cypher gives.

An analysis works on the rows of the Cypher, or on the review that is stored of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from queries.attendance import meeting_attendance
from queries.clocks import statutory_clocks

Rows = Sequence[Mapping[str, Any]]
Values = Mapping[str, Any]

OF_ROWS: dict[str, Callable[[Rows, Values], list[dict[str, Any]]]] = {
    "attendance": meeting_attendance,
    "clocks": statutory_clocks,
}
# By name, since a trace brings with it all that reads text.
OF_REVIEWS = {"knowledge": "who_knew", "stops": "where_it_stopped"}
ANALYSES = (*OF_ROWS, *OF_REVIEWS)


def analysed(store: Any, name: str, records: Rows, values: Values) -> list[dict[str, Any]]:
    """The rows that an analysis makes of what the Cypher gave for these values.

    Raises UsageError for a case whose text was withdrawn, InvalidDataError where a trace finds nothing.
    """
    if name in OF_ROWS:
        return OF_ROWS[name](records, values)
    review = import_module("graph.casefile").read_case(store, values["case"])
    rows: list[dict[str, Any]] = getattr(import_module("queries.tracing"), OF_REVIEWS[name])(review, values)
    return rows
