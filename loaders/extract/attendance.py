"""Who came to a meeting and who did not."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence

REACH = 3  # sentences after the one that names the meeting, in the same passage


def attendance(reading: Reading, sentences: list[Sentence]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the parties who attended and who were absent, each in text order.

    A meeting's own sentence and those that follow it in its passage are read as long as they speak
    of attending; whoever is named as both is absent, since saying so is the plainer statement.
    """
    attended: dict[str, None] = {}
    absent: dict[str, None] = {}
    for sentence in _around(reading, sentences):
        came, stayed = _of_sentence(reading, sentence)
        attended |= dict.fromkeys(came)
        absent |= dict.fromkeys(stayed)
    return tuple(code for code in attended if code not in absent), tuple(absent)


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('meetings')[name])})", re.IGNORECASE)


def _around(reading: Reading, sentences: list[Sentence]) -> list[Sentence]:
    wanted: dict[int, Sentence] = {}
    for sentence in sentences:
        following = reading.sentences[sentence.index : sentence.index + 1 + REACH]
        wanted |= {s.index: s for s in following if s.passage == sentence.passage}
    return list(wanted.values())


def _of_sentence(reading: Reading, sentence: Sentence) -> tuple[list[str], list[str]]:
    """Read one sentence: its clauses are cut at each cue; parties go with the cue of their clause."""
    mentions = reading.parties.mentions(sentence.start, sentence.end)
    came: list[str] = []
    stayed: list[str] = []
    for clause in re.finditer(
        r"[^;.]+?(?=\b(?:but|however|although|and did not|while|whilst|;)\b|[;.]|$)", sentence.text
    ):
        left, right = sentence.start + clause.start(), sentence.start + clause.end()
        codes = [m.party for m in mentions if left <= m.start < right]
        if _cue("absent").search(clause[0]):
            stayed += codes
        elif _cue("attended").search(clause[0]):
            came += codes
    return came, stayed
