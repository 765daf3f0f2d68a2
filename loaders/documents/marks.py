"""Printed marks at the start of a line: bullets, numbers, labels, and the emphasis round them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.extract.lexicon import lexicon

BULLET = re.compile(r"(?:[-*+•●○◦▪■□►➢➤‣·–—\uf0b7\uf0a7\uf0d8\uf076]|o(?=[ \t]+[A-Z]))[ \t]+(?=\S)")
EMPHASIS = re.compile(r"(?:\*\*\*|\*\*|__|\*|_)(?=\S)")
MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
QUOTE = re.compile(r"(?:>[ \t]?)+(?=\S)")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
NOTE = re.compile(rf"([{SUPERSCRIPTS}]+)[ \t]*|\[\^?(\d{{1,3}})\]:?[ \t]+(?=\S)")

_TEXT = r"(?=[ \t\n]+[*_]*[\"'“‘(\[]?[*_]*[^\W_])"
_DECIMAL = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}})+)(?:[.:)]*\**{_TEXT}|[.:)]*(?=[A-Z][a-z])|[.:)]*$)")
_DOTTED = re.compile(rf"(\d{{1,3}})(?:[.):]\**{_TEXT}|\.(?=[A-Z][a-z])|\.$)")
_BARE = re.compile(r"(\d{1,3})[ \t]+(?=[\"'“‘(]?[A-Z])")
_COMPOUND = re.compile(r"(\d{1,2}[a-zA-Z])[.):][ \t]+(?=\S)")
_BRACKETED = re.compile(r"\(([a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})\)[ \t]+(?=\S)")
_LETTERED = re.compile(r"([a-zA-Z]|[ivxlIVXL]{1,6})[.)][ \t]+(?=\S)")
_MONTH = re.compile(r"[ \t]+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_ORDINAL = (
    r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z]|[IVX]{1,5}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)"
)
_LABEL_END = r"(?=[ \t]*\**[ \t]*(?:[:.)–—-]|$)|[ \t]+[A-Z“\"‘'][^.]*$)"


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number: its text without punctuation, its style, and the length it takes up.

    Styles: decimal (4.1), dotted (4.), bare (4), letter (a. or III.), bracketed ((a)), compound (2B.),
    label (LP1, Finding 2).
    """

    number: str
    style: str
    length: int


def read_number(line: str) -> Mark | None:
    """Return the printed number that a line begins with, where it may be one.

    Whether it is one (and not a date, a time or a quantity) only its neighbours tell for sure; the
    plain cases (a day before its month, a date with dots and leading zero) are refused here.
    """
    if line[:1].isdigit():
        return _digits(line)
    label = _labels().match(line)
    if label:
        return Mark(" ".join(label.group(1).split()), "label", label.end())
    for pattern, style in ((_BRACKETED, "bracketed"), (_LETTERED, "letter")):
        found = pattern.match(line)
        if found:
            return Mark(found.group(1), style, found.end())
    return None


def note_number(mark: re.Match[str]) -> str:
    """Return the number of a footnote from its mark, as ordinary digits."""
    return mark.group(2) or "".join(str(SUPERSCRIPTS.index(digit)) for digit in mark.group(1))


def starts_item(line: str) -> bool:
    """Return whether a line (its indentation left off) begins a new item, whatever stands above it."""
    if BULLET.match(line) or MARKDOWN_HEADING.match(line) or NOTE.match(line):
        return True
    emphasis = EMPHASIS.match(line)
    mark = read_number(line[emphasis.end() :] if emphasis else line)
    return mark is not None and mark.style != "bare"


def chapter_label(number: str) -> bool:
    """Return whether a label ("Appendix A") opens a chapter rather than a part of one."""
    return number.rsplit(" ", 1)[0].lower() in lexicon("structure")["chapters"]


def _digits(line: str) -> Mark | None:
    found = _DECIMAL.match(line)
    if found:
        parts = found.group(1).split(".")
        dated = any(len(part) > 1 and part[0] == "0" for part in parts)
        return None if dated else Mark(found.group(1), "decimal", found.end())
    for pattern, style in ((_DOTTED, "dotted"), (_COMPOUND, "compound")):
        found = pattern.match(line)
        if found:
            return Mark(found.group(1), style, found.end())
    found = _BARE.match(line)
    if found and not _MONTH.match(line[found.end() - 1 :]):
        return Mark(found.group(1), "bare", found.end())
    return None


@cache
def _labels() -> re.Pattern[str]:
    words = lexicon("structure")
    labels = "|".join(sorted((re.escape(word) for word in words["labels"]), key=len, reverse=True))
    initials = "|".join(sorted(words["initials"], key=len, reverse=True))
    spelt = rf"(?i:{labels})[ \t]+(?:(?i:no|number)\.?[ \t]*)?{_ORDINAL}"
    number = rf"{spelt}|(?:{initials})[ \t]?\d{{1,2}}(?:\.\d{{1,2}})*"
    return re.compile(rf"({number}){_LABEL_END}", re.MULTILINE)
