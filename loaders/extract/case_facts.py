"""Title, kind of review and outcome, from the words of the title page and of the opening."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.told import Told
from loaders.extract.words import words

TITLE_PAGE = 1500  # characters in which a report says what it is
TITLE_WORDS = 14  # a longer line is a sentence and no title
REACH = 300  # characters back in which the person is looked for whose death is told
# What stands between the one who died and the end of the words that say so.
BEFORE_VERB = re.compile(
    r"['’]?s?\s+(?:(?:had|has|was|were|is|been|sadly|tragically|later|then|also|recently|himself|herself|\w+ly)\s+)*"
    r"(?:(?:found|pronounced|declared|certified)\s+)?\w+"
)
# A title that its line does not end, and words that go on with the title of the line before.
BROKEN_OFF = re.compile(
    r"\b(?:of|into|into a|the|in respect of|relating to|concerning|regarding|on|for|a)\s*:?[\s*]*$", re.I
)
GOES_ON = re.compile(
    r"[*#_\s]*(?:in respect of|relating to|concerning|regarding|of the|into the|in relation to)\b", re.I
)
OPENING = 15000  # characters in which it says what happened


def read_title(reading: Reading) -> Told | None:
    """Return the line of the title page that names the kind of review, with the child's line after it."""
    text = reading.document.text[:TITLE_PAGE]
    places = [start for _, start, _ in _type_words(text)]
    places += [match.start() for match in re.finditer(r"\boverview\s+report\b", text, re.I)]
    if not places:
        return None
    start, end = _line(text, min(places))
    while (below := _goes_on(reading, text, start, end)) is not None:
        end = below
    return Told(" ".join(text[start:end].replace("#", " ").strip(" *_\n").split()), start, end, 0.8)


def _goes_on(reading: Reading, text: str, start: int, end: int) -> int | None:
    """Return where the next line ends when it goes on with a title: broken off, or of the child's name."""
    line = re.compile(r"\s*([^\n]+)").match(text, end)
    if line is None or len(text[start:end].split()) > TITLE_WORDS or len(line[1].split()) > TITLE_WORDS:
        return None
    broken = BROKEN_OFF.search(text[start:end]) or GOES_ON.match(line[1])
    child = reading.parties.naming.subject.label
    named = bool(child) and line[1].strip(" *#_").casefold() == str(child).casefold()
    return line.end() if broken or named else None


def read_review_type(reading: Reading) -> Told | None:
    """Return the kind of review: the one the title page names first, else the one named most often."""
    text = reading.document.text
    found = _type_words(text[:TITLE_PAGE])
    if found:
        code, start, end = min(found, key=lambda one: (one[1], -one[2]))
        return Told(code, start, end, 0.95)
    found = _type_words(text)
    if not found:
        return None
    codes = [code for code, _, _ in found]
    best = max(dict.fromkeys(codes), key=codes.count)
    start, end = next((s, e) for code, s, e in found if code == best)
    return Told(best, start, end, 0.7)


def _type_words(text: str) -> list[tuple[str, int, int]]:
    """Return (code, start, end) of every kind of review named, the longest reading of each place.

    A kind that reviews of all kinds cite counts only where it is the title, a short line by itself.
    """
    found: list[tuple[str, int, int]] = []
    for code, many in lexicon("case")["review_types"].items():
        for name in many:
            pattern = r"\b" + r"[\s*_]+".join(map(re.escape, name.split())) + r"s?\b"
            flags = 0 if name.isupper() else re.I
            cited = name in words("case", "cited")
            found += [
                (code, m.start(), m.end())
                for m in re.finditer(pattern, text, flags)
                if not cited or (m.start() < TITLE_PAGE and _is_title(text, m.start()))
            ]
    return [
        f
        for f in found
        if not any(f != g and g[1] <= f[1] and f[2] <= g[2] and g[2] - g[1] > f[2] - f[1] for g in found)
    ]


def _line(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text)


def _is_title(text: str, place: int) -> bool:
    start, end = _line(text, place)
    return len(text[start:end].split()) <= TITLE_WORDS


def read_outcome(reading: Reading) -> Told | None:
    """Return the outcome for the child: death where the opening tells it of the child, else serious harm."""
    text = reading.document.text[:OPENING]
    child = _child_words(reading)
    died = _first(reading, text, child, "death")
    if len(died) >= 2 or (died and died[0].start() < 3000):
        return Told("death", died[0].start(), died[0].end(), 0.9 if len(died) > 2 else 0.75)
    harmed = _first(reading, text, child, "serious_harm")
    if harmed:
        return Told("serious_harm", harmed[0].start(), harmed[0].end(), 0.85)
    return None


def _child_words(reading: Reading) -> str:
    forms = [re.escape(form).replace(r"\ ", r"\s+") for form in reading.parties.naming.subject.forms]
    return "|".join([*forms, r"[Tt]he\s+(?:child|baby|infant|young\s+person)"])


def _first(reading: Reading, text: str, child: str, outcome: str) -> list[re.Match[str]]:
    """Return the places that tell an outcome, in text order; what a review is held for is not one."""
    found: list[re.Match[str]] = []
    for pattern in lexicon("case")["outcomes"][outcome]:
        flags = re.I if pattern[0] != "<" else 0
        for match in re.finditer(pattern.replace("<child>", f"(?:{child})"), text, flags):
            around = text[max(0, match.start() - 160) : match.end() + 60].lower()
            if not _aside().search(around) and (
                outcome != "death" or _of_the_child(reading, match, child, "<child>" in pattern)
            ):
                found.append(match)
    return sorted(found, key=lambda m: m.start())


@cache
def _aside() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("case")["asides"]))


def _of_the_child(reading: Reading, match: re.Match[str], child: str, named: bool) -> bool:
    """Tell whether a death is the child's and not a relative's ("whose father had died").

    Where the words name the child, no relative may stand right before the verb; where they name nobody,
    the person mentioned last must be the child.
    """
    text, start = match.string, match.start() if named else max(0, match.start() - REACH)
    people = reading.parties.mentions(start, match.end() + 1)
    others = [one for one in people if one.sort == "family" and one.party != "subject"]
    if named:
        return not any(BEFORE_VERB.fullmatch(text[one.end : match.end()]) for one in others)
    last = max((one.start() for one in re.finditer(child, text[: match.start()])), default=-1)
    return last >= start and all(one.start < last for one in others)
