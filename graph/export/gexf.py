"""GEXF 1.3 for Gephi: dynamic, with lifetimes from dates and a colour for each class.

Written by hand because networkx writes GEXF 1.2draft without time. https://gexf.net/schema.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from lxml import etree

from graph.export.network import Network, Node, Scalar
from graph.export.palette import colour
from graph.export.views import full
from graph.store import Store

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
Life = tuple[str | None, str | None]


def write_gexf(network: Network, out: BinaryIO) -> None:
    """Write the network as GEXF 1.3; a node lives from its first to its last possible day.

    Nodes without a date are always there. An edge lives while both its ends do.
    """
    lives = {node.id: _life(node.properties) for node in network.nodes}
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("gexf", nsmap={None: NAMESPACE, "viz": VIZ}, version="1.3"), _graph(xml):
            _declare(xml, "node", {"type": str, **network.node_keys()})
            _declare(xml, "edge", {"type": str, **network.edge_keys()})
            with xml.element("nodes"):
                for node in network.nodes:
                    _node(xml, node, lives[node.id])
            with xml.element("edges"):
                for edge in network.edges:
                    life = _overlap(lives[edge.source], lives[edge.target])
                    head = {"id": edge.id, "source": edge.source, "target": edge.target}
                    named = {**head, "kind": edge.type, "label": edge.type, **_times(life)}
                    with xml.element("edge", named):
                        _values(xml, {"type": edge.type, **edge.properties})


@contextmanager
def _graph(xml: Any) -> Iterator[None]:
    settings = {
        "mode": "dynamic",
        "timerepresentation": "interval",
        "timeformat": "date",
        "defaultedgetype": "directed",
    }
    with xml.element("graph", settings):
        yield


def _node(xml: Any, node: Node, life: Life) -> None:
    with xml.element("node", {"id": node.id, "label": node.label, **_times(life)}):
        _values(xml, {"type": node.type, **node.properties})
        red, green, blue = colour(node.type)
        xml.write(etree.Element(f"{{{VIZ}}}color", r=str(red), g=str(green), b=str(blue)))


def _declare(xml: Any, owner: str, keys: Mapping[str, type]) -> None:
    with xml.element("attributes", {"class": owner, "mode": "static"}):
        for name, kind in keys.items():
            xml.write(etree.Element("attribute", id=name, title=name, type=TYPES[kind]))


def _values(xml: Any, properties: Mapping[str, Scalar]) -> None:
    with xml.element("attvalues"):
        for name, value in properties.items():
            text = str(value).lower() if isinstance(value, bool) else str(value)
            xml.write(etree.Element("attvalue", {"for": name, "value": text}))


def _life(properties: Mapping[str, Scalar]) -> Life:
    start, end = properties.get("dateFrom"), properties.get("dateTo")
    return (str(start) if start else None, str(end) if end else None)


def _overlap(one: Life, other: Life) -> Life:
    starts = [life[0] for life in (one, other) if life[0]]
    ends = [life[1] for life in (one, other) if life[1]]
    start, end = max(starts, default=None), min(ends, default=None)
    # Two ends that never live at once still have their relation: it is shown while the source lives.
    return one if start and end and start > end else (start, end)


def _times(life: Life) -> dict[str, str]:
    return {name: day for name, day in zip(("start", "end"), life, strict=True) if day}


def export(store: Store, cases: Sequence[str], out: BinaryIO) -> None:
    """GEXF 1.3: for Gephi, dynamic by the dates of events, coloured by class."""
    write_gexf(full(store, cases), out)
