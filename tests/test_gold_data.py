"""The coded reviews are sound in themselves: every quote is where it says, every code exists."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ontology.vocabulary import codes

TESTS = Path(__file__).parent
GOLD = sorted((TESTS / "data").rglob("*.gold.json"))
TEXTS = (TESTS / "data" / "reviews", TESTS / "data" / "unseen", TESTS.parent / "loaders" / "sample")
PLACED = ("meetings", "communications", "gaps", "recommendations")
CASE_FIELDS = {
    *("review_type", "commissioned_by", "authors", "published", "period_start", "period_end"),
    *("subject", "subject_born", "incident_date", "outcome", "areas"),
}
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

every_review = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))


@cache
def gold(path: Path) -> dict[str, Any]:
    """Return one coding as its file has it."""
    coded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return coded


@cache
def text(path: Path) -> str:
    """Return the review that a coding is of, newlines untouched."""
    name = path.name.replace(".gold.json", ".txt")
    source = next(folder / name for folder in TEXTS if (folder / name).exists())
    return source.read_bytes().decode("utf-8")


def test_there_is_a_coding_for_every_text() -> None:
    stems = {path.name.removesuffix(".gold.json") for path in GOLD}
    assert stems == {source.stem for folder in TEXTS for source in folder.glob("*.txt")}


@every_review
def test_quotes_stand_where_they_say(path: Path) -> None:
    for category in PLACED:
        for item in gold(path)[category]:
            assert text(path)[item["start"] : item["end"]] == item["quote"]
            assert item["quote"].strip() == item["quote"] != ""
            assert "\n" not in item["quote"], "a quote stays within its paragraph"


@every_review
def test_names_are_those_of_the_text(path: Path) -> None:
    read = text(path).lower()
    for category in ("family", "professionals", "agencies"):
        for item in gold(path)[category]:
            for name in (item.get("label") or item["name"], *item["aliases"]):
                assert name.lower() in read


@every_review
def test_case_fields_hold_accepted_values(path: Path) -> None:
    case = gold(path)["case"]
    assert set(case) == CASE_FIELDS
    assert all(isinstance(accepted, list) and accepted for accepted in case.values())
    assert set(case["review_type"]) <= set(codes("ReviewType"))
    assert set(case["outcome"]) <= set(codes("Outcome"))


@every_review
def test_codes_are_those_of_the_ontology(path: Path) -> None:
    coded = gold(path)
    for scheme, found in _codes_by_scheme(coded).items():
        assert found <= set(codes(scheme)), scheme
    assert _parties(coded) <= set(codes("Party"))


@every_review
def test_dates_are_iso_and_may_be_partial(path: Path) -> None:
    coded = gold(path)
    dated = [item["date"] for category in PLACED[:3] for item in coded[category]]
    dated += [day for item in coded["meetings"] for day in item["any_date"]]
    assert all(PARTIAL_DATE.fullmatch(day) for day in dated if day)


@every_review
def test_events_and_factors_have_a_place_where_the_coding_gives_one(path: Path) -> None:
    coded = gold(path)
    for item in (*coded.get("events", ()), *(factor for factor in coded["factors"] if "quote" in factor)):
        assert text(path)[item["start"] : item["end"]] == item["quote"] != ""
    events = coded.get("events", ())
    assert {item["type"] for item in events} <= set(codes("EventType"))
    assert {code for item in events for code in item["parties"]} <= set(codes("Party"))
    assert all(
        PARTIAL_DATE.fullmatch(day) for item in events for day in (item["date"], item["date_end"]) if day
    )


@every_review
def test_no_two_gaps_are_the_same(path: Path) -> None:
    spans = [(item["start"], item["end"]) for item in gold(path)["gaps"]]
    assert len(set(spans)) == len(spans)
    crossing = [(a, b) for a, b in combinations(sorted(spans), 2) if a[0] < b[0] < a[1] < b[1]]
    assert not crossing, "gaps may hold one another, they do not cross"


def test_every_kind_of_gap_is_in_the_sample() -> None:
    sample = next(path for path in GOLD if path.name.startswith("child-wren"))
    assert {item["any_kind"][0] for item in gold(sample)["gaps"]} == set(codes("GapKind"))


def _codes_by_scheme(coded: dict[str, Any]) -> dict[str, set[str]]:
    gaps, people = coded["gaps"], (*coded["professionals"], *coded["agencies"])
    return {
        "GapKind": {kind for gap in gaps for kind in gap["any_kind"]},
        "Voice": {gap["voice"] for gap in gaps},
        "Reason": {gap["reason"] for gap in gaps if "reason" in gap},
        "MeetingType": {item["type"] for item in coded["meetings"]},
        "Channel": {item["channel"] for item in coded["communications"]},
        "FactorType": {item["factor"] for item in coded["factors"]},
        "FamilyRole": {item["kinship"] for item in coded["family"]},
        "AgencyType": {
            *(item["agency_type"] for item in people),
            *(code for item in coded["recommendations"] for code in item["addressed_to"]),
        },
    }


def _parties(coded: dict[str, Any]) -> set[str]:
    found = {item["from"] for item in coded["communications"]}
    found |= {code for item in coded["communications"] for code in item["to"]}
    found |= {code for item in coded["meetings"] for code in (*item["attended"], *item["absent"])}
    readings = [gap[field] for gap in coded["gaps"] for field in ("any_holder", "any_receiver")]
    return found | {code for accepted in readings for reading in accepted for code in reading}
