"""Meetings: types, days, held or not, the same meeting told twice, and what is no meeting of the case."""

from __future__ import annotations

import pytest

from loaders.extract.lexicon import lexicon
from loaders.extract.meetings import named_meetings, read_meetings
from ontology import vocabulary
from ontology.model import Meeting
from tests.extract.passages_of import given, reading_of

HEADING = "# 3 Narrative"


def meetings(*lines: str) -> list[Meeting]:
    return given("meetings", read_meetings(reading_of(HEADING, *lines)))


def found(*lines: str) -> list[tuple[str, str | None]]:
    return [(m.type, m.date) for m in meetings(*lines)]


def test_the_lexicon_uses_the_codes_of_the_ontology() -> None:
    assert set(lexicon("meetings")["types"]) <= set(vocabulary.codes("MeetingType"))
    assert set(lexicon("meetings")["purpose"]) <= set(vocabulary.codes("MeetingType"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("strategy discussion", "strategy_meeting"),
        ("initial child protection conference", "child_protection_conference"),
        ("core group", "core_group"),
        ("CIN review meeting", "child_in_need_meeting"),
        ("team around the family meeting", "team_around_child"),
        ("legal gateway meeting", "legal_planning_meeting"),
        ("PLO meeting", "public_law_outline_meeting"),
        ("case management hearing", "court_hearing"),
        ("looked after review", "looked_after_review"),
        ("care planning meeting", "care_planning_meeting"),
        ("placement planning meeting", "placement_planning_meeting"),
        ("discharge planning meeting", "discharge_planning_meeting"),
        ("multi-agency professionals meeting", "professionals_meeting"),
        ("weekly progress meeting", "progress_meeting"),
        ("family group conference", "family_network_meeting"),
        ("supervision session", "supervision"),
        ("MARAC", "other_meeting"),
    ],
)
def test_each_type_has_its_names(name: str, code: str) -> None:
    assert found(f"On 3rd May 2016 a {name} was held.") == [(code, "2016-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "A strategy meeting should have been held on 3rd May 2016.",
        "No core group was held in May 2016.",
        "The review panel meeting took place on 3rd May 2016.",
        "The practitioner learning event was held on 3rd May 2016.",
        "On 3rd May 2016 the worker decided to convene a strategy meeting.",
        "Strategy meetings bring agencies together.",
    ],
)
def test_what_is_no_meeting_that_was_held(text: str) -> None:
    assert found(text) == []


def test_a_cancelled_meeting_was_not_held() -> None:
    (meeting,) = meetings("A core group was arranged for 3rd May 2016 but it was cancelled.")
    assert (meeting.date, meeting.held) == ("2016-05-03", False)


def test_a_meeting_told_twice_is_one_with_two_places() -> None:
    (meeting,) = meetings(
        "On 3rd May 2016 a core group took place.",
        "# 4 Analysis",
        "The core group on 3rd May 2016 set no tasks.",
    )
    assert len(meeting.evidence) == 2


def test_a_general_name_joins_the_special_meeting_of_that_day() -> None:
    lines = (
        "A multi-agency meeting was held on 3rd May 2016.",
        "The core group of 3rd May 2016 agreed a plan.",
    )
    assert found(*lines) == [("core_group", "2016-05-03")]


def test_a_second_name_is_no_second_meeting() -> None:
    text = "A core group was held on 3rd May 2016. One worker described it as a case conference."
    assert found(text) == [("core_group", "2016-05-03")]


def test_it_was_held_goes_on_about_the_meeting_before() -> None:
    text = "The review conference was late. It was held on 3rd May 2016."
    assert ("child_protection_conference", "2016-05-03") in found(text)


def test_a_bare_meeting_takes_its_type_from_what_it_settled() -> None:
    text = "A meeting was held on 3rd May 2016. The discharge plan was agreed."
    assert found(text) == [("discharge_planning_meeting", "2016-05-03")]


def test_a_row_gives_its_date() -> None:
    assert found("03.05.16\tCore group held", "04.05.16\tHome visit") == [("core_group", "2016-05-03")]


def test_several_meetings_at_once_have_a_day_each() -> None:
    text = "Core groups were held on 3rd May 2016 and on 1st June 2016."
    assert found(text) == [("core_group", "2016-05-03"), ("core_group", "2016-06-01")]


def test_who_came_and_who_did_not() -> None:
    text = (
        "A core group took place on 3rd May 2016 and was attended by the midwife but the GP was not invited."
    )
    (meeting,) = meetings(text)
    assert meeting.attended == ("midwifery",)
    assert meeting.absent == ("gp",)


def test_the_longest_name_wins() -> None:
    assert [code for *_, code in named_meetings("a discharge planning meeting")] == [
        "discharge_planning_meeting"
    ]


def test_a_panel_that_considered_the_child_met() -> None:
    assert found("MACE considered him on 3rd May 2016.") == [("other_meeting", "2016-05-03")]
