"""The graph as it is stored, sorted for formats that load into a database: by label, then by type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from graph.export.fetch import Resource, Subgraph
from graph.export.sorted_store import Sorted

Labels = tuple[str, ...]
Types = dict[str, set[type]]
Link = tuple[str, str, str, str, str]  # type, labels of its two ends, URIs of its two ends


class Stored:
    """The graphs of some cases as one, however large: what they share is there once."""

    def __init__(self, graphs: Iterable[Subgraph]) -> None:
        self._resources, self._links = Sorted[Resource](), Sorted[Link]()
        self._types: defaultdict[Labels, Types] = defaultdict(dict)
        for graph in graphs:
            for resource in graph.resources.values():
                self._add(resource)
            for source, kind, target in graph.relationships:
                ends = (key_label(graph.resources[uri].labels) for uri in (source, target))
                link: Link = (kind, *ends, source, target)  # type: ignore[assignment]
                self._links.add(link, *link)

    def resources(self) -> Iterator[tuple[Labels, Types, Iterator[Resource]]]:
        """Yield the resources that have the same labels: the labels, their properties' types, each by URI."""
        for labels, some in groupby(self._resources, key=labels_of):
            yield labels, self._types[labels], some

    def links(self) -> Iterator[tuple[tuple[str, str, str], Iterator[tuple[str, str]]]]:
        """Yield relationships that are alike: their type and their ends' key labels, the ends' URIs."""
        for head, some in groupby(self._links, key=lambda link: link[:3]):
            yield head, (link[3:] for link in some)

    def _add(self, resource: Resource) -> None:
        labels = labels_of(resource)
        self._resources.add(resource, *labels, resource.uri)
        for name, value in resource.properties.items():
            if value is not None:
                self._types[labels].setdefault(name, set()).add(type(value))


def labels_of(resource: Resource) -> Labels:
    """Return a resource's labels in order."""
    return tuple(sorted(resource.labels))


def key_label(labels: Iterable[str]) -> str:
    """Return the label under which a node's URI is unique: Concept for concepts, else its class."""
    known = sorted(labels)
    return "Concept" if "Concept" in known else known[0]
