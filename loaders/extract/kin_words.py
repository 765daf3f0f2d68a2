"""Relatives told by kinship ("the mother", "Child E's grandmother", "her sister"), as family roles."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from loaders.extract.lexicon import lexicon
from loaders.extract.mention import Mention
from loaders.extract.phrases import Found, Phrase, Phrases, Token

if TYPE_CHECKING:
    from loaders.extract.naming import Naming

PRONOUNS = {"her": "f", "his": "m"}
SEX = {
    "mother": "f",
    "maternal_grandmother": "f",
    "paternal_grandmother": "f",
    "maternal_aunt": "f",
    "paternal_aunt": "f",
    "father": "m",
    "stepfather": "m",
    "maternal_grandfather": "m",
    "paternal_grandfather": "m",
    "maternal_uncle": "m",
    "paternal_uncle": "m",
}
CHILD = frozenset("baby child children infant twin twins unborn foetus boy girl toddler".split())
# Whose relatives are told from the child's point of view: a brother's or sister's are the child's own.
OWNERS = {
    "subject": "subject",
    "twin": "subject",
    "sibling": "subject",
    "mother": "mother",
    "father": "father",
}
NUMBERED = frozenset(("sibling", "half sibling", "brother", "sister"))  # what reports count ("Sibling 2")
REACH = 260  # characters back in which a pronoun's antecedent is looked for


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


def kin_phrases() -> Phrases:
    """Return the words for relatives as phrases."""
    return _words()[0]


def kin_of_child(words: str) -> str | None:
    """Return the family role that the words of a key mean of the child ("Brother", "Half sibling, 9")."""
    plain = _key(re.split(r"[,(;]", words)[0].strip())
    table = _words()[1]
    return table["subject"].get(plain) or table["alone"].get(plain)


def _key(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words).lower()


def kin_mentions(text: str, tokens: tuple[Token, ...], naming: Naming, named: list[Mention]) -> list[Mention]:
    """Return the relatives told by kinship, the possessor's words included in the span."""
    phrases, _ = _words()
    found: list[Mention] = []
    for hit in phrases.find(text, tokens):
        mention = _kin(text, tokens, hit, named, found)
        if mention:
            found.append(mention)
    return found


def _kin(
    text: str, tokens: tuple[Token, ...], hit: Found, named: list[Mention], before: list[Mention]
) -> Mention | None:
    last, first = tokens[hit.last - 1], tokens[hit.first]
    if _many(last, hit.phrase) or _joined(text, last.end):
        return None
    start, end = first.start, last.end
    number = re.match(r" (?:\d{1,2}|[A-Z])(?![\w'’.])", text[end : end + 4])
    end += number.end() if number and hit.phrase.code in NUMBERED else 0
    owner, start = _owner(text, tokens, hit, named, before)
    if owner == "unknown":
        return None
    table = _words()[1]
    side = hit.phrase.code.startswith(("maternal", "paternal"))
    role = table.get("alone" if side else owner, {}).get(hit.phrase.code)
    return Mention(start, end, role, text[start:end], "family") if role else None


def _many(token: Token, phrase: Phrase) -> bool:
    """Tell whether a word is in the plural ("mothers") where the entry is not."""
    word = token.text.lower()
    return word.endswith("s") and not phrase.text.endswith("s")


def _joined(text: str, end: int) -> bool:
    """Tell whether a kinship word is part of the name of a placement, unit or group."""
    return bool(
        re.match(r"[\s/-]+(?:and|&)?\s*(?:baby|child|infant)\b|'s\s+day\b", text[end : end + 24], re.I)
    )


def _owner(
    text: str, tokens: tuple[Token, ...], hit: Found, named: list[Mention], before: list[Mention]
) -> tuple[str, int]:
    """Return whose relative is meant ("alone" where nobody is named) and where the words begin."""
    start = tokens[hit.first].start
    of = re.match(r"\s+(?:of|to)\s+", text[tokens[hit.last - 1].end :])
    if of:
        for mention in named:
            if mention.start == tokens[hit.last - 1].end + of.end():
                return (mention.party if mention.sort == "family" else "unknown"), start
    if hit.first == 0:
        return "alone", start
    left = tokens[hit.first - 1]
    if left.end < start and text[left.end : start].strip():
        return "alone", start
    word = left.text.lower().replace("’", "'")
    if word == "their":
        return "subject", left.start
    if word in PRONOUNS:
        return _antecedent(text, left, PRONOUNS[word], named, before, hit), left.start
    if not word.endswith(("'s", "s'")):
        return "alone", start
    for mention in [*named, *before]:
        if mention.start <= left.start and mention.end in (left.end, left.end - 1, left.end - 2):
            return (mention.party if mention.sort == "family" else "unknown"), mention.start
    stem = word.rstrip("'").removesuffix("'s")
    if stem in CHILD:
        return "subject", left.start
    role = _words()[1]["alone"].get(stem)
    return (role, left.start) if role else ("unknown", left.start)


def _antecedent(
    text: str, pronoun: Token, sex: str, named: list[Mention], before: list[Mention], hit: Found
) -> str:
    """Return the relative a possessive pronoun stands for: the nearest before it that fits its sex."""
    earlier = [
        m
        for m in [*named, *before]
        if m.sort == "family" and pronoun.start - REACH < m.start and m.end <= pronoun.start
    ]
    for mention in sorted(earlier, key=lambda m: -m.start):
        if "\n\n" in text[mention.end : pronoun.start]:
            break
        if sex and SEX.get(mention.party, sex) != sex:
            continue
        if mention.party in OWNERS:
            return OWNERS[mention.party]
    return "alone" if hit.phrase.code in ("mother", "father", "mum") else "unknown"
