"""Print how well extraction reads the coded reviews: ``python -m tests.gold [--floors] [--show CATEGORY]``.

Every figure is of a review that the weights in use were not trained on. ``--floors`` writes the
figures to floors.json; ``--show gaps`` lists what was missed and what was wrongly found.
"""

from __future__ import annotations

import argparse
import json

from tests.gold import scoring
from tests.gold.corpus import Coded, own_reviews, shared_reviews
from tests.gold.measure import GRADED, reading_of, reliability, scores_of
from tests.gold.test_gold import FLOORS

CATEGORIES = (
    *("case", "family", "professionals", "agencies", "meetings", "communications"),
    *("gaps", "gap_kind", "gap_parties", "recommendations", "factors"),
)
WIDTH = 16


def table(reviews: tuple[Coded, ...]) -> None:
    """Print one row a category, one column a review, and the mean."""
    scores = [scores_of(coded) for coded in reviews]
    print("".ljust(WIDTH) + "".join(coded.name[:12].rjust(14) for coded in reviews) + "mean".rjust(10))
    for category in CATEGORIES:
        row = [one[category] for one in scores if category in one]
        if row:
            cells = "".join(f"{value:14.3f}" for value in row)
            print(category.ljust(WIDTH) + cells + f"{sum(row) / len(row):10.3f}")


def reliability_table(groups: list[tuple[Coded, ...]]) -> None:
    """Print, by category and band of confidence, how sure the facts given were and how many are right."""
    print("Of the facts given: how many, how sure they are on average, what share of them is right")
    heads = "".join(f"{'published' if group[0].shared else 'fiction':>22}" for group in groups)
    print(" " * (WIDTH + len("0.0-0.0")) + heads)
    for category in GRADED:
        columns = [reliability(group, category) for group in groups]
        for band in sorted({band for column in columns for band in column}):
            cells = [column.get(band) for column in columns]
            told = "".join(f"{one[0]:8d}{one[1]:7.2f}{one[2]:7.2f}" if one else " " * 22 for one in cells)
            print(f"{category.ljust(WIDTH)}{band}{told}")


def show(reviews: tuple[Coded, ...], category: str) -> None:
    """Print what was missed and what was wrongly found."""
    for coded in reviews:
        gold, found = coded.gold[category], reading_of(coded)[category]
        pairs = scoring.matches(gold, found, scoring.same_place)
        missed = [g for i, g in enumerate(gold) if i not in {i for i, _ in pairs} and not g.get("optional")]
        wrong = [f for j, f in enumerate(found) if j not in {j for _, j in pairs}]
        for mark, items in (("missed", missed), ("wrong", wrong)):
            for item in items:
                quote = " ".join(coded.text[item["start"] : item["end"]].split())
                print(f"{coded.name} {mark}: {quote[:200]}")


def main() -> None:
    """Measure and print; with --floors also keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--floors", action="store_true", help="write the figures to floors.json")
    parser.add_argument("--show", metavar="CATEGORY", help="list what was missed and wrongly found")
    options = parser.parse_args()
    groups = [group for group in (shared_reviews(), own_reviews()) if group]
    for group in groups:
        table(group)
        print()
    reliability_table(groups)
    if options.show:
        for group in groups:
            show(group, options.show)
    if options.floors:
        floors = {
            coded.name: {
                name: round(value, 3) for name, value in scores_of(coded).items() if name != "overall"
            }
            for group in groups
            for coded in group
        }
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
