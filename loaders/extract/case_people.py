"""Who commissioned a review and who wrote it."""

from __future__ import annotations

import re
from collections import Counter

from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.told import Told
from loaders.extract.words import words

TITLE_PAGE = 2500
OPENING = 12000
# A person's name: a given name, perhaps initials, a family name that may be double; no word of an office.
PERSON = (
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|Rev)\.?[ \t]+)?"
    r"(?P<{0}>[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?(?:[ \t]+[A-Z]\.?)?"
    r"(?:[ \t]+(?:de|van|von|Mc|Mac|O['’])?[A-Z][A-Za-zà-ÿ’']+(?:-[A-Z][a-zà-ÿ]+)?){{1,2}})"
)
OFFICE = (
    r"(?i:(?:independent|lead|overview|report|sole)?\s*(?:lead\s+)?"
    r"(?:reviewer|author|overview\s+(?:report\s+)?(?:author|writer)))"
)
NAMED = PERSON.format("name")
# "Jo Bell was engaged as lead reviewer", "the author was Jo Bell".
APPOINTED = (
    rf"{NAMED},?\s+(?:\w+\s+){{0,8}}?(?:was|is|has\s+been)\s+(?:\w+\s+){{0,3}}"
    rf"(?:appointed|commissioned|asked|engaged)\s+(?:\w+\s+){{0,4}}{OFFICE}",
    rf"(?:appointed|commissioned|engaged)\s+{NAMED}[^.\n]{{0,80}}{OFFICE}",
    rf"{OFFICE}\s+(?:for\s+this\s+review\s+)?(?:was|is)\s+{NAMED}",
)
BOARD = re.compile(
    r"(?P<area>(?:[A-Z][\w’'-]+|&|and|of|upon|with|the)(?:[\s*]+(?:[A-Z][\w’'-]+|&|and|of|upon|with|the)){0,6}?)[\s*]+"
    r"(?P<kind>(?i:(?:Local[\s*]+|Regional[\s*]+|Area[\s*]+)?(?:Multi-Agency[\s*]+)?(?:Safeguarding[\s*]+"
    r"(?:Children(?:['’]?s)?|Child(?:ren)?[\s*]+and[\s*]+\w+|Assurance|and[\s*]+Public[\s*]+Protection)?"
    r"[\s*]*(?:Board|Partnership|Partners|Committee)|Child[\s*]+Protection[\s*]+Committee)"
    r"(?:[\s*]+for[\s*]+Northern[\s*]+Ireland)?))",
)


def read_authors(reading: Reading) -> tuple[Told, ...]:
    """Return the authors: named after a word for the office, or alone on a line of the title page."""
    text = reading.document.text
    for found in (
        _labelled(text[:TITLE_PAGE]),
        _appointed(text[:OPENING]),
        _alone(text[:TITLE_PAGE]),
        _labelled(text),
    ):
        if found:
            return tuple({one.value: one for one in found}.values())
    return ()


def _is_person(name: str) -> bool:
    """Tell whether capitalised words can be a person's name: none of them is an office or a heading."""
    return not words("names", "not_a_person") & set(re.findall(r"[A-Za-z]+", name))


def _name(match: re.Match[str]) -> tuple[str, int]:
    """Return the name that a match holds, without the letters behind it, and where it ends."""
    name = match["name"]
    while len(name.split()) > 2 and name.split()[-1] in words("names", "after_a_name"):
        name = name.rsplit(None, 1)[0]
    return " ".join(name.split()), match.start("name") + len(name)


def _labelled(text: str) -> list[Told]:
    """Return the people named on one line after "Author", "Lead reviewers" and the like."""
    cues = "|".join(re.escape(c).replace(r"\ ", r"[\s*]+") for c in lexicon("case")["author_cues"])
    found: list[Told] = []
    for match in re.finditer(
        rf"\b(?i:{cues})(?:\(s\))?[\s*]*(?P<mark>[:–—-]{{1,2}}|\t|\n)?[\s*]*(?=(?P<rest>[^\n]{{4,160}}))",
        text,
    ):
        start = match.start("rest")
        for person in re.finditer(PERSON.format("name"), match["rest"]):
            gap = match["rest"][: person.start()] if not found or found[-1].start < start else ""
            if re.search(r"[a-z]{3,}", gap) and not re.fullmatch(r".*\b(?:by|and|was|were|is)\s+", gap):
                break
            if _is_person(person["name"]):
                name, end = _name(person)
                found.append(Told(name, start + person.start("name"), start + end, 0.9))
        if found:
            return found
    return found


def _appointed(text: str) -> list[Told]:
    """Return whoever "was engaged as lead reviewer" or is said to be "the author"."""
    for form in APPOINTED:
        pattern, place = re.compile(form), 0
        while match := pattern.search(text, place):
            if _is_person(match["name"]):
                name, end = _name(match)
                return [Told(name, match.start("name"), end, 0.85)]
            place = match.start() + 1
    return []


def _alone(text: str) -> list[Told]:
    """Return people who have a line of the title page to themselves, their office or degrees apart."""
    degrees = "|".join(sorted(words("names", "after_a_name")))
    rest = rf"(?:[ \t]*,[ \t]*{OFFICE}|(?:[,. \t]+(?:{degrees}))*)[ \t*_.]*$"
    found = []
    for match in re.finditer(rf"^[ \t*#_]*(?:[Bb]y\s+)?{PERSON.format('name')}{rest}", text, re.M):
        if _is_person(match["name"]):
            name, end = _name(match)
            found.append(Told(name, match.start("name"), end, 0.7))
    return found[:2]


def read_commissioned_by(reading: Reading) -> Told | None:
    """Return the board or partnership that held the review: the full name used most, early ones first."""
    text = reading.document.text
    found: list[tuple[str, int, int]] = []
    for match in BOARD.finditer(text):
        name = _board_name(match[0])
        if name:
            found.append((name, match.start(), match.end()))
    if not found:
        return None
    uses = Counter(name.lower().replace("'", "") for name, _, _ in found)
    said = {name.lower(): name for name, _, _ in reversed(found) if name != name.upper()}

    def weight(one: tuple[str, int, int]) -> float:
        return uses[one[0].lower().replace("'", "")] + (5 if one[1] < TITLE_PAGE else 0)

    name, start, end = max(found, key=weight)
    plain = (
        re.sub(r"\b(And|Of|For|The)\b", lambda small: small[0].lower(), name.title())
        if name.isupper()
        else name
    )
    return Told(said.get(name.lower(), plain), start, end, 0.9)


def _board_name(name: str) -> str | None:
    """Return a board's name tidied, or None where nothing tells which board it is."""
    name = " ".join(name.replace("*", " ").replace("’", "'").split())
    name = re.sub(
        r"^(?:(?:and|of|with|the|by|The|A|An|In|This|That|For|Of|On|By|To|And|When|Working|From)\s+)+",
        "",
        name,
    )
    name = re.sub(r"^.*\b(?:[Bb]y|[Bb]ehalf\s+of|for|to|from|BY|FOR)\s+(?:the\s+)?(?=[A-Z])", "", name)
    name = re.sub(r"^.*\b(?i:review|report|contents|summary|version|final|case)\b\W*(?=[A-Z])", "", name)
    head = re.split(r"(?i)\b(?:local\s+|regional\s+)?safeguarding|\bchild\s+protection", name)[0].strip()
    if (
        not head
        or head[0].islower()
        or head.lower() in {"local", "the", "national", "a", "an", "each", "and"}
    ):
        return None
    return name if name[0].isupper() else None
