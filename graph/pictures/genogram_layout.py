"""Who stands where in a genogram: a row for each generation, parents under their own parents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.pictures.content import shown
from graph.pictures.kinship import (
    CHILDREN,
    ELSEWHERE,
    GRANDPARENTS,
    MATERNAL,
    PARENTS,
    PATERNAL,
    Place,
    place,
)
from graph.pictures.placing import spread
from ontology.model import Case, FamilyMember, Review

CELL = 96.0  # pixels across that a person has


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the family: the fact that tells of them, name, role, and place across the sheet."""

    fact: FamilyMember | Case
    label: str
    kinship: str
    place: Place
    x: float = 0.0
    unborn: bool = False

    @property
    def is_subject(self) -> bool:
        """Whether it is the child whom the review is about."""
        return self.kinship == "subject"


Row = tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The rows of a genogram, with places across from 0 to ``across``."""

    grandparents: Row
    parents: Row
    children: Row
    elsewhere: Row
    across: float

    def of(self, kinship: str) -> Row:
        """Everyone with a role, from left to right."""
        rows = (*self.grandparents, *self.parents, *self.children, *self.elsewhere)
        return tuple(one for one in rows if one.kinship == kinship)


def family(review: Review) -> Family:
    """Return the family that a review names; the subject child is always in it."""
    people = [_person(member) for member in shown(review.family)]
    if not any(one.is_subject for one in people):
        people.append(_subject(review))
    rows = {row: [one for one in people if one.place.generation == row] for row in range(4)}
    parents = _in_cells(_parents(rows[PARENTS]))
    grandparents = _under(rows[GRANDPARENTS], lambda one: _middle_of_side(parents, one.place.side))
    middle = _middle([one for one in parents if one.place.side and _is_parent(one)] or parents)
    children = _siblings(rows[CHILDREN], middle)
    elsewhere = _around(rows[ELSEWHERE], middle)
    return _shifted(grandparents, parents, children, elsewhere)


def _person(member: FamilyMember) -> Person:
    unborn = any("unborn" in name.lower() for name in (member.label, *member.aliases))
    return Person(member, member.label, member.kinship, place(member.kinship), unborn=unborn)


def _subject(review: Review) -> Person:
    label = review.case.subject or "Subject child"
    return Person(review.case, label, "subject", place("subject"), unborn="unborn" in label.lower())


def _is_parent(one: Person) -> bool:
    return one.kinship in ("mother", "father")


def _parents(people: Iterable[Person]) -> list[Person]:
    """The father's side to the left, the mother's to the right, who came in by a relationship outermost."""

    def order(one: Person) -> tuple[int, bool]:
        if one.place.side == PATERNAL:
            return 0, _is_parent(one)
        return (1, not _is_parent(one)) if one.place.side == MATERNAL else (2, False)

    return sorted(people, key=order)


def _siblings(people: Iterable[Person], middle: float) -> Row:
    """Brothers and sisters, the child with a twin beside; who shares one parent only stands outermost."""
    order = ("sibling", "subject", "twin", "half_sibling")
    ordered = sorted(people, key=lambda one: order.index(one.kinship))
    full = _around([one for one in ordered if one.kinship != "half_sibling"], middle)
    half = [one for one in ordered if one.kinship == "half_sibling"]
    return (*full, *(_at(one, full[-1].x + CELL * n) for n, one in enumerate(half, start=1)))


def _in_cells(people: Sequence[Person]) -> Row:
    return tuple(_at(one, CELL * number) for number, one in enumerate(people))


def _around(people: Sequence[Person], middle: float) -> Row:
    first = middle - CELL * (len(people) - 1) / 2
    return tuple(_at(one, first + CELL * number) for number, one in enumerate(people))


def _under(people: Sequence[Person], middle: Callable[[Person], float]) -> Row:
    """Grandparents over their own children, the grandfather to the left."""
    ordered = sorted(people, key=lambda one: (one.place.side == MATERNAL, one.place.sex == "female"))
    sides = [[one for one in ordered if one.place.side == side] for side in (PATERNAL, MATERNAL)]
    wished = [one for side in sides if side for one in _around(side, middle(side[0]))]
    wished.sort(key=lambda one: one.x)
    places = spread([one.x for one in wished], [CELL / 2] * len(wished), -1e6, 1e6)
    return tuple(_at(one, x) for one, x in zip(wished, places, strict=True))


def _middle_of_side(parents: Sequence[Person], side: str | None) -> float:
    return _middle([one for one in parents if one.place.side == side] or parents)


def _middle(people: Sequence[Person]) -> float:
    return (people[0].x + people[-1].x) / 2 if people else 0.0


def _shifted(*rows: Row) -> Family:
    """Move everyone so that the outermost stand half a cell from the edge."""
    places = [one.x for row in rows for one in row]
    shift = CELL / 2 - min(places)
    moved = [tuple(_at(one, one.x + shift) for one in row) for row in rows]
    return Family(moved[0], moved[1], moved[2], moved[3], max(places) + shift + CELL / 2)


def _at(one: Person, x: float) -> Person:
    return Person(one.fact, one.label, one.kinship, one.place, x, one.unborn)
