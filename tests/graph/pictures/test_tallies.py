from __future__ import annotations

from collections import Counter

from graph.pictures.tallies import FAMILY, contacts, flows
from tests.graph.pictures.fiction import EMPTY, REVIEW


def test_contacts_are_meetings_communications_and_events() -> None:
    found = {one.party: (one.contacts, one.gaps) for one in contacts(REVIEW)}
    assert found["health_visiting"] == (1 + 2 + 2, 1)
    assert found["police"] == (1 + 2, 1)  # a meeting it was not at is no contact
    assert found["gp"] == (3, 2)  # one gap more was rejected
    assert found["multi_agency"] == (0, 1)
    assert "mother" not in found
    assert contacts(EMPTY) == ()


def test_flows_count_each_receiver_and_join_the_family() -> None:
    found = flows(REVIEW)
    assert found.communications == Counter(
        {
            (FAMILY, "health_visiting"): 1,
            ("health_visiting", "gp"): 1,
            ("health_visiting", "childrens_social_care"): 1,
            ("gp", "childrens_social_care"): 1,
            ("gp", "gp"): 1,
            ("school", "police"): 1,
        }
    )
    assert found.gaps[("midwifery", FAMILY)] == 1
    assert (found.open_communications, found.open_gaps) == (1, 2)
