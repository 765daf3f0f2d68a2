"""The views that show facts as they are stored: with their parties, or with their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from graph.export.fetch import Resource, Subgraph
from graph.export.flatten import FORBIDDEN, flatten, one_line
from graph.export.network import Edge, Life, Node

# The text of the report itself stays out of pictures; the quote goes with the fact it supports.
TEXTUAL = {"Document", "Passage", "Evidence", "Cell", "FileProperty"}
# What cases have in common; shown where a fact that is shown names it.
SHARED = {"Concept", "Area"}
# Long texts, and what the store keeps for its own use.
HIDDEN = {"text", "definition", "order", "listing", "identity", "withdrawn"}
NAMING = ("label", "name", "title", "about", "id")
# The relationships whose concept says what a fact is, where it has no name of its own.
TELLING = ("KIND", "TYPE", "FACTOR", "CHANNEL")
LONGEST_LABEL = 60


def facts(graphs: Iterable[Subgraph]) -> Iterator[Node | Edge]:
    """Everything that the cases say: facts, parties, kinds and areas, each fact with its first quote."""
    for graph in graphs:
        yield from picture(graph, _told(graph), first_quotes(graph))


def evidence(graphs: Iterable[Subgraph]) -> Iterator[Node | Edge]:
    """Facts, their evidence, and the passages and documents that it stands in."""
    for graph in graphs:
        yield from picture(graph, _evident(graph), {})


def _told(graph: Subgraph) -> set[str]:
    shown = {uri: one.labels for uri, one in graph.resources.items() if not one.labels & TEXTUAL}
    told = {uri for uri, labels in shown.items() if not labels & SHARED}
    named = {target for source, _, target in graph.relationships if source in told and target in shown}
    return told | named


def _evident(graph: Subgraph) -> set[str]:
    stands = {target for _, kind, target in graph.relationships if kind in ("IN_PASSAGE", "PART_OF")}
    return {
        uri
        for uri, resource in graph.resources.items()
        if "Evidence" in resource.labels or uri in stands or not resource.labels & (TEXTUAL | SHARED)
    }


def picture(
    graph: Subgraph, kept: Set[str], quotes: Mapping[str, Mapping[str, object]]
) -> Iterator[Node | Edge]:
    """Yield some resources of a graph and all the relationships among them."""
    telling = _telling(graph)
    nodes = {
        uri: node(graph.resources[uri], quotes.get(uri, {}), telling.get(uri))
        for uri in graph.resources
        if uri in kept
    }
    yield from nodes.values()
    for source, kind, target in graph.relationships:
        if source in nodes and target in nodes:
            yield Edge(source, target, kind, lives=_together(nodes[source], nodes[target]))


def node(resource: Resource, quote: Mapping[str, object], telling: str | None = None) -> Node:
    """Return a resource as a node, with what its first quote says of its place in the text."""
    # Node has its own id, type and label; the same names among the properties would hide them.
    shown = {
        name: value
        for name, value in chain(resource.properties.items(), quote.items())
        if name not in HIDDEN | {"id", "label", "type"}
    }
    first, last = (resource.properties.get(name) for name in ("dateFrom", "dateTo"))
    lives = ((str(first), str(last)),) if first and last else ()
    return Node(resource.uri, class_of(resource), label_of(resource, quote, telling), flatten(shown), lives)


def class_of(resource: Resource) -> str:
    """The most telling of a resource's labels: not the one that only says it is a concept or a party."""
    general = {"Concept", "Party", "Fact"}
    return min(resource.labels - general or resource.labels)


def label_of(resource: Resource, quote: Mapping[str, object], telling: str | None = None) -> str:
    """The words to show: a name, or what kind of fact it is and when, or its quote, or its class."""
    said = (resource.properties.get(name) for name in NAMING)
    named = next((str(value) for value in said if value), None)
    if telling:
        dated = [telling, resource.properties.get("date")]
        kind = ", ".join(str(part) for part in dated if part)
        return _short(f"{kind}: {named}" if named else kind)
    number = named if named and not re.search("[^\\W\\d_]", named) else resource.properties.get("number")
    if number:
        return _short(f"{class_of(resource)} {number}")
    quoted = resource.properties.get("quote") or quote.get("quote")
    return _short(str(named or quoted or class_of(resource)))


def first_quotes(graph: Subgraph) -> dict[str, Mapping[str, object]]:
    """For each fact the quote, paragraph, page and confidence of its first evidence in the text."""
    found: dict[str, Mapping[str, object]] = {}
    for source, kind, target in graph.relationships:
        if kind != "EVIDENCE" or target not in graph.resources:
            continue
        said = graph.resources[target].properties
        if said.get("supports") is None and _place(said) < _place(found.get(source, {})):
            found[source] = said
    wanted = ("quote", "paragraph", "page", "confidence")
    return {uri: {name: one.get(name) for name in wanted} for uri, one in found.items()}


def _telling(graph: Subgraph) -> dict[str, str]:
    """For each fact with a kind, type, factor or channel the label of that concept."""
    found: dict[str, str] = {}
    for source, kind, target in graph.relationships:
        concept = graph.resources.get(target)
        if kind in TELLING and concept is not None and not graph.resources[source].labels & TEXTUAL:
            known = concept.properties.get("code") != "unspecified"
            found[source] = str(concept.properties["label"]) if known else class_of(graph.resources[source])
    return found


def _together(one: Node, other: Node) -> tuple[Life, ...]:
    """The days on which both ends of a relation are there: a node without a date always is."""
    if not (one.lives and other.lives):
        return one.lives or other.lives
    (start, end), (from_, to) = one.lives[0], other.lives[0]
    both = (max(start, from_), min(end, to))
    # Two ends that are never there at once still have their relation; it is shown with the first.
    return (both,) if both[0] <= both[1] else one.lives


def _place(said: Mapping[str, object]) -> int:
    start = said.get("start")
    return start if isinstance(start, int) else 1 << 60


def _short(text: str) -> str:
    text = one_line(FORBIDDEN.sub(" ", text))
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"
