"""GEXF 1.3 for Gephi: dynamic, with lifetimes from dates and a colour for each class.

Written by hand because networkx writes GEXF 1.2draft without time. https://gexf.net/schema.html
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, BinaryIO

from lxml import etree

from graph.export.format import Format
from graph.export.network import Edge, Life, Network, Node, Scalar
from graph.export.palette import colour
from graph.export.views import read_network

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
SETTINGS = {
    "mode": "dynamic",
    "timerepresentation": "interval",
    "timeformat": "date",
    "defaultedgetype": "directed",
}


def write_gexf(network: Network, out: BinaryIO) -> None:
    """Write the network as GEXF 1.3; a node lives from its first to its last possible day.

    What has no date is always there. Every edge has a direction, since readers refuse to mix; the
    attribute ``directed`` says where it has no meaning.
    """
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with (
            xml.element("gexf", nsmap={None: NAMESPACE, "viz": VIZ}, version="1.3"),
            xml.element("graph", SETTINGS | _span(network)),
        ):
            _declare(xml, "node", {"type": str, **network.nodes.keys})
            _declare(xml, "edge", {"directed": bool, "type": str, **network.edges.keys})
            with xml.element("nodes", count=str(len(network.nodes))):
                for node in network.nodes:
                    _node(xml, node)
            with xml.element("edges", count=str(len(network.edges))):
                for edge in network.edges:
                    _edge(xml, edge)
    out.write(b"\n")


def _node(xml: Any, node: Node) -> None:
    with xml.element("node", {"id": node.id, "label": node.label, **_times(node.lives)}):
        _values(xml, {"type": node.type, **node.properties})
        _spells(xml, node.lives)
        red, green, blue = colour(node.type)
        xml.write(etree.Element(f"{{{VIZ}}}color", r=str(red), g=str(green), b=str(blue)))


def _edge(xml: Any, edge: Edge) -> None:
    head = {"id": edge.id, "source": edge.source, "target": edge.target}
    named = {**head, "kind": edge.type, "label": edge.type, **_times(edge.lives)}
    if weight := edge.properties.get("weight"):
        named["weight"] = str(weight)
    with xml.element("edge", named):
        _values(xml, {"directed": edge.directed, "type": edge.type, **edge.properties})
        _spells(xml, edge.lives)


def _declare(xml: Any, owner: str, keys: Mapping[str, type]) -> None:
    with xml.element("attributes", {"class": owner, "mode": "static"}):
        for name, kind in keys.items():
            xml.write(etree.Element("attribute", id=name, title=name, type=TYPES[kind]))


def _values(xml: Any, properties: Mapping[str, Scalar]) -> None:
    with xml.element("attvalues"):
        for name, value in properties.items():
            text = str(value).lower() if isinstance(value, bool) else str(value)
            xml.write(etree.Element("attvalue", {"for": name, "value": text}))


def _spells(xml: Any, lives: tuple[Life, ...]) -> None:
    if len(lives) > 1:
        with xml.element("spells"):
            for start, end in lives:
                xml.write(etree.Element("spell", start=start, end=end))


def _times(lives: tuple[Life, ...]) -> dict[str, str]:
    return {"start": lives[0][0], "end": lives[0][1]} if len(lives) == 1 else {}


def _span(network: Network) -> dict[str, str]:
    """The first and the last day that anything in the network has."""
    first, last = "9999", ""
    for thing in chain[Node | Edge](network.nodes, network.edges):
        for start, end in thing.lives:
            first, last = min(first, start), max(last, end)
    return {"start": first, "end": last} if last else {}


FORMAT = Format("gexf", "Gephi: a network over time, coloured by class", read_network, write_gexf)
