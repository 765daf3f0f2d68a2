"""Expected against present: which places at a meeting were filled, stated empty, or not spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from queries.parameters import known_values

DATA = Path(__file__).parent / "data" / "attendance.yaml"


@dataclass(frozen=True, slots=True)
class Place:
    """One place at the table: any of the parties fills it; ``always`` expects it in every case."""

    parties: tuple[str, ...]
    always: bool = False

    def expected(self, involved: set[str]) -> bool:
        """Whether the place is to be filled in a case where these parties were involved."""
        return self.always or bool(involved.intersection(self.parties))

    def label(self, involved: set[str]) -> str:
        """The place in words: those of its parties that were involved, else all of them."""
        names = known_values("party")
        named = [party for party in self.parties if party in involved] or list(self.parties)
        return " or ".join(names[party] for party in named)


@cache
def expected_places() -> dict[str, tuple[Place, ...]]:
    """The places by type of meeting."""
    said = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return {
        type_: tuple(Place(tuple(one["any"]), one.get("always", False)) for one in entry["places"])
        for type_, entry in said.items()
    }


def meeting_attendance(
    records: Sequence[Mapping[str, Any]], values: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Each meeting with the places expected and filled, stated empty, or not spoken of.

    ``values["stated"]`` keeps only meetings with a place that is stated to have been empty.
    """
    rows = [_row(record) for record in records if record["code"] in expected_places()]
    return [row for row in rows if row["absent"] or not values.get("stated")]


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    involved, present, away = (set(record[name]) for name in ("involved", "attended", "absent"))
    seen = involved | present | away
    expected = [place for place in expected_places()[record["code"]] if place.expected(seen)]
    filled = [place for place in expected if present.intersection(place.parties)]
    empty = [place for place in expected if place not in filled and away.intersection(place.parties)]
    unspoken = [place for place in expected if place not in filled and place not in empty]
    return {
        **{name: record[name] for name in ("date", "type", "paragraph", "quote")},
        "present": [place.label(present) for place in filled],
        "absent": [place.label(away) for place in empty],
        "not_mentioned": [place.label(involved) for place in unspoken],
    }
