"""Services that a report names and never describes are typed by what is said around their names."""

from __future__ import annotations

from loaders.extract.lexicon import lexicon
from loaders.extract.local_services import local_services
from loaders.extract.mention import Mention
from ontology.vocabulary import codes
from tests.extract.passages_of import reading_of


def _of(text: str) -> tuple[Mention, ...]:
    return reading_of(text).parties.all


THERAPY = """Brighter Horizons offered Ms T six sessions of therapy.
Ms T told staff at Brighter Horizons that her low mood had grown worse.
A letter from Brighter Horizons said that her anxiety was better.
Brighter Horizons closed her case after she missed counselling twice."""


def test_a_service_is_known_by_its_work() -> None:
    found = local_services(THERAPY, ())
    assert {(one.label, one.party) for one in found} == {("Brighter Horizons", "adult_mental_health")}
    assert len(found) == 4
    assert all(THERAPY[one.start : one.end] == "Brighter Horizons" for one in found)


def test_a_name_whose_work_is_not_clear_is_left_open() -> None:
    assert not local_services("Long Meadow was cold.\n" * 6, ())
    mixed = (
        THERAPY
        + "\n"
        + THERAPY.replace("therapy", "a tenancy")
        .replace("low mood", "rent")
        .replace("anxiety", "hostel place")
        .replace("counselling", "the housing officer")
    )
    assert not local_services(mixed, ())


def test_a_service_is_of_the_agency_it_is_said_to_be_part_of() -> None:
    text = (
        "The school rang Open Door in children's services.\nOpen Door closed the referral.\n"
        "Open Door staff wrote to the school.\nThe nurse had spoken to Open Door about the flat."
    )
    assert {(one.label, one.party) for one in _of(text) if "Open Door" in one.label} == {
        ("Open Door", "childrens_social_care")
    }


def test_a_team_goes_by_the_end_of_its_name() -> None:
    text = "She saw the Fell Valley Mental Health Wellbeing Team. The Wellbeing Team wrote to the GP."
    assert [(one.label, one.party) for one in _of(text)][1:] == [
        ("Wellbeing Team", "adult_mental_health"),
        ("GP", "gp"),
    ]


def test_an_end_that_two_agencies_share_is_left_open() -> None:
    text = (
        "The Fell Valley Mental Health Link Team met the Fell Valley Housing Link Team. "
        "After that the Link Team rang."
    )
    assert "Link Team" not in [one.label for one in _of(text)]


def test_topics_are_parties() -> None:
    assert set(lexicon("service_topics")) <= set(codes("AgencyType"))


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    text = THERAPY.replace("A letter from Brighter", "However Brighter").replace(
        "said that", "wrote to say that"
    )
    assert len(local_services(text, ())) == 4


def test_a_name_may_say_itself_what_the_service_does() -> None:
    text = (
        "Fostering Footsteps received the referral.\nFostering Footsteps requested a visit.\n"
        "The panel met Fostering Footsteps in May.\nThey agreed with Fostering Footsteps she could stay."
    )
    assert {(one.label, one.party) for one in local_services(text, ())} == {
        ("Fostering Footsteps", "fostering")
    }


def test_a_name_is_the_service_that_stands_in_brackets_behind_it() -> None:
    text = THERAPY + (
        "\nThe panel heard Northdale Care (Brighter Horizons).\nNorthdale Care did not know of the plan.\n"
        "The nurse of Northdale Care left.\nA note of Northdale Care was read."
    )
    found = local_services(text, ())
    assert {one.party for one in found if one.label == "Northdale Care"} == {"adult_mental_health"}
    assert sum(one.label == "Northdale Care" for one in found) == 4
