"""Every fact of a review with the name by which the page knows it, so that any mark can lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from graph.report.wording import sort_of, what
from ontology.facts import in_order
from ontology.model import Evidence, Fact, Review

F = TypeVar("F", bound=Fact)
REJECTED = "rejected"
SORTS = tuple(field.name for field in fields(Review) if field.name not in ("id", "document", "case"))


@dataclass(frozen=True, slots=True)
class Named:
    """A fact, its number among the facts of its sort, counted from 1 in text order, and its sort."""

    fact: Fact
    number: int
    sort: str

    @property
    def id(self) -> str:
        """The name of the fact's place in the page: "gaps-12"."""
        return f"{self.sort}-{self.number}"

    @property
    def title(self) -> str:
        """What the fact is, in a few words: "Gap 12: Not shared"."""
        return f"{sort_of(self.fact)} {self.number}: {what(self.fact)}"


def facts(review: Review) -> Iterator[Named]:
    """Yield every fact of a review but the case itself, sort by sort, each in text order."""
    for sort in SORTS:
        yield from numbered(review, sort)


def numbered(review: Review, sort: str) -> list[Named]:
    """Return the facts of one sort ("gaps") with their numbers."""
    return [Named(fact, number, sort) for number, fact in enumerate(getattr(review, sort), 1)]


def anchor(evidence: Evidence) -> str:
    """Return the name of an evidence's place in the page; facts read from the same words share it."""
    return f"e{evidence.start}-{evidence.end}"


def as_shown(review: Review) -> Review:
    """Return the review as pages show it: nothing that a person has rejected, sets in one order.

    A fact goes when nothing is left of where it stands; a property, when the words for it are rejected.
    Parties, aliases and topics of a fact have no order of their own, and a store keeps none.
    """
    kept: dict[str, Any] = {sort: _standing(getattr(review, sort)) for sort in SORTS}
    return replace(review, case=in_order(_left(review.case)), **kept)


def _standing(found: tuple[F, ...]) -> tuple[F, ...]:
    left = (_left(fact) for fact in found)
    return tuple(in_order(fact) for fact in left if any(one.supports is None for one in fact.evidence))


def _left(fact: F) -> F:
    kept = tuple(one for one in fact.evidence if one.status != REJECTED)
    if len(kept) == len(fact.evidence):
        return fact
    gone = {one.supports for one in fact.evidence} - {one.supports for one in kept}
    blank = {field.name: field.default for field in fields(fact) if field.name in gone}
    return replace(fact, evidence=kept, **blank)
