"""A file read as a Document, by the reader of its format."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path, PurePath

from loaders.documents import docx, html, pdf, text
from loaders.documents.formats import Format
from ontology.document import Document
from ontology.errors import UnreadableError

# The next format is one module with a FORMAT, and one line here. Order matters: the first that
# recognises a file's bytes reads it, and almost anything looks like text.
FORMATS: tuple[Format, ...] = (pdf.FORMAT, docx.FORMAT, html.FORMAT, text.MARKDOWN, text.TEXT)

# Files that are known but not read: how they begin, what they are, what to do about it.
FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an older Word file (.doc) or one with a password", "save it as .docx without one"),
    (b"{\\rtf", "a rich text file (RTF)", "save it as .docx"),
    (b"PK\x03\x04", "a zip archive or another office file", "save the report as .docx or PDF"),
    (b"\x89PNG", "a picture (PNG)", "run text recognition (OCR) on it first"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run text recognition (OCR) on it first"),
    (b"GIF8", "a picture (GIF)", "run text recognition (OCR) on it first"),
    (b"II*\x00", "a picture (TIFF)", "run text recognition (OCR) on it first"),
    (b"MM\x00*", "a picture (TIFF)", "run text recognition (OCR) on it first"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
)
PASSWORD = "EncryptedPackage".encode("utf-16-le")


def read_document(path: Path) -> Document:
    """Return the document of a file.

    Raises UnreadableError where the file is missing, a folder, empty, encrypted, damaged, a scan
    without text, or of a format that is not known.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as cause:
        raise UnreadableError("there is no such file", hint="check the path", source=str(path)) from cause
    except (IsADirectoryError, PermissionError, OSError) as cause:
        if path.is_dir():
            hint = "name the files in it, for example with *.pdf"
            raise UnreadableError("this is a folder", hint=hint, source=str(path)) from cause
        reason = (cause.strerror or "it cannot be opened").lower()
        raise UnreadableError(reason, hint="check that you may read it", source=str(path)) from cause
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Return the document of a file's content; ``name`` is what to call it, its suffix a hint.

    Raises UnreadableError as read_document does.
    """
    if not data.strip(b" \t\r\n\f\x00\xef\xbb\xbf"):
        raise UnreadableError("the file is empty", hint="get the report again", source=name)
    document = format_of(data, name).read(data, name)
    if not document.passages:
        raise UnreadableError("there are no words in it", hint="get the report again", source=name)
    return replace(document, sha256=hashlib.sha256(data).hexdigest())


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a file by its bytes and its suffix. Raises UnreadableError for others."""
    suffix = PurePath(name).suffix.lower()
    named = next((form for form in FORMATS if suffix in form.suffixes), None)
    found = next((form for form in FORMATS if form.recognises(data)), None)
    foreign = next((kind for kind in FOREIGN if data.startswith(kind[0])), None)
    if named in {text.TEXT, text.MARKDOWN} and named and text.is_text(data) and suffix:
        return named
    if found and found is not text.TEXT and (named is None or named is found or not suffix):
        return found
    if named and suffix and named is not found:
        raise _misnamed(named, found, foreign, data, name)
    if foreign:
        raise _foreign(foreign, data, name)
    if found is None:
        known = ", ".join(form.name for form in FORMATS)
        raise UnreadableError(
            "this is a binary file of a kind that is not read", hint=f"these are: {known}", source=name
        )
    return found


def _misnamed(
    named: Format, found: Format | None, foreign: tuple[bytes, str, str] | None, data: bytes, name: str
) -> UnreadableError:
    if foreign and (found is None or found is text.TEXT):
        return _foreign(foreign, data, name)
    if found is None:
        hint = "download or copy it again"
        return UnreadableError(
            f"this is no {named.name} file but damaged or of another kind", hint=hint, source=name
        )
    hint = f"rename it to end in {found.suffixes[0]}, or get the {named.name} file again"
    return UnreadableError(
        f"this is no {named.name} file; it seems to be {found.name}", hint=hint, source=name
    )


def _foreign(foreign: tuple[bytes, str, str], data: bytes, name: str) -> UnreadableError:
    _, kind, hint = foreign
    if PASSWORD in data:
        return UnreadableError(
            "this Word file is encrypted and needs a password", hint="save a copy without one", source=name
        )
    return UnreadableError(f"this is {kind}, which is not read", hint=hint, source=name)
