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


@pytest.mark.parametrize(
    ("said", "label", "party"),
    [
        ("He moved to Tansy House, a small children's home on the coast.", "Tansy House", "residential_unit"),
        ("She went to Alder Place, an alternative provider, each day.", "Alder Place", "school"),
        ("His older half-sister, who is called Sister in this report, came.", "Sister", "half_sibling"),
        ("His paternal grandfather (Grandad) cooked for them.", "Grandad", "paternal_grandfather"),
    ],
)
def test_a_report_says_in_passing_what_it_calls_them(said: str, label: str, party: str) -> None:
    more = [f"They rang {label} and {label} rang back.", f"He spoke with {label} again."]
    naming = reading_of("Practice Review: Child T", "# 2 Family", said, *more).parties.naming
    assert naming.labels[label].party == party


def test_a_place_where_a_relative_lives_is_no_relative() -> None:
    lines = ["His father's daughter, who lives with her own mother in Wexley.", "Wexley rang. To Wexley."]
    assert "Wexley" not in reading_of("Review: Child T", "# 2 Family", *lines).parties.naming.labels
