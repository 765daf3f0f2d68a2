"""Who is meant: roles, services, relatives and the labels a report defines for itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading
from ontology.vocabulary import codes
from tests.extract.passages_of import reading_of

TITLE = "Serious Case Review: Child T"


def _mentions(reading: Reading) -> tuple[Mention, ...]:
    return reading.parties.mentions(0, len(reading.document.text))


def _told(*lines: str) -> list[tuple[str, str]]:
    reading = reading_of(*lines)
    text = reading.document.text
    return [(text[m.start : m.end], m.party) for m in _mentions(reading)]


@pytest.mark.parametrize(
    ("sentence", "words", "party"),
    [
        ("A health visitor called.", "health visitor", "health_visiting"),
        ("Two health visitors' notes agree.", "health visitors'", "health_visiting"),
        ("The Police attended.", "Police", "police"),
        ("Ashford Vale Police attended.", "Ashford Vale Police", "police"),
        ("The hospital social worker rang.", "hospital social worker", "hospital"),
        ("The mental health social worker rang.", "mental health social worker", "adult_mental_health"),
        ("Children’s Social Care closed the case.", "Children’s Social Care", "childrens_social_care"),
        ("Staff in A&E saw a bruise.", "A&E", "hospital"),
        ("A CMHT worker visited.", "CMHT worker", "adult_mental_health"),
        ("HV2 visited.", "HV2", "health_visiting"),
        ("Social Worker 3 visited.", "Social Worker 3", "childrens_social_care"),
        ("All agencies agreed.", "All agencies", "multi_agency"),
    ],
)
def test_roles_and_services(sentence: str, words: str, party: str) -> None:
    assert (words, party) in _told(TITLE, sentence)


@pytest.mark.parametrize("sentence", ["He was of school age.", "Her pa was late.", "The agency rang."])
def test_words_that_are_no_party(sentence: str) -> None:
    assert _told("Report", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words", "role"),
    [
        ("The mother was tired.", "mother", "mother"),
        ("Child T's maternal grandmother rang.", "Child T's maternal grandmother", "maternal_grandmother"),
        ("Mother was ill. Her sister helped.", "Her sister", "maternal_aunt"),
        ("Father was ill. His mother helped.", "His mother", "paternal_grandmother"),
        ("Child T lived with her father.", "her father", "father"),
        ("The mother's boyfriend moved in.", "mother's boyfriend", "partner"),
    ],
)
def test_relatives_from_the_child_s_point_of_view(sentence: str, words: str, role: str) -> None:
    assert (words, role) in _told(TITLE, sentence)


def test_a_carer_s_relatives_are_nobody_s() -> None:
    assert "mother" not in dict(_told(TITLE, "The foster carer's mother helped.")).values()


def test_the_name_of_a_placement_is_not_the_mother() -> None:
    assert _told(TITLE, "A mother and baby unit was found.")[-1] == (
        "mother and baby unit",
        "residential_unit",
    )


def test_a_role_is_typed_by_the_agency_after_it() -> None:
    found = _told(TITLE, "A worker from the drug and alcohol service wrote.")
    assert ("worker", "substance_misuse") in found


def test_mentions_lie_within_the_span_and_do_not_overlap() -> None:
    reading = reading_of(TITLE, "The GP wrote to the school.", "The police came.")
    found = reading.parties.mentions(len(TITLE), len(TITLE) + 29)
    assert [mention.party for mention in found] == ["gp", "school"]
    everything = _mentions(reading)
    assert all(a.end <= b.start for a, b in pairwise(everything))


def test_labels_of_a_key_are_known_everywhere() -> None:
    reading = reading_of(TITLE, "TM – Child T's mother", "TFC: Foster carer for Child T", "TM met TFC.")
    last = [m for m in _mentions(reading) if m.start > reading.document.text.index("TM met") - 1]
    assert [(m.label, m.party, m.sort) for m in last] == [
        ("TM", "mother", "family"),
        ("TFC", "fostering", "professional"),
    ]


@pytest.mark.parametrize(
    ("lines", "label", "party"),
    [
        (("The Vale Valley Police (VVP) came.", "VVP left."), "VVP", "police"),
        (("The Information, Advice and Assistance service (IAA) rang."), "IAA", "childrens_social_care"),
        (("Ms D (mother) rang."), "Ms D", "mother"),
        (("Child T's mother, Ms D, rang."), "Ms D", "mother"),
        (("Mother was ill and her sister, Ms K, came."), "Ms K", "maternal_aunt"),
        (("Name\tRelationship", "Ms D\tMaternal grandmother"), "Ms D", "maternal_grandmother"),
        (("Lantern Way, a local drug service, rang. Lantern Way wrote."), "Lantern Way", "substance_misuse"),
        (("They met the charity Blue Door. Blue Door wrote."), "Blue Door", "voluntary_sector"),
        (
            ("Name\tRelationship", "Gran\tHer maternal grandmother", "Gran rang."),
            "Gran",
            "maternal_grandmother",
        ),
        (
            ("Name\tRole", "The Night Nurse\tThe charity Lantern", "A Night Nurse came."),
            "Night Nurse",
            "voluntary_sector",
        ),
        (("Nan, Child T's maternal grandmother, rang. Nan wrote. Nan left."), "Nan", "maternal_grandmother"),
        (
            ("The child's paternal grandmother (her Mamgu) rang. Mamgu wrote. Mamgu left."),
            "Mamgu",
            "paternal_grandmother",
        ),
        (("They rent from a housing association, Sunny Dale. Sunny Dale wrote."), "Sunny Dale", "housing"),
        (("Their mother is called Ines. Ines rang. Ines left."), "Ines", "mother"),
    ],
)
def test_labels_defined_in_passing(lines: tuple[str, ...] | str, label: str, party: str) -> None:
    reading = reading_of(TITLE, *([lines] if isinstance(lines, str) else lines))
    assert reading.parties.naming.labels[label].party == party


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        (("Serious Case Review", "Child M", "Child M was two. Child M lived with her aunt."), "Child M"),
        (("Review: Baby Rowan", "Rowan was born early. Rowan lived at home."), "Baby Rowan"),
        (("This review concerns Idris (not his real name). Idris was ten. Idris sang."), "Idris"),
        (("LEARNING REVIEW", "ROWAN", "Rowan's aunt, Rowan's home, Rowan's bike, Rowan's dog."), "Rowan"),
        (("Learning review", "Who's who", "Rowan\tThe child", "Rowan sang. Rowan drew."), "Rowan"),
        (("The Marsh Family: Pia and Sol", "Pia is five. Sol is six."), "The Marsh Family"),
        (("A review of practice."), None),
    ],
)
def test_the_subject_child(lines: tuple[str, ...] | str, subject: str | None) -> None:
    reading = reading_of(*([lines] if isinstance(lines, str) else lines))
    assert reading.parties.naming.subject.label == subject


def test_lexicons_speak_the_codes_of_the_ontology() -> None:
    agencies, relatives = set(codes("AgencyType")), set(codes("FamilyRole"))
    assert set(lexicon("roles")) - {"generic"} <= agencies
    assert set(lexicon("agencies")) - {"not_an_agency", "described"} <= agencies
    assert set(lexicon("agencies")["described"]) <= agencies
    assert {entry["type"] for entry in lexicon("short_roles").values()} <= agencies
    assert {role for roles in lexicon("kinship")["words"].values() for role in roles} <= relatives
    parties = lexicon("parties")
    assert {*parties["not_involved"], *parties["shown_by_people"], *parties["told_in_plural"]} <= agencies
    assert {*parties["one_of_each"], *parties["owners"], *parties["owners"].values()} <= relatives
