"""Finding the phrases of a lexicon in a text: whole words, the longest first, endings forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"[^\W_]+(?:[&'’][^\W_]+)*['’]?")
# Between two words of one phrase: a space, a hyphen, a line end; never a full stop or an empty line.
JOIN = re.compile(r"(?:[ \t\u00a0]*\n?[ \t\u00a0]*|\s?[-‐‑–/&]\s?|\s&\s)")
_END = 0


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: its span, how it is written, and how phrases know it."""

    start: int
    end: int
    text: str
    norm: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a lexicon: the code it stands for, the words, and the sort of entry it is.

    ``exact`` asks for the very endings of the entry; ``sort`` is free for the caller.
    """

    code: str
    text: str
    sort: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One phrase found: the places of its first and last token (exclusive) and its entry."""

    first: int
    last: int
    phrase: Phrase


def normal(word: str) -> str:
    """Return a word as phrases know it: lower case, without apostrophe, possessive or plural ending."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").rstrip("'").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 2 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order, a possessive ending kept with its word."""
    return tuple(Token(m.start(), m.end(), m[0], normal(m[0])) for m in TOKEN.finditer(text))


class Phrases:
    """A lexicon's phrases as a tree of words: one pass over a text finds them all."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._tree: dict[str | int, object] = {}
        for phrase in phrases:
            branch = self._tree
            for word in TOKEN.findall(phrase.text):
                branch = branch.setdefault(normal(word), {})  # type: ignore[assignment]
            branch.setdefault(_END, [])
            branch[_END].append(phrase)  # type: ignore[attr-defined]

    def find(self, text: str, tokens: tuple[Token, ...]) -> Iterator[Found]:
        """Yield the phrases of a text in order, the longest at each place, none overlapping."""
        place = 0
        while place < len(tokens):
            found = self._longest(text, tokens, place)
            if found:
                yield found
            place = found.last if found else place + 1

    def _longest(self, text: str, tokens: tuple[Token, ...], first: int) -> Found | None:
        branch: dict[str | int, object] = self._tree
        best: Found | None = None
        for place in range(first, len(tokens)):
            if place > first and not JOIN.fullmatch(text, tokens[place - 1].end, tokens[place].start):
                break
            step = branch.get(tokens[place].norm)
            if not isinstance(step, dict):
                break
            branch = step
            ends = branch.get(_END)
            written = [token.text for token in tokens[first : place + 1]]
            fitting = [p for p in ends if _fits(p, written)] if isinstance(ends, list) else []
            if fitting:
                best = Found(first, place + 1, fitting[0])
        return best


def _fits(phrase: Phrase, written: list[str]) -> bool:
    """Tell whether words are written as an entry wants them: its capitals, and its endings if exact."""
    entry = TOKEN.findall(phrase.text)
    if phrase.exact and [w.lower() for w in written] != [w.lower() for w in entry]:
        return False
    return all(_capitals(word, wanted) for word, wanted in zip(written, entry, strict=True))


def _capitals(word: str, wanted: str) -> bool:
    if wanted == wanted.lower():
        return True
    if wanted.isupper():
        return _abbreviation(word) == wanted
    return word[0].isupper()


def _abbreviation(word: str) -> str:
    """Return an abbreviation without the small s of its plural or possessive ("GPs", "HV's")."""
    return re.sub(r"['’]?s?['’]?$", "", word)
