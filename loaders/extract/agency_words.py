"""Practitioners and agencies told by what they are: role words, service words, proper names of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.extract.lexicon import lexicon
from loaders.extract.mention import Mention, without_overlap
from loaders.extract.phrases import Found, Phrase, Phrases, Token, normal
from loaders.extract.places import known_areas
from loaders.extract.words import words

if TYPE_CHECKING:
    from loaders.extract.naming import Naming

NUMBERED = re.compile(r"[ \t](?:\d{1,2}|[A-Z])(?![\w'’.])")
SHORT = re.compile(r"(?<![\w-])([A-Z]{2,6})(\d{1,2}|[a-rt-z])(?![\w])")
# Names that go on after their form: "University Hospital of North Fellshire".
TRAILED = frozenset(("University Hospital", "University Hospitals", "Ysbyty"))
TRAIL = re.compile(r"(?: of)?(?: [A-Z][a-z]+){0,3}")
PLACE_USES = 3  # times a capitalised word stands inside a sentence before it is taken for a place
OF_AGENCY = re.compile(r"\s*(?:\(\s*)?(?:from|at|in|of|within|for|with)\s+(?:the\s+|their\s+)?(?:\w+\s+)?$")


def synonyms(team: str | list[str]) -> list[str]:
    """Return the ways a team is called, the plainest first."""
    return team if isinstance(team, list) else [team]


@cache
def phrases() -> Phrases:
    """Return every role and service word of the lexicons as phrases, sorted by what they tell."""
    entries: list[Phrase] = []
    for code, roles in lexicon("roles").items():
        sort = "generic" if code == "generic" else "professional"
        entries += [Phrase(code, role, sort) for role in roles]
    for code, kinds in lexicon("agencies").items():
        if code == "described":
            continue
        if isinstance(kinds, list):
            entries += [Phrase(code, entry, "blocked") for entry in kinds]
            continue
        entries += [Phrase(code, entry, "named", True) for entry in kinds.get("national", ())]
        entries += [Phrase(code, entry, "service") for entry in kinds.get("services", ())]
        entries += [
            Phrase(code, entry, "team") for team in kinds.get("teams", ()) for entry in synonyms(team)
        ]
        entries += [Phrase(code, entry, "service", True) for entry in kinds.get("exact", ())]
        entries += [Phrase(code, entry, "form") for entry in kinds.get("forms", ())]
    return Phrases(entries)


def agency_mentions(text: str, tokens: tuple[Token, ...], naming: Naming) -> list[Mention]:
    """Return practitioners and agencies told by role words, service words and proper names."""
    found = [m for hit in phrases().find(text, tokens) if (m := _mention(text, tokens, hit))]
    found += _short_forms(text)
    found += _local_names(text, naming)
    found = list(without_overlap(found))
    return list(_joined(text, found))


def _mention(text: str, tokens: tuple[Token, ...], hit: Found) -> Mention | None:
    first, last, entry = tokens[hit.first], tokens[hit.last - 1], hit.phrase
    if entry.sort == "blocked":
        return None
    start, end = first.start, last.end
    if entry.sort in ("professional", "generic"):
        more = NUMBERED.match(text, end)
        end = more.end() if more else end
        start = tokens[hit.first - 1].start if _placed(text, tokens, hit.first) else start
        return Mention(start, end, entry.code, _label(text[start:end]), "professional", entry.text)
    if first.text[0].isupper() and entry.sort in ("form", "service", "team"):
        start = _name_start(text, tokens, hit.first)
    elif entry.sort in ("service", "team") and _placed(text, tokens, hit.first):
        start = tokens[hit.first - 1].start
    if entry.sort == "form" and _is_no_name(entry.text, last.text, start < first.start):
        return None
    if entry.sort == "form" and hit.phrase.text in TRAILED:
        end += len(TRAIL.match(text, end)[0])  # type: ignore[index]
    elif entry.sort in ("form", "service", "team"):
        placed = re.match(r" \(([A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,2})\)", text[end:])
        end += placed.end() if placed and placed[1] in known_areas() else 0
    label = entry.text if entry.sort == "named" else _label(text[start:end])
    return Mention(start, end, entry.code, label, "agency", entry.text)


def _is_no_name(ending: str, written: str, has_name: bool) -> bool:
    """Tell whether a word is only like the ending of a name ("Home visit" for "Norwell Homes")."""
    if " " in ending:
        return False
    return not has_name or (ending.endswith("s") and normal(written) == written.lower())


def _placed(text: str, tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether the word before a service is the place it serves ("Oldham health visiting")."""
    if not first:
        return False
    token = tokens[first - 1]
    if text[token.end : tokens[first].start] != " " or not re.fullmatch(r"[A-Z][a-z]{3,}", token.text):
        return False
    if token.text in known_areas():
        return True
    if (
        token.text.lower() in words("names", "before_agency")
        or len(re.findall(rf"[a-z,] {token.text}\b", text)) < PLACE_USES
    ):
        return False
    return not any(True for _ in phrases().find(token.text, (token,)))


def _label(words: str) -> str:
    return re.sub(r"[’']s?$", "", " ".join(words.split()))


def _name_start(text: str, tokens: tuple[Token, ...], first: int) -> int:
    """Return where a proper name begins: the capitalised words before its ending belong to it."""
    start = tokens[first].start
    for place in range(first - 1, max(-1, first - 6), -1):
        token = tokens[place]
        if text[token.end : start].strip(" ") or not token.text[0].isupper():
            break
        if (
            token.text.lower() in words("names", "before_agency")
            or token.text.endswith(("'s", "’s"))
            or token.text[-1].isdigit()
        ):
            break
        start = token.start
    return start


def _short_forms(text: str) -> Iterator[Mention]:
    """Yield numbered abbreviations of roles ("HV2", "SW3"); the report's own definitions go before them."""
    for match in SHORT.finditer(text):
        meant = lexicon("short_roles").get(match[1])
        if meant:
            yield Mention(match.start(), match.end(), meant["type"], match[0], "professional", meant["role"])


def _local_names(text: str, naming: Naming) -> Iterator[Mention]:
    """Yield the agencies that the report defines for itself, so that a role beside them is typed by them."""
    for label, known in naming.labels.items():
        if known.sort == "agency":
            for match in re.finditer(rf"(?<![\w-]){re.escape(label)}(?!\w)(?:[’']s?(?!\w))?", text):
                yield Mention(match.start(), match.end(), known.party, label, "agency")


def _joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield mentions with a role word typed by the agency beside it; a bare generic word is dropped."""
    generic = frozenset(lexicon("roles")["generic"])
    place = 0
    while place < len(found):
        mention, after = found[place], found[place + 1] if place + 1 < len(found) else None
        place += 1
        if after and after.start >= mention.end:
            between = text[mention.end : after.start]
            if (
                mention.sort == "agency"
                and after.sort == "professional"
                and after.role in generic
                and between == " "
            ):
                yield Mention(
                    mention.start,
                    after.end,
                    mention.party,
                    _label(text[mention.start : after.end]),
                    "professional",
                    after.role,
                )
                place += 1
                continue
            if _of(mention, after, between, generic):
                label = f"{after.label} {mention.label}" if mention.party == "generic" else mention.label
                mention = replace(mention, party=after.party, label=label)
        if mention.party != "generic":
            yield mention


def _of(mention: Mention, after: Mention, between: str, generic: frozenset[str]) -> bool:
    """Tell whether a practitioner is one of the agency named after them ("the nurse from the clinic").

    A practitioner whose agency is clear from the role is not made the agency's by a place they were at.
    """
    if mention.role not in generic or after.sort != "agency" or after.party == "multi_agency":
        return False
    return bool(OF_AGENCY.fullmatch(between)) and (mention.party == "generic" or " at " not in between)
