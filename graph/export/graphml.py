"""GraphML: read by yEd, Cytoscape, Gephi, igraph and networkx (http://graphml.graphdrawing.org)."""

from __future__ import annotations

from typing import BinaryIO

import networkx as nx

from graph.export.format import Format
from graph.export.network import Edge, Network, Node, Scalar
from graph.export.views import read_network


def to_networkx(network: Network) -> nx.MultiDiGraph[str]:
    """Return the network as a networkx multigraph; parallel edges keep apart by their id as key."""
    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes:
        head = {"type": node.type, "label": node.label}
        result.add_node(node.id, **head, **node.properties, **_days(node))
    for edge in network.edges:
        said = {"type": edge.type, "directed": edge.directed, **edge.properties, **_days(edge)}
        result.add_edge(edge.source, edge.target, key=edge.id, **said)
    return result


def write_graphml(network: Network, out: BinaryIO) -> None:
    """Write the network as GraphML, one typed key an attribute."""
    nx.write_graphml_lxml(to_networkx(network), out, named_key_ids=True, prettyprint=True)


def _days(thing: Node | Edge) -> dict[str, Scalar]:
    """The first and last day of an edge's lives; a node has them among its properties."""
    if not thing.lives or isinstance(thing, Node):
        return {}
    return {"first": thing.lives[0][0], "last": thing.lives[-1][1]}


FORMAT = Format("graphml", "yEd, Cytoscape, Gephi, igraph: a network", read_network, write_graphml)
