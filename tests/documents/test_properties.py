"""What holds for every text: passages in order, none overlapping, no word lost, offsets into the text."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.documents.grouping import group
from loaders.documents.lines import read_lines
from loaders.documents.reader import read_bytes
from loaders.documents.structure import recognise
from loaders.extract.sentences import sentence_spans
from ontology.document import Document
from ontology.errors import UnreadableError

PIECES = [
    "The nurse rang the school.",
    "4. Analysis",
    "4.1.2 The plan",
    "09.03.10",
    "- a dash",
    "• dot",
    "(a) first",
    "LP1:** Teams",
    "**Bold**",
    "# Head",
    "| a | b |",
    "|---|---|",
    "one\ttwo",
    "\tindented",
    "a   b   c",
    "Contents",
    "Introduction .... 3",
    "¹ http://example.org",
    "Finding 2: Moves",
    "=====",
    "I. ",
    "end of it",
    "*",
    "_x_",
    "1",
    "é ",
]
texts = st.lists(
    st.tuples(
        st.sampled_from(PIECES) | st.text(max_size=12), st.sampled_from([" ", "\n", "\n\n", "\t", "\r\n"])
    ),
    max_size=30,
).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))


def recognised(text: str) -> Document:
    return Document(
        name="x", media_type="text/plain", text=text, passages=recognise(text, group(read_lines(text)))
    )


@settings(max_examples=300, deadline=None)
@given(texts)
def test_passages_are_in_order_and_within_the_text(text: str) -> None:
    passages = recognised(text).passages
    assert all(0 <= p.start < p.end <= len(text) for p in passages)
    assert all(above.end <= below.start for above, below in pairwise(passages))
    for passage in passages:
        assert all(passage.start <= c.start < c.end <= passage.end for c in passage.cells)
        assert all(left.end <= right.start for left, right in pairwise(passage.cells))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_no_word_is_lost(text: str) -> None:
    kept = {line.start + i for line in read_lines(text) for i in range(len(line.text))}
    covered = {i for p in recognised(text).passages for i in range(p.start, p.end)}
    lost = [text[i] for i in sorted(kept - covered) if text[i].isalnum()]
    assert not lost


@settings(max_examples=200, deadline=None)
@given(texts)
def test_sentences_lie_within_their_passage(text: str) -> None:
    document = recognised(text)
    for passage in document.passages:
        spans = [(start, end) for start, end, _ in sentence_spans(document, passage)]
        assert all(passage.start <= start < end <= passage.end for start, end in spans)
        assert all(above[1] <= below[0] for above, below in pairwise(spans))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["x.txt", "x.md", "x.html", "x.pdf", "x.docx", "-", "x.bin"]))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name)
    except UnreadableError as refusal:
        assert "\n" not in str(refusal)
    else:
        assert document.passages


@given(st.integers(1, 40))
def test_the_text_is_the_files_content_untouched(count: int) -> None:
    text = "\r\n \n".join(f"4.{n} Text  of\ta part.  " for n in range(1, count + 1))
    document = read_bytes(text.encode(), "x.txt")
    assert document.text == text
    assert re.sub(r"\s", "", document.text).startswith("4.1Text")
