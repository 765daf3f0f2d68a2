"""Print how the sample scores in other clothes: ``python -m tests.gold.invariance``.

The same review with other names, dates, lines, numbers and file formats (tests/gold/variants.py) should
be read alike. Each is read by the weights that were learned without the sample.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from loaders.extract.contract import contract
from loaders.extract.review import extract_review
from loaders.extract.weights import using
from tests.gold import scoring
from tests.gold.corpus import Coded, own_reviews
from tests.gold.measure import held_out
from tests.gold.variants import Variant, variants

SAMPLE = "child-wren"
WIDTH = 15


@cache
def sample() -> Coded:
    """Return the coded sample."""
    return next(coded for coded in own_reviews() if coded.name == SAMPLE)


def names() -> tuple[str, ...]:
    """Return the names of the variants, the sample as it is first."""
    return tuple(variants("", {}))


@cache
def scores_of(name: str) -> dict[str, float]:
    """Return the score (0 to 1) of each category of a variant, and their mean as ``overall``."""
    variant: Variant = variants(sample().text, sample().gold)[name]()
    with using(held_out(sample())):
        review = extract_review(variant.document, SAMPLE)
    found: dict[str, Any] = json.loads(json.dumps(contract(review)))
    scores = scoring.scores(variant.gold, found)
    return scores | {"overall": sum(scores.values()) / len(scores)}


def items_of(category: str) -> int:
    """Return how many items of the sample a category's score is drawn from."""
    items = sample().gold["gaps" if category.startswith("gap") else category]
    return len(items) if isinstance(items, dict) else sum(not item.get("optional") for item in items)


def main() -> None:
    """Print one row a category, one column a variant."""
    print("".ljust(WIDTH) + "".join(name.rjust(14) for name in names()))
    for category in scores_of(names()[0]):
        cells = "".join(f"{scores_of(name)[category]:14.3f}" for name in names())
        print(category.ljust(WIDTH) + cells)


if __name__ == "__main__":
    main()
