"""What an export is made of: nodes and edges, already plain enough for any format.

The store's graph is read once, case by case, into a Network (see fetch.py and views.py), every format
writes the same Network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from graph.export.sorted_store import Sorted

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


class Network:
    """Nodes in the order of their ids, edges of their sources, types and targets: equal data, equal bytes.

    It is as large as it needs to be without being in memory. Every property has one type throughout.
    """

    def __init__(self, things: Iterable[Node | Edge]) -> None:
        self._nodes, self._edges = _Kept[Node](), _Kept[Edge]()
        for thing in things:
            if isinstance(thing, Node):
                self._nodes.add(thing, thing.type, thing.id)
            else:
                self._edges.add(thing, thing.type, thing.source, thing.type, thing.target)

    @property
    def nodes(self) -> _Kept[Node]:
        """The nodes."""
        return self._nodes

    @property
    def edges(self) -> _Kept[Edge]:
        """The edges."""
        return self._edges

    def node(self, id_: str) -> Node:
        """Return the node of an id. Raises KeyError where there is none."""
        return self._nodes.get(id_)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Network):
            return NotImplemented
        return list(self.nodes) == list(other.nodes) and list(self.edges) == list(other.edges)

    __hash__ = None  # type: ignore[assignment]


class _Kept(Generic[T]):
    """Nodes or edges in order, with what their properties are called and of what type they are."""

    def __init__(self) -> None:
        self._things: Sorted[T] = Sorted()
        self._found: dict[str, set[type]] = {}
        self._types: set[str] = set()
        self._keys: dict[str, type] | None = None

    def add(self, thing: T, type_: str, *key: str) -> None:
        """Keep a thing by its key."""
        self._things.add(thing, *key)
        self._keys = None
        self._types.add(type_)
        for name, value in thing.properties.items():
            self._found.setdefault(name, set()).add(type(value))

    @property
    def keys(self) -> dict[str, type]:
        """Every property with the one Python type that holds all its values, by name."""
        if self._keys is None:
            self._keys = {name: _common(types) for name, types in sorted(self._found.items())}
        return self._keys

    @property
    def types(self) -> list[str]:
        """The classes of nodes or the types of relationships that occur, in order."""
        return sorted(self._types)

    def get(self, *key: str) -> T:
        """Return the thing of a key. Raises KeyError where there is none."""
        return _conformed(self._things.get(*key), self.keys)

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[T]:
        keys = self.keys
        for thing in self._things:
            yield _conformed(thing, keys)


def _conformed(thing: T, keys: Mapping[str, type]) -> T:
    said = {name: keys[name](value) for name, value in sorted(thing.properties.items())}
    return replace(thing, properties=said)


def _common(types: set[type]) -> type:
    if len(types) == 1:
        return next(iter(types))
    return float if types <= {int, float} else str
