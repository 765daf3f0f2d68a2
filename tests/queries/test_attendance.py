"""Expected against present: filled, stated empty, not spoken of."""

from __future__ import annotations

from typing import Any

import pytest

from ontology import vocabulary
from queries.attendance import expected_places, meeting_attendance
from queries.parameters import known_values


def meeting(**said: Any) -> dict[str, Any]:
    none: dict[str, Any] = dict.fromkeys(("date", "type", "paragraph", "quote"))
    return {**none, "code": "core_group", "attended": [], "absent": [], "involved": [], **said}


def answer(**said: Any) -> tuple[list[str], list[str], list[str]]:
    (row,) = meeting_attendance([meeting(**said)], {})
    return row["present"], row["absent"], row["not_mentioned"]


def test_a_place_is_filled_by_any_of_its_parties() -> None:
    present, absent, unspoken = answer(attended=["midwifery", "father"], involved=["midwifery"])
    assert present == ["Midwifery", "Father"]
    assert absent == []
    assert unspoken == ["Children's social care"]


def test_an_agency_that_did_not_work_with_the_family_is_not_expected() -> None:
    assert "School" not in answer()[2]
    assert any("chool" in label for label in answer(involved=["school"])[2])


def test_a_stated_absence_is_told_apart_from_silence() -> None:
    _, absent, unspoken = answer(absent=["health_visiting"], involved=["health_visiting", "school"])
    assert absent == ["Health visiting"]
    assert len(unspoken) == 2


def test_only_stated_absences_on_request() -> None:
    meetings = [meeting(), meeting(absent=["childrens_social_care"]), meeting(absent=["police"])]
    assert len(meeting_attendance(meetings, {})) == 3
    assert len(meeting_attendance(meetings, {"stated": True})) == 1


def test_a_type_of_meeting_without_guidance_is_left_out() -> None:
    assert meeting_attendance([meeting(code="other_meeting")], {}) == []


@pytest.mark.parametrize("type_", sorted(expected_places()))
def test_the_data_speak_the_ontologys_codes(type_: str) -> None:
    assert type_ in vocabulary.codes("MeetingType")
    for place in expected_places()[type_]:
        assert set(place.parties) <= set(known_values("party"))
