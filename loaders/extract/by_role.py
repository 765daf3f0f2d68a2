"""A sentence with each relative under the name of their role: "EM's low mood" is the mother's low mood.

Reports label people as they like; cues speak of mothers, fathers and children. Positions lead back into
the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.mention import Mention
from loaders.extract.plain import Piece, Plain
from loaders.extract.reading import Reading, Sentence

PRONOUN = re.compile(r"\b(?:(?P<whose>her|his)|she|he|him)\b", re.IGNORECASE)
Part = tuple[str, int, int, Mention | None]  # words, the place they stand for, and who is meant


def by_role(reading: Reading, sentence: Sentence) -> Plain:
    """Return a sentence in the words of family roles.

    A pronoun is the child's where the child was the last one named and no other relative stands between.
    """
    words, pieces = "", []
    for told, start, end, mention in _parts(reading, sentence):
        pieces.append(Piece(len(words), start, end, mention))
        words += told
    return Plain(words, tuple(pieces) or (Piece(0, 0, 0, None),))


def _parts(reading: Reading, sentence: Sentence) -> Iterator[Part]:
    place, child = 0, _child_named_last(reading, sentence)
    people = [m for m in reading.parties.mentions(sentence.start, sentence.end) if m.sort == "family"]
    for mention in people:
        start, end = mention.start - sentence.start, mention.end - sentence.start
        yield from _between(sentence.text, place, start, child)
        owner = "'s" if sentence.text[:end].endswith(("'s", "’s")) else ""
        role = "child" if mention.party == "subject" else mention.party.replace("_", " ")
        yield role + owner, start, end, mention
        child = mention if mention.party == "subject" and (child or mention is people[0]) else None
        place = end
    yield from _between(sentence.text, place, len(sentence.text), child)


def _between(text: str, start: int, end: int, child: Mention | None) -> Iterator[Part]:
    """Yield the words between two relatives, the pronouns of the child under the child's name."""
    for pronoun in PRONOUN.finditer(text, start, end) if child else ():
        yield text[start : pronoun.start()], start, pronoun.start(), None
        yield "child's" if pronoun["whose"] else "child", pronoun.start(), pronoun.end(), child
        start = pronoun.end()
    yield text[start:end], start, end, None


def _child_named_last(reading: Reading, sentence: Sentence) -> Mention | None:
    before = reading.parties.mentions(reading.passage(sentence).start, sentence.start)
    people = [mention for mention in before if mention.sort == "family"]
    return people[-1] if people and people[-1].party == "subject" else None
