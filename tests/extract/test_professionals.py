"""Practitioners by label or role."""

from __future__ import annotations

from loaders.extract.professionals import read_professionals
from tests.extract.passages_of import reading_of

TITLE = "Serious Case Review: Child T"


def _people(*lines: str) -> dict[str, str | None]:
    return {
        one.label: one.agency_type for one in read_professionals(reading_of(TITLE, "# Narrative", *lines))
    }


def test_labels_keep_their_role_and_area() -> None:
    (one,) = read_professionals(
        reading_of(TITLE, "TSW – Social Worker for Child T in Kent", "# Story", "TSW rang.")
    )
    assert (one.label, one.role, one.agency_type, one.area) == (
        "TSW",
        "social worker",
        "childrens_social_care",
        "Kent",
    )


def test_numbered_abbreviations_need_no_key() -> None:
    (one,) = read_professionals(reading_of(TITLE, "# Narrative", "HV1 visited Child T."))
    assert (one.label, one.role, one.agency_type) == ("HV1", "health visitor", "health_visiting")


def test_a_wider_word_is_the_narrower_role_s() -> None:
    people = _people("A neonatal nurse rang. The nurse was worried.")
    assert people == {"neonatal nurse": "hospital"}


def test_words_that_only_say_how_things_stand_make_no_other_person() -> None:
    people = _people("The allocated social worker rang. The social worker wrote.")
    assert len(people) == 1


def test_the_previous_worker_is_another_person() -> None:
    people = _people("The social worker rang the previous social worker.")
    assert len(people) == 2


def test_practitioners_in_general_are_nobody() -> None:
    assert _people("Health visitors and social workers often meet.") == {}


def test_a_worker_is_typed_by_the_agency_beside_them() -> None:
    people = _people("Harbour Lights, a drug service, helped. A Harbour Lights worker wrote.")
    assert people == {"Harbour Lights worker": "substance_misuse"}


def test_the_label_set_beside_a_role_is_the_same_person() -> None:
    found = list(_people("The attending officer, Police Officer 1, wrote a note. Police Officer 1 left."))
    assert found == ["Police Officer 1"]


def test_an_abbreviation_without_its_number_is_nobody_new() -> None:
    found = list(_people("GP1 saw the child. GP2 rang. Checks were made with his GP."))
    assert found == ["GP1", "GP2"]
