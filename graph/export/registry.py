"""The export formats by name: those that ship and those of other packages, by entry point.

A format is a function ``write(store, cases, out)`` under the entry point group ``casetrace.exporters``;
its first docstring line is what ``casetrace export --list`` says of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import BinaryIO, cast

from graph.store import Store
from ontology.errors import UsageError

GROUP = "casetrace.exporters"
Exporter = Callable[[Store, Sequence[str], BinaryIO], None]


def formats() -> dict[str, EntryPoint]:
    """Every format that is installed, by name, sorted."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def exporter(name: str) -> Exporter:
    """Return the function that writes a format. Raises UsageError for one that is not installed."""
    known = formats()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"formats: {', '.join(known)}"
        raise UsageError(f"unknown format '{name}'", hint=hint)
    return cast(Exporter, known[name].load())


def described() -> list[tuple[str, str]]:
    """Each format's name and, in one line, what it is for."""
    return [(name, (point.load().__doc__ or "").partition("\n")[0]) for name, point in formats().items()]
