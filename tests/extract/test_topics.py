"""Topics are the items of information of a case: factors it speaks of, and matters of its own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loaders.documents import read_bytes
from loaders.extract.fact_topics import FactTopics
from loaders.extract.factors import read_factors
from loaders.extract.gaps import read_gaps
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.topics import read_topics
from ontology.model import Gap, Topic
from ontology.vocabulary import codes

DOSES = (
    "The pharmacist told the health visitor about the missed doses.",
    "The health visitor did not tell the social worker about the missed doses.",
)


def reading_of(sentences: Sequence[str], heading: str = "What happened") -> Reading:
    text = f"2 {heading}\n\n" + "\n\n".join(f"2.{n} {one}" for n, one in enumerate(sentences, 1)) + "\n"
    return Reading(read_bytes(text.encode(), "fiction.txt"))


def topics_of(*sentences: str, heading: str = "What happened") -> dict[str, Topic]:
    reading = reading_of(sentences, heading)
    return {one.label: one for one in read_topics(reading, read_factors(reading))}


def test_a_factor_is_a_topic_with_the_words_of_the_text_for_it() -> None:
    topic = topics_of("Mother was drunk.", "Mother said that her drinking had stopped.")[
        "Parental alcohol use"
    ]
    assert topic.factor == "parental_alcohol"
    assert topic.terms == ("drunk", "drinking")
    assert [one.quote for one in topic.evidence] == [
        "Mother was drunk.",
        "Mother said that her drinking had stopped.",
    ]


def test_a_factor_that_is_only_denied_is_spoken_of_too() -> None:
    assert "Neglect" in topics_of(
        "The school had no concerns about neglect of the children.",
        "The nurse saw no neglect.",
    )


def test_the_name_of_a_service_is_no_word_for_a_factor() -> None:
    found = topics_of(
        "The community mental health team rang.", "The community mental health team closed the case."
    )
    assert not any(topic.terms for topic in found.values())


def test_what_was_told_twice_is_a_topic_of_the_case() -> None:
    topic = topics_of(*DOSES)["missed doses"]
    assert topic.factor is None
    assert len(topic.evidence) == 2


@pytest.mark.parametrize(
    "sentences",
    [
        DOSES[:1],
        ("The nurse told the social worker of her concerns about the meeting.",) * 2,
        ("The nurse told the social worker about Easterby.",) * 2,
        ("The nurse told the social worker about the visit in March.",) * 2,
        ("The nurse shared all information with the health visitor.",) * 2,
    ],
)
def test_what_is_said_once_or_of_every_case_is_none(sentences: tuple[str, ...]) -> None:
    assert not topics_of(*sentences)


def test_recommendations_bring_no_topic() -> None:
    assert not topics_of(*DOSES, heading="Recommendations")


def test_contact_with_a_relative_is_a_topic() -> None:
    found = topics_of(
        "Mother told the midwife that she was in contact with Father.",
        "The social worker saw Father at the flat.",
        "The school did not know of the contact with Father.",
    )
    assert found["contact with Father"].terms == ("contact with father",)
    assert len(found["contact with Father"].evidence) == 2


def test_a_plural_is_the_same_and_another_word_of_the_stem_is_not() -> None:
    found = topics_of(
        "The nurse told the social worker about the bottle.",
        "The nurse told the midwife about two bottles.",
        "The budget was bottled up.",
    )
    assert len(found["bottle"].evidence) == 2


def gaps_of(*sentences: str) -> tuple[Gap, ...]:
    reading = reading_of(sentences)
    topics = read_topics(reading, read_factors(reading))
    return FactTopics(reading, topics).given(read_gaps(reading))


def test_a_gap_is_about_what_its_words_name() -> None:
    (gap,) = gaps_of(*DOSES)
    assert gap.topics == ("missed doses",)
    assert len(gap.evidence) == 1


def test_a_gap_that_points_back_is_about_what_was_told_before() -> None:
    (gap,) = gaps_of(
        "The pharmacist told the nurse about the missed doses. This was not shared with the social worker.",
        "The nurse noted the missed doses.",
    )
    assert gap.topics == ("missed doses",)
    assert [one.supports for one in gap.evidence] == [None, "topics"]
    assert gap.evidence[1].quote == "The pharmacist told the nurse about the missed doses."


def test_the_lexicon_uses_the_words_of_others() -> None:
    rules = lexicon("own_topics")
    named = {word for phrases in lexicon("topics")["factors"].values() for word in phrases}
    assert set(rules["too_wide"]) <= named
    assert set(rules["of_everybody"].split()) <= set(codes("FamilyRole"))


def test_words_of_the_case_are_no_words_of_every_case() -> None:
    rules = lexicon("own_topics")
    assert not set(rules["concrete"].split()) & set(rules["generic"].split())
