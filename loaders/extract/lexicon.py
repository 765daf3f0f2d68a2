"""Cue words as data: the YAML files of loaders/lexicon, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> Any:
    """Return the parsed content of ``loaders/lexicon/<name>.yaml``; callers must not change it."""
    text = (files("loaders") / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)
