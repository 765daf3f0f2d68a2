"""Plain text and Markdown: the text is the file's content, untouched."""

from __future__ import annotations

from charset_normalizer import from_bytes

from loaders.documents.grouping import group
from loaders.documents.lines import read_lines
from loaders.documents.structure import recognise
from ontology.document import Document
from ontology.errors import UnreadableError

BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_text(data: bytes, name: str, media_type: str = "text/plain") -> Document:
    """Return the document of a text file. Raises UnreadableError where it cannot be decoded."""
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


def decode(data: bytes, name: str) -> str:
    """Return bytes as text: by their byte order mark, as UTF-8, else in the encoding they look like."""
    for mark, encoding in BOMS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None or "\x00" in str(best):
        raise UnreadableError(
            "its text is in no encoding that could be told",
            hint="save it as UTF-8 and try again",
            source=name,
        )
    return str(best)
