"""GraphML: read by yEd, Cytoscape, Gephi, igraph and networkx (http://graphml.graphdrawing.org).

Written by hand because networkx needs the whole network in its own form in memory first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from lxml import etree

from graph.export.format import Format
from graph.export.network import Edge, Network, Scalar
from graph.export.views import read_network

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
NODE: dict[str, type] = {"type": str, "label": str}
EDGE: dict[str, type] = {"type": str, "directed": bool, "first": str, "last": str}


def write_graphml(network: Network, out: BinaryIO) -> None:
    """Write the network as GraphML, one typed key an attribute; parallel edges keep apart by their id.

    An edge has the first and the last day of its lives; a node has its own among its properties.
    """
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            xml.write("\n")
            _declare(xml, "node", NODE | network.nodes.keys)
            _declare(xml, "edge", EDGE | network.edges.keys)
            with xml.element("graph", edgedefault="directed"):
                xml.write("\n")
                for node in network.nodes:
                    said = {"type": node.type, "label": node.label, **node.properties}
                    _write(xml, _element("node", said, id=node.id))
                for edge in network.edges:
                    said = {"type": edge.type, "directed": edge.directed, **edge.properties, **_days(edge)}
                    ends = {"source": edge.source, "target": edge.target}
                    _write(xml, _element("edge", said, id=edge.id, **ends))
    out.write(b"\n")


def _declare(xml: Any, owner: str, keys: Mapping[str, type]) -> None:
    for name, kind in keys.items():
        said = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": TYPES[kind]}
        _write(xml, etree.Element("key", said))


def _element(owner: str, properties: Mapping[str, Scalar], **head: str) -> etree._Element:
    element = etree.Element(owner, head)
    for name, value in properties.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        etree.SubElement(element, "data", key=f"{owner}_{name}").text = text
    return element


def _write(xml: Any, element: etree._Element) -> None:
    """Write an element on a line of its own."""
    xml.write(element)
    xml.write("\n")


def _days(edge: Edge) -> dict[str, Scalar]:
    return {"first": edge.lives[0][0], "last": edge.lives[-1][1]} if edge.lives else {}


FORMAT = Format("graphml", "yEd, Cytoscape, Gephi, igraph: a network", read_network, write_graphml)
