"""Where a report says what its labels mean: key lines, brackets after a name, appositions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.meaning import meaning_of
from loaders.extract.naming import Definition, Naming
from loaders.extract.subject import Subject
from ontology.document import Document

NAME = r"(?:(?:Ms|Mr|Mrs|Miss|Mx|Dr)\.?\s+[A-Z]{1,3}\d?\b|[A-Z][A-Za-z]*[A-Z][A-Za-z]*\d{0,2}\b|(?:Adult|Child|Sibling|Mother|Father|Baby|Person|Male|Female|Partner|Grandmother|Grandfather|Aunt|Uncle)\s+(?:[A-Z]{1,3}\d?|\d{1,2})\b)"
# "EFC – Foster Carer for Child E", "HV1: health visitor"; a key says it line by line.
KEY_LINE = re.compile(
    r"^[ \t\-•*]*(?P<label>[A-Z][\w'’.]*(?:[ \t][A-Z0-9][\w'’.]*){0,3})[ \t]*(?:–|—|-|:|=|\t|\|)[ \t]*(?P<full>[^\n\t|]{2,90})$",
    re.MULTILINE,
)
# "Greater Manchester Police (GMP)", "the maternal grandmother (MGM)", "Ms A (mother)".
BRACKET = re.compile(
    rf"(?P<before>[^\n().;:]{{2,90}}?)\s*\((?:hereafter|hereinafter|known\s+as|referred\s+to\s+as|the)?\s*[‘'“\"]?(?P<inside>[A-Z][\w’' &/-]{{1,40}})[’'”\"]?\)"
)
APPOSED = re.compile(
    rf"(?P<kin>(?:(?:{NAME}|[A-Z][a-z]+|the\s+\w+)['’]s?|[Tt]he|[Hh]er|[Hh]is|[Tt]heir)\s+(?:[a-z-]+\s+){{0,2}}[a-z-]+),?\s+(?P<label>{NAME})"
)


def read_definitions(document: Document, subject: Subject) -> dict[str, Definition]:
    """Return each label that a document defines with its meaning; the first definition stands."""
    labels: dict[str, Definition] = {}
    naming = Naming(subject, labels)
    for _ in range(2):  # a label may be told by one that is only defined further down
        for label, full, start, end, sure in _candidates(document.text):
            if label in labels or label in subject.forms:
                continue
            meaning = meaning_of(full, naming)
            if meaning:
                labels[label] = Definition(
                    label, meaning.party, meaning.sort, full, start, end, meaning.role, sure
                )
    return labels


def _candidates(text: str) -> Iterator[tuple[str, str, int, int, float]]:
    for match in KEY_LINE.finditer(text):
        label = match["label"].strip()
        if re.fullmatch(NAME, label) or re.fullmatch(r"[A-Z]{2,6}\d{0,2}", label):
            yield label, match["full"].strip(), match.start("label"), match.end("full"), 0.95
    for match in BRACKET.finditer(text):
        inside = match["inside"].strip()
        if re.fullmatch(r"[A-Z][A-Za-z&]{0,6}[A-Z&]\d{0,2}", inside):
            yield inside, _tail(match["before"], inside), match.start("before"), match.end(), 0.9
        before = re.search(rf"{NAME}$", match["before"])
        if before:
            yield before[0], inside, match.start("before") + before.start(), match.end(), 0.85
    for match in APPOSED.finditer(text):
        yield " ".join(match["label"].split()), match["kin"], match.start("kin"), match.end("label"), 0.8


def _tail(before: str, short: str) -> str:
    """Return the words before a bracket that its abbreviation stands for: as many as it has letters, or so."""
    words = before.split()
    letters = [c for c in short if c.isalpha()]
    for count in range(min(len(words), len(letters) + 3), 0, -1):
        tail = words[-count:]
        initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", " ".join(tail))).lower()
        if tail[0][:1].lower() == letters[0].lower() and _in_order("".join(letters).lower(), initials):
            return " ".join(tail)
    return " ".join(words[-4:])


def _in_order(short: str, initials: str) -> bool:
    places = iter(initials)
    return sum(letter in places for letter in short) >= max(2, len(short) - 1)
