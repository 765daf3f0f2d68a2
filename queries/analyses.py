"""What a template may name in its front matter to be worked out from the rows that its Cypher gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from queries.attendance import meeting_attendance
from queries.clocks import statutory_clocks

Analysis = Callable[[Sequence[Mapping[str, Any]], Mapping[str, Any]], list[dict[str, Any]]]

ANALYSES: dict[str, Analysis] = {
    "attendance": meeting_attendance,
    "clocks": statutory_clocks,
}
