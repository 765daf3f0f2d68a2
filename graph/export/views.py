"""What becomes node and edge: the views that a picture can be of, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.export.agencies import agencies
from graph.export.fetch import Subgraph, fetch_each
from graph.export.network import Edge, Network, Node
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
# What a view makes of the graphs of some cases, one after the other.
View = Callable[[Iterable[Subgraph]], Iterator[Node | Edge]]
_MAKERS: dict[str, View] = {"full": facts, "agencies": agencies, "people": people, "evidence": evidence}


def read_network(store: Store, cases: Iterable[str], view: str) -> Network:
    """Return a view of some cases as the store holds them."""
    return network(fetch_each(store, cases), view)


def network(graphs: Iterable[Subgraph], view: str = "full") -> Network:
    """Return a view, one of VIEWS, of the stored graphs of some cases; of which one at a time is needed."""
    return Network(_MAKERS[view](graphs))
