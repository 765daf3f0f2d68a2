"""The catalogue: what ships, a user's folders, nearest names."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import InvalidDataError, UnreadableError, UsageError
from queries.catalogue import Catalogue
from queries.check import check_catalogue, check_template
from queries.skeleton import skeleton


def test_a_name_nearly_right_is_told() -> None:
    with pytest.raises(UsageError, match="did you mean 'information-gaps'"):
        Catalogue.load().get("information-gap")


def test_a_users_template_stands_in_for_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "information-gaps.cypher").write_text(skeleton("information-gaps"), encoding="utf-8")
    (tmp_path / "mine.cypher").write_text(skeleton("mine"), encoding="utf-8")
    catalogue = Catalogue.load([tmp_path])
    assert "mine" in catalogue.names()
    assert catalogue.get("information-gaps").group == "My own questions"
    assert len(catalogue.notes) == 1
    assert str(tmp_path) in catalogue.notes[0]


def test_a_broken_template_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "broken.cypher").write_text("MATCH (n) RETURN n", encoding="utf-8")
    (tmp_path / "binary.cypher").write_bytes(b"\xff\xfe\x00")
    catalogue = Catalogue.load([tmp_path])
    assert catalogue.get("information-gaps").title
    with pytest.raises(InvalidDataError, match="no front matter"):
        catalogue.get("broken")
    with pytest.raises(UnreadableError):
        catalogue.get("binary")
    assert {template.name for template in catalogue} == set(catalogue.names()) - {"binary", "broken"}
    assert [problem.template for problem in check_catalogue(catalogue)] == ["binary", "broken"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        Catalogue.load([tmp_path / "nowhere"])


@pytest.mark.parametrize("name", ["mine", "what-about_him", "x: y", 'a "b"', ""])
def test_a_skeleton_is_a_sound_template(name: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text(skeleton(name), encoding="utf-8")
    problems = check_template(Catalogue.load([tmp_path]).get("mine"))
    assert [str(problem) for problem in problems if name] == []
