"""From the words that somebody asks with to the topics and the sentences that are about them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from graph.trace.prominence import by_prominence
from graph.trace.words import asked_words, pattern
from loaders.extract.sentences import sentence_spans
from loaders.extract.topic_words import WORD, normal, topic_words
from ontology.document import Document
from ontology.errors import InvalidDataError
from ontology.model import Evidence, Fact, Review, Topic

NAMED_IN_HINT = 12


@dataclass(frozen=True)
class Subject:
    """What is traced: the topics it met, the words taken for it, the sentences that mention it, and
    those that come next in the same passage and speak of it without naming it."""

    topics: tuple[str, ...]
    terms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    next_spans: tuple[tuple[int, int], ...]

    def concerns(self, fact: Fact) -> bool:
        """Tell whether a fact carries, lacks or is about it."""
        if set(getattr(fact, "topics", ())) & set(self.topics):
            return True
        return any(_stands_in(self.spans, one) for one in fact.evidence)

    def may_concern(self, fact: Fact) -> bool:
        """Tell whether a fact that names no topic stands where one was named just before."""
        return not getattr(fact, "topics", ()) and _stands_in(self.next_spans, fact.evidence[0])


def _stands_in(spans: Sequence[tuple[int, int]], evidence: Evidence) -> bool:
    """Tell whether evidence overlaps one of some spans, which are in order and apart."""
    before = bisect_left(spans, evidence.end, key=lambda span: span[0])
    return before > 0 and spans[before - 1][1] > evidence.start


def find(review: Review, asked: str) -> Subject:
    """Return what a review says on a topic's name or on free words, synonyms of the lexicon included.

    Raises InvalidDataError where nothing in the review matches.
    """
    topics = [topic for topic in review.topics if asked.casefold() in _names(topic)]
    alternatives = [] if topics else _wanted(review, asked)
    if alternatives:
        topics = [topic for topic in review.topics if _meets(_described(topic), alternatives)]
    spans = {(one.start, one.end) for topic in topics for one in topic.evidence}
    spans.update(_sentences(review, alternatives))
    if not spans:
        raise InvalidDataError(f"nothing in {review.id} matches '{asked}'", hint=_hint(review))
    told = (review.document.text[start:end] for start, end in sorted(spans))
    return Subject(
        topics=tuple(sorted(topic.label for topic in topics)),
        terms=_terms(topics, told, alternatives),
        spans=tuple(_apart(sorted(spans))),
        next_spans=tuple(_apart(sorted(_next(review.document, spans)))),
    )


def _names(topic: Topic) -> set[str]:
    return {topic.label.casefold(), *([topic.factor] if topic.factor else [])}


def _described(topic: Topic) -> str:
    return "|".join(normal(one) for one in (topic.label, *topic.terms))


def _wanted(review: Review, asked: str) -> list[frozenset[str]]:
    """Return what may stand for each part of a question; a phrase that the lexicon knows is one part."""
    whole = topic_words(asked)
    if len(whole) > 1:
        return [whole]
    return [_alternatives(review, part) for part in asked_words(asked)]


def _alternatives(review: Review, part: str) -> frozenset[str]:
    """Return a word of the question with its synonyms, or a person's label with the others of the same."""
    family = [(one.label, *one.aliases) for one in review.family]
    professionals = [(one.label, *one.aliases) for one in review.professionals]
    for labels in family + professionals:
        if part in labels:
            return frozenset(normal(label) for label in labels)
    return topic_words(part)


def _meets(text: str, alternatives: Iterable[frozenset[str]]) -> bool:
    return all(any(one in text for one in wanted) for wanted in alternatives)


def _sentences(review: Review, alternatives: list[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that meet every part of the question."""
    if not alternatives:
        return
    document = review.document
    for passage in document.passages:
        for start, end, _ in sentence_spans(document, passage):
            if _meets(normal(document.text[start:end]), alternatives):
                yield start, end


def _next(document: Document, spans: Set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the sentence behind each mention, where it points back to it without naming it again."""
    for passage in document.passages:
        sentences = [(start, end) for start, end, _ in sentence_spans(document, passage)]
        for one, following in pairwise(sentences):
            back = pattern("points_back").search(document.text[slice(*following)])
            if back and one in spans and following not in spans:
                yield following


def _terms(topics: list[Topic], told: Iterable[str], alternatives: list[frozenset[str]]) -> tuple[str, ...]:
    """Return the words of the text that were taken for what was asked, in lower case."""
    wanted = {one for part in alternatives for one in part}
    lengths = {len(one.split()) for one in wanted}
    found = {term for topic in topics for term in topic.terms}
    for text in told:
        places = [match.span() for match in WORD.finditer(text)]
        for length in lengths:
            for first, last in zip(places, places[length - 1 :], strict=False):
                phrase = text[first[0] : last[1]]
                if normal(phrase) in wanted:
                    found.add(" ".join(phrase.lower().split()))
    return tuple(sorted(found))


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans with those that overlap joined, so that one look tells what a place lies in."""
    if not spans:
        return
    left, right = spans[0]
    for start, end in spans[1:]:
        if start < right:
            right = max(right, end)
            continue
        yield left, right
        left, right = start, end
    yield left, right


def _hint(review: Review) -> str:
    labels = [topic.label for topic in by_prominence(review)]
    if not labels:
        return "try other words"
    more = " …" if len(labels) > NAMED_IN_HINT else ""
    return f"topics of this case: {'; '.join(labels[:NAMED_IN_HINT])}{more}"
