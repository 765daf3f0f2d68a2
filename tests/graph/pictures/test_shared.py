"""The pictures of real reviews, where a folder of them lies beside the project."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.batch import read_review
from graph.pictures.swimlane import swimlane
from ontology.model import Review
from tests.graph.pictures.drawn import Drawn

FILES = sorted((Path(__file__).parents[4] / "shared" / "reviews").glob("*.txt"))
SAMPLE = Path(__file__).parents[3] / "loaders" / "sample" / "child-wren.txt"


@cache
def review(path: Path) -> Review:
    return read_review(str(path))[0]


@pytest.mark.parametrize("width", [390, 1280, 2000])
@pytest.mark.parametrize("path", [SAMPLE, *FILES], ids=lambda path: path.stem)
def test_no_label_covers_another_in_a_swimlane(path: Path, width: int) -> None:
    drawn = Drawn(swimlane(review(path), width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
