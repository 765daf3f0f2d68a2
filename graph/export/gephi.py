"""Gephi's spreadsheet import: nodes.csv and edges.csv (https://docs.gephi.org/desktop/User_Manual/Import/CSV)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.export.cells import write_csv
from graph.export.flatten import one_line
from graph.export.format import Format
from graph.export.network import Life, Network, Scalar
from graph.export.views import read_network

NODE = ("Id", "Label", "Timeset", "type")
EDGE = ("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "Timeset")
# Gephi takes a column for a time column by these words in its name.
TAKEN = re.compile("interval|timestamp", re.IGNORECASE)


def write_gephi(network: Network, folder: Path) -> None:
    """Write nodes.csv and edges.csv; Kind keeps edges apart that join the same two nodes."""
    names = list(network.nodes.keys)
    nodes = (
        [node.id, one_line(node.label), timeset(node.lives), node.type, *_values(node.properties, names)]
        for node in network.nodes
    )
    write_csv(folder / "nodes.csv", [*NODE, *_named(names, NODE)], nodes)
    names = [name for name in network.edges.keys if name != "weight"]
    edges = (
        [
            edge.source,
            edge.target,
            "Directed" if edge.directed else "Undirected",
            edge.type,
            edge.id,
            edge.type,
            edge.properties.get("weight", 1),
            timeset(edge.lives),
            *_values(edge.properties, names),
        ]
        for edge in network.edges
    )
    write_csv(folder / "edges.csv", [*EDGE, *_named(names, EDGE)], edges)


def timeset(lives: Iterable[Life]) -> str:
    """Return spans of days as Gephi writes them: <[2019-03-20, 2019-05-01]; [2020-01-02, 2020-01-02]>."""
    spans = "; ".join(f"[{start}, {end}]" for start, end in lives)
    return f"<{spans}>" if spans else ""


def _values(properties: Mapping[str, Scalar], names: list[str]) -> list[Scalar | None]:
    found = (properties.get(name) for name in names)
    return [one_line(value) if isinstance(value, str) else value for value in found]


def _named(names: list[str], fixed: tuple[str, ...]) -> list[str]:
    """Column names that Gephi takes for none of its own, which it reads without regard to case."""
    own = {name.lower() for name in fixed}
    renamed = (TAKEN.sub("time", name) for name in names)
    return [f"{name}_" if name.lower() in own else name for name in renamed]


FORMAT = Format(
    "gephi-csv", "Gephi: nodes and edges as two tables over time", read_network, put_files=write_gephi
)
