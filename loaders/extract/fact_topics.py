"""What facts are about: the topics whose words stand where a fact was read, or right beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence
from loaders.extract.topic_words import normal
from loaders.extract.words import words
from ontology.model import Communication, Event, Evidence, Fact, Gap, Knowledge, Meeting, Topic

T = TypeVar("T", Communication, Event, Gap, Knowledge, Meeting)
BESIDE = 0.8  # how surely a sentence beside a fact's own speaks of the same matter


class FactTopics:
    """Gives facts their topics: each by its own words, by its sentence, or by the sentence it hangs on."""

    def __init__(self, reading: Reading, topics: Sequence[Topic]) -> None:
        self._reading = reading
        self._topics = {one.label: one for one in topics}
        self._at: defaultdict[int, list[str]] = defaultdict(list)  # labels by where their sentence starts
        self._starts = [one.start for one in reading.sentences]
        for topic in topics:
            for start in {one.start for one in topic.evidence}:
                self._at[start].append(topic.label)

    def given(self, facts: Iterable[T]) -> tuple[T, ...]:
        """Return facts with their topics, and with evidence for those named outside their own place."""
        return tuple(self._with_topics(fact) for fact in facts)

    def _with_topics(self, fact: T) -> T:
        own = [one for evidence in fact.evidence if not evidence.supports for one in self._meeting(evidence)]
        labels: dict[str, Evidence | None] = {}  # None where the words stand in the fact's own place
        for sentence in own:
            for label in self._at.get(sentence.start, ()):
                labels.setdefault(
                    label, None if self._named_in(fact, label) else self._place(fact, sentence, 1)
                )
        if None in labels.values():
            labels = {label: place for label, place in labels.items() if place is None}
        if not labels:
            labels = {
                label: self._place(fact, sentence, BESIDE)
                for sentence in self._beside(fact, own)
                for label in self._at.get(sentence.start, ())
            }
        more: dict[tuple[int, int], Evidence] = {}
        for place in labels.values():
            if place is not None:
                more.setdefault((place.start, place.end), place)
        told: T = replace(fact, topics=tuple(labels), evidence=(*fact.evidence, *more.values()))
        return told

    def _meeting(self, evidence: Evidence) -> Iterator[Sentence]:
        """Yield the sentences that a piece of evidence lies in or covers."""
        sentences = self._reading.sentences
        for place in range(max(0, bisect_right(self._starts, evidence.start) - 1), len(sentences)):
            if sentences[place].start >= evidence.end:
                return
            if sentences[place].end > evidence.start:
                yield sentences[place]

    def _named_in(self, fact: T, label: str) -> bool:
        """Tell whether a topic's words stand in the fact's own place."""
        terms = [normal(one) for one in self._topics[label].terms]
        spans = [(one.start, one.end) for one in fact.evidence if not one.supports]
        told = [normal(self._reading.document.text[start:end]) for start, end in spans]
        whole = {(one.start, one.end) for one in self._topics[label].evidence}
        covers = any(start <= s and e <= end for start, end in spans for s, e in whole)
        return covers or any(term in text for term in terms for text in told)

    def _place(self, fact: T, sentence: Sentence, sure: float) -> Evidence:
        confidence = fact.confidence * sure
        return self._reading.evidence(
            sentence.start, sentence.end, extractor="topics", confidence=confidence, supports="topics"
        )

    def _beside(self, fact: T, own: Sequence[Sentence]) -> Iterator[Sentence]:
        """Yield the sentence before, where a fact's own points back, and the one that goes on from it."""
        if not own:
            return
        sentences = self._reading.sentences
        first, last = own[0], own[-1]
        before = sentences[first.index - 1] if first.index else None
        after = sentences[last.index + 1] if last.index + 1 < len(sentences) else None
        if before and before.passage == first.passage and _points_back(fact, first.text):
            yield before
        if after and after.passage == last.passage and _pattern("goes_on").search(after.text):
            yield after


def _points_back(fact: Fact, sentence: str) -> bool:
    """Tell "This was not shared" and "did not know of it", whose matter stands in the sentence before."""
    about = getattr(fact, "about", "") or ""
    named_only = isinstance(fact, Knowledge) and not about
    if named_only or about.lower().partition(" ")[0] in words("own_topics", "anaphors"):
        return True
    return bool(_pattern("points_back").search(sentence))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon("own_topics")[name], re.IGNORECASE)
