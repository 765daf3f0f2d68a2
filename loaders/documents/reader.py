"""A file read as a Document, by the reader of its format."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from loaders.documents.text import read_text
from ontology.document import Document
from ontology.errors import UnreadableError


def read_document(path: Path) -> Document:
    """Return the document of a file.

    Raises UnreadableError where the file is missing, a folder, empty, encrypted, damaged, a scan
    without text, or of a format that is not known.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as cause:
        raise UnreadableError("there is no such file", hint="check the path", source=str(path)) from cause
    except IsADirectoryError as cause:
        raise UnreadableError("this is a folder", hint="name the files in it", source=str(path)) from cause
    except OSError as cause:
        raise UnreadableError(f"it cannot be opened ({cause.strerror})", source=str(path)) from cause
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Return the document of a file's content; ``name`` is what to call it, its suffix a hint."""
    if not data.strip():
        raise UnreadableError("the file is empty", hint="get the report again", source=name)
    media_type = "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"
    return replace(read_text(data, name, media_type), sha256=hashlib.sha256(data).hexdigest())
