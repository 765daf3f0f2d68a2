"""Libraries from npm: only what the lock fixes is kept, and what is here already is not asked for again."""

from __future__ import annotations

import io
import json
import re
import tarfile
from pathlib import Path

import pytest

from graph.report import libraries
from graph.report.libraries import fetch as fetching
from graph.report.libraries import library
from graph.report.libraries.fetch import fetch, integrity, is_fetched
from graph.report.libraries.lock import HERE, REGISTRY, Package, locked, registry
from ontology.errors import InvalidDataError, UnreadableError, UsageError

TEXT, LICENCE = b"let a = 1;\n", b"Do as you like.\n"


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """A small package on a mirror that is a folder."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name, data in {"dist/small.js": TEXT, "licence": LICENCE, "../outside.js": b"!"}.items():
            one = tarfile.TarInfo(f"package/{name}")
            one.size = len(data)
            archive.addfile(one, io.BytesIO(data))
    tarball = tmp_path / "mirror" / "small-1.0.0.tgz"
    tarball.parent.mkdir()
    tarball.write_bytes(held.getvalue())
    return Package(
        "small", "1.0.0", tarball.as_uri(), integrity(held.getvalue()), ("dist/small.js", "licence")
    )


def tarball_of(package: Package) -> Path:
    return Path(package.address.removeprefix("file://"))


def test_the_file_and_its_licence_are_taken_and_nothing_else(package: Package, tmp_path: Path) -> None:
    folder = tmp_path / "fetched"
    assert fetch([package], folder) == [package]
    assert sorted(path.name for path in folder.iterdir()) == ["origin.json", "small.js", "small.js.LICENSE"]
    assert (folder / "small.js").read_bytes() == TEXT
    assert (folder / "small.js.LICENSE").read_bytes() == LICENCE


def test_what_is_here_is_not_fetched_again(package: Package, tmp_path: Path) -> None:
    fetch([package], tmp_path)
    tarball_of(package).unlink()
    assert fetch([package], tmp_path) == []


def test_a_file_that_was_changed_or_is_of_another_version_is_fetched_again(
    package: Package, tmp_path: Path
) -> None:
    fetch([package], tmp_path)
    (tmp_path / "small.js").write_text("let a = 2;\n")
    assert not is_fetched(package, tmp_path)
    assert fetch([package], tmp_path) == [package]
    newer = Package("small", "1.0.1", package.address, integrity(b"newer"), package.wanted)
    assert is_fetched(package, tmp_path) and not is_fetched(newer, tmp_path)


def test_a_tarball_that_is_not_that_of_the_lock_is_refused(package: Package, tmp_path: Path) -> None:
    tarball_of(package).write_bytes(b"something else")
    with pytest.raises(InvalidDataError, match=r"small 1\.0\.0 is not the one that package-lock\.json fixes"):
        fetch([package], tmp_path / "fetched")
    assert not (tmp_path / "fetched").exists()


def test_a_registry_out_of_reach_is_told_in_one_line(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "WAITS", (0,))
    tarball_of(package).unlink()
    with pytest.raises(UnreadableError) as told:
        fetch([package], tmp_path / "fetched")
    line = str(told.value)
    assert package.address in line and "small 1.0.0" in line and "npm_config_registry" in line
    assert "\n" not in line


def test_a_mirror_takes_the_place_of_the_registry() -> None:
    assert registry({}) == REGISTRY
    for package in locked(environment={"npm_config_registry": "https://mirror.example/npm"}):
        assert package.address.startswith("https://mirror.example/npm/")


def test_the_lock_fixes_all_that_is_asked_for() -> None:
    asked = json.loads((HERE / "package.json").read_text())
    assert {package.name: package.version for package in locked()} == asked["dependencies"]
    for package in locked():
        assert package.address.startswith(REGISTRY)
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package.integrity)


@pytest.mark.parametrize("package", locked(), ids=lambda package: package.name)
def test_a_library_goes_into_a_page_with_its_licence(package: Package) -> None:
    found = library(package.name)
    comment, _, rest = found.commented.partition("*/")
    assert package.version in comment and "without restriction" in comment and "copyright" in comment.lower()
    assert rest.strip() == found.text.strip()
    assert "</script" not in found.commented and "</style" not in found.commented


def test_a_missing_library_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "is_fetched", lambda package: is_fetched(package, tmp_path))
    library.cache_clear()
    with pytest.raises(UsageError, match=r"run: python -m graph\.report\.libraries"):
        library("modern-normalize")
