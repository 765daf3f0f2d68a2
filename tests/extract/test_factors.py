"""Factors are read from what a review tells of its own case, not from research, denial or duty."""

from __future__ import annotations

import pytest

from loaders.documents import read_bytes
from loaders.extract.factors import read_factors
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from ontology.vocabulary import codes
from tests.extract.passages_of import reading_of


def factors_of(*sentences: str, heading: str = "Family background") -> set[str]:
    text = f"2 {heading}\n\n" + "\n\n".join(f"2.{n} {one}" for n, one in enumerate(sentences, 1)) + "\n"
    return {one.factor for one in read_factors(Reading(read_bytes(text.encode(), "fiction.txt")))}


@pytest.mark.parametrize(
    ("sentence", "factor"),
    [
        ("The twins were born in June.", "twins"),
        ("She was a care leaver and had a personal adviser.", "care_experienced_parent"),
        ("Her anxiety and depression grew worse in the spring.", "parental_mental_health"),
        ("The family was evicted and moved to temporary accommodation.", "housing_instability"),
        ("Workers took her account at face value.", "self_report_reliance"),
        ("The baby was premature and weighed very little.", "premature_or_low_birthweight"),
        ("Visits stopped during the pandemic.", "covid_restrictions"),
        ("He had been using cannabis every day.", "parental_drugs"),
        ("She felt isolated in the new town.", "social_isolation"),
        ("Her isolation grew in the winter.", "social_isolation"),
        ("In an area that she did not know she was on her own with three children.", "social_isolation"),
        ("Wren was born at 34 weeks.", "premature_or_low_birthweight"),
        ("Nobody had been named, and the lead professional role was unfilled.", "lead_professional_unclear"),
        ("There had been three social workers, two of them agency staff.", "staff_turnover"),
    ],
)
def test_a_circumstance_is_read(sentence: str, factor: str) -> None:
    assert factor in factors_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "factor"),
    [
        ("There was no evidence of domestic abuse.", "neglect"),
        ("There were no concerns about neglect.", "neglect"),
        ("Research on co-sleeping is well known.", "co_sleeping"),
        (
            "He was put in isolation at school twice, and the isolation room had no window.",
            "social_isolation",
        ),
        ("Each event was looked at in isolation. It was an isolated injury.", "social_isolation"),
        ("The plan was unsupported by any meeting.", "social_isolation"),
        ("There was depression in the trade of the town.", "parental_mental_health"),
        ("The clinic was for learning disability.", "parental_learning_difficulty"),
        (
            "It was thought that the mother had never had any learning disability.",
            "parental_learning_difficulty",
        ),
        ("The grandmother's depression was known.", "parental_mental_health"),
    ],
)
def test_what_is_denied_or_general_is_not(sentence: str, factor: str) -> None:
    assert factor not in factors_of(sentence)


def test_a_parent_with_a_label_is_known_by_it() -> None:
    lines = (
        "Serious Case Review: Child T",
        "# Key",
        "TM – Child T's mother",
        "# Background",
        "TM had depression.",
    )
    found = read_factors(reading_of(*lines))
    assert {one.factor for one in found} == {"parental_mental_health"}


def test_the_child_s_own_low_mood_is_not_a_parent_s() -> None:
    assert "parental_mental_health" not in factors_of("Child T liked music. She had depression and anxiety.")


def test_recommendations_tell_of_no_factor() -> None:
    assert not factors_of("Services should ask about cannabis.", heading="Recommendations")


def test_each_factor_comes_once_with_its_evidence() -> None:
    text = b"2 Background\n\n2.1 The twins slept. The twins woke. One twin cried.\n"
    (factor,) = read_factors(Reading(read_bytes(text, "fiction.txt")))
    assert factor.factor == "twins"
    assert len(factor.evidence) == 3


def test_every_factor_of_the_ontology_has_cues() -> None:
    assert set(lexicon("factors")["factors"]) == set(codes("FactorType"))
