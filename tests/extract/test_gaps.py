"""Each way of telling a lapse is heard; what only looks like one is left, and the reason is counted."""

from __future__ import annotations

import pytest

from loaders.documents import read_bytes
from loaders.extract.cues import cue_classes, find_cues
from loaders.extract.gaps import STOPS, read_gaps
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from ontology.model import Gap
from ontology.vocabulary import codes

LAPSES = [one for one in cue_classes() if one.side == "lapse"]


def reading_of(*paragraphs: str) -> Reading:
    body = "\n\n".join(f"3.{n} {text}" for n, text in enumerate(paragraphs, 1))
    return Reading(read_bytes(f"3 Analysis\n\n{body}\n".encode(), "fiction.txt"))


def gaps_of(*paragraphs: str) -> tuple[Gap, ...]:
    return read_gaps(reading_of(*paragraphs))


@pytest.mark.parametrize("name", [one.name for one in LAPSES])
def test_the_example_of_each_class_carries_its_cue(name: str) -> None:
    entry = next(one for one in lexicon("gaps")["lapse"] if one["name"] == name)
    assert name in {cue.name for cue in find_cues(entry["example"])}


@pytest.mark.parametrize("name", [one["name"] for one in lexicon("gaps")["stay"]])
def test_the_example_of_each_stay_carries_its_cue(name: str) -> None:
    entry = next(one for one in lexicon("gaps")["stay"] if one["name"] == name)
    assert name in {cue.name for cue in find_cues(entry["example"])}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The school nurse did not share this information with the social worker.", "not_shared"),
        ("Nobody kept minutes and the discussion was not recorded.", "not_recorded"),
        ("Housing was not invited to the core group.", "not_included"),
        ("There was no handover between the two health visitors.", "no_handover"),
        ("Professional curiosity about who lived at the flat was lacking.", "not_sought"),
        (
            "There was no management oversight and no professional challenge of the decision.",
            "not_challenged",
        ),
        ("Before the move the risks were never assessed by the social worker.", "not_assessed"),
        (
            "The voice of the child was not heard and her lived experience was overlooked.",
            "not_heard",
        ),
    ],
)
def test_a_lapse_is_read_with_its_kind(sentence: str, kind: str) -> None:
    assert [gap.kind for gap in gaps_of(sentence)] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mother did not attend the clinic.",
        "Practitioners should ensure that chronologies are kept up to date in such cases.",
        "The midwife shared her concerns promptly with the social worker, which was good practice.",
        "Research shows that many families do not disclose domestic abuse.",
        "On 4 May 2019 the health visitor saw the family at home.",
    ],
)
def test_what_only_looks_like_a_lapse_is_left(sentence: str) -> None:
    assert not gaps_of(sentence)


def test_holder_and_receiver_are_told_apart() -> None:
    (gap,) = gaps_of("The letter was not shared by the GP with the school.")
    assert gap.holder == ("gp",)
    assert gap.receiver == ("school",)


def test_a_gap_says_who_speaks_and_why() -> None:
    (gap,) = gaps_of(
        "The police IMR noted that this was not shared with the school because of data protection."
    )
    assert gap.voice == "agency"
    assert gap.reason == "consent_belief"


def test_the_lexicons_speak_in_codes_of_the_ontology() -> None:
    assert set(STOPS.values()) <= set(codes("DropReason"))
    assert {entry["kind"] for entry in lexicon("gap_kinds")["topics"].values()} <= set(codes("GapKind"))
    assert set(lexicon("reasons")) == set(codes("Reason"))
    assert set(lexicon("voices")) <= set(codes("Voice"))
    assert set(lexicon("gaps")["roles"]) <= set(codes("PassageRole"))
