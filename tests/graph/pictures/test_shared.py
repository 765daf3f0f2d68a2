"""The pictures of real reviews, where a folder of them lies beside the project."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graph.batch import read_review
from graph.pictures.ecomap import ecomap
from graph.pictures.flows import flows
from graph.pictures.genogram import genogram
from graph.pictures.swimlane import swimlane
from ontology.model import Review
from tests.graph.pictures.drawn import Drawn

FILES = sorted((Path(__file__).parents[4] / "shared" / "reviews").glob("*.txt"))
SAMPLE = Path(__file__).parents[3] / "loaders" / "sample" / "child-wren.txt"


@cache
def review(path: Path) -> Review:
    return read_review(str(path))[0]


DRAWN: dict[str, Callable[[Review, float], str]] = {
    "swimlane": swimlane,
    "ecomap": ecomap,
    "flows": flows,
    "genogram": lambda review, _: genogram(review),
}


@pytest.mark.parametrize("width", [390, 1280, 2000])
@pytest.mark.parametrize("picture", DRAWN)
@pytest.mark.parametrize("path", [SAMPLE, *FILES], ids=lambda path: path.stem)
def test_no_label_covers_another(path: Path, picture: str, width: int) -> None:
    drawn = Drawn(DRAWN[picture](review(path), width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
