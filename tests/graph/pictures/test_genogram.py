from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.pictures.genogram import genogram
from graph.pictures.genogram_layout import CELL, family
from graph.pictures.kinship import CHILDREN, ELSEWHERE, FEMALE, GRANDPARENTS, MALE, PARENTS, UNSTATED, place
from ontology import vocabulary
from ontology.model import FamilyMember
from tests.graph.pictures.drawn import SVG, Drawn
from tests.graph.pictures.fiction import EMPTY, REVIEW, at
from tests.graph.pictures.goldens import check_golden

ROLES = vocabulary.codes("FamilyRole")
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)
MEMBERS = st.lists(st.tuples(NAMES, st.sampled_from(ROLES)), max_size=14)


def test_each_role_of_the_ontology_has_its_place() -> None:
    places = {role: place(role) for role in ROLES}
    women = {role for role in ROLES if places[role].sex == FEMALE}
    men = {role for role in ROLES if places[role].sex == MALE}
    assert women == {
        "mother",
        "maternal_grandmother",
        "paternal_grandmother",
        "maternal_aunt",
        "paternal_aunt",
    }
    assert len(men) == 6 and "stepfather" in men
    assert sum(one.generation == CHILDREN for one in places.values()) == 4
    assert sum(one.generation == GRANDPARENTS for one in places.values()) == 4
    assert places["partner"].sex == UNSTATED and places["partner"].generation == PARENTS
    assert sum(one.generation == ELSEWHERE for one in places.values()) == 2


@settings(max_examples=40, deadline=None)
@given(members=MEMBERS)
def test_any_family_is_drawn_legibly(members: list[tuple[str, str]]) -> None:
    people = tuple(
        FamilyMember(label=label, kinship=role, evidence=at(n)) for n, (label, role) in enumerate(members)
    )
    drawn = Drawn(genogram(replace(REVIEW, family=people)))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    missing = 0 if any(role == "subject" for _, role in members) else 1
    assert len(drawn.titles) == len(members) + missing


def test_nobody_stands_on_another() -> None:
    people = family(REVIEW)
    for row in (people.grandparents, people.parents, people.children, people.elsewhere):
        places = sorted(one.x for one in row)
        assert all(after - before >= CELL - 0.01 for before, after in pairwise(places))


def test_the_child_has_a_double_outline_and_a_cross_for_a_death() -> None:
    root = Drawn(genogram(REVIEW)).root
    child = next(
        one for one in root.iter(f"{SVG}g") if (one.findtext(f"{SVG}title") or "").startswith("Child Larch")
    )
    assert (child.findtext(f"{SVG}title") or "").endswith(", who died")
    assert len(child.findall(f"{SVG}path")) == 2
    assert len(child.findall(f"{SVG}line")) == 2


def test_the_child_is_there_though_the_family_is_not_named() -> None:
    drawn = Drawn(genogram(EMPTY))
    assert "Subject child" in drawn.text
    assert drawn.outside() == []


def test_same_bytes_every_time() -> None:
    check_golden("genogram.svg", genogram(REVIEW))
