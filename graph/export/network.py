"""What an export is made of: nodes and edges, already plain enough for any format.

The store's graph is read once into a Network (see fetch.py), every format writes the same Network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its URI, its class in the ontology, the words to show, and flat properties."""

    id: str
    type: str
    label: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One relationship; ``type`` is its relationship type, ``properties`` are flat."""

    source: str
    target: str
    type: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """An id that stays the same from one export to the next."""
        return f"{self.source}|{self.type}|{self.target}"


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes sorted by id and edges sorted by source, type and target: equal data, equal bytes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node_keys(self) -> dict[str, type]:
        """Return every node property with the one Python type that holds all its values."""
        return _keys([node.properties for node in self.nodes])

    def edge_keys(self) -> dict[str, type]:
        """Return every edge property with the one Python type that holds all its values."""
        return _keys([edge.properties for edge in self.edges])


def _keys(maps: list[Mapping[str, Scalar]]) -> dict[str, type]:
    found: dict[str, set[type]] = {}
    for properties in maps:
        for name, value in properties.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _common(types) for name, types in sorted(found.items())}


def _common(types: set[type]) -> type:
    if len(types) == 1:
        return next(iter(types))
    return float if types <= {int, float} else str
