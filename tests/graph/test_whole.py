"""What is written is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.whole import whole_file, whole_folder
from ontology.errors import UsageError


def test_a_file_takes_its_name_once_it_is_written(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.txt") as out:
        out.write(b"one")
        assert not (tmp_path / "a.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_is_interrupted_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"before")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "old.html").write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "a.txt") as out:
        out.write(b"half")
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt), whole_folder(tmp_path / "pages") as folder:
        (folder / "new.html").write_bytes(b"half")
        raise KeyboardInterrupt
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "old.html", "pages"]
    assert (tmp_path / "a.txt").read_bytes() == b"before"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"file.*cannot write.*-o"), whole_folder(tmp_path / "file" / "x"):
        pass
    with pytest.raises(UsageError, match="cannot write"), whole_file(tmp_path / "none" / "x"):
        pass
