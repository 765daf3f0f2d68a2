"""What ``package.json`` asks for and ``package-lock.json`` fixes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

HERE = Path(__file__).parent
REGISTRY = "https://registry.npmjs.org/"


@dataclass(frozen=True)
class Package:
    """An npm package at a fixed version: its tarball, and the files in it that pages need.

    ``integrity`` is the tarball's hash as npm writes it, ``sha512-`` and base64; ``wanted`` are the paths of
    the file and of its licence within the package.
    """

    name: str
    version: str
    address: str
    integrity: str
    wanted: tuple[str, str]

    @cached_property
    def kept(self) -> tuple[str, str]:
        """The names under which the file and its licence are kept here."""
        file = PurePosixPath(self.wanted[0]).name
        return file, f"{file}.LICENSE"


def locked(folder: Path = HERE, environment: Mapping[str, str] = os.environ) -> list[Package]:
    """Return the packages of a lock; ``npm_config_registry`` names a mirror, as it does for npm itself."""
    return list(_locked(folder, registry(environment)))


def registry(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the registry, which ends in a slash."""
    named = environment.get("npm_config_registry") or environment.get("NPM_CONFIG_REGISTRY") or REGISTRY
    return named.rstrip("/") + "/"


def _locked(folder: Path, mirror: str) -> Iterator[Package]:
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["casetrace"]
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, files in wanted.items():
        fixed = packages[f"node_modules/{name}"]
        yield Package(
            name=name,
            version=fixed["version"],
            address=fixed["resolved"].replace(REGISTRY, mirror, 1),
            integrity=fixed["integrity"],
            wanted=(files["file"], files["licence"]),
        )
