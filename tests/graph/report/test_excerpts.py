"""Quotes that nest, touch and cross are marked whole, and the text stays as it was."""

from __future__ import annotations

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from graph.report.excerpts import Span, marked
from graph.report.wording import percent, place, span, when
from tests.graph.report.pages import at

TEXT = "One <two> & three four five."


@st.composite
def spans(draw: st.DrawFn) -> set[Span]:
    bound = st.integers(0, len(TEXT))
    pairs = draw(st.lists(st.tuples(bound, bound), max_size=6))
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


@given(spans())
def test_each_span_is_marked_whole_and_no_text_is_lost(found: set[Span]) -> None:
    anchored: set[Span] = set()
    tree = lxml.html.fragment_fromstring(f"<p>{marked(TEXT, (0, len(TEXT)), found, anchored)}</p>")
    assert tree.text_content() == TEXT
    assert anchored == found
    for start, end in found:
        name = f"e{start}-{end}"
        assert len(tree.xpath(f"//*[@id='{name}']")) == 1
        pieces = tree.xpath(f"//mark[@id='{name}' or @data-e='{name}']")
        assert "".join(piece.text_content() for piece in pieces) == TEXT[start:end]


def test_a_quote_over_two_passages_has_one_anchor() -> None:
    anchored: set[Span] = set()
    first = marked(TEXT, (0, 9), {(4, 14)}, anchored)
    second = marked(TEXT, (10, 20), {(4, 14)}, anchored)
    assert 'id="e4-14"' in first and 'data-e="e4-14"' in second


def test_dates_are_as_exact_as_the_report() -> None:
    assert [when("2021-01-11"), when("2021-01"), when("2021"), when(None)] == [
        *("11 January 2021", "January 2021", "2021", "not stated")
    ]
    assert span("2021-01", "2021-03-02") == "January 2021 to 2 March 2021"
    assert span(None, "2021") == "2021"


def test_sureness_is_never_rounded_to_certainty() -> None:
    assert [percent(one) for one in (0.0, 0.001, 0.724, 0.999, 1.0)] == ["0%", "1%", "72%", "99%", "100%"]


def test_a_place_is_named_as_printed() -> None:
    assert place(at(0, 3, TEXT, paragraph="4.1")) == "¶\N{NO-BREAK SPACE}4.1"
    assert place(at(0, 3, TEXT, paragraph="Recommendation 1")) == "Recommendation 1"
    assert place(at(0, 3, TEXT)) == "in the text"
