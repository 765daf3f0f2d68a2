"""Who holds a gap and who should have had the information: told from a few lines of fiction."""

from __future__ import annotations

import math

import pytest

from loaders.extract.gap_features import judge
from loaders.extract.gap_parties import Place, gap_parties
from loaders.extract.gap_party_features import HOLDER, RECEIVER, sort_of
from loaders.extract.gap_party_places import signs_before
from loaders.extract.gap_party_scene import Scene, section, things_in, wider_section
from loaders.extract.gap_party_sets import Chance, candidate_sets, likeness, linked, most_alike
from loaders.extract.lexicon import lexicon
from ontology.vocabulary import codes
from tests.extract.passages_of import reading_of


def parties_of(kind: str, *lines: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    reading = reading_of("# Analysis", *lines)
    judged = judge(reading)[-1]
    (found,) = gap_parties(reading, [Place(judged, kind, judged.sentence.start, judged.sentence.end)])
    return found


def scene_of(*lines: str) -> Scene:
    reading = reading_of("# Analysis", *lines)
    judged = judge(reading)[-1]
    return Scene(reading, Place(judged, "not_shared", judged.sentence.start, judged.sentence.end))


def test_who_acts_holds_the_gap() -> None:
    holder, _ = parties_of("not_recorded", "The midwife did not record the reasons for the decision.")
    assert holder == ("midwifery",)


def test_whom_something_was_not_shared_with_should_have_had_it() -> None:
    holder, receiver = parties_of("not_shared", "The GP did not share this information with the school.")
    assert (holder, receiver) == (("gp",), ("school",))


@pytest.mark.parametrize(
    "line",
    [
        "There is no evidence that this was passed on to other professionals by the drug service.",
        "The mother told the drug service of it in May, but this was never communicated to anyone.",
    ],
)
def test_who_is_said_to_have_had_it_kept_it(line: str) -> None:
    assert parties_of("not_shared", "The social worker visited on Monday.", line)[0] == ("substance_misuse",)


def test_who_was_not_told_did_not_hold_it() -> None:
    line = "The health visitor had not been told by the time that the family moved."
    assert "health_visiting" not in parties_of("not_shared", "The unit saw it in March.", line)[0]


def test_a_voice_not_heard_is_somebodys() -> None:
    _, receiver = parties_of("not_heard", "His wishes were not considered in the assessment.")
    assert receiver


def test_the_family_never_holds_a_gap() -> None:
    scene = scene_of("The health visitor did not ask the mother about this.")
    assert all("mother" not in parties for parties in candidate_sets(scene, HOLDER))
    assert ("mother",) in candidate_sets(scene, RECEIVER)


def test_only_a_receiver_may_be_nobody() -> None:
    scene = scene_of("The school did not record the call.")
    assert () not in candidate_sets(scene, HOLDER)
    assert () in candidate_sets(scene, RECEIVER)


def test_a_place_counts_less_than_somebody_who_acts() -> None:
    acting = scene_of("The school rang the mother.", "This was not recorded.")
    passing = scene_of("The mother came back from the school.", "This was not recorded.")
    assert passing.near["school"] < acting.near["school"]


def test_a_section_ends_at_the_next_heading_and_a_wider_one_with_its_subsections() -> None:
    reading = reading_of("# Analysis", "## Health", "One line.", "## Police", "Another line.", "# Findings")
    text = reading.document.text
    inside = text.index("One line")
    assert text[slice(*section(reading, inside))] == "Health\nOne line.\n"
    assert text[slice(*wider_section(reading, inside))].endswith("Another line.\n")


def test_the_work_of_an_agency_speaks_for_it() -> None:
    assert "childrens_social_care" in things_in("No rationale was given for the change in the care plan.")
    assert "adult_mental_health" in things_in("She had two sessions of CBT.")


def test_the_lexicon_keeps_to_the_codes_of_the_ontology() -> None:
    words = lexicon("gap_parties")
    agencies = {words["everybody"], *words["usual"], *words["things"]}
    assert agencies <= set(codes("AgencyType"))
    assert set(words["closest"]) <= set(codes("FamilyRole"))
    assert [sort_of(code) for code in ("multi_agency", "mother", "police")] == [
        "everybody",
        "family",
        "other",
    ]


def test_likeness_is_f1() -> None:
    assert likeness((), ()) == 1.0
    assert likeness(("gp",), ()) == 0.0
    assert likeness(("gp",), ("gp", "police")) == pytest.approx(2 / 3)


def test_where_it_is_open_which_of_two_is_meant_both_are_given() -> None:
    unsure = (Chance(("gp",), 0.45), Chance(("police",), 0.45), Chance(("gp", "police"), 0.1))
    sure = (Chance(("gp",), 0.9), Chance(("police",), 0.05), Chance(("gp", "police"), 0.05))
    assert most_alike(unsure) == ("gp", "police")
    assert most_alike(sure) == ("gp",)


def test_neighbours_speak_for_each_other_where_they_are_bound() -> None:
    sure = (Chance(("gp",), 0.9), Chance(("police",), 0.1))
    open_to_both = (Chance(("gp",), 0.5), Chance(("police",), 0.5))
    bound = linked([sure, open_to_both], [2.0])[1]
    assert bound[0].parties == ("gp",) and bound[0].probability > 0.7
    alone = linked([sure, open_to_both], [0.0])[1]
    assert all(math.isclose(one.probability, 0.5) for one in alone)


def test_the_sentence_before_tells_whose_a_lapse_is() -> None:
    scene = scene_of("The school should have told the police on the Monday. This was not done.")
    assert {"first", "main subject", "should"} <= signs_before(scene, "school")
    assert "last" in signs_before(scene, "police")
    assert not signs_before(scene, "gp")


def test_another_passage_is_not_the_sentence_before() -> None:
    assert not signs_before(scene_of("The school rang the police.", "This was not recorded."), "school")


def test_whom_nobody_asked_about_is_no_receiver() -> None:
    line = "The social worker did not explore the mother's relationship with the father."
    assert not parties_of("not_sought", line)[1]


def test_who_was_not_invited_went_without() -> None:
    assert parties_of("not_included", "The school had not been invited.")[1] == ("school",)
