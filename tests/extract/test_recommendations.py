"""Recommendations are found in the ways reviews print them, and nothing that only leads in to them."""

from __future__ import annotations

from loaders.documents import read_bytes
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.recommendations import read_recommendations
from ontology.model import Recommendation

DUTY = "The Partnership should make sure that every school knows whom to ring about a worry of this kind"


def recommendations_of(body: str) -> tuple[Recommendation, ...]:
    text = f"1 Introduction\n\n1.1 A short review of one family.\n\n2 Recommendations\n\n{body}\n"
    return read_recommendations(Reading(read_bytes(text.encode(), "fiction.txt")))


def test_numbered_paragraphs_are_recommendations_and_the_lead_in_is_not() -> None:
    found = recommendations_of(
        f"The panel makes the following recommendations.\n\n2.1 {DUTY}.\n\n2.2 {DUTY} in summer."
    )
    assert [one.label for one in found] == ["2.1", "2.2"]


def test_words_of_a_label_outrank_numbers() -> None:
    found = recommendations_of(f"Recommendation 1: {DUTY}.\n\nRecommendation 2: {DUTY} at once.")
    assert [one.label for one in found] == ["Recommendation 1", "Recommendation 2"]
    assert found[0].evidence[0].quote.startswith("The Partnership should")


def test_the_place_is_the_opening_words_and_the_text_the_whole() -> None:
    long = f"{DUTY}, and should report on it each year to the whole board, in public session and in writing."
    (found,) = recommendations_of(f"2.1 {long}")
    place, whole = found.evidence
    assert place.end - place.start <= lexicon("recommendations")["opening_length"] < len(long)
    assert long.startswith(place.quote)
    assert whole.supports == "text"
    assert found.text == long


def test_a_learning_point_among_analysis_is_one() -> None:
    text = f"3 Analysis\n\n3.1 The plan was kept.\n\nLearning point 1: {DUTY}.\n\n3.2 It was reviewed.\n"
    found = read_recommendations(Reading(read_bytes(text.encode(), "fiction.txt")))
    assert [one.label for one in found] == ["Learning point 1"]


def test_the_heading_says_who_is_addressed() -> None:
    found = recommendations_of(f"2.1 Police\n\n2.1.1 {DUTY}.")
    assert [one.addressed_to for one in found] == [("police",)]


def test_actions_that_begin_with_to_and_any_verb_are_recommendations() -> None:
    lines = "Recommendations\n\nThe clinic\n\n• To train all staff who visit homes in what to look for.\n"
    reading = Reading(read_bytes(lines.encode(), "review.txt"))
    assert len(read_recommendations(reading)) == 1


def test_considerations_put_as_questions_under_each_finding_are_recommendations() -> None:
    questions = "1A. How will the Board know that visits are made?\n1B. Is the Board sure of this?"
    body = (
        f"Finding 1: Visits hang on one worker.\n\nConsiderations for the Board\n\n{questions}\n\n"
        "Finding 2: Letters go unread.\n\nConsiderations for the Board\n"
        "2A. What would help letters to be read?\n2B. Does the Board know who reads them?\n"
        "2C. When will they be read?\n\nFinding 3: Rooms are full.\n\nConsiderations for the Board\n"
        "3A. Does the Board wish for more rooms?\n"
    )
    text = f"1 Introduction\n\n1.1 A short review of one family.\n\n2 Findings\n\n{body}\n"
    found = read_recommendations(Reading(read_bytes(text.encode(), "fiction.txt")))
    labels = [one.label for one in found if one.label and not one.label.startswith("Finding")]
    assert labels == ["1A", "1B", "2A", "2B", "2C", "3A"]


def test_practice_learning_with_a_number_is_a_learning_point() -> None:
    (found,) = recommendations_of(f"Practice learning 1\n\n{DUTY}.")
    assert found.label == "Practice learning 1"
