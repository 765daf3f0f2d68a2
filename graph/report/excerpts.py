"""The passages that carry evidence: each once, its words as printed, every quote marked where it stands.

Quotes nest and cross. Markup can only nest, so a mark that would cross the end of another is closed there
and opened again behind it; the first piece of a quote carries its anchor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from graph.report.facts import Named, facts
from ontology.document import Document, Passage
from ontology.model import Evidence, Review

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of the report: its marked words (one piece a cell for a table row), and what was read there.

    ``where`` is its paragraph and page, as far as its words do not begin with it.
    """

    where: str
    kind: str
    pieces: tuple[Markup, ...]
    read: tuple[tuple[Named, float], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The excerpts that stand together under the same headings, outermost heading first."""

    headings: tuple[str, ...]
    excerpts: tuple[Excerpt, ...]


def sections(review: Review, more: Iterable[Evidence] = ()) -> list[Section]:
    """Return every passage that carries evidence, in text order, gathered under its headings.

    ``more`` is evidence beyond that of the review's facts, of what follows from them.
    """
    document = review.document
    read = _read(review)
    spans = {*read, *((one.start, one.end) for one in (*review.case.evidence, *more))}
    by_passage: defaultdict[Span, set[Span]] = defaultdict(set)
    passages: dict[Span, Passage] = {}
    for span in spans:
        for passage in _passages(document, span):
            place = (passage.start, passage.end)
            passages[place] = passage
            by_passage[place].add(span)
    anchored: set[Span] = set()
    found = [
        (
            _headings(document, passages[place]),
            _excerpt(document, passages[place], by_passage[place], read, anchored),
        )
        for place in sorted(passages)
    ]
    return [
        Section(headings, tuple(excerpt for _, excerpt in group))
        for headings, group in groupby(found, key=lambda pair: pair[0])
    ]


def _read(review: Review) -> dict[Span, list[tuple[Named, float]]]:
    """What was read from each span of the text, and how surely."""
    read: defaultdict[Span, list[tuple[Named, float]]] = defaultdict(list)
    for named in facts(review):
        for one in named.fact.evidence:
            read[one.start, one.end].append((named, one.confidence))
    return dict(read)


def _passages(document: Document, span: Span) -> list[Passage]:
    """The passages that a span touches; words that stand in none are a passage of their own."""
    start, end = span
    touched = [one for one in document.passages if one.start < end and one.end > start]
    return touched or [Passage(kind="paragraph", start=start, end=end)]


def _headings(document: Document, passage: Passage) -> tuple[str, ...]:
    above = document.headings_above(passage.start)
    return tuple(" ".join(document.quote(one.start, one.end).split()) for one in above if one != passage)


def _excerpt(
    document: Document,
    passage: Passage,
    spans: set[Span],
    read: dict[Span, list[tuple[Named, float]]],
    anchored: set[Span],
) -> Excerpt:
    cells = [(cell.start, cell.end) for cell in passage.cells] or [(passage.start, passage.end)]
    pieces = tuple(marked(document.text, cell, spans, anchored) for cell in cells)
    told = {(named.id): (named, sure) for span in sorted(spans) for named, sure in read.get(span, ())}
    return Excerpt(_where(document, passage), passage.kind, pieces, tuple(told.values()))


def _where(document: Document, passage: Passage) -> str:
    """Where a passage stands, as far as its own words do not say so: its paragraph, its page."""
    number = document.number_at(passage.start)
    said = document.quote(passage.start, passage.end).lstrip("*# ").startswith(number or "")
    stated = [] if said or not number else [f"¶\N{NO-BREAK SPACE}{number}" if number[0].isdigit() else number]
    return ", ".join(stated + ([f"page {passage.page}"] if passage.page else []))


def marked(text: str, part: Span, spans: set[Span], anchored: set[Span]) -> Markup:
    """Return a part of a text, escaped, with the spans that touch it marked.

    ``anchored`` are the spans that have their anchor already; those that get theirs here are added.
    """
    start, end = part
    touching = sorted((s for s in spans if s[0] < end and s[1] > start), key=lambda s: (s[0], -s[1]))
    bounds = sorted({start, end, *(min(max(b, start), end) for span in touching for b in span)})
    out: list[Markup] = []
    open_: list[Span] = []
    for left, right in pairwise(bounds):
        here = [span for span in touching if span[0] <= left and span[1] >= right]
        kept = _shared(open_, here)
        out.extend(Markup("</mark>") for _ in open_[kept:])
        out.extend(_opening(span, anchored) for span in here[kept:])
        open_ = here
        out.append(escape(text[left:right]))
    out.extend(Markup("</mark>") for _ in open_)
    return Markup("").join(out)


def _shared(before: Sequence[Span], now: Sequence[Span]) -> int:
    """How many marks, from the outermost, stay open."""
    count = 0
    while count < min(len(before), len(now)) and before[count] == now[count]:
        count += 1
    return count


def _opening(span: Span, anchored: set[Span]) -> Markup:
    name = f"e{span[0]}-{span[1]}"
    attribute = "data-e" if span in anchored else "id"
    anchored.add(span)
    return Markup('<mark {}="{}">').format(Markup(attribute), name)
