"""Which areas a case played in: the places whose agencies worked with the family."""

from __future__ import annotations

import re
from collections import Counter

from loaders.extract.case_people import read_commissioned_by
from loaders.extract.places import area_pattern, areas_in, regions
from loaders.extract.reading import Reading
from loaders.extract.told import Told
from loaders.extract.words import words

ENOUGH = 2  # mentions that make a place part of the case, one of them in an agency's name
OFTEN = 4  # mentions that do so without an agency
ASIDE = frozenset(("recommendation", "research", "appendix", "contents"))
AFTER = (
    r"(?:\s+(?:County|City|Borough|District|Metropolitan|Unitary|London\s+Borough))*"
    r"(?:\s+(?:Council|Children['’]?s?\s+(?:Social\s+Care|Services|Centre)|CSC|CS\b|Social\s+(?:Care|Services|Work)|"
    r"Local\s+Authority|(?:Local\s+|Regional\s+)?Safeguarding\s+(?:Children|Board|Partnership)|Child\s+Protection\s+Committee|"
    r"MASH|LSCB|Housing|[Ss]ocial\s+[Ww]ork(?:er)?|[Hh]ealth\s+[Vv]isit(?:or|ing)))"
)
NEAR = re.compile(AFTER + r"|\)|\s+(?:Police|Constabulary)")
INVENTED = re.compile(rf"(?<![\w-])(?P<name>[A-Z][a-z]+(?:\s(?:[A-Z][a-z]+|&|and|upon))??){AFTER}")
BODY = re.compile(
    r"\s+(?:Teaching\s+)?(?:Hospital|University\s+Hospital|NHS|Ambulance|Royal|Infirmary|Road|"
    r"Street|model|Model|Report)"
)


def read_areas(reading: Reading) -> tuple[Told, ...]:
    """Return the areas whose agencies the story names, most named first."""
    text = reading.document.text
    first: dict[str, tuple[int, int]] = {}
    uses: Counter[str] = Counter()
    with_agency: set[str] = set()
    for place, passage in enumerate(reading.document.passages):
        if reading.roles[place] in ASIDE:
            continue
        here = text[passage.start : passage.end]
        for match in [*area_pattern().finditer(here), *INVENTED.finditer(here)]:
            name = match.groupdict().get("name") or match[0]
            with_agency |= {name} if "name" in match.groupdict() or NEAR.match(here, match.end()) else set()
            if _is_name(name) and name not in regions() and not BODY.match(here, match.end()):
                uses[name] += 1
                first.setdefault(
                    name, (passage.start + match.start(), passage.start + match.start() + len(name))
                )
    home = _home(reading)
    named = [
        name
        for name, count in uses.most_common()
        if name not in home and (count >= OFTEN or (count >= ENOUGH and name in with_agency))
    ]
    return (*home.values(), *(Told(name, *first[name], 0.75) for name in named))


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
    return parts[0] not in first and parts[-1] not in last
