"""What a reader of one format is, and what several of them need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from loaders.documents.blocks import Part, assemble
from loaders.documents.marks import SUPERSCRIPTS
from loaders.documents.structure import recognise
from ontology.document import Document

SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: its name, suffixes and media type, how to know it, how to read it.

    ``recognises`` looks at the first bytes of a file; ``read`` takes the bytes and the file's name and
    raises UnreadableError where they cannot be read.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Document]


def document_of(
    parts: Iterable[Part],
    name: str,
    media_type: str,
    *,
    page_count: int | None = None,
    properties: tuple[tuple[str, str], ...] = (),
) -> Document:
    """Return the document that the parts of a file make up."""
    text, blocks = assemble(parts)
    return Document(
        name=name,
        media_type=media_type,
        text=text,
        passages=recognise(text, blocks, typeset=True),
        page_count=page_count,
        properties=properties,
    )


def one_line(text: str) -> str:
    """Return a text with every run of space, line ends included, as one blank."""
    return SPACE.sub(" ", text.replace("\u00ad", "").replace("\u200b", "")).strip()


def superscript(number: str) -> str:
    """Return the digits of a note's number as superscripts, as every format writes them."""
    return "".join(SUPERSCRIPTS[int(digit)] for digit in number if digit in "0123456789")
