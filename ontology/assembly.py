"""A review put together again from resources that are described somewhere: in triples, in a database.

The inverse of taking it apart (see rdf.py), without loss: generic over the value types, led by their
fields. Sets come back in alphabetical order (see ``canonical``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any, Protocol, TypeVar

from ontology.document import Cell, Document, Passage
from ontology.errors import InvalidDataError
from ontology.facts import FACT_FIELDS, camel, canonical
from ontology.model import Case, Evidence, Review

F = TypeVar("F")


class Described(Protocol):
    """Resources by URI, with what is said of them under the names that the ontology gives properties."""

    def class_of(self, uri: str) -> str | None:
        """Return the name of a resource's class, None for what is no resource of a review."""

    def sources(self, name: str, target: str) -> Iterable[str]:
        """Return the URIs of the resources that a property leads from to a resource."""

    def targets(self, source: str, name: str) -> Iterable[str]:
        """Return the URIs of the resources that a property leads to from a resource."""

    def values(self, uri: str, name: str) -> Iterable[Any]:
        """Return a property's values as a fact has them: text, numbers, codes, names of areas, labels."""


def assemble(told: Described, case: str) -> Review:
    """Return the review of a case, given by its URI, in canonical form.

    Raises InvalidDataError where it has not one document.
    """
    members = sorted(told.sources("inCase", case), key=_by_number)
    documents = [uri for uri in members if told.class_of(uri) == Document.__name__]
    if len(documents) != 1:
        raise InvalidDataError(f"{case} has {len(documents)} documents; it must have one")
    found = {
        name: tuple(_fact(told, uri, kind) for uri in members if told.class_of(uri) == kind.__name__)
        for name, kind in FACT_FIELDS.items()
    }
    (id_,) = told.values(case, "id")
    document = _document(told, documents[0])
    return canonical(Review(id=id_, document=document, case=_fact(told, case, Case), **found))


def _by_number(uri: str) -> tuple[int, str]:
    """Order resources so that those numbered apart come back in the order of their numbers."""
    number = uri.rpartition("/")[2].partition("-")[2]
    return (int(number) if number.isdigit() else 1, uri)


def _fact(told: Described, uri: str, kind: type[F]) -> F:
    evidence = sorted(told.targets(uri, "evidence"), key=lambda one: _order(told, one))
    return _value(told, uri, kind, evidence=tuple(_value(told, one, Evidence) for one in evidence))


def _document(told: Described, uri: str) -> Document:
    passages = sorted(told.sources("partOf", uri), key=lambda one: _order(told, one))
    said = (str(one).partition("=") for one in told.values(uri, "properties"))
    return _value(
        told,
        uri,
        Document,
        passages=tuple(_value(told, one, Passage, cells=_cells(told, one)) for one in passages),
        properties=tuple(sorted((name, value) for name, _, value in said)),
    )


def _cells(told: Described, passage: str) -> tuple[Cell, ...]:
    numbers = sorted([int(part) for part in str(one).split()] for one in told.values(passage, "cells"))
    return tuple(Cell(column=column, start=start, end=end) for column, start, end in numbers)


def _order(told: Described, uri: str) -> int:
    (order,) = told.values(uri, "order")
    return int(order)


def _value(told: Described, uri: str, kind: type[F], **given: Any) -> F:
    """Return a dataclass from a resource's properties; those given are not read."""
    values = dict(given)
    for field, name, many in _fields(kind):  # type: ignore[arg-type]
        if field in given:
            continue
        found = tuple(told.values(uri, name))
        if many:
            values[field] = tuple(sorted(found))
        elif found:
            values[field] = found[0]
    return kind(**values)


@cache
def _fields(kind: type) -> list[tuple[str, str, bool]]:
    """Each field of a value type: its name, the ontology's, and whether it holds several values."""
    return [(one.name, camel(one.name), str(one.type).startswith("tuple")) for one in fields(kind)]
