"""Cytoscape's own JSON (.cyjs), which cytoscape.js reads too."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from graph.export.format import Format
from graph.export.json_stream import write_list
from graph.export.network import Edge, Life, Network, Node
from graph.export.views import read_network

EPOCH = date(1970, 1, 1)
COLUMN, ROW = 80, 120
HEAD = {
    "format_version": "1.0",
    "generated_by": "casetrace",
    "target_cytoscapejs_version": "~2.1",
    "data": {"name": "casetrace", "shared_name": "casetrace"},
}
OWN = frozenset({"id", "source", "target", "name", "shared_name", "label", "interaction", "SUID"})


def write_cyjs(network: Network, out: BinaryIO) -> None:
    """Write the network; a date is text, since Cytoscape has no dates, and a day a number in ``t_days``.

    ``t_days`` and ``t_days_end`` count days since 1970-01-01. Nodes are laid out in a row for each class.
    """
    head = json.dumps(HEAD, indent=1).removesuffix("\n}")
    out.write(f'{head},\n"elements": {{"nodes": '.encode())
    places = zip(network.nodes, _places(network), strict=True)
    write_list(({"data": _node(node), "position": place} for node, place in places), out)
    out.write(b',\n"edges": ')
    write_list(({"data": _edge(edge, number)} for number, edge in enumerate(network.edges)), out)
    out.write(b"}}\n")


def _node(node: Node) -> dict[str, Any]:
    said = {"id": node.id, "name": node.label, "shared_name": node.label, "label": node.label}
    return {**said, "type": node.type, **_more(node)}


def _edge(edge: Edge, number: int) -> dict[str, Any]:
    name = f"{edge.source} ({edge.type}) {edge.target}"
    said = {"id": f"e{number}", "source": edge.source, "target": edge.target, "name": name}
    return {
        **said,
        "shared_name": name,
        "interaction": edge.type,
        "shared_interaction": edge.type,
        "directed": edge.directed,
        **_more(edge),
    }


def _more(thing: Node | Edge) -> dict[str, Any]:
    said = {f"{name}_" if name in OWN else name: value for name, value in thing.properties.items()}
    return said | _days(thing.lives)


def _days(lives: tuple[Life, ...]) -> dict[str, int]:
    if not lives:
        return {}
    first, last = date.fromisoformat(lives[0][0]), date.fromisoformat(lives[-1][1])
    return {"t_days": (first - EPOCH).days, "t_days_end": (last - EPOCH).days}


def _places(network: Network) -> Iterator[dict[str, int]]:
    """Where each node is drawn: in the row of its class, the next after those before it."""
    rows = {type_: row for row, type_ in enumerate(network.nodes.types)}
    taken: Counter[str] = Counter()
    for node in network.nodes:
        yield {"x": COLUMN * taken[node.type], "y": ROW * rows[node.type]}
        taken[node.type] += 1


FORMAT = Format("cyjs", "Cytoscape and cytoscape.js: a network", read_network, write_cyjs)
