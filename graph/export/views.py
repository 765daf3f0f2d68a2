"""What becomes node and edge: the views that a picture can be of, by name."""

from __future__ import annotations

from collections.abc import Sequence

from graph.export.agencies import agencies
from graph.export.fetch import Subgraph, fetch
from graph.export.network import Network
from graph.export.people import people
from graph.export.pictured import evidence, facts
from graph.store import Store

# Name, meaning in a line, and how the stored graph becomes the network.
VIEWS = {
    "full": "every fact with its parties, kinds and areas, and its first quote",
    "agencies": "agency types joined by communications, meetings and gaps, weighted and dated",
    "people": "professionals, family and agency types, joined where a meeting or contact names them together",
    "evidence": "every fact with its quotes and the paragraphs they stand in",
}
_MAKERS = {"full": facts, "agencies": agencies, "people": people, "evidence": evidence}


def read_network(store: Store, cases: Sequence[str], view: str) -> Network:
    """Return a view of some cases as the store holds them."""
    return network(fetch(store, cases), view)


def network(graph: Subgraph, view: str = "full") -> Network:
    """Return a view, one of VIEWS, of a stored graph."""
    return _MAKERS[view](graph)
