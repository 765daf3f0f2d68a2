"""Topics that are factors of the coding frame: each that the text of the case speaks of.

A factor is a topic where it is read as a circumstance of the case, if only by other words than those of the
lexicon, or where the text has such words in more than one sentence and one of the factor's cues: "no concerns
about drinking" is about drinking too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence
from loaders.extract.word_places import Phrases, Stems
from ontology.model import Factor, Topic
from ontology.vocabulary import label

LEAST_MENTIONS = 2
LONGEST_NAME = 80  # characters
READ, MENTIONED = (
    0.93,
    0.85,
)  # how surely a topic that is a read factor is one, and one that is only spoken of


@dataclass(slots=True)
class Mentions:
    """What is collected of one topic: the places of its sentences and the words of the text for it."""

    spans: set[tuple[int, int]] = field(default_factory=set)
    terms: dict[str, None] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)


def factor_topics(reading: Reading, sentences: Iterable[Stems], factors: Iterable[Factor]) -> Iterator[Topic]:
    """Yield the topic of each factor that the case speaks of, in the order of the lexicon."""
    spoken = _spoken_of(reading, sentences)
    read = {one.factor: one for one in factors}
    for code in lexicon("topics")["factors"]:
        mentions, factor = spoken.get(code, Mentions()), read.get(code)
        if not (factor or _borne_out(code, mentions)):
            continue
        spans = mentions.spans | {(one.start, one.end) for one in (factor.evidence if factor else ())}
        sure = READ if factor else MENTIONED
        yield Topic(
            label=label("FactorType", code),
            factor=code,
            terms=tuple(mentions.terms),
            evidence=tuple(
                reading.evidence(start, end, extractor="topics:factor", confidence=sure)
                for start, end in sorted(spans)
            ),
        )


def _spoken_of(reading: Reading, sentences: Iterable[Stems]) -> dict[str, Mentions]:
    """Return what the text says of each factor, by the words of the lexicon, names of services apart."""
    found: dict[str, Mentions] = {}
    for one in sentences:
        for code, start, end in factor_phrases().find(one):
            if _in_a_name(reading, one.sentence.start + start, one.sentence.start + end):
                continue
            mentions = found.setdefault(code, Mentions())
            mentions.spans.add((one.sentence.start, one.sentence.end))
            mentions.terms.setdefault(one.sentence.text[start:end].lower())
            mentions.sentences.append(one.sentence)
    return found


def _in_a_name(reading: Reading, start: int, end: int) -> bool:
    """Tell words within the name of a service or the title of a worker."""
    around = reading.parties.mentions(max(0, start - LONGEST_NAME), end + LONGEST_NAME)
    return any(one.start <= start and end <= one.end and one.sort != "family" for one in around)


@cache
def factor_phrases() -> Phrases:
    """Return the words of the lexicon for every factor, without those that stand for much else too."""
    factors, wide = lexicon("topics")["factors"], lexicon("own_topics")["too_wide"]
    return Phrases((one, code) for code, phrases in factors.items() for one in phrases if one not in wide)


def _borne_out(code: str, mentions: Mentions) -> bool:
    """Tell whether enough sentences have words for a factor, and one of them a cue for it, denied or not."""
    if len(mentions.spans) < LEAST_MENTIONS:
        return False
    strong = lexicon("factors")["factors"][code]["strong"]
    return any(re.search(cue, one.text, re.IGNORECASE) for cue in strong for one in mentions.sentences)
