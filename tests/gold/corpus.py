"""The coded reviews: those of the repository, and those of ``../shared`` where it is present.

A coded review is a text and the gold annotation of it. Gold items are placed by ``start`` and
``end``; ``optional`` marks what only one of two annotators found.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
HELD_OUT = Path(__file__).parent / "held_out"  # weights learned without the review of the name


@dataclass(frozen=True)
class Coded:
    """A review with its gold annotation; ``shared`` tells published ones from the repository's fiction."""

    name: str
    source: Path
    gold_file: Path
    shared: bool

    @cached_property
    def text(self) -> str:
        return self.source.read_bytes().decode("utf-8")

    @cached_property
    def gold(self) -> dict[str, Any]:
        gold: dict[str, Any] = json.loads(self.gold_file.read_text(encoding="utf-8"))
        for items in gold.values():
            for item in items if isinstance(items, list) else ():
                place(self.text, item)
        return gold


def place(text: str, item: dict[str, Any]) -> None:
    """Give a gold item its start and end, from its line and verbatim quote where it has none."""
    if "start" in item or "quote" not in item:
        return
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: item["line"] - 1])
    item["start"] = text.index(item["quote"], offset)
    item["end"] = item["start"] + len(item["quote"])


def shared_reviews() -> tuple[Coded, ...]:
    """Return the published reviews of ``../shared``; none where it is absent."""
    found = sorted((SHARED / "gold").glob("*.gold.json")) if SHARED.exists() else []
    return tuple(
        Coded(path.name.removesuffix(".gold.json"), SHARED / "reviews" / f"{stem}.txt", path, True)
        for path in found
        if (stem := path.name.removesuffix(".gold.json"))
    )


def own_reviews() -> tuple[Coded, ...]:
    """Return the fictional reviews of the repository that have a gold annotation."""
    data = ROOT / "tests" / "data"
    places = [ROOT / "loaders" / "sample", data, data / "reviews"]
    found = []
    for path in sorted(data.rglob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        source = next((p / f"{stem}.txt" for p in places if (p / f"{stem}.txt").exists()), None)
        if source:
            found.append(Coded(stem, source, path, False))
    return tuple(found)
