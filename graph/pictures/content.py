"""What of a review a picture shows: facts that nobody rejected, with a date or without, and the lanes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from graph.pictures.wording import Dated, is_family, name
from ontology import vocabulary
from ontology.model import Communication, Event, Fact, Gap, Meeting, Review

F = TypeVar("F", bound=Fact)
UNSTATED = ""  # the lane of what the report ties to no party
OTHER_FAMILY = "family"  # the lane of the relatives without one of their own
OWN_LANES = 2  # how many of the family have one


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its key (a party's code, but for the two above), name, and number of dated facts."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from the top, and which one each party has."""

    order: tuple[Lane, ...]
    of_party: dict[str, str]

    def of(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the lanes of parties, each once, in the order of the parties."""
        return tuple(dict.fromkeys(self.of_party[code] for code in codes))


def shown(facts: Iterable[F]) -> tuple[F, ...]:
    """Leave out what a reviewer rejected."""
    return tuple(fact for fact in facts if not fact.evidence or fact.evidence[0].status != "rejected")


def timed(review: Review) -> tuple[Dated, ...]:
    """Everything of a review that may have a date, in the order of the text within each sort."""
    facts: tuple[Dated, ...] = (*review.meetings, *review.communications, *review.gaps, *review.events)
    return shown(facts)


def parties_of(fact: Dated) -> tuple[str, ...]:
    """The parties of a fact, each once."""
    match fact:
        case Meeting():
            found: Iterable[str | None] = (*fact.attended, *fact.absent)
        case Communication():
            found = (fact.sender, *fact.receiver)
        case Gap():
            found = (*fact.holder, *fact.receiver)
        case Event():
            found = fact.parties
    return tuple(dict.fromkeys(code for code in found if code))


def lanes(facts: Iterable[Dated]) -> Lanes:
    """Return the lanes for facts: the family on top, then agencies, each from the most involved down."""
    facts = tuple(facts)
    counts = Counter(code for fact in facts for code in parties_of(fact))
    rank = {concept.code: n for n, concept in enumerate(vocabulary.concepts("Party"))}
    ordered = sorted(counts, key=lambda code: (-counts[code], rank[code]))
    family = [code for code in ordered if is_family(code)]
    own = set(family if len(family) <= OWN_LANES + 1 else family[:OWN_LANES])
    of_party = {code: code if code in own or not is_family(code) else OTHER_FAMILY for code in ordered}
    totals = Counter(lane for fact in facts for lane in {of_party[code] for code in parties_of(fact)})
    keys = list(dict.fromkeys(of_party[code] for code in (*family, *ordered)))
    alone = sum(not parties_of(fact) for fact in facts)
    order = [*(Lane(key, _label(key), totals[key]) for key in keys), *_unstated(alone)]
    return Lanes(tuple(order), of_party)


def _label(key: str) -> str:
    return "Other family" if key == OTHER_FAMILY else name("Party", key)


def _unstated(count: int) -> Iterator[Lane]:
    if count:
        yield Lane(UNSTATED, "Party not stated", count)


def undated(facts: Iterable[Dated]) -> Counter[type[Dated]]:
    """Count what has no date, by class."""
    return Counter(type(fact) for fact in facts if fact.date is None)
