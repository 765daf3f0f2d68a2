"""Title, kind of review and outcome, from the words of the title page and of the opening."""

from __future__ import annotations

import re

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.told import Told

TITLE_PAGE = 1500  # characters in which a report says what it is
# What stands around words that tell a harm without telling this child's: criteria, statute, another's death.
ASIDE = re.compile(
    r"\b(?:where|when)\s+(?:a|abuse|children|an)\b|criteria|either\b|working together\b.{0,80}(?:states|sets)"
    r"|might have|could have|grand|(?:father|mother|parent)['’]s death"
)
OPENING = 15000  # characters in which it says what happened


def read_title(reading: Reading) -> Told | None:
    """Return the line of the title page that names the kind of review, with the child's line after it."""
    words = [re.escape(w) for many in lexicon("case")["review_types"].values() for w in many]
    pattern = re.compile(rf"^.*\b(?:{'|'.join(words)}|overview\s+report)\b.*$", re.I | re.M)
    match = pattern.search(reading.document.text[:TITLE_PAGE])
    if not match:
        return None
    title = " ".join(match[0].strip(" *#_").split())
    return Told(title, match.start(), match.end(), 0.8)


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
    """Return (code, start, end) of every kind of review named, the longest reading of each place."""
    found: list[tuple[str, int, int]] = []
    for code, many in lexicon("case")["review_types"].items():
        for words in many:
            pattern = r"\b" + r"[\s*_]+".join(map(re.escape, words.split())) + r"s?\b"
            flags = 0 if words.isupper() else re.I
            found += [(code, m.start(), m.end()) for m in re.finditer(pattern, text, flags)]
    return [
        f
        for f in found
        if not any(f != g and g[1] <= f[1] and f[2] <= g[2] and g[2] - g[1] > f[2] - f[1] for g in found)
    ]


def read_outcome(reading: Reading) -> Told | None:
    """Return the outcome for the child: death where the opening tells it of the child, else serious harm."""
    text = reading.document.text[:OPENING]
    child = _child_words(reading)
    died = _first(text, child, "death")
    if len(died) >= 2 or (died and died[0].start() < 3000):
        return Told("death", died[0].start(), died[0].end(), 0.9 if len(died) > 2 else 0.75)
    harmed = _first(text, child, "serious_harm")
    if harmed:
        return Told("serious_harm", harmed[0].start(), harmed[0].end(), 0.85)
    return None


def _child_words(reading: Reading) -> str:
    forms = [re.escape(form).replace(r"\ ", r"\s+") for form in reading.parties.naming.subject.forms]
    return "|".join([*forms, r"[Tt]he\s+(?:child|baby|infant|young\s+person)"])


def _first(text: str, child: str, outcome: str) -> list[re.Match[str]]:
    """Return the places that tell an outcome, in text order; what a review is held for is not one."""
    found: list[re.Match[str]] = []
    for words in lexicon("case")["outcomes"][outcome]:
        flags = re.I if words[0] != "<" else 0
        for match in re.finditer(words.replace("<child>", f"(?:{child})"), text, flags):
            around = text[max(0, match.start() - 160) : match.end() + 60].lower()
            if not ASIDE.search(around):
                found.append(match)
    return sorted(found, key=lambda m: m.start())
