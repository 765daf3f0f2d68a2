"""The sample is read alike in other clothes: other names, dates, lines, numbers and file formats."""

from __future__ import annotations

import pytest

from tests.gold.invariance import items_of, names, sample, scores_of
from tests.gold.variants import Edit, edited, variants

MOST_FALL = 0.03
ITEMS = 1.5  # how many items a category may lose where one weighs more than MOST_FALL
AS_IT_IS = names()[0]
every_variant = pytest.mark.parametrize("name", names()[1:])


@every_variant
def test_the_whole_is_read_alike(name: str) -> None:
    assert scores_of(name)["overall"] >= least("overall")


@every_variant
def test_every_category_is_read_alike(name: str) -> None:
    before, after = scores_of(AS_IT_IS), scores_of(name)
    fallen = {
        category: (after[category], before[category])
        for category in before
        if category != "overall" and after[category] < least(category)
    }
    assert not fallen


def least(category: str) -> float:
    """Return the score that a variant must reach, near that of the sample as it is."""
    near = MOST_FALL if category == "overall" else tolerance(category)
    return scores_of(AS_IT_IS)[category] - near - 1e-9


def tolerance(category: str) -> float:
    """Return by how much a category may fall: 0.03, or the weight of an item and a half if that is more."""
    return max(MOST_FALL, ITEMS / items_of(category))


@every_variant
def test_spans_hold_the_same_words(name: str) -> None:
    if name in ("family", "practitioners", "places", "dates 1st", "dates 01/01"):
        return  # the words themselves are other ones
    variant = variants(sample().text, sample().gold)[name]()
    for category in ("meetings", "communications", "gaps", "recommendations"):
        for old, new in zip(sample().gold[category], variant.gold[category], strict=True):
            span = variant.document.text[new["start"] : new["end"]]
            assert "".join(span.split()) == "".join(old["quote"].split())


def test_spans_move_with_the_text_before_and_within_them() -> None:
    gold = {"gaps": [{"start": 4, "end": 12}, {"start": 13, "end": 15}]}
    variant = edited("Mum was seen by HV1", gold, [Edit(0, 3, "Mother"), Edit(8, 12, "spoken with")])
    spans = [variant.document.text[gap["start"] : gap["end"]] for gap in variant.gold["gaps"]]
    assert spans == ["was spoken with", "by"]
