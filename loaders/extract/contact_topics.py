"""Topics of contact with a relative: "contact with Father", where the review tells of it more than once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading
from loaders.extract.topic_words import topic_words
from loaders.extract.word_places import Phrases, Stems
from loaders.extract.words import words
from ontology.model import Topic

REACH = 40  # characters between the word of contact and the one it was with
LEAST_PASSAGES = 2
SURE = 0.7


@dataclass(slots=True)
class _Contact:
    """What is collected of contact with one relative."""

    name: str | None = None
    spans: set[tuple[int, int]] = field(default_factory=set)
    terms: dict[str, None] = field(default_factory=dict)
    passages: set[int] = field(default_factory=set)


def contact_topics(reading: Reading, sentences: Iterable[Stems]) -> Iterator[Topic]:
    """Yield a topic for each relative, the child and the mother apart, that contact is told of.

    The places are the sentences that name the relative beside a word for contact.
    """
    rules = lexicon("own_topics")
    about, loose = (
        Phrases([(rules["contact"], "")]),
        Phrases((one, "") for one in topic_words(rules["contact"])),
    )
    found: defaultdict[str, _Contact] = defaultdict(_Contact)
    for one in sentences:
        for mention in _relatives(reading, one) if any(True for _ in loose.find(one)) else ():
            contact = found[mention.party]
            contact.spans.add((one.sentence.start, one.sentence.end))
            for _, start, end in about.find(one):
                if _is_with(one, end, mention):
                    contact.name = contact.name or mention.label
                    contact.passages.add(one.sentence.passage)
                    words_here = one.sentence.text[start : mention.end - one.sentence.start]
                    contact.terms.setdefault(" ".join(words_here.lower().split()))
    for contact in found.values():
        if contact.name and len(contact.passages) >= LEAST_PASSAGES:
            yield _topic(reading, contact.name, contact)


def _relatives(reading: Reading, stems: Stems) -> list[Mention]:
    """Return the relatives that a sentence names, each once, those left out of whom every sentence tells."""
    everybody = words("own_topics", "of_everybody")
    named = reading.parties.mentions(stems.sentence.start, stems.sentence.end)
    once = {one.party: one for one in reversed(named) if one.sort == "family"}
    return [one for one in once.values() if one.party not in everybody]


def _is_with(stems: Stems, end: int, mention: Mention) -> bool:
    """Tell "contact with the father" from a father named elsewhere in the sentence."""
    sentence = stems.sentence
    between = sentence.text[end : max(end, mention.start - sentence.start)]
    last = re.sub(r"\s+(?:the|her|his|their|a|an)\s*$", " ", between).split()[-1:]
    return set(last) <= words("own_topics", "contact_links") and 0 < len(between) < REACH and bool(last)


def _topic(reading: Reading, name: str, contact: _Contact) -> Topic:
    return Topic(
        label=f"{lexicon('own_topics')['contact']} with {name}",
        terms=tuple(contact.terms),
        evidence=tuple(
            reading.evidence(start, end, extractor="topics:contact", confidence=SURE)
            for start, end in sorted(contact.spans)
        ),
    )
