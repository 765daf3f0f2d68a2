"""The family, relative to the subject child."""

from __future__ import annotations

import pytest

from loaders.extract.family import read_family
from tests.extract.passages_of import reading_of

TITLE = "Serious Case Review: Child T"


def _kin(*lines: str) -> dict[str, str]:
    return {member.label: member.kinship for member in read_family(reading_of(TITLE, *lines))}


def test_a_key_and_the_words_that_mean_the_same_person() -> None:
    members = read_family(
        reading_of(TITLE, "TM – Child T's mother", "MGT – Maternal grandmother", "TM rang. TM's mother came.")
    )
    assert [(member.label, member.kinship) for member in members] == [
        ("TM", "mother"),
        ("MGT", "maternal_grandmother"),
    ]
    assert "TM's mother" in members[1].aliases


def test_a_mother_s_own_family_is_told_apart() -> None:
    kin = _kin("TM – Child T's mother", "TM left care. TM's grandparents raised TM. TM's brother helped.")
    assert kin["TM's grandparents"] == "other_family"
    assert kin["TM's brother"] == "maternal_uncle"


def test_siblings_are_told_apart_by_number() -> None:
    kin = _kin("Sibling 1\tHalf-brother", "Sibling 2\tSister", "Sibling 1 and Sibling 2 were at school.")
    assert kin == {"Sibling 1": "half_sibling", "Sibling 2": "sibling"}


def test_the_child_is_not_of_their_own_family() -> None:
    assert _kin("Child T slept. Child T's mother slept.") == {"Child T's mother": "mother"}


def test_one_stray_pronoun_makes_no_grandmother() -> None:
    assert "maternal_grandmother" not in _kin("The mother slept. She held her mother.").values()


def test_evidence_of_a_label_says_what_supports_the_kinship() -> None:
    (member,) = read_family(reading_of(TITLE, "TF – Father", "TF rang."))
    assert [evidence.supports for evidence in member.evidence] == [None, "kinship"]


@pytest.mark.parametrize(
    ("key", "kinship"),
    [
        ("Mr D – Mother's former partner", "partner"),
        ("Mr D – her ex-partner", "partner"),
        ("Ms D – Father's ex-partner", "other_family"),
        ("Ms D – Stepmum", "other_family"),
        ("Mr D – Child T's stepdad", "stepfather"),
        ("Mr D – Nephew", "other_family"),
        ("Ms D – Child T's niece", "other_family"),
        ("Mr D – Cousin", "other_family"),
        ("Ms D – Maternal great-grandmother", "other_family"),
        ("Ms D – Birth mother", "mother"),
        ("Ms D – Adoptive mother", "other_family"),
        ("Ms D – Special guardian", "other_family"),
    ],
)
def test_relatives_further_off(key: str, kinship: str) -> None:
    label = key.split(" –", maxsplit=1)[0]
    assert _kin(key, f"{label} rang. {label} wrote.") == {label: kinship}


def test_a_former_partner_without_a_label_may_be_the_father() -> None:
    assert "partner" not in _kin("The mother slept. Her ex-partner rang her. Her ex-partner wrote.").values()


def test_a_partner_of_a_practice_is_no_relative() -> None:
    assert _kin("Dr D – GP partner", "Dr D rang. Dr D wrote.") == {}


def test_the_foster_carers_family_is_not_the_child_s() -> None:
    assert _kin("The foster carer's daughter and the foster carers' mother played with Child T.") == {}


def test_a_key_may_call_a_relative_by_a_plain_word_and_say_more_of_them() -> None:
    kin = _kin(
        "Nan\tHis maternal grandmother",
        "Isla\tHis half-sister, born in 2013, who lives away from home",
        "Nan rang. Nan came. Nan stayed. Isla slept. Isla ran. Isla came home.",
    )
    assert kin == {"Nan": "maternal_grandmother", "Isla": "half_sibling"}


def test_brackets_behind_a_relative_give_the_label() -> None:
    kin = _kin("Child T lived with the mother (Adult 1) and her father, (FT). Adult 1 rang. FT rang.")
    assert kin == {"Adult 1": "mother", "FT": "father"}


def test_members_of_a_list_are_not_each_other() -> None:
    kin = _kin(
        "Orla came. Orla rang. Orla slept.",
        "With the mother, the father, Orla, and the aunt, all were there.",
    )
    assert "Orla" not in kin


def test_pronouns_in_a_list_of_relatives_are_all_of_the_same_one() -> None:
    kin = _kin("The reviewer met Child T's mother, his father and his sister.")
    assert sorted(kin.values()) == ["father", "mother", "sibling"]


def test_a_half_sister_with_a_label_is_the_sister_spoken_of() -> None:
    said = "Isla came. Isla rang. Isla left. The reviewer met Child T and his sister."
    kin = _kin("Isla\tHis half-sister, born in 2013", said)
    assert list(kin.values()) == ["half_sibling"]
