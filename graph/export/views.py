"""From the raw graph to the network that a picture shows: which resources become nodes, and their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.export.fetch import Resource, Subgraph, fetch
from graph.export.flatten import flatten
from graph.export.network import Edge, Network, Node
from graph.store import Store

# The text of the report itself stays out of pictures; the quote goes with the fact it supports.
TEXTUAL = {"Document", "Passage", "Evidence"}
BULKY = ("text", "definition")
NAMING = ("label", "name", "title", "about", "id", "code")
LONGEST_LABEL = 60


def full(store: Store, cases: Sequence[str]) -> Network:
    """Everything that the cases say: facts, parties, kinds and areas, each fact with its first quote."""
    return network(fetch(store, cases))


def network(graph: Subgraph) -> Network:
    """Return the network of a raw graph, its textual resources folded into the facts they support."""
    quotes = _first_quotes(graph)
    kept = {uri: res for uri, res in graph.resources.items() if not res.labels & TEXTUAL}
    nodes = [_node(resource, quotes.get(uri, {})) for uri, resource in sorted(kept.items())]
    edges = [
        Edge(source, target, type_)
        for source, type_, target in sorted(graph.relationships)
        if source in kept and target in kept
    ]
    return Network(tuple(nodes), tuple(edges))


def _node(resource: Resource, quote: Mapping[str, object]) -> Node:
    plain = {name: value for name, value in resource.properties.items() if name not in BULKY}
    # Node has its own id, type and label; the same names among the properties would hide them.
    shown = {name: value for name, value in {**plain, **quote}.items() if name not in ("label", "type")}
    return Node(resource.uri, _class(resource), _label(resource, quote), flatten(shown))


def _class(resource: Resource) -> str:
    """The most telling of a resource's labels: not the one that only says it is a concept or a party."""
    general = {"Concept", "Party", "Fact"}
    return min(resource.labels - general or resource.labels)


def _label(resource: Resource, quote: Mapping[str, object]) -> str:
    for name in NAMING:
        if value := resource.properties.get(name):
            return _short(str(value))
    return _short(str(quote.get("quote") or _class(resource)))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def _first_quotes(graph: Subgraph) -> dict[str, Mapping[str, object]]:
    """For each fact the quote, paragraph, page and confidence of its first evidence in the text."""
    found: dict[str, Mapping[str, object]] = {}
    for source, type_, target in sorted(graph.relationships):
        if type_ != "EVIDENCE" or target not in graph.resources:
            continue
        evidence = graph.resources[target].properties
        if evidence.get("supports") is None and _place(evidence) < _place(found.get(source, {})):
            found[source] = evidence
    wanted = ("quote", "paragraph", "page", "confidence")
    return {uri: {name: one.get(name) for name in wanted} for uri, one in found.items()}


def _place(evidence: Mapping[str, object]) -> int:
    start = evidence.get("start")
    return start if isinstance(start, int) else 1 << 60
