"""Where the words of some phrases stand in a review, by their stems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence
from loaders.extract.topic_words import WORD, normal, stem


@dataclass(frozen=True, slots=True)
class Stems:
    """A sentence as stems, with the offsets of each word in the sentence."""

    sentence: Sentence
    stems: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def case_sentences(reading: Reading) -> list[Stems]:
    """Return the sentences in which a review tells of its own case, as stems, in text order."""
    return [stemmed(one) for one in reading.sentences if one.role in _roles()]


@cache
def _roles() -> frozenset[str]:
    return frozenset(lexicon("factors")["roles"])


def stemmed(sentence: Sentence) -> Stems:
    """Return a sentence as stems."""
    found = list(WORD.finditer(sentence.text))
    return Stems(sentence, tuple(stem(one[0]) for one in found), tuple(one.span() for one in found))


class Phrases:
    """Phrases to look for, each standing for a key: in normal form (" co sleep "), see topic_words."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase, key in phrases:
            parts = tuple(normal(phrase).split())
            if parts:
                self._by_first[parts[0]].append((parts, key))

    def find(self, stems: Stems) -> Iterator[tuple[str, int, int]]:
        """Yield (key, start, end) for every phrase in a sentence, as offsets into the sentence."""
        for place, one in enumerate(stems.stems):
            for parts, key in self._by_first.get(one, ()):
                last = place + len(parts)
                if stems.stems[place:last] == parts:
                    yield key, stems.places[place][0], stems.places[last - 1][1]
