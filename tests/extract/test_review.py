"""A whole review read: the sample end to end, and documents of any shape without an error."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from loaders.documents import read_bytes, read_document
from loaders.extract.contract import contract
from loaders.extract.reading import Reading
from loaders.extract.review import extract_review, review_of
from ontology.facts import facts
from ontology.model import Fact, Review
from ontology.rdf import to_rdf
from ontology.shapes import check
from ontology.vocabulary import classes, codes

SAMPLE = Path(__file__).parents[2] / "loaders" / "sample" / "child-wren.txt"
LISTS = (
    *("family", "professionals", "agencies", "meetings", "communications"),
    *("gaps", "recommendations", "factors", "events", "topics", "knowledge"),
)
PLACE = {"start", "end", "confidence"}
KEYS = {
    "case": {"title", "review_type", "commissioned_by", "authors", "published", "period_start", "period_end"}
    | {"subject", "subject_born", "incident_date", "outcome", "areas"},
    "family": {"label", "aliases", "kinship", "confidence"},
    "professionals": {"label", "aliases", "role", "agency_type", "area", "confidence"},
    "agencies": {"name", "aliases", "agency_type", "area", "involved", "confidence"},
    "meetings": {"type", "date", "held", "attended", "absent", "topics"} | PLACE,
    "communications": {"from", "to", "channel", "date", "about", "topics"} | PLACE,
    "gaps": {"kind", "holder", "receiver", "about", "date", "voice", "reason", "topics"} | PLACE,
    "recommendations": {"label", "addressed_to"} | PLACE,
    "factors": {"factor"} | PLACE,
    "events": {"date", "date_end", "type", "parties", "topics"} | PLACE,
    "topics": {"label", "factor", "terms"} | PLACE,
    "knowledge": {"party", "label", "status", "date", "from", "by", "about", "topics"} | PLACE,
}
# Fiction, one of each form that extractors look for, and what documents have besides.
PIECES = (
    "1. Introduction",
    "Key to practitioners",
    "Recommendations",
    "Recommendation 1: The Partnership should seek assurance that records are kept.",
    "3.2.1 The health visitor did not tell the social worker that the family had moved.",
    "The school rang the duty team on 3 March 2021; nobody rang back.",
    "A strategy meeting was held on 31 February 2021, attended by police.",
    "Date\tEvent\tComment\n04.03.21\tHome visit.\tNot recorded.\n\t\t",
    "SW1\tSocial worker\nMGM\tMaternal grandmother",
    "SW1 – Social worker, Plumstow",
    "• She was not asked.\n• \n•",
    "Mother",
    "¹ A note at the foot of the page.",
    "\u00a0",
    "\t",
    "“Nobody asked,” he said. \U0001f642 e\u0301 \u200b\u2028 (((",
    "THE REVIEW OF CHILD J",
    "12.1.1",
    "Neither agency shared, nor had it been asked to share, what it knew. " * 6,
)
odd = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
documents = st.lists(st.sampled_from(PIECES) | odd, min_size=1, max_size=8).map("\n\n".join)


@cache
def sample() -> Review:
    """Return the sample review, read once."""
    return extract_review(read_document(SAMPLE), "child-wren")


def coded(review: Review) -> Iterator[tuple[str, set[str]]]:
    """Yield each property of a fact that holds codes: its scheme, and the codes found in it."""
    named = {info.name: info for info in classes()}
    for fact in facts(review):
        for prop in named[type(fact).__name__].properties:
            if prop.scheme and hasattr(fact, prop.name):
                value = getattr(fact, prop.name)
                yield prop.scheme, set(value if isinstance(value, tuple) else [value]) - {None}


@pytest.mark.parametrize("category", LISTS)
def test_the_sample_has_something_of_every_category(category: str) -> None:
    assert getattr(sample(), category)


def test_the_case_of_the_sample_is_read_whole() -> None:
    missing = [field for field, value in contract(sample())["case"].items() if not value]
    assert not missing


def test_every_quote_is_the_text_at_its_place() -> None:
    text = sample().document.text
    for fact in facts(sample()):
        for evidence in fact.evidence:
            assert evidence.quote
            assert evidence.quote == text[evidence.start : evidence.end]


def test_every_code_is_one_of_the_ontology() -> None:
    found = list(coded(sample()))
    assert {"GapKind", "MeetingType", "Channel", "FactorType", "EventType"} <= {scheme for scheme, _ in found}
    for scheme, used in found:
        assert used <= set(codes(scheme)), scheme


def test_extraction_is_deterministic() -> None:
    assert extract_review(read_document(SAMPLE), "child-wren") == sample()


def test_the_contract_has_exactly_its_keys() -> None:
    told: dict[str, Any] = json.loads(json.dumps(contract(sample())))
    assert set(told) == set(KEYS)
    assert set(told["case"]) == KEYS["case"]
    for category in LISTS:
        assert {frozenset(item) for item in told[category]} == {frozenset(KEYS[category])}, category


def test_confidences_are_probabilities() -> None:
    assert all(0 <= evidence.confidence <= 1 for fact in facts(sample()) for evidence in fact.evidence)


@pytest.mark.parametrize("category", LISTS)
def test_facts_stand_in_the_order_of_the_text(category: str) -> None:
    found: tuple[Fact, ...] = getattr(sample(), category)
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)


@cache
def sample_from(least: float) -> Review:
    return extract_review(sample().document, "child-wren", least)


@pytest.mark.parametrize("category", LISTS)
def test_a_threshold_only_filters(category: str) -> None:
    everything = getattr(sample_from(0.0), category)
    for least in (0.7, 0.9):
        sure = getattr(sample_from(least), category)
        assert [untopical(fact) for fact in sure] == [
            untopical(fact) for fact in everything if fact.confidence >= least
        ]


def untopical(fact: Fact) -> Fact:
    """Return a fact without its topics, which are only those that are sure enough themselves."""
    if not hasattr(fact, "topics"):
        return fact
    own = tuple(one for one in fact.evidence if one.supports != "topics")
    return replace(fact, topics=(), evidence=own)  # type: ignore[call-arg]


def test_facts_name_topics_of_their_review_only() -> None:
    assert any(gap.topics for gap in sample().gaps)
    for least in (None, 0.9):
        review = extract_review(sample().document, "child-wren", least)
        named = {label for fact in facts(review) for label in getattr(fact, "topics", ())}
        assert named <= {topic.label for topic in review.topics}


def test_the_sample_conforms_to_the_shapes() -> None:
    assert check(to_rdf(sample())) == ()


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=documents)
def test_no_document_makes_extraction_fail(text: str) -> None:
    assume(text.strip())
    review = extract_review(read_bytes(text.encode(), "any.txt"), "any")
    for fact in facts(review):
        for evidence in fact.evidence:
            assert evidence.quote == review.document.text[evidence.start : evidence.end]
    json.dumps(contract(review))


def test_a_wrapped_line_is_read_as_one() -> None:
    words = ("The health visitor was not", "told that the family had moved and did", "not see the record.")
    whole, wrapped = (
        extract_review(read_bytes(f"1. What happened\n\n1.1 {joint.join(words)}\n".encode(), "t.txt"), "t")
        for joint in (" ", "\n")
    )
    assert [(gap.start, gap.end, gap.kind) for gap in whole.gaps]
    assert [(gap.start, gap.end, gap.kind) for gap in wrapped.gaps] == [
        (gap.start, gap.end, gap.kind) for gap in whole.gaps
    ]


def test_a_key_defines_labels_of_words_and_a_number() -> None:
    text = "Key to practitioners\n\nNurse 1 – Community psychiatric nurse\n\nWorker B – Housing officer\n\n"
    text += "4. What happened\n\n4.1 Nurse 1 rang Worker B. Worker B did not tell Nurse 1 of the move.\n"
    review = extract_review(read_bytes(text.encode(), "t.txt"), "t")
    assert [(one.label, one.agency_type) for one in review.professionals] == [
        ("Nurse 1", "adult_mental_health"),
        ("Worker B", "housing"),
    ]


def test_a_birth_told_over_a_line_end_dates_the_subject() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "Wren was born on 12 February", "Wren\nwas born on 12 February"
    )
    assert extract_review(read_bytes(text.encode(), "t.txt"), "t").case.subject_born == "2021-02-12"


def test_a_reading_is_forgotten_once_it_is_done() -> None:
    reading = Reading(read_document(SAMPLE))
    review_of(reading, "child-wren")
    gone = weakref.ref(reading)
    del reading
    gc.collect()
    assert gone() is None
