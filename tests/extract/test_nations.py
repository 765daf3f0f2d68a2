"""Words of Wales, Scotland, Northern Ireland and of England before and now: who is meant, which meeting."""

from __future__ import annotations

import pytest

from loaders.extract.meetings import read_meetings
from tests.extract.passages_of import reading_of


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the IAA service", "childrens_social_care"),  # Wales
        ("the children's services department", "childrens_social_care"),
        ("Norwell University Health Board", "hospital"),
        ("the Norwell Regional Safeguarding Board", "safeguarding_board"),
        ("children and families social work", "childrens_social_care"),  # Scotland
        ("the criminal justice social worker", "probation"),
        ("Norwell social work", "childrens_social_care"),
        ("NHS Lothian", "hospital"),
        ("the children's reporter", "other_agency"),
        ("the children's hearing", "court"),
        ("a guidance teacher", "school"),
        ("the gateway team", "childrens_social_care"),  # Northern Ireland
        ("the gateway social worker", "childrens_social_care"),
        ("Norwell Health and Social Care Trust", "childrens_social_care"),
        ("the guardian ad litem", "cafcass"),
        ("the education authority", "school"),
        ("the Connexions adviser", "early_help"),  # England, before
        ("the primary care trust", "commissioner"),
        ("the child exploitation team", "childrens_social_care"),  # England, now
        ("the LADO", "childrens_social_care"),
        ("the integrated care board", "commissioner"),
        ("the family help team", "early_help"),
    ],
)
def test_who_is_meant(words: str, party: str) -> None:
    found = reading_of(f"On that day {words} wrote.").parties.all
    assert [mention.party for mention in found] == [party]


def test_a_role_that_anyone_may_hold_takes_the_agency_beside_it() -> None:
    (alone,) = reading_of("The named person wrote to the GP.").parties.all
    assert alone.party == "gp"
    of_school = reading_of("The lead professional from the school wrote.").parties.all
    assert {mention.party for mention in of_school} == {"school"}


def test_a_legal_guardian_is_not_the_court_s() -> None:
    assert not reading_of("Her legal guardian wrote.").parties.all


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("An inter-agency referral discussion", "strategy_meeting"),
        ("A joint protocol discussion", "strategy_meeting"),
        ("A care and support plan review meeting", "child_in_need_meeting"),
        ("A child's planning meeting", "team_around_child"),
        ("A TAC meeting", "team_around_child"),
        ("A UNOCINI meeting", "team_around_child"),
        ("A LAAC review", "looked_after_review"),
        ("A CLA review", "looked_after_review"),
        ("A children's hearing", "court_hearing"),
        ("A MACE meeting", "other_meeting"),
        ("A multi-agency child exploitation panel", "other_meeting"),
        ("A PRUDiC meeting", "other_meeting"),
        ("A pre-birth child protection case conference", "child_protection_conference"),
    ],
)
def test_which_meeting_is_meant(words: str, kind: str) -> None:
    found = read_meetings(
        reading_of("# Narrative", f"{words} was held on 3 May 2016 and the school attended.")
    )
    assert [meeting.type for meeting in found] == [kind]
