"""Sentences: where they end, where they do not, and that their offsets are exact."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.sentences import sentence_spans, split
from ontology.document import Cell, Document, Passage


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The nurse rang the school.", "Nobody answered."],
        ["She asked for help; nobody replied.", "The case was closed."],
        ["They saw e.g. the GP and, i.e. later, the clinic.", "All agreed."],
        ["Dr. Rowan and Mr. Hale met Mrs. Okoro.", "They spoke on the phone."],
        ["The note is in para. 4 of No. 12 Elm Street.", "It was read."],
        ["An enquiry under s.47 and S. 17 began.", "It ended."],
        ["St. Anne's ward was full.", "She went home."],
        ["It was signed by J. Smith and by A.B. Jones.", "Nobody kept it."],
        ["The worker spoke to Child Q.", "Health staff were not told."],
        ["The worker visited Ms A.", "She was out."],
        ["He was seen on 09.03.10 at 6.30 p.m.", "Staff noted a score of 2.5."],
        ["The call was at 6.30 p.m. on Monday.", "It was logged."],
        ["Was the child seen?", "“Nobody asked.”", "That was all."],
        ["He said 'she is fine.'", "The visit ended."],
        ["The plan was agreed.¹", "It was sent out.[2]", "Then it was lost."],
        ["The order was made.12", "The family moved."],
        ["A referral was made (by phone.)", "No record was kept!", "Why?"],
        ["Carers noted bruises, feeds, etc. in the log.", "It was full."],
        ["The guidance (Working Together, p. 14) applies.", "It was known."],
        ["Housing Ltd. sent it, etc.", "They waited."],
    ],
)
def test_sentences_end_where_they_should(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_stop_typed_without_its_space_ends_a_sentence() -> None:
    assert sentences("The baby was seen.The plan was not.") == ["The baby was seen.", "The plan was not."]
    assert len(sentences("See www.example.org.uk/Safe.Plan for more, or write to a.b@home.Uk now.")) == 1


def test_wrapped_lines_are_one_sentence() -> None:
    text = "The health visitor\nrang twice. Nobody\nrang back."
    assert sentences(text) == ["The health visitor\nrang twice.", "Nobody\nrang back."]


def test_a_list_mark_is_no_sentence() -> None:
    assert sentences("1. Ask the school. Then write.") == ["1. Ask the school.", "Then write."]


def test_the_printed_number_is_no_part_of_the_sentence() -> None:
    text = "4.1.2 The nurse rang. LP3:** Write it down."
    numbered = Passage(kind="paragraph", start=0, end=21, number="4.1.2")
    point = Passage(kind="paragraph", start=22, end=len(text), number="LP3")
    document = Document(name="x.txt", media_type="text/plain", text=text, passages=(numbered, point))
    spans = [span for passage in document.passages for span in sentence_spans(document, passage)]
    assert [text[start:end] for start, end, _ in spans] == ["The nurse rang.", "Write it down."]
    assert [column for _, _, column in spans] == [None, None]


def test_cells_make_sentences_of_their_own() -> None:
    text = "09.03.10\tSeen at home. Well.\tNo note"
    cells = (
        Cell(start=0, end=8, column=0),
        Cell(start=9, end=28, column=1),
        Cell(start=29, end=36, column=2),
    )
    row = Passage(kind="row", start=0, end=36, table=0, cells=cells)
    document = Document(name="x.txt", media_type="text/plain", text=text, passages=(row,))
    found = [(text[start:end], column) for start, end, column in sentence_spans(document, row)]
    assert found == [("09.03.10", 0), ("Seen at home.", 1), ("Well.", 1), ("No note", 2)]


@pytest.mark.parametrize("kind", ["heading", "title", "contents"])
def test_headings_make_no_sentences(kind: str) -> None:
    passage = Passage(kind=kind, start=0, end=8)
    document = Document(name="x.txt", media_type="text/plain", text="Findings", passages=(passage,))
    assert not list(sentence_spans(document, passage))


@given(st.text(alphabet="aB. ?!\n“”)(1¹e.g", max_size=200))
def test_sentences_cover_the_words_in_order(text: str) -> None:
    spans = list(split(text, 0, len(text)))
    assert all(left < right for left, right in spans)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_splitting_is_fast() -> None:
    text = "The health visitor rang the social worker on 3 May 2019. Nobody had told Dr. Rowan. " * 8000
    before = time.perf_counter()
    count = len(sentences(text))
    words_a_second = len(text.split()) / (time.perf_counter() - before)
    assert count == 16000
    assert words_a_second > 100_000
