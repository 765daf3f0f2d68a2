"""Files and folders that are there whole or not at all: what fails on the way leaves nothing behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ontology.errors import UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write bytes to, which takes its name once it is written.

    Raises UsageError where it cannot be written.
    """
    partial = path.with_name(f"{path.name}.part")
    with _told(path):
        try:
            with partial.open("wb") as out:
                yield out
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write files to, which come to stand in the folder once all are written.

    Raises UsageError where they cannot be written.
    """
    partial = folder.with_name(f"{folder.name}.part")
    with _told(folder):
        try:
            partial.mkdir(parents=True, exist_ok=True)
            yield partial
            folder.mkdir(exist_ok=True)
            for path in sorted(partial.iterdir()):
                path.replace(folder / path.name)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system cannot write is told as a fault of the place that was named."""
    try:
        yield
    except OSError as cause:
        message, hint = f"cannot write: {cause.strerror}", "give another place to write to, with -o"
        raise UsageError(message, source=str(path), hint=hint) from cause
