"""What a report says its labels mean."""

from __future__ import annotations

import pytest

from tests.extract.passages_of import reading_of


@pytest.mark.parametrize(
    ("line", "label", "party"),
    [
        ("Social Worker 2 – social worker from May", "Social Worker 2", "childrens_social_care"),
        ("Paramedic 1 – first to arrive, ambulance service", "Paramedic 1", "ambulance"),
        ("Psychiatrist B – adult mental health", "Psychiatrist B", "adult_mental_health"),
        ("Auntie Bell – maternal aunt", "Auntie Bell", "maternal_aunt"),
    ],
)
def test_a_key_counts_several_of_a_kind(line: str, label: str, party: str) -> None:
    naming = reading_of(
        "Serious Case Review: Child T", "# Key", line, f"{label} came. {label} rang."
    ).parties.naming
    assert naming.labels[label].party == party


def test_a_finding_with_a_number_is_nobody() -> None:
    naming = reading_of("# Findings", "Finding 1: the health visitor was not told").parties.naming
    assert "Finding 1" not in naming.labels
