"""Topics that a case brings of its own: what the review says was told, known, recorded, or was not.

Candidates are noun phrases that stand where a sentence of telling or knowing has its matter. Words of every
case (lexicon/own_topics.yaml) make none. A phrase is a topic when it comes back in another passage.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cache

from loaders.extract.arguments import Arguments
from loaders.extract.factor_topics import Mentions, factor_phrases
from loaders.extract.lexicon import lexicon
from loaders.extract.matter_phrases import matter_phrases
from loaders.extract.reading import Reading, Sentence
from loaders.extract.topic_words import normal
from loaders.extract.word_places import Phrases, Stems, stemmed
from ontology.model import Topic

FULL = 6.0  # the weight at which a phrase counts as surely as any


def own_topics(
    reading: Reading, sentences: Sequence[Stems], parses: Iterable[Arguments], factors: Set[str]
) -> tuple[Topic, ...]:
    """Return the topics that stand in frames of telling in some parsed sentences, the weightiest first.

    ``factors`` are the factors that are topics already.
    """
    framed: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in parses:
        for phrase in dict.fromkeys(matter_phrases(reading, one)):
            framed[normal(phrase)] += 1
            forms[normal(phrase)][phrase] += 1
    labels = {key: min(found, key=lambda form: (-found[form], form)) for key, found in forms.items()}
    mentions = _mentions(sentences, labels.values())
    weights = {
        label: 0.0 if _is_factor(label, factors) else _weight(label, framed[key], mentions[label])
        for key, label in labels.items()
        if label in mentions
    }
    kept = [label for label in weights if weights[label] and not _within(label, weights, mentions)]
    kept.sort(key=lambda label: (-weights[label], label))
    return tuple(
        _topic(reading, label, mentions[label], weights[label])
        for label in kept[: lexicon("own_topics")["most"]]
    )


def in_frame(text: str) -> bool:
    """Tell whether a sentence says that something was told, known or recorded, or was not."""
    return bool(_frame().search(text))


@cache
def _frame() -> re.Pattern[str]:
    return re.compile(lexicon("own_topics")["frame"], re.IGNORECASE)


def _mentions(sentences: Sequence[Stems], labels: Iterable[str]) -> dict[str, Mentions]:
    """Return where each phrase stands in the case, and its forms there."""
    phrases = Phrases((label, label) for label in labels)
    found: dict[str, Mentions] = {}
    for one in sentences:
        for label, start, end in phrases.find(one):
            if not _same_noun(label, one.sentence.text[start:end]):
                continue
            mentions = found.setdefault(label, Mentions())
            mentions.spans.add((one.sentence.start, one.sentence.end))
            mentions.terms.setdefault(" ".join(one.sentence.text[start:end].lower().split()))
            mentions.sentences.append(one.sentence)
    return found


def _same_noun(label: str, words: str) -> bool:
    """Tell a noun and its plural from other words of its stem: "text" and "texts", not "texture"."""
    one, other = (re.sub(r"(?:e?s|['’]s?)$", "", text.lower()) for text in (label, words))
    return " " in label or "-" in label or one == other or one.removesuffix("e") == other.removesuffix("e")


def _weight(label: str, framed: int, mentions: Mentions) -> float:
    """Return how much a case turns on a phrase: by its frames and its passages, 0 for none."""
    passages = len({one.passage for one in mentions.sentences})
    if passages < lexicon("own_topics")["passages"]:
        return 0.0
    return framed * (1 + math.log2(passages)) * (1.5 if " " in label or "-" in label else 1.0)


def _is_factor(label: str, factors: Set[str]) -> bool:
    """Tell a phrase that names a factor of the coding frame, which is a topic already."""
    own = stemmed(Sentence(0, 0, len(label), label, 0, ""))
    return any(code in factors for code, _, _ in factor_phrases().find(own))


def _within(label: str, weights: dict[str, float], mentions: dict[str, Mentions]) -> bool:
    """Tell whether a phrase hardly stands but within a longer one, or adds nothing to a shorter one."""
    for other, weight in weights.items():
        if not weight or other == label:
            continue
        longer = normal(label) in normal(other)
        if longer and len(mentions[other].spans) >= len(mentions[label].spans) - 1:
            return True
        if normal(other) in normal(label) and len(mentions[label].spans) * 3 <= len(mentions[other].spans):
            return True
    return False


def _topic(reading: Reading, label: str, mentions: Mentions, weight: float) -> Topic:
    sure = 0.5 + 0.35 * min(1.0, weight / FULL)
    return Topic(
        label=label,
        terms=tuple(mentions.terms),
        evidence=tuple(
            reading.evidence(start, end, extractor="topics:own", confidence=sure)
            for start, end in sorted(mentions.spans)
        ),
    )
