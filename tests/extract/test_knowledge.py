"""Statements of who knew are read as far as they go: no further, and none of what came out afterwards."""

from __future__ import annotations

import pytest

from loaders.documents import read_bytes
from loaders.extract.knowledge import read_knowledge
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from ontology.model import Knowledge
from ontology.vocabulary import codes


def known(*sentences: str, heading: str = "What happened") -> tuple[Knowledge, ...]:
    text = f"2 {heading}\n\n" + "\n\n".join(f"2.{n} {one}" for n, one in enumerate(sentences, 1)) + "\n"
    return read_knowledge(Reading(read_bytes(text.encode(), "fiction.txt")))


def said(*sentences: str, heading: str = "What happened") -> set[tuple[str, str]]:
    return {(one.party, one.status) for one in known(*sentences, heading=heading)}


@pytest.mark.parametrize(
    ("sentence", "party", "status"),
    [
        ("The health visitor knew that the lodger had returned.", "health_visiting", "knew"),
        ("The GP was aware of the bruise.", "gp", "knew"),
        ("The midwife was told that the mother was using heroin.", "midwifery", "knew"),
        ("The father told the midwife that he had a knife.", "midwifery", "knew"),
        ("The school recorded that he was hungry.", "school", "knew"),
        ("The school noticed bruising on his arm.", "school", "knew"),
        ("His history of arson was known to the police.", "police", "knew"),
        ("The social worker was only told that the visit had gone well.", "childrens_social_care", "part"),
        ("The GP was not aware of the full extent of the injuries.", "gp", "part"),
        ("Not all of the falls were reported to the health visitor.", "health_visiting", "part"),
        ("The health visitor was not told of the fall.", "health_visiting", "never"),
        ("The school did not know that he had moved.", "school", "never"),
        ("The GP was unaware of the pregnancy.", "gp", "never"),
        ("The GP had no knowledge of the injunction.", "gp", "never"),
        ("The test result was not shared with the midwife.", "midwifery", "never"),
        ("The maternal grandmother knew nothing of the debt.", "maternal_grandmother", "never"),
        ("The debt was unknown to the school.", "school", "never"),
        ("Her sadness was well known to the midwife.", "midwifery", "knew"),
        ("Mother disclosed to the midwife that she was drinking.", "midwifery", "knew"),
        ("Mother made no disclosure of the debt to the midwife.", "midwifery", "never"),
        ("The police were not sighted on the threat.", "police", "never"),
        ("There is no record that the school nurse was told of the burn.", "health_visiting", "never"),
        ("There is no evidence that the fall was reported to the GP.", "gp", "never"),
        ("Neither the school nor the GP was informed of the move.", "school", "never"),
        ("The father failed to tell the midwife about the fall.", "midwifery", "never"),
        ("It did not occur to the GP to tell the midwife about the fall.", "midwifery", "never"),
        ("The school did not think to share this with the GP.", "gp", "never"),
        ("The ward forgot to inform the school that he had left.", "school", "never"),
        ("The school failed to share the full extent of this with the GP.", "gp", "part"),
        ("It is not clear whether the GP knew of the move.", "gp", "unknown"),
        ("It remains unclear whether the midwife was told of the fall.", "midwifery", "unknown"),
    ],
)
def test_a_statement_is_read_as_far_as_it_goes(sentence: str, party: str, status: str) -> None:
    assert (party, status) in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The GP should have been told of the fall.",
        "Had the GP known of the fall, the plan would have been different.",
        "If the school was aware of the fall, it would have acted.",
        "The midwife assumed that the GP knew of the fall.",
        "It is important that the GP was aware of the fall.",
        "The midwife took for granted that the GP was aware of the fall.",
        "The GP learned of the fall only through this review.",
        "It is now known that the GP was told of the fall.",
        "The review has learned that the father lived in the house.",
        "The panel was informed by the GP that the fall was recent.",
        "The family was well known to the police.",
        "The health visitor knew the mother well.",
        "The social worker asked whether the GP knew of the fall.",
        "Professionals should be aware of the risk and tell the GP of it.",
        "The ward observed no bruising.",
        "The ward failed to note the bruising.",
        "The GP might have failed to tell the midwife about the fall.",
        "The GP did not fail to note the bruise.",
        "The nurse recorded no concerns.",
        "The GP will be told of the fall.",
    ],
)
def test_what_was_not_knowledge_of_the_time_is_none(sentence: str) -> None:
    assert not known(sentence)


@pytest.mark.parametrize("heading", ["Recommendations", "Terms of reference", "Research"])
def test_only_the_story_tells_who_knew(heading: str) -> None:
    assert not known("The GP was aware of the fall.", heading=heading)


def test_who_told_whom_when_and_of_what() -> None:
    (one,) = known("On 3 March 2021 the midwife was told by the police that the father had a knife.")
    assert (one.party, one.source, one.date) == ("midwifery", "police", "2021-03-03")
    assert one.label == "midwife"
    assert one.about == "the father had a knife"


def test_how_they_came_to_know() -> None:
    (one,) = known("The midwife was told at a home visit that the father had a knife.")
    assert one.act == "home visit"


def test_told_late_is_knowing_from_then_on() -> None:
    (one,) = known("The school was not told of the move until 4 May 2021.")
    assert (one.status, one.date) == ("knew", "2021-05-04")


def test_told_after_the_death_is_never_told_in_time() -> None:
    assert said("The school was not told of the violence until after the death.") == {("school", "never")}


def test_one_clause_denied_and_the_next_stated() -> None:
    found = said("The GP knew of the first fall but the health visitor was not told of it.")
    assert {("gp", "knew"), ("health_visiting", "never")} <= found


def test_everybody_of_a_list_knew() -> None:
    found = said("The midwife, the GP and the police were aware of the threat.")
    assert found == {("midwifery", "knew"), ("gp", "knew"), ("police", "knew")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Professionals including the GP and the midwife were aware of the debt.",
        "All agencies involved, including the GP and the midwife, knew of the debt.",
        "A number of professionals (including the GP and the midwife) were told of the debt.",
        "All involved professionals including the GP, the midwife were made aware of the debt.",
        "Everyone involved, namely the GP and the midwife, was aware of the debt.",
        "The debt was known to practitioners such as the GP and the midwife.",
    ],
)
def test_whom_a_group_is_said_to_include_knew(sentence: str) -> None:
    assert {("gp", "knew"), ("midwifery", "knew")} <= said(sentence)


def test_a_list_of_what_was_known_names_no_knowers() -> None:
    assert said("The GP knew of concerns including those of the school and the police.") == {("gp", "knew")}


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Scratches were noticed at school.", "school"),
        ("Bruising to her arm was observed at the nursery.", "school"),
        ("It was noted during a health visitor contact that the mother was low.", "health_visiting"),
        ("A burn was noted on a home visit by the health visitor.", "health_visiting"),
        ("Her low mood was noted at an appointment with the GP.", "gp"),
        ("The drinking was recorded during the GP consultation.", "gp"),
        ("It was recorded in the midwifery notes that she smoked.", "midwifery"),
        ("GP records note that the mother was drinking.", "gp"),
        ("The mother was noted to be low in mood by the health visitor.", "health_visiting"),
        ("He was noted to have a bruise at nursery.", "school"),
        ("On the ward there was one night when the mother was noted to be asleep.", "hospital"),
    ],
)
def test_what_was_noted_was_noted_by_those_at_whose_place_or_visit_it_was(sentence: str, party: str) -> None:
    assert said(sentence) == {(party, "knew")}


def test_who_is_only_told_by_a_place_is_less_sure() -> None:
    (named,) = known("A burn was noted by the school.")
    (placed,) = known("A burn was noted at the school.")
    assert placed.confidence < named.confidence


@pytest.mark.parametrize(
    "sentence",
    [
        "No bruising was noted at the nursery.",
        "Bruising was not noted at the nursery.",
        "Bruising should have been noted at the nursery.",
        "She was noted at the nursery.",
        "It was noted at the core group that the flat was cold.",
        "It was noted at the visit of the father that the flat was cold.",
        "The midwife found it hard to reach her.",
    ],
)
def test_a_place_where_nothing_was_seen_or_nobody_in_particular_saw_it_tells_no_knower(sentence: str) -> None:
    assert not known(sentence)


def test_who_finds_somebody_is_not_the_one_found() -> None:
    found = said("The aunt was worried about Ms Rowe. She found Ms Rowe asleep on the stairs.")
    assert ("mother", "knew") not in found


def test_what_one_agency_told_another_is_left_to_the_communications() -> None:
    assert not known("The GP told the midwife that the father had a knife.")


def test_a_relatives_account_is_less_sure() -> None:
    (plain,) = known("The GP knew that she was afraid.")
    (told,) = known("Mother said that the GP knew that she was afraid.")
    assert told.confidence < plain.confidence


def test_a_worker_may_tell_the_review_what_they_did_not_know() -> None:
    assert said("The GP told the review that he was not aware of the plan.") == {("gp", "never")}


def test_the_lexicon_uses_the_parties_of_the_ontology() -> None:
    assert set(lexicon("knowledge")["not_in_case"].split()) <= set(codes("AgencyType"))


@pytest.mark.parametrize("verb", sorted(lexicon("knowledge")["knows"]))
def test_every_verb_of_knowing_reads_its_own_example(verb: str) -> None:
    example = lexicon("knowledge")["knows"][verb]["example"]
    assert known(example), example
