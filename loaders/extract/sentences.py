"""Sentences of a passage: full stops end them, abbreviations and numbers do not."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.language import splitter
from ontology.document import Document, Passage

SILENT = {"heading", "title", "contents"}


def sentence_spans(document: Document, passage: Passage) -> Iterator[tuple[int, int, int | None]]:
    """Yield (start, end, table column or None) of each sentence, offsets into the document's text."""
    if passage.kind in SILENT or passage.header:
        return
    pieces = [(c.start, c.end, c.column) for c in passage.cells] or [(passage.start, passage.end, None)]
    for start, end, column in pieces:
        doc = splitter()(document.text[start:end])
        for sent in doc.sents:
            text = sent.text.strip()
            if text:
                left = start + sent.start_char + (len(sent.text) - len(sent.text.lstrip()))
                yield left, left + len(text), column
