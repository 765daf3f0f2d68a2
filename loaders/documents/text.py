"""Plain text and Markdown: the text is the file's content, untouched."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from loaders.documents.formats import Format
from loaders.documents.grouping import group
from loaders.documents.lines import read_lines
from loaders.documents.structure import recognise
from ontology.document import Document
from ontology.errors import UnreadableError

BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(data: bytes, name: str) -> Document:
    """Return the document of a text file. Raises UnreadableError where it cannot be decoded."""
    return _document(data, name, "text/plain")


def read_markdown(data: bytes, name: str) -> Document:
    """Return the document of a Markdown file. Raises UnreadableError where it cannot be decoded."""
    return _document(data, name, "text/markdown")


def decode(data: bytes, name: str) -> str:
    """Return bytes as text: by their byte order mark, as UTF-8, else in the encoding they look like."""
    for mark, encoding in BOMS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best() if is_text(data) else None
    if best is None:
        raise UnreadableError(
            "its text is in no encoding that could be told",
            hint="save it as UTF-8 and try again",
            source=name,
        )
    return str(best)


def is_text(data: bytes) -> bool:
    """Return whether bytes look like text: hardly a control character, or a byte order mark."""
    head = data[:8192]
    if data.startswith(tuple(BOMS)):
        return True
    return b"\x00" not in head and len(CONTROL.findall(head)) <= len(head) // 200


def _document(data: bytes, name: str, media_type: str) -> Document:
    text = decode(data, name)
    lines = read_lines(text)
    pages = [line.page for line in lines if line.page is not None]
    return Document(
        name=name,
        media_type=media_type,
        text=text,
        passages=recognise(text, group(lines)),
        page_count=max(pages, default=None),
    )


TEXT = Format("text", (".txt", ".text", ""), "text/plain", is_text, read_text)
MARKDOWN = Format("Markdown", (".md", ".markdown"), "text/markdown", lambda _: False, read_markdown)
