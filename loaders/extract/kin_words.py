"""Relatives told by kinship ("the mother", "Child E's grandmother", "her sister"), as family roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.mention import Mention
from loaders.extract.phrases import Found, Phrase, Phrases, Token

ALONE, UNKNOWN = "alone", "unknown"  # whose relative: nobody is named; somebody who is no relative is
CHILD = frozenset(
    ("baby", "child", "children", "infant", "twin", "twins", "unborn", "boy", "girl", "toddler")
)
NUMBERED = frozenset(("sibling", "half sibling", "brother", "sister"))  # what reports count ("Sibling 2")
NUMBER = re.compile(r" (?:\d{1,2}|[A-Z])(?![\w'’.])")
# "Mother and Baby Unit", "mother/child": the name of a placement; "Mother's Day".
PLACEMENT = re.compile(r"[\s/-]+(?:and|&)?\s*(?:baby|child|infant)\b|['’]s\s+day\b", re.I)
# Whose partner a key says that somebody is: "her new", "Father's then", "Ms T's"; not "GP partner".
WHOSE = re.compile(
    r"(?:(?:an?|the) )?(?:(?P<father>his|(?:the )?(?:father|dad)['’]s) |(?:her|their|[\w ]+['’]s|\w+s['’]) )?"
    r"(?:(?:new|then|current|long term|male|live in) )?"
)
LISTED = re.compile(r",?(?: and)? ")  # between the members of a list
OF = re.compile(r"\s+(?:of|to)\s+")
REACH = 260  # characters back in which a pronoun's antecedent is looked for


def kin_mentions(text: str, tokens: tuple[Token, ...], named: list[Mention]) -> list[Mention]:
    """Return the relatives told by kinship in text order, the owner's words included in the span.

    ``named`` are the mentions of people by label, which say whose relative is meant.
    """
    return _Reader(text, tokens, named).read()


def kin_phrases() -> Phrases:
    """Return the words for relatives as phrases."""
    return _words()[0]


def kin_of_child(words: str) -> str | None:
    """Return the family role that the words of a key mean of the child ("Brother", "Half sibling, 9")."""
    plain = _key(re.split(r"[,(;]", words)[0].strip())
    table = _words()[1]
    return table["subject"].get(plain) or table[ALONE].get(plain) or _labelled(plain)


def _labelled(plain: str) -> str | None:
    """Return the family role of a word that tells a relative only of somebody with a label."""
    for role, words in lexicon("kinship")["labelled"].items():
        for word in words:
            before = WHOSE.fullmatch(plain.removesuffix(_key(word))) if plain.endswith(_key(word)) else None
            if before:
                return "other_family" if before["father"] else str(role)
    return None


@cache
def _words() -> tuple[Phrases, dict[str, dict[str, str]]]:
    """Return the kinship words as phrases, and what each means said of which relative."""
    table: dict[str, dict[str, str]] = {}
    phrases: dict[str, Phrase] = {}
    for whose, roles in lexicon("kinship")["words"].items():
        for role, words in roles.items():
            for word in words:
                table.setdefault(whose.removeprefix("of_"), {})[_key(word)] = role
                phrases[_key(word)] = Phrase(_key(word), word, "kin")
    return Phrases(phrases.values()), table


def _key(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words).lower()


class _Reader:
    """One pass over a text; what was found so far says whom a pronoun stands for."""

    def __init__(self, text: str, tokens: tuple[Token, ...], named: list[Mention]) -> None:
        self._text = text
        self._tokens = tokens
        self._named = sorted((m for m in named), key=lambda m: m.start)
        self._starts = [mention.start for mention in self._named]
        self._found: list[Mention] = []
        self._owners: dict[int, str] = {}  # whose relative each was found to be, by where it ends

    def read(self) -> list[Mention]:
        """Return the relatives of the text."""
        for hit in _words()[0].find(self._text, self._tokens):
            mention = self._mention(hit)
            if mention:
                self._found.append(mention)
        return self._found

    def _mention(self, hit: Found) -> Mention | None:
        last = self._tokens[hit.last - 1]
        many = last.text.lower().endswith("s") and not hit.phrase.text.endswith("s")
        if many or PLACEMENT.match(self._text, last.end):
            return None
        number = NUMBER.match(self._text, last.end) if hit.phrase.code in NUMBERED else None
        end = number.end() if number else last.end
        owner, start = self._owner(hit)
        self._owners[end] = owner
        sided = hit.phrase.code.startswith(("maternal", "paternal"))
        role = _words()[1].get(ALONE if sided and owner != UNKNOWN else owner, {}).get(hit.phrase.code)
        return Mention(start, end, role, self._text[start:end], "family") if role else None

    def _owner(self, hit: Found) -> tuple[str, int]:
        """Return whose relative is meant and where the words that say so begin."""
        start = self._tokens[hit.first].start
        after = OF.match(self._text, self._tokens[hit.last - 1].end)
        whose = self._starting(after.end()) if after else None
        if whose:
            return _role(whose), start
        left = self._tokens[hit.first - 1] if hit.first else None
        if left is None or self._text[left.end : start].strip():
            return ALONE, start
        word = left.text.lower().replace("’", "'")
        if word == "their":
            return "subject", left.start
        if word in lexicon("parties")["sex"]:
            if "half sibling" in hit.phrase.code:
                return "subject", left.start  # a parent's is called an aunt or uncle
            return self._antecedent(left, word, hit), left.start
        return self._possessor(left, word) if word.endswith(("'s", "s'")) else (ALONE, start)

    def _starting(self, offset: int) -> Mention | None:
        place = bisect_left(self._starts, offset)
        fits = place < len(self._named) and self._starts[place] == offset
        return self._named[place] if fits else None

    def _possessor(self, left: Token, word: str) -> tuple[str, int]:
        """Return the relative that a word in the possessive names."""
        for mention in self._before(left.end):
            if mention.start <= left.start and left.end - mention.end <= 2:
                return _role(mention), mention.start
        stem = word.rstrip("'").removesuffix("'s")
        role = "subject" if stem in CHILD else _words()[1][ALONE].get(stem, UNKNOWN)
        return role, left.start

    def _before(self, offset: int) -> list[Mention]:
        """Return the people mentioned shortly before an offset, the nearest first."""
        place = bisect_left(self._starts, offset)
        near = [*self._named[max(0, place - 12) : place], *self._found[-12:]]
        return sorted(
            (m for m in near if offset - REACH < m.start and m.end <= offset), key=lambda m: -m.start
        )

    def _antecedent(self, pronoun: Token, word: str, hit: Found) -> str:
        """Return the relative a possessive pronoun stands for: the nearest before it that it fits."""
        owners, sex = lexicon("parties")["owners"], lexicon("parties")["sex"]
        unfit = {role for other, roles in sex.items() if other != word for role in roles}
        for mention in self._before(pronoun.start):
            listed = LISTED.fullmatch(self._text[mention.end : pronoun.start])
            if listed and self._owners.get(mention.end, ALONE) not in (ALONE, UNKNOWN):
                return self._owners[mention.end]  # "Jo's mother, his father and his sister": all of them Jo's
            if "\n\n" in self._text[mention.end : pronoun.start]:
                break
            if mention.party in owners and mention.party not in unfit:
                return str(owners[mention.party])
        return ALONE if hit.phrase.code in ("mother", "father", "mum") else UNKNOWN


def _role(mention: Mention) -> str:
    return mention.party if mention.sort == "family" else UNKNOWN
