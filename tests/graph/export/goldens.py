"""Golden files: what a format writes of the invented network, byte for byte.

``python -m tests.graph.export.goldens`` writes them anew after a change that is meant.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from graph.export.format import Format
from tests.graph.export.fiction import NETWORK

FOLDER = Path(__file__).parent / "golden"
NAMES = ("gexf", "graphml", "gephi-csv", "cyjs", "dot", "mermaid", "i2-csv")


def written(format_: Format[object], content: object) -> dict[str, bytes]:
    """What a format writes, by file name; "" for a format of a single file."""
    if format_.put is not None:
        out = BytesIO()
        format_.put(content, out)
        return {"": out.getvalue()}
    assert format_.put_files is not None
    with tempfile.TemporaryDirectory() as folder:
        format_.put_files(content, Path(folder))
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def golden(name: str) -> Path:
    return FOLDER / name


if __name__ == "__main__":
    from tests.graph.export.conftest import registered

    for point in registered():
        if point.name in NAMES:
            for file, data in written(point.load(), NETWORK).items():
                (FOLDER / f"{point.name}-{file}".rstrip("-")).write_bytes(data)
