"""The facts of a review as a whole: which there are, in what order, by what name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from ontology import model
from ontology.identity import fact_uri
from ontology.model import Fact, Review

F = TypeVar("F", bound=Fact)
FACT_FIELDS = {
    field.name: getattr(model, str(field.type).removeprefix("tuple[").partition(",")[0])
    for field in fields(Review)
    if field.name not in ("id", "document", "case")
}


def facts(review: Review) -> Iterator[Fact]:
    """Yield every fact of a review but its case, in the order of its fields."""
    for name in FACT_FIELDS:
        yield from getattr(review, name)


def resources(review: Review) -> Iterator[tuple[str, Fact]]:
    """Yield each fact with its URI; of several that the URI would not tell apart, the later are numbered."""
    seen: Counter[str] = Counter()
    for fact in facts(review):
        uri = fact_uri(review.id, fact)
        seen[uri] += 1
        yield uri if seen[uri] == 1 else f"{uri}-{seen[uri]}", fact


def canonical(review: Review) -> Review:
    """Return the review with its sets in alphabetical order and its facts in the order of the text."""
    ordered: dict[str, Any] = {
        name: tuple(sorted(map(in_order, getattr(review, name)), key=lambda fact: _place(review, fact)))
        for name in FACT_FIELDS
    }
    return replace(review, case=in_order(review.case), **ordered)


def camel(name: str) -> str:
    """Return a Python field's name as the ontology writes it: period_start, periodStart."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def in_order(fact: F) -> F:
    """Return a fact with its sets (parties, aliases, topics) in alphabetical order."""
    sets = {
        field.name: tuple(sorted(getattr(fact, field.name)))
        for field in fields(fact)
        if field.type == "tuple[str, ...]"
    }
    return replace(fact, **sets)


def _place(review: Review, fact: Fact) -> tuple[int, int, str]:
    return (fact.start, fact.end, fact_uri(review.id, fact))
