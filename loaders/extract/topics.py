"""Topics: the items of information that a case turns on, factors of the coding frame and its own."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extract.arguments import parsed
from loaders.extract.contact_topics import contact_topics
from loaders.extract.factor_topics import factor_topics
from loaders.extract.own_topics import in_frame, own_topics
from loaders.extract.reading import Reading, Sentence
from loaders.extract.word_places import case_sentences
from ontology.model import Factor, Topic


def read_topics(reading: Reading, factors: Iterable[Factor]) -> tuple[Topic, ...]:
    """Return the topics of a review in text order, every mention of each as evidence.

    ``factors`` are the factors read from the review, the unlikely included.
    """
    sentences = case_sentences(reading)
    framed = [one.sentence for one in sentences if _tells(reading, one.sentence)]
    found = list(factor_topics(reading, sentences, factors))
    named = {one.factor for one in found if one.factor}
    found += own_topics(reading, sentences, parsed(reading, framed), named)
    found += contact_topics(reading, sentences)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.label)))


def _tells(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of somebody's telling or knowing something."""
    return in_frame(sentence.text) and bool(reading.parties.mentions(sentence.start, sentence.end))
