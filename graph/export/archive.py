"""Zips without a clock: equal files, equal bytes."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can tell


class Undated(ZipFile):
    """A zip file to write, all of whose entries are of the first day that a zip can tell."""

    def __init__(self, file: Any) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)

    def writestr(self, name: Any, data: Any, *_: Any) -> None:
        """Add an entry of some content."""
        super().writestr(_entry(name), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any) -> None:
        """Add an entry with the content of a file."""
        with Path(filename).open("rb") as source, self.entry(arcname or str(filename)) as target:
            copyfileobj(source, target)

    def entry(self, name: str) -> IO[bytes]:
        """Return an entry to write to, bit by bit."""
        return self.open(_entry(name), "w")


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
