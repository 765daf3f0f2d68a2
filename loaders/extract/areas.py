"""Which areas a case played in: the places whose agencies worked with the family."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from loaders.extract.case_people import read_commissioned_by
from loaders.extract.lexicon import lexicon
from loaders.extract.places import area_pattern, areas_in, regions
from loaders.extract.reading import Reading
from loaders.extract.told import Told
from loaders.extract.words import one_of, words

ENOUGH = 2  # mentions that make a place part of the case, one of them in an agency's name
OFTEN = 4  # mentions that do so without an agency
ASIDE = frozenset(("recommendation", "research", "appendix", "contents"))


def _said(sort: str) -> str:
    """Return the words of one sort (lexicon/places.yaml) as alternatives, any white space between them."""
    return "|".join(lexicon("places")[sort]).replace(" ", r"\s+")


# "Norwell Metropolitan Borough Council", "Norwell health visiting": the place before what serves it.
AFTER = rf"(?:\s+(?:{_said('kinds')}))*\s+(?:{_said('served_by')})(?![\w-])"
# "London Borough of Norwell", "City of Norwell Council": the kind of place before its name.
BEFORE = rf"(?:{_said('before')})\s+"
PLACE = r"[A-Z][a-z]+(?:-[a-z]+-[A-Z][a-z]+)?"
MORE = rf"(?:\s(?:(?:and|&|upon|of)\s)?{PLACE})"
NEAR = re.compile(AFTER + rf"|\)|\s+(?:{_said('near')})")
# "Then Norwell Council", "Local Council": words that stand before a place, or instead of one.
NO_PLACE = rf"(?!(?:{one_of('names', 'not_a_place', 'first')}|(?i:{one_of('names', 'before_agency')}))\b)"
INVENTED = (
    re.compile(rf"(?<![\w-]){NO_PLACE}(?P<name>{PLACE}{MORE}{{0,2}}?){AFTER}"),
    re.compile(rf"\b{BEFORE}(?P<name>{PLACE}(?:\s(?:and|&|upon|of)\s{PLACE})?)"),
)
BODY = re.compile(rf"\s+(?:{_said('not_areas')})")


def read_areas(reading: Reading) -> tuple[Told, ...]:
    """Return the areas whose agencies the story names, most named first."""
    text = reading.document.text
    first: dict[str, tuple[int, int]] = {}
    uses: Counter[str] = Counter()
    with_agency: set[str] = set()
    for number, passage in enumerate(reading.document.passages):
        if reading.roles[number] in ASIDE:
            continue
        here = text[passage.start : passage.end]
        for name, (start, end), served in _named(here):
            with_agency |= {name} if served else set()
            if _is_name(name) and name not in regions() and not BODY.match(here, end):
                uses[name] += 1
                first.setdefault(name, (passage.start + start, passage.start + end))
    home = _home(reading)
    named = [
        name
        for name, count in uses.most_common()
        if name not in home and (count >= OFTEN or (count >= ENOUGH and name in with_agency))
    ]
    return (*home.values(), *(Told(name, *first[name], 0.75) for name in named))


def _named(here: str) -> Iterator[tuple[str, tuple[int, int], bool]]:
    """Yield each area a passage names, where, and whether with an agency that serves it."""
    for match in area_pattern().finditer(here):
        yield match[0], match.span(), bool(NEAR.match(here, match.end()))
    for form in INVENTED:
        for match in form.finditer(here):
            yield match["name"], match.span("name"), True


def _home(reading: Reading) -> dict[str, Told]:
    """Return the areas that the name of the commissioning board holds, as the story writes them."""
    board = read_commissioned_by(reading)
    if not board:
        return {}
    head = re.split(r"(?i)\s+(?:local|regional|safeguarding|child\s+protection|children's)\b", board.value)[0]
    known = areas_in(head.title())
    names = known or [part for part in re.split(r"\s+(?:&|and)\s+", head) if part.isupper() or part.istitle()]
    text = reading.document.text
    found = [name.title() if name.isupper() else name for name in names]
    return {
        name: Told(name, board.start, board.end, 0.85)
        for name in found
        if _is_name(name) and len(re.findall(rf"\b{re.escape(name)}\b", text)) >= ENOUGH
    }


def _is_name(name: str) -> bool:
    parts = name.split()
    first, last = words("names", "not_a_place", "first"), words("names", "not_a_place", "last")
    return parts[0] not in first and parts[-1] not in last and not _of_services() & {p.lower() for p in parts}


@cache
def _of_services() -> frozenset[str]:
    """Return the words that roles and services are called by: "Duty social worker" names no place."""
    roles = [one for many in lexicon("roles").values() for one in many]
    services = [
        one for kinds in lexicon("agencies").values() if "services" in kinds for one in kinds["services"]
    ]
    return frozenset(word for one in [*roles, *services] for word in re.findall(r"[a-z]{4,}", one.lower()))
