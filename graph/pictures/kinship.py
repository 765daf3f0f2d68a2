"""What a family role tells of a person's place in a genogram: generation, side, sex; no more than it says.

Read from the words that the codes are made of ("maternal_aunt": the mother's side, a woman), so that the
list of roles stays in the ontology alone.
"""

from __future__ import annotations

from dataclasses import dataclass

GRANDPARENTS, PARENTS, CHILDREN, ELSEWHERE = range(4)
FEMALE, MALE, UNSTATED = "female", "male", "sex not stated"
MATERNAL, PATERNAL = "maternal", "paternal"
_WOMEN, _MEN = {"mother", "grandmother", "aunt"}, {"father", "grandfather", "uncle", "stepfather"}
_GRAND, _SIBLINGS = {"grandmother", "grandfather"}, {"aunt", "uncle"}
_CHILDREN = {"subject", "twin", "sibling"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role stands. ``blood`` is false for one who came into the family by a parent's relationship."""

    generation: int
    side: str | None
    sex: str
    blood: bool = True


def place(kinship: str) -> Place:
    """Return the place of a family role; one that tells no generation stands elsewhere."""
    words = set(kinship.split("_"))
    side = next((one for one in (MATERNAL, PATERNAL) if one in words), None)
    sex = FEMALE if words & _WOMEN else MALE if words & _MEN else UNSTATED
    if words & _CHILDREN:
        return Place(CHILDREN, None, sex)
    if words & _GRAND:
        return Place(GRANDPARENTS, side, sex)
    if words & _SIBLINGS:
        return Place(PARENTS, side, sex)
    if words & {"mother", "father"}:
        return Place(PARENTS, MATERNAL if sex == FEMALE else PATERNAL, sex)
    if words & {"stepfather", "partner"}:
        return Place(PARENTS, None, sex, blood=False)
    return Place(ELSEWHERE, None, sex)
