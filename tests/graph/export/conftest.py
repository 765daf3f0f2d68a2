"""Every format that setup.cfg registers, whether or not the package is installed as it stands."""

from __future__ import annotations

from configparser import ConfigParser
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from graph.export import registry

ROOT = Path(__file__).parents[3]


def registered() -> list[EntryPoint]:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = config["options.entry_points"][registry.GROUP].strip().splitlines()
    pairs = (line.partition("=")[::2] for line in lines)
    return [EntryPoint(name.strip(), value.strip(), registry.GROUP) for name, value in pairs]


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    def entry_points(**_: Any) -> list[EntryPoint]:
        return registered()

    monkeypatch.setattr(registry, "entry_points", entry_points)
