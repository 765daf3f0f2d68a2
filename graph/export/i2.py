"""i2 Analyst's Notebook and Maltego: one row a link, so that one import specification builds the chart."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from graph.export.cells import write_csv
from graph.export.flatten import one_line
from graph.export.format import Format
from graph.export.network import Edge, Life, Network, Node, Scalar
from graph.export.views import read_network
from ontology.dates import earliest, latest

END = ("id", "type", "label", "agency")
COLUMNS = (
    *("link_id", "link_type", "link_label", "direction", "strength", "date", "time", "date_precision"),
    *(f"end{number}_{name}" for number in (1, 2) for name in END),
    *("description", "source_ref", "page", "quote", "confidence"),
)
# An agency itself, or the relationship that leads from a person or service to its agency type.
AGENCY, BELONGS = "AgencyType", "AGENCY_TYPE"
NEAR = 10_000  # nodes kept at hand, since edges in order have their sources and parties in common


def write_i2(network: Network, folder: Path) -> None:
    """Write links.csv, and entities.csv with what no link leads to; no field has a line break.

    A date known to the month or year stands as its first day, ``date_precision`` says so. There are no
    times of day in a review; the column is there for the import specification.
    """
    agencies = _agencies(network)
    node = lru_cache(NEAR)(network.node)
    rows = (_row(edge, (node(edge.source), node(edge.target)), agencies) for edge in network.edges)
    write_csv(folder / "links.csv", COLUMNS, rows, mark=True)
    linked = {end for edge in network.edges for end in (edge.source, edge.target)}
    alone = (_entity(node, agencies) for node in network.nodes if node.id not in linked)
    write_csv(folder / "entities.csv", END, alone, mark=True)


def _row(edge: Edge, ends: tuple[Node, Node], agencies: dict[str, str]) -> list[Scalar | None]:
    fact = next((end for end in ends if end.lives or "quote" in end.properties), ends[0])
    told = fact.properties
    date, precision = _when(next(iter(edge.lives or fact.lives), None))
    entities = [value for end in ends for value in _entity(end, agencies)]
    return [
        edge.id,
        edge.type,
        edge.type.replace("_", " ").lower(),
        "1 to 2" if edge.directed else "none",
        edge.properties.get("weight", 1),
        date,
        "",
        precision,
        *entities,
        *(_plain(told.get(name)) for name in ("about", "paragraph", "page", "quote", "confidence")),
    ]


def _entity(node: Node, agencies: dict[str, str]) -> list[Scalar]:
    return [node.id, node.type, one_line(node.label), agencies.get(node.id, "")]


def _when(life: Life | None) -> tuple[str, str]:
    """The first day of a span, and how exact it is: a day, a month, a year, or a period."""
    if life is None:
        return "", ""
    start, _ = life
    known = {start: "day", start[:7]: "month", start[:4]: "year"}
    exact = (
        name for iso, name in known.items() if (earliest(iso), latest(iso)) == tuple(map(earliest, life))
    )
    return start, next(exact, "period")


def _plain(value: Scalar | None) -> Scalar | None:
    return one_line(value) if isinstance(value, str) else value


def _agencies(network: Network) -> dict[str, str]:
    """The label of the agency type that each node is or belongs to."""
    found = {node.id: node.label for node in network.nodes if node.type == AGENCY}
    belonging = (edge for edge in network.edges if edge.type == BELONGS)
    return found | {edge.source: found[edge.target] for edge in belonging}


FORMAT = Format("i2-csv", "i2 Analyst's Notebook, Maltego: one row a link", read_network, put_files=write_i2)
