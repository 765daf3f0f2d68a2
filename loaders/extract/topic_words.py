"""Words as a search compares them, and the words that name the same item of information."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import snowballstemmer

from loaders.extract.lexicon import lexicon

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a word in lower case without its ending: "drinking" and "drinks" are "drink"."""
    plain = re.sub(r"['’]s?$", "", word.lower())
    return str(_stemmer().stemWord(plain))


def words(text: str) -> list[str]:
    """Return the words of a text as they stand, hyphened ones opened."""
    return WORD.findall(text)


def normal(text: str) -> str:
    """Return a text as stems between spaces, so that phrases can be looked for: " co sleep "."""
    return f" {' '.join(stem(word) for word in words(text))} "


def topic_words(asked: str) -> frozenset[str]:
    """Return what names the same as a word or phrase, in normal form, the word itself included.

    A word belongs to each group of the lexicon that has it.
    """
    wanted = normal(asked)
    return frozenset({wanted}).union(*(group for group in _groups() if wanted in group))


def factor_words(code: str) -> frozenset[str]:
    """Return the words, in normal form, that name a factor of the coding frame."""
    return frozenset(normal(one) for one in lexicon("topics")["factors"][code])


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(normal(one) for one in group) for group in _lists())


def _lists() -> Iterator[list[str]]:
    yield from lexicon("topics")["factors"].values()
    yield from lexicon("topics")["others"]
