"""GraphML: read by yEd, Cytoscape, Gephi, igraph and networkx (http://graphml.graphdrawing.org)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import networkx as nx

from graph.export.network import Network
from graph.export.views import full
from graph.store import Store


def to_networkx(network: Network) -> nx.MultiDiGraph[str]:
    """Return the network as a networkx multigraph; parallel edges keep apart by their type as key."""
    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes:
        result.add_node(node.id, type=node.type, label=node.label, **node.properties)
    for edge in network.edges:
        result.add_edge(edge.source, edge.target, key=edge.id, type=edge.type, **edge.properties)
    return result


def write_graphml(network: Network, out: BinaryIO) -> None:
    """Write the network as GraphML, one typed key an attribute."""
    nx.write_graphml_lxml(to_networkx(network), out, named_key_ids=True)


def export(store: Store, cases: Sequence[str], out: BinaryIO) -> None:
    """GraphML: for yEd, Cytoscape, Gephi, igraph and networkx."""
    write_graphml(full(store, cases), out)
