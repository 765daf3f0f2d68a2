"""Noun phrases that stand for what was told or known, bared of what every case has.

"The health visitor was not told of the three missed doses": "missed doses".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from loaders.extract.arguments import Arguments
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.words import words

LONGEST = 4  # words of a phrase
CLIMB = 6  # words to climb from a phrase to the word of telling it stands under
MATTER = {"dobj", "nsubjpass", "pobj", "attr", "nsubj", "conj", "appos", "oprd", "dative"}


def matter_phrases(reading: Reading, arguments: Arguments) -> Iterator[str]:
    """Yield the phrases of a sentence that stand for what was told, in lower case."""
    for chunk in arguments.doc.noun_chunks:
        if arguments.at(chunk.root) is None and _is_matter(chunk.root):
            phrase = _bare(reading, arguments, chunk)
            if phrase:
                yield phrase


def _is_matter(token: Token) -> bool:
    """Tell whether a noun stands under a word of telling: its object, after "about", or in its clause."""
    nouns, verbs, links = (words("own_topics", name) for name in ("nouns", "verbs", "links"))
    if token.dep_ not in MATTER:
        return False
    for _ in range(CLIMB):
        above = token.head
        if above == token or token.dep_ == "compound":
            return False
        if token.dep_ == "prep" and token.lower_ in links and above.lemma_.lower() in nouns | verbs:
            return True
        if token.dep_ in {"dobj", "nsubjpass", "ccomp"} and above.lemma_.lower() in verbs:
            return True
        token = above
    return False


def _bare(reading: Reading, arguments: Arguments, chunk: Span) -> str | None:
    """Return a phrase without the words at its start that tell nothing, None where nothing else is left."""
    tokens = [token for token in chunk if token.i <= chunk.root.i]
    for place in range(len(tokens) - 1, -1, -1):
        if arguments.at(tokens[place]) is not None or tokens[place].pos_ in {"PRON", "DET", "NUM"}:
            tokens = tokens[place + 1 :]
            break
    if not tokens:
        return None
    sentence, (start, end) = arguments.sentence, arguments.span(tokens[0], tokens[-1])
    told = re.split(r"\s+", sentence.text[start:end])
    while told and (_is_generic(told[0]) or not told[0][:1].isalpha()):
        told = told[1:]
    if not 0 < len(told) <= LONGEST or any(_is_name(word) for word in told):
        return None
    if len(told) == 1 and _is_abstract(told[0]):
        return None
    if _is_generic(told[-1]) and not _has_noun(tokens[-len(told) : -1]):
        return None
    dates = reading.dates.mentions(sentence.start, sentence.start + end)
    return None if any(one.end > sentence.start + start for one in dates) else " ".join(told).lower()


def _has_noun(tokens: list[Token]) -> bool:
    """Tell "iron levels" from "frequent levels": what is of every case needs a thing beside it."""
    return any(token.pos_ == "NOUN" and not _is_generic(token.text) for token in tokens)


def _is_generic(word: str) -> bool:
    """Tell a word of every case; a hyphened one is one when all its parts are."""
    generic = words("own_topics", "generic")
    plain = word.lower().strip("'’\"“”‘,;:()")
    forms = {plain, plain.removesuffix("s"), plain.removesuffix("es"), re.sub(r"ies$", "y", plain)}
    forms.add(re.sub(r"['’]s?$", "", plain))
    if forms & generic or len(plain) < 3:
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(_is_generic(part) for part in parts)


def _is_name(word: str) -> bool:
    """Tell a proper name, and initials: what is meant by them the parties tell, or nobody."""
    return not word.islower()


def _is_abstract(word: str) -> bool:
    """Tell a noun of thought and manner, which alone is no item of information."""
    plain = word.lower()
    named = plain in words("own_topics", "concrete") or plain.removesuffix("s") in words(
        "own_topics", "concrete"
    )
    return bool(_abstract().search(plain)) and not named


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(lexicon("own_topics")["abstract"])
