"""What a gap was about is the matter that the review names, never the people."""

from __future__ import annotations

import pytest

from tests.extract.test_gaps import gaps_of


@pytest.mark.parametrize(
    ("sentence", "matter"),
    [
        ("The health visitor did not share the results of the scan with the GP.", "the results of the scan"),
        ("The earlier offences were not shared with the conference.", "The earlier offences"),
        ("The midwife made no record of the call from the grandmother.", "the call from the grandmother"),
        ("The social worker was not told that the uncle had moved in.", "that the uncle had moved in"),
        ("There was no discussion about the bruises at the core group.", "the bruises"),
        ("The health visitor was not invited to the strategy meeting.", "the strategy meeting"),
        ("The social worker did not inform the school nurse.", None),
        ("The GP did not share this with Mother or the midwife.", None),
    ],
)
def test_the_matter_of_a_gap(sentence: str, matter: str | None) -> None:
    (gap,) = gaps_of(sentence)
    assert gap.about == matter
