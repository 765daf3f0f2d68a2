"""The export formats by name: those that ship and those of other packages, by entry point."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from graph.export.format import Format
from graph.export.views import VIEWS
from ontology.errors import UsageError

GROUP = "casetrace.exporters"

__all__ = ["GROUP", "VIEWS", "described", "exporter", "formats"]


def formats() -> dict[str, EntryPoint]:
    """Every format that is installed, by name, sorted."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def exporter(name: str) -> Format[Any]:
    """Return a format by its name. Raises UsageError for one that is not installed."""
    known = formats()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"formats: {', '.join(known)}"
        raise UsageError(f"unknown format '{name}'", hint=hint)
    found = known[name].load()
    if not isinstance(found, Format):
        raise UsageError(f"'{name}' is no format of this version", hint=f"it comes from {known[name].value}")
    return found


def described() -> list[tuple[str, str]]:
    """Each format's name and, in one line, what it is for."""
    return [(name, exporter(name).description) for name in formats()]
