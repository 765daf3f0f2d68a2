"""Dated events: each kind by its words, only with a date, only what happened."""

from __future__ import annotations

import pytest

from loaders.extract.events import read_events
from loaders.extract.lexicon import lexicon
from ontology import vocabulary
from ontology.model import Event
from tests.extract.passages_of import given, reading_of

HEADING = "# 3 Narrative"


def events(*lines: str) -> list[Event]:
    return given("events", read_events(reading_of(HEADING, *lines)))


def test_the_lexicon_uses_the_codes_of_the_ontology() -> None:
    assert set(lexicon("events")["types"]) <= set(vocabulary.codes("EventType"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("On 3rd May 2016 the twins were born.", "birth"),
        ("On 3rd May 2016 the baby died.", "death"),
        ("On 3rd May 2016 she was found to be pregnant.", "pregnancy"),
        ("On 3rd May 2016 the mother did not attend her scan.", "missed_appointment"),
        ("He was arrested on 3rd May 2016.", "arrest_or_offence"),
        ("A supervision order was made on 3rd May 2016.", "legal_order"),
        ("The baby was discharged on 3rd May 2016.", "discharge"),
        ("She was admitted to the ward on 3rd May 2016.", "admission"),
        ("The children were placed with a foster carer on 3rd May 2016.", "placement"),
        ("The family moved to another town on 3rd May 2016.", "move"),
        ("A new health visitor took over on 3rd May 2016.", "change_of_worker"),
        ("The service closed the case on 3rd May 2016.", "case_closed"),
        ("The case was opened on 3rd May 2016.", "case_opened"),
        ("The nurse finished the assessment on 3rd May 2016.", "assessment"),
        ("There was an assault at the flat on 3rd May 2016.", "incident"),
        ("The health visitor visited the flat on 3rd May 2016.", "visit"),
        ("The mother attended the clinic on 3rd May 2016.", "appointment"),
    ],
)
def test_each_kind_has_its_words(text: str, code: str) -> None:
    assert [(e.type, e.date) for e in events(text)] == [(code, "2016-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The health visitor should have visited on 3rd May 2016.",
        "No assessment was completed by 3rd May 2016.",
        "The family moved to another town.",
        "On 3rd May 2016 a core group was attended by the midwife.",
    ],
)
def test_what_is_no_dated_event(text: str) -> None:
    assert events(text) == []


def test_an_event_in_a_row_has_the_rows_date_and_its_parties() -> None:
    (event,) = events("03.05.16\tVisit by health visitor")
    assert (event.type, event.date, event.parties) == ("visit", "2016-05-03", ("health_visiting",))


def test_a_row_without_a_known_kind_is_another_event() -> None:
    found = read_events(reading_of("# 4 Chronology", "03.05.16\tNew sofa delivered"))
    assert [(e.type, e.date) for e in found] == [("other_event", "2016-05-03")]


def test_what_lasted_has_an_end() -> None:
    (event,) = events("Between 3rd and 9th May 2016 she was admitted to the ward.")
    assert (event.date, event.date_end) == ("2016-05-03", "2016-05-09")


def test_an_event_told_again_is_one_with_two_places() -> None:
    (event,) = events(
        "On 3rd May 2016 the health visitor visited.",
        "Notes of the visit by the health visitor on 3rd May 2016.",
    )
    assert len(event.evidence) == 2
