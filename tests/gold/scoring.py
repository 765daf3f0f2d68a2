"""Our own scorer, for the reviews of the repository: F1 by place and by what must agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Item = dict[str, Any]
Same = Callable[[Item, Item], float]
LEAST_SHARED, LEAST_OVERLAP = 0.25, 0.5


def same_place(gold: Item, found: Item) -> float:
    """Return how well two spans overlap: of the shorter one, nothing where one dwarfs the other."""
    shared = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
    whole = max(gold["end"], found["end"]) - min(gold["start"], found["start"])
    if shared <= 0 or shared / whole < LEAST_SHARED:
        return 0.0
    overlap = shared / min(gold["end"] - gold["start"], found["end"] - found["start"])
    return float(overlap) if overlap >= LEAST_OVERLAP else 0.0


def same_kinship(gold: Item, found: Item) -> float:
    """Return 1 where the kinship agrees."""
    return float(gold["kinship"] == found["kinship"])


def matches(gold: Sequence[Item], found: Sequence[Item], same: Same) -> list[tuple[int, int]]:
    """Return the pairs of gold and found items, best first, none used twice; asked ones before optional."""
    pairs = [
        (-value, bool(g.get("optional")), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (value := same(g, f)) > 0
    ]
    chosen: list[tuple[int, int]] = []
    for _, _, i, j in sorted(pairs):
        if all(i != a and j != b for a, b in chosen):
            chosen.append((i, j))
    return chosen


def f1(gold: Sequence[Item], found: Sequence[Item], same: Same) -> float:
    """Return F1; what is optional in gold is neither asked for nor wrong to find."""
    pairs = matches(gold, found, same)
    free = sum(bool(gold[i].get("optional")) for i, _ in pairs)
    asked = sum(not item.get("optional") for item in gold)
    return _f1(len(pairs) - free, asked, len(found) - free)


def _f1(right: int, asked: int, found: int) -> float:
    return 2 * right / (asked + found) if asked + found else 1.0


def set_f1(gold: Iterable[str], found: Iterable[str]) -> float:
    """Return F1 of two sets."""
    a, b = set(gold), set(found)
    return _f1(len(a & b), len(a), len(b))


def scores(gold: dict[str, list[Item]], found: dict[str, list[Item]]) -> dict[str, float]:
    """Return the score of each category that this scorer knows."""
    pairs = [
        (gold["gaps"][i], found["gaps"][j])
        for i, j in matches(gold["gaps"], found["gaps"], same_place)
        if not gold["gaps"][i].get("optional")
    ]
    asked = {item["factor"] for item in gold["factors"] if not item.get("optional")}
    free = {item["factor"] for item in gold["factors"]} - asked
    return {
        "family": f1(gold["family"], found["family"], same_kinship),
        "gaps": f1(gold["gaps"], found["gaps"], same_place),
        "gap_kind": _mean([float(f["kind"] in g["any_kind"]) for g, f in pairs]),
        "gap_parties": _mean([_parties(g, f) for g, f in pairs]),
        "recommendations": f1(gold["recommendations"], found["recommendations"], same_place),
        "factors": set_f1(asked, {item["factor"] for item in found["factors"]} - free),
    }


def _parties(gold: Item, found: Item) -> float:
    fields = ("holder", "receiver")
    return _mean([max(set_f1(option, found[f]) for option in gold[f"any_{f}"]) for f in fields])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
