"""The values that a parameter may be given, each with what it means: for the Tab key and for ``ask``."""

from __future__ import annotations

from queries.parameters import Parameter, known_values
from queries.runner import Readable

CASES = "MATCH (c:Case) RETURN c.id AS value, c.title AS meaning ORDER BY value"
TOPICS = """
MATCH (t:Topic)-[:IN_CASE]->(c:Case)
{which}
RETURN t.label AS value, min(c.id) AS meaning, count(t) AS times
ORDER BY times DESC, value
"""


def offered(parameter: Parameter, store: Readable | None, case: str | None = None) -> dict[str, str]:
    """The values to offer for a parameter, each with its label; empty where any text will do.

    Cases and topics come from the graph: none where there is no store. Topics are those of ``case``, or
    of every case.
    """
    if parameter.type == "flag":
        return {"yes": "", "no": ""}
    if parameter.type == "case" and store is not None:
        return _pairs(store.read(CASES, {}))
    if parameter.type == "topic" and store is not None:
        which = "WHERE c.id = $case" if case else ""
        found = _pairs(store.read(TOPICS.format(which=which), {"case": case}))
        return dict.fromkeys(found, "") if case else found
    return known_values(parameter.type)


def in_graph(parameter: Parameter) -> bool:
    """Whether its values are known only to the database."""
    return parameter.type in ("case", "topic")


def _pairs(rows: list[dict[str, object]]) -> dict[str, str]:
    return {str(row["value"]): " ".join(str(row["meaning"] or "").split()) for row in rows}
