"""Our own scorer, for the reviews of the repository: F1 by place and by what must agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Item = dict[str, Any]
Same = Callable[[Item, Item], float]
LENGTH_OF_DAY = len("2020-01-31")
LEAST_SHARED, LEAST_OVERLAP, LEAST_LIKENESS = 0.25, 0.5, 0.3
LISTS, WORDED = ("authors", "areas"), ("commissioned_by", "subject")
# Words that tell no two names apart.
IDLE = {"the", "of", "and", "for", "a", "s", "nhs", "team", "service", "services", "trust", "foundation"}


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


def same_name(gold: Item, found: Item) -> float:
    """Return the best likeness of any two names: 1 for the same, else the share of words in common."""
    return max((_likeness(g, f) for g in _names(gold) for f in _names(found)), default=0.0)


def same_agency(gold: Item, found: Item) -> float:
    """Return the likeness of names where it is at least half, a little more for the same type."""
    likeness = same_name(gold, found)
    agrees = gold["agency_type"] == found["agency_type"]
    return likeness + 0.05 * agrees if likeness >= LEAST_OVERLAP else 0.0


def same_professional(gold: Item, found: Item) -> float:
    """Return the likeness of label or role, for people of one agency type."""
    if gold["agency_type"] != found["agency_type"]:
        return 0.0
    likeness = max(same_name(gold, found), 0.8 * _likeness(gold["role"] or "", found["role"] or ""))
    return likeness if likeness >= LEAST_LIKENESS else 0.0


def same_meeting(gold: Item, found: Item) -> float:
    """Return 1 for one type and date; where a date is missing, the spans must overlap."""
    if gold["type"] != found["type"]:
        return 0.0
    days = [day for day in gold.get("any_date", [gold["date"]]) if day]
    if days and found["date"]:
        return float(any(same_date(day, found["date"]) for day in days))
    return 0.9 * same_place(gold, found)


def same_communication(gold: Item, found: Item) -> float:
    """Return how well the spans overlap, for one sender and a receiver in common."""
    receivers = set(gold["to"])
    if gold["from"] != found["from"] or (receivers and not receivers & set(found["to"])):
        return 0.0
    return same_place(gold, found)


def same_event(gold: Item, found: Item) -> float:
    """Return 1 for one type and date, more where the places meet; a month or a year needs its place.

    One that is coded without a date needs its place too.
    """
    if gold["type"] != found["type"] or not same_date(gold["date"] or "", found["date"]):
        return 0.0
    place = same_place(gold, found)
    if not gold["date"]:
        return place
    return 1 + place if place or len(found["date"]) == LENGTH_OF_DAY else 0.0


def same_date(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as both go."""
    return one.startswith(other) or other.startswith(one)


SAME: dict[str, Same] = {
    "family": same_kinship,
    "professionals": same_professional,
    "agencies": same_agency,
    "meetings": same_meeting,
    "communications": same_communication,
    "gaps": same_place,
    "recommendations": same_place,
}


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


def scores(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, float]:
    """Return the score of each category."""
    pairs = [
        (gold["gaps"][i], found["gaps"][j])
        for i, j in matches(gold["gaps"], found["gaps"], same_place)
        if not gold["gaps"][i].get("optional")
    ]
    asked = {item["factor"] for item in gold["factors"] if not item.get("optional")}
    free = {item["factor"] for item in gold["factors"]} - asked
    placed = {name: f1(gold[name], involved(found[name]), same) for name, same in SAME.items()}
    return {
        "case": case_score(gold["case"], found["case"]),
        **placed,
        "gap_kind": _mean([float(f["kind"] in g["any_kind"]) for g, f in pairs]),
        "gap_parties": _mean([_parties(g, f) for g, f in pairs]),
        "factors": set_f1(asked, {item["factor"] for item in found["factors"]} - free),
    }


def involved(found: Sequence[Item]) -> list[Item]:
    """Return what took part in the case: agencies that only the review met are not asked for."""
    return [item for item in found if item.get("involved", True)]


def case_score(gold: dict[str, list[Any]], found: dict[str, Any]) -> float:
    """Return the share of the metadata that agrees with one of the accepted readings."""
    fields = [name for name in gold if name != "title"]
    return _mean([max(_agrees(name, one, found.get(name)) for one in gold[name]) for name in fields])


def _agrees(name: str, gold: Any, found: Any) -> float:
    if name in LISTS:
        return set_f1([one.lower() for one in gold or []], [one.lower() for one in found or []])
    if name in WORDED:
        return float(bool(gold and found) and _likeness(gold, found) >= LEAST_OVERLAP)
    if gold and str(gold)[:4].isdigit():
        return float(bool(found) and same_date(gold, found))
    return float((gold or None) == (found or None))


def _names(item: Item) -> list[str]:
    return [name for name in (item.get("name") or item.get("label"), *item.get("aliases", [])) if name]


def _likeness(one: str, other: str) -> float:
    if one.strip().lower() == other.strip().lower() != "":
        return 1.0
    a, b = _words(one), _words(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower())) - IDLE


def _parties(gold: Item, found: Item) -> float:
    fields = ("holder", "receiver")
    return _mean([max(set_f1(option, found[f]) for option in gold[f"any_{f}"]) for f in fields])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
