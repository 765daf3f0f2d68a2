"""Golden pictures of the invented case, byte for byte.

``CASETRACE_GOLDEN=write python -m pytest tests/graph/pictures`` writes them anew after a change that is
meant; look at them in a browser before they are committed.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, svg: str) -> None:
    """Compare a picture with the one that is kept."""
    kept = FOLDER / name
    if os.environ.get("CASETRACE_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(svg, encoding="utf-8", newline="\n")
    assert svg == kept.read_text(encoding="utf-8")
