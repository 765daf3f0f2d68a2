"""A document being read: its sentences, what kind of passage each stands in, and parses on demand.

Every extractor takes a Reading and returns the facts it finds. What several of them need (who is
meant, which day it was) is worked out once and kept here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from spacy.tokens import Doc

from loaders.extract.dates import Dates
from loaders.extract.language import model
from loaders.extract.parties import Parties
from loaders.extract.passages import passage_roles
from loaders.extract.sentences import sentence_spans
from loaders.extract.trail import Trail
from ontology.document import Document, Passage
from ontology.model import Evidence

if TYPE_CHECKING:
    from loaders.extract.arguments import Arguments

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or one bullet or table cell without a full stop) of a passage.

    ``index`` is its place in ``Reading.sentences``; ``passage`` the place of its passage in
    ``Document.passages``; ``role`` what kind of passage it stands in (see passages.yaml): narrative,
    chronology, analysis, finding, recommendation, terms_of_reference, methodology, research …
    ``column`` is the table column it stands in, None outside tables.
    """

    index: int
    start: int
    end: int
    text: str
    passage: int
    role: str
    column: int | None = None


class Reading:
    """A Document with what its extractors share; everything is computed at first use."""

    def __init__(self, document: Document, *, keep_notes: bool = False) -> None:
        self.document = document
        self.trail = Trail(keep=keep_notes)  # what became of every cue; see trail.py
        self._parses: dict[int, Doc] = {}
        self.plain_parses: dict[int, Arguments] = {}  # by sentence; see arguments.parsed
        self.kept: dict[object, Any] = {}  # what functions found of it; see worked_out_once

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """What kind of passage each of the document's passages is, in their order."""
        return passage_roles(self.document)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the document in reading order, headings and contents left out."""
        found: list[Sentence] = []
        for place, passage in enumerate(self.document.passages):
            for start, end, column in sentence_spans(self.document, passage):
                text = self.document.text[start:end].replace("\n", " ")  # a wrapped line is read as one
                found.append(Sentence(len(found), start, end, text, place, self.roles[place], column))
        return tuple(found)

    @cached_property
    def parties(self) -> Parties:
        """Who is meant where: every mention of an agency, a professional or a family member."""
        return Parties(self)

    @cached_property
    def dates(self) -> Dates:
        """Which day is meant where: every date as exactly as its context allows."""
        return Dates(self)

    def parse(self, sentence: Sentence) -> Doc:
        """Return the dependency parse of a sentence; token offsets are relative to its start."""
        if sentence.index not in self._parses:
            self._parses[sentence.index] = model()(sentence.text)
        return self._parses[sentence.index]

    def parse_all(self, sentences: list[Sentence]) -> None:
        """Parse many sentences in one batch, which is several times faster than one by one."""
        todo = [s for s in sentences if s.index not in self._parses]
        for sentence, doc in zip(todo, model().pipe(s.text for s in todo), strict=True):
            self._parses[sentence.index] = doc

    def passage(self, sentence: Sentence) -> Passage:
        """Return the passage a sentence stands in."""
        return self.document.passages[sentence.passage]

    def evidence(
        self, start: int, end: int, *, extractor: str, confidence: float, supports: str | None = None
    ) -> Evidence:
        """Return the evidence for a span: its quote, with paragraph and page as printed."""
        return Evidence(
            start=start,
            end=end,
            quote=self.document.text[start:end],
            paragraph=self.document.number_at(start),
            page=self.document.page_at(start),
            extractor=extractor,
            confidence=round(confidence, 4),  # as much as Turtle keeps of a double, and more than is known
            supports=supports,
        )


def worked_out_once(work: Callable[Concatenate[Reading, P], T]) -> Callable[Concatenate[Reading, P], T]:
    """Keep what a function finds of a reading with that reading, so that both go together.

    A cache of the function's own would hold every review that a process has read.
    """

    @wraps(work)
    def found(reading: Reading, /, *given: P.args, **named: P.kwargs) -> T:
        key = (work, given, tuple(sorted(named.items())))
        if key not in reading.kept:
            reading.kept[key] = work(reading, *given, **named)
        kept: T = reading.kept[key]
        return kept

    return found
