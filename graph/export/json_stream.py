"""JSON that is written as it comes: a list of any length, an item at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO


def write_list(items: Iterable[object], out: BinaryIO) -> None:
    """Write a JSON list, each item by itself on lines of its own."""
    between = b"[\n"
    for item in items:
        out.write(between + json.dumps(item, ensure_ascii=False, indent=1).encode())
        between = b",\n"
    out.write(b"\n]" if between == b",\n" else b"[]")
