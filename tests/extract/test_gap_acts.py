"""What a lapse expression denies tells one kind of gap from another."""

from __future__ import annotations

import pytest

from loaders.extract.gap_features import judge
from loaders.extract.lexicon import lexicon
from ontology.vocabulary import codes
from tests.extract.passages_of import reading_of


@pytest.mark.parametrize(
    ("sentence", "feature"),
    [
        ("The health visitor did not ask the mother about the letter.", "act:not_sought"),
        ("The social worker did not inform the school.", "act:not_shared"),
        ("There was no supervision of the worker.", "thing:not_challenged"),
        ("The midwife failed to record the visit.", "act:not_recorded"),
        ("There was a lack of curiosity about the bruise.", "act:not_sought"),
        ("The father was not invited to the conference.", "act:not_included"),
    ],
)
def test_the_act_that_is_denied_speaks_for_its_kind(sentence: str, feature: str) -> None:
    reading = reading_of("# 6. Analysis", sentence)
    assert feature in judge(reading)[0].acts


def test_acts_are_told_by_kind_of_gap() -> None:
    for what in ("verbs", "things"):
        assert set(lexicon("gap_acts")[what]) <= set(codes("GapKind"))
