"""The stored graph as reviews again: the values that were loaded, without a way round by RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph.export.fetch import Subgraph, fetch_each, ontology_class
from graph.store import Store
from ontology.assembly import assemble
from ontology.model import Review
from ontology.vocabulary import relationship_type

# What stands for a resource in a fact that points at it: a concept's code, an area's name, a topic's label.
STANDING = {"Concept": "code", "Area": "name", "Topic": "label"}


def read_reviews(store: Store, cases: Iterable[str], _: str) -> Iterator[Review]:
    """Yield each case as the review that was stored; one that was withdrawn has nothing left to yield."""
    for subgraph in fetch_each(store, cases):
        if any("text" in subgraph.resources[uri].properties for uri in subgraph.labelled("Document")):
            told = _Stored(subgraph)
            yield from (assemble(told, case) for case in subgraph.labelled("Case"))


class _Stored:
    """A stored graph as resources that a review is put together from."""

    def __init__(self, graph: Subgraph) -> None:
        self._graph = graph
        self._into: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for source, kind, target in graph.relationships:
            self._into[target, kind].append(source)

    def class_of(self, uri: str) -> str | None:
        resource = self._graph.resources.get(uri)
        return ontology_class(resource) or None if resource else None

    def sources(self, name: str, target: str) -> Iterable[str]:
        return self._into[target, relationship_type(name)]

    def targets(self, source: str, name: str) -> Iterable[str]:
        return self._graph.targets(source, relationship_type(name))

    def values(self, uri: str, name: str) -> Iterator[Any]:
        value = self._graph.resources[uri].properties.get(name)
        if value is not None:
            yield from value if isinstance(value, list | tuple) else (value,)
        for target in self._graph.targets(uri, relationship_type(name)):
            one = self._graph.resources[target]
            yield from (one.properties[key] for label, key in STANDING.items() if label in one.labels)
