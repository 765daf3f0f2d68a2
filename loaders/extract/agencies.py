"""Agencies, services and teams: those that worked with the family, and those only the review met."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from loaders.extract.agency_words import synonyms
from loaders.extract.lexicon import lexicon
from loaders.extract.mention import Mention
from loaders.extract.naming import Naming
from loaders.extract.phrases import normal
from loaders.extract.places import areas_in
from loaders.extract.reading import Reading
from loaders.extract.words import words
from ontology.document import Passage
from ontology.model import Agency

STORY = frozenset(("background", "narrative", "chronology", "analysis", "finding", "good_practice", "key"))
LISTED = re.compile(
    r"agenc|organisation|report|chronolog|management review|IMR|contribut|services|worked with", re.I
)
PANEL = re.compile(r"panel|member|represent", re.I)
CATEGORY = "agencies"
MOST_ALIASES = 8


@dataclass
class _Found:
    """An agency as it is gathered: its names with their uses, its places, whether the story names it."""

    party: str
    names: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int]] = field(default_factory=list)
    proper: bool = False
    involved: bool = False

    def add(self, other: _Found) -> None:
        """Take in another way of naming the same agency."""
        self.names.update(other.names)
        self.places += other.places
        self.involved |= other.involved


def read_agencies(reading: Reading) -> tuple[Agency, ...]:
    """Return the agencies of a review in the order the text names them."""
    groups: dict[tuple[str, str], _Found] = {}
    for mention, story in _mentions(reading):
        key, proper, names = _identity(mention, reading.parties.naming)
        found = groups.setdefault((mention.party, key), _Found(mention.party, proper=proper))
        found.names.update(names)
        found.places.append((mention.start, mention.end))
        found.involved |= story
    _add_listed(reading, groups)
    merged = _merged(reading, groups)
    merged += _shown(_implied(reading, [found for found in merged if found.involved]), merged)
    for found in merged:
        reading.trail.fired(CATEGORY, found.party, *found.places)
    return tuple(sorted((_agency(reading, found) for found in merged), key=lambda one: one.start))


def _mentions(reading: Reading) -> Iterable[tuple[Mention, bool]]:
    """Yield every mention of an agency, and whether it stands in the story of the case."""
    for place, passage in enumerate(reading.document.passages):
        if passage.kind in ("contents",):
            continue
        story = reading.roles[place] in STORY and passage.kind not in ("heading", "title")
        for mention in reading.parties.mentions(passage.start, passage.end):
            if mention.sort == "agency" and mention.party != "multi_agency":
                yield mention, story


def _plain(name: str) -> str:
    return " ".join(normal(word) for word in re.findall(r"[\w'’&]+", name) if normal(word) != "the")


def _identity(mention: Mention, naming: Naming) -> tuple[str, bool, list[str]]:
    """Return what tells an agency from others, whether it has a name of its own, and its names here."""
    known = naming.labels.get(mention.label)
    if known:
        spelt = known.sure > 0.9 and len(known.full.split()) < 9
        full = known.full if spelt else mention.label
        team = _team_key(mention.party, full)
        return team or _plain(full), not team, list(dict.fromkeys((full, mention.label)))
    if _is_named(mention):
        return _of_area(mention) or _plain(mention.label), True, [mention.label]
    return _team_key(mention.party, mention.role or ""), False, [mention.label]


def _of_area(mention: Mention) -> str:
    """Return what an agency known by its area and plain words goes by, the same however they are put."""
    areas = areas_in(mention.label)
    if len(areas) != 1 or _team_key(mention.party, mention.role or ""):
        return ""
    area, role = set(_plain(areas[0]).split()), set(_plain(mention.role or "").split())
    return f"{_plain(areas[0])} {mention.party}" if set(_plain(mention.label).split()) == area | role else ""


def _team_key(party: str, name: str) -> str:
    """Return what a team of an agency is known by, the same for all its synonyms; "" for no team."""
    return _teams().get((party, _plain(name)), "")


@cache
def _teams() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for party, kinds in lexicon("agencies").items():
        if isinstance(kinds, dict):
            for team in kinds.get("teams", ()):
                found |= {(party, _plain(one)): _plain(synonyms(team)[0]) for one in synonyms(team)}
    return found


def _is_named(mention: Mention) -> bool:
    """Tell whether words hold more than the lexicon's own: a place or a proper name."""
    if _plain(mention.label) != _plain(mention.role or ""):
        return True
    kinds = lexicon("agencies").get(mention.party)
    return isinstance(kinds, dict) and mention.role in kinds.get("national", ())


def _add_listed(reading: Reading, groups: dict[tuple[str, str], _Found]) -> None:
    """Count as involved the agencies listed as having reported to the review on their work."""
    lead = ""
    for passage in reading.document.passages:
        said = reading.document.text[passage.start : passage.end]
        if said.endswith(":") or (passage.kind != "bullet" and not said.lstrip().startswith(("-", "•"))):
            lead = said[-300:] if said.strip() else lead
            continue
        if not LISTED.search(lead) or PANEL.search(lead[-120:]) or len(said.split()) > 14:
            continue
        for mention in reading.parties.mentions(passage.start, passage.end):
            apart = {
                "multi_agency",
                *words("parties", "not_involved"),
                *words("parties", "national_not_involved"),
            }
            if mention.sort != "family" and mention.party not in apart:
                _list(reading, groups, passage, mention)
                break


def _list(
    reading: Reading, groups: dict[tuple[str, str], _Found], passage: Passage, mention: Mention
) -> None:
    name = reading.document.text[passage.start : passage.end].strip(" -•*\t;,.")
    key, proper, names = _identity(mention, reading.parties.naming)
    if mention.sort == "professional":
        key, proper, names = _plain(name), True, []
    found = groups.setdefault((mention.party, key), _Found(mention.party, proper=proper))
    found.names.update([name, *names])
    found.involved = True
    found.places.append((mention.start, mention.end))


def _merged(reading: Reading, groups: dict[tuple[str, str], _Found]) -> list[_Found]:
    """Return agencies with plain words for a service ("the police") given to the one that bears them.

    Where several agencies of a type have names, plain words could mean any of them and are left out.
    """
    named = {key: found for key, found in groups.items() if key[1]}
    for key, found in sorted(named.items(), key=lambda item: len(item[0][1])):
        own = set(key[1].split())
        wider = [
            other for other in named if other != key and other[0] == key[0] and own <= set(other[1].split())
        ]
        if len(wider) == 1 or (wider and all(set(other[1].split()) == own for other in wider)):
            named[wider[0]].add(named.pop(key))
            named[wider[0]].proper |= found.proper
    kept = list(named.values())
    for (party, words_left), found in groups.items():
        if words_left:
            continue
        bearers = [other for other in kept if other.party == party and other.proper and other.involved]
        if len(bearers) == 1:
            bearers[0].add(found)
        elif not bearers:
            kept.append(found)
        else:
            reading.trail.drop(CATEGORY, "ambiguous", party, *found.places)
    return kept


def _implied(reading: Reading, have: list[_Found]) -> list[_Found]:
    """Return the agencies that only their practitioners show ("the GP", "her midwife").

    Where an agency of their type is known by plain words alone, the practitioners' words are added to it.
    """
    named = {found.party for found in have if found.proper}
    plain = {found.party: found for found in have if not found.proper}
    found: dict[str, _Found] = {}
    for place, passage in enumerate(reading.document.passages):
        if reading.roles[place] not in STORY:
            continue
        for mention in reading.parties.mentions(passage.start, passage.end):
            if (
                mention.sort != "professional"
                or mention.party not in words("parties", "shown_by_people") - named
            ):
                continue
            one = plain.get(mention.party) or found.setdefault(
                mention.party, _Found(mention.party, involved=True)
            )
            one.names[mention.role or mention.label] += 1
            one.places.append((mention.start, mention.end))
    for party, one in found.items():
        name = lexicon("parties")["shown_by_people"][party]
        if name:
            one.names[name] = 0
    return list(found.values())


@cache
def _roles() -> frozenset[str]:
    return frozenset(_plain(role) for roles in lexicon("roles").values() for role in roles)


def _shown(implied: list[_Found], have: list[_Found]) -> list[_Found]:
    """Return the agencies that only practitioners show, less those that a key or list names once.

    The one named there is the practitioners' own, and worked with the family as they did.
    """
    left: list[_Found] = []
    for one in implied:
        listed = [found for found in have if found.party == one.party and found.proper and not found.involved]
        if len(listed) == 1:
            listed[0].add(one)
        else:
            left.append(one)
    return left


def _is_role(name: str) -> bool:
    return _plain(name) in _roles()


def _stands_apart(found: _Found) -> bool:
    """Tell whether a body holds, pays for, inspects or advises, and never works with a family."""
    if found.party in words("parties", "national_not_involved"):
        return bool(found.names.keys() & words("agencies", found.party, "national"))
    return found.party in words("parties", "not_involved")


def _agency(reading: Reading, found: _Found) -> Agency:
    names: dict[str, str] = {}
    for name, _ in found.names.most_common():
        names.setdefault(name.lower(), name)
    ordered = sorted(names.values(), key=_is_role)  # an agency goes by its own words before its people's
    name = (
        max(ordered[:3], key=lambda one: (one[:1].isupper() and " " in one, found.names[one]))
        if found.proper
        else ordered[0]
    )
    aliases = [other for other in ordered if other != name][:MOST_ALIASES]
    involved = found.involved and not _stands_apart(found)
    sure = 0.92 if found.proper else 0.82
    start, end = min(found.places)
    evidence = reading.evidence(start, end, extractor=CATEGORY, confidence=sure)
    area = next((area for one in ordered for area in areas_in(one)), None)
    return Agency(
        evidence=(evidence,),
        name=name,
        aliases=tuple(aliases),
        agency_type=found.party,
        area=area,
        involved=involved,
    )
