"""What an export is made of: nodes and edges, already plain enough for any format.

The store's graph is read once into a Network (see fetch.py and views.py), every format writes the same
Network.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self, TypeVar

Scalar = str | int | float | bool
# From the first to the last day, both included, as ISO days.
Life = tuple[str, str]
T = TypeVar("T", "Node", "Edge")


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its URI, its class in the ontology, the words to show, and flat properties.

    ``lives`` are the spans of days in which it was there, in order and apart; none where it always is.
    """

    id: str
    type: str
    label: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)
    lives: tuple[Life, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One relationship; ``type`` is its relationship type, ``properties`` are flat, ``lives`` as a node's.

    One that is not ``directed`` joins its two ends alike and is kept once.
    """

    source: str
    target: str
    type: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)
    lives: tuple[Life, ...] = ()
    directed: bool = True

    @property
    def id(self) -> str:
        """An id that stays the same from one export to the next."""
        return f"{self.source}|{self.type}|{self.target}"


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes sorted by id and edges by source, type and target: equal data, equal bytes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> Self:
        """Return nodes and edges as a network: sorted, each property of one type throughout."""
        ordered = sorted(edges, key=lambda edge: (edge.source, edge.type, edge.target))
        return cls(_conform(sorted(nodes, key=lambda node: node.id)), _conform(ordered))

    def node_keys(self) -> dict[str, type]:
        """Return every node property with the one Python type that holds all its values."""
        return _keys(node.properties for node in self.nodes)

    def edge_keys(self) -> dict[str, type]:
        """Return every edge property with the one Python type that holds all its values."""
        return _keys(edge.properties for edge in self.edges)

    def labels(self) -> dict[str, str]:
        """Return the label of each node by its id."""
        return {node.id: node.label for node in self.nodes}


def _conform(things: list[T]) -> tuple[T, ...]:
    kinds = _keys(thing.properties for thing in things)
    return tuple(
        replace(
            thing,
            properties={name: kinds[name](value) for name, value in sorted(thing.properties.items())},
        )
        for thing in things
    )


def _keys(maps: Iterable[Mapping[str, Scalar]]) -> dict[str, type]:
    found: dict[str, set[type]] = {}
    for properties in maps:
        for name, value in properties.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _common(types) for name, types in sorted(found.items())}


def _common(types: set[type]) -> type:
    if len(types) == 1:
        return next(iter(types))
    return float if types <= {int, float} else str
