"""Communications: who told whom, by which words; what is denied, planned, or mere talk with the family."""

from __future__ import annotations

import pytest

from loaders.extract.communications import read_communications
from loaders.extract.lexicon import lexicon
from ontology import vocabulary
from ontology.model import Communication
from tests.extract.passages_of import given, reading_of

HEADING = "# 3 Narrative"


def communications(*lines: str) -> list[Communication]:
    return given("communications", read_communications(reading_of(HEADING, *lines)))


def sides(*lines: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(fact.sender, fact.receiver) for fact in communications(*lines)]


def test_the_lexicons_use_the_codes_of_the_ontology() -> None:
    words = lexicon("communications")
    channels = set(vocabulary.codes("Channel"))
    parties = {*vocabulary.codes("AgencyType"), *vocabulary.codes("FamilyRole")}
    assert set(lexicon("channels")["channels"]) <= channels
    named = [*words["verbs"].values(), *words["nouns"].values()]
    assert {entry["channel"] for entry in named if "channel" in entry} <= channels
    assert {
        paper[side] for paper in words["papers"] for side in ("sender", "receiver") if side in paper
    } <= parties
    assert {kind["party"] for kind in words["records"]} <= parties
    assert {*words["parents"], *words["children"], *words["emergency"]} <= parties


MIDWIFE_TO_POLICE = [("midwifery", ("police",))]


@pytest.mark.parametrize(
    "text",
    [
        "On 3rd May 2016 the midwife told the police that the flat was empty.",
        "On 3rd May 2016 the midwife telephoned the police.",
        "On 3rd May 2016 the police were informed by the midwife that the flat was empty.",
        "On 3rd May 2016 the midwife reported this to the police.",
        "On 3rd May 2016 the midwife made a referral to the police.",
        "On 3rd May 2016 the police received a call from the midwife.",
        "On 3rd May 2016 the midwife sent a letter to the police.",
        "On 3rd May 2016 the midwife contacted the police, who said the flat was empty.",
        "On 3rd May 2016 the midwife shared the form with the police.",
        "On 3rd May 2016 the midwife emailed the police.",
        "On 3rd May 2016 information was shared between the midwife and the police.",
        "On 3rd May 2016 there was a telephone discussion between the midwife and the police.",
        "On 3rd May 2016 the midwife visited and then rang the police.",
        "On 3rd May 2016 the midwife, who had called the police, went home.",
    ],
)
def test_the_ways_of_telling(text: str) -> None:
    assert sides(text) == MIDWIFE_TO_POLICE


@pytest.mark.parametrize(
    "row",
    [
        "03.05.16\tMidwife contacts police to say the flat is empty",
        "03.05.16\tReferral from midwife to police",
        "03.05.16\tTelephone call to police by midwife",
        "03.05.16\tTelephone conversation between midwife and police",
    ],
)
def test_the_short_style_of_tables(row: str) -> None:
    assert sides(row) == MIDWIFE_TO_POLICE


@pytest.mark.parametrize(
    "text",
    [
        "The midwife did not tell the police.",
        "The midwife should have told the police.",
        "The midwife agreed to ring the police.",
        "No referral was made to the police by the midwife.",
        "The midwife failed to inform the police.",
        "Neither the midwife nor the clinic informed the police.",
        "If the midwife rings the police, they come.",
        "The midwife told the mother that the clinic was closed.",
        "The mother told the midwife that she liked the flat.",
    ],
)
def test_what_was_not_told_or_does_not_count(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    ("text", "sender", "receiver"),
    [
        ("The maternal grandmother rang the police.", "maternal_grandmother", "police"),
        ("The mother told the midwife that the father had threatened her.", "mother", "midwifery"),
        ("The mother called an ambulance.", "mother", "ambulance"),
        ("The father told the midwife that he was worried about the mother.", "father", "midwifery"),
        ("The mother rang the police and said that she could not keep her son safe.", "mother", "police"),
        ("The maternal aunt told the school that she was worried.", "maternal_aunt", "school"),
    ],
)
def test_a_relative_raises_a_concern(text: str, sender: str, receiver: str) -> None:
    assert sides(text) == [(sender, (receiver,))]


def test_the_one_who_referred_is_the_service_just_named() -> None:
    text = "On 3rd May 2016 she was seen by the midwife and was referred to the health visitor."
    assert sides(text) == [("midwifery", ("health_visiting",))]


def test_the_kind_of_paper_tells_its_sender() -> None:
    assert sides("On 3rd May 2016 the GP received the discharge summary.") == [("hospital", ("gp",))]


def test_records_move_within_a_kind_of_service() -> None:
    (fact,) = communications("On 3rd May 2016 the GP records were transferred to the new practice.")
    assert (fact.sender, fact.receiver, fact.channel) == ("gp", ("gp",), "records_transfer")


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The midwife telephoned the police.", "phone"),
        ("The midwife emailed the police.", "email"),
        ("The midwife wrote to the police.", "letter"),
        ("The midwife referred the case to the police.", "referral"),
        ("The midwife notified the police.", "notification"),
        ("The midwife told the police.", "unspecified"),
    ],
)
def test_the_channel(text: str, channel: str) -> None:
    assert [fact.channel for fact in communications(text)] == [channel]


def test_the_date_and_what_it_was_about() -> None:
    (fact,) = communications("On 3rd May 2016 the midwife told the police that the flat was empty.")
    assert (fact.date, fact.about) == ("2016-05-03", "the flat was empty")


def test_an_act_told_again_in_the_analysis_is_one_with_two_places() -> None:
    (fact,) = communications(
        "On 3rd May 2016 the midwife referred the family to the police.",
        "# 4 Analysis",
        "The midwife referred the family to the police on 3rd May 2016.",
    )
    assert len(fact.evidence) == 2


def test_a_pronoun_is_the_subject_before() -> None:
    text = "The midwife saw the flat on 3rd May 2016. She told the police that it was empty."
    assert sides(text) == MIDWIFE_TO_POLICE


def test_other_names_are_read_alike() -> None:
    lines = ("# Key", "RHQ – Midwife", HEADING, "On 3rd May 2016 RHQ rang the police.")
    facts = read_communications(reading_of(*lines))
    assert [(fact.sender, fact.receiver) for fact in facts] == MIDWIFE_TO_POLICE
