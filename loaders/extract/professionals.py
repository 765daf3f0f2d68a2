"""Practitioners by the label the report gives them, or by their role where it gives none."""

from __future__ import annotations

import re
from collections import Counter

from loaders.extract.lexicon import lexicon
from loaders.extract.mention import Mention
from loaders.extract.naming import Naming
from loaders.extract.phrases import normal
from loaders.extract.places import areas_in
from loaders.extract.reading import Reading
from loaders.extract.words import words
from ontology.model import Professional

ASIDE = frozenset(("recommendation", "research", "terms_of_reference", "contents", "methodology", "appendix"))
# Words before a role that make it another person's ("the previous social worker").
WHICH = re.compile(
    r"(?:^|\b)((?:previous|former|new|first|second|third|replacement|original|next)(?:\s+allocated)?)\s+$",
    re.I,
)
CATEGORY = "professionals"
MOST_ALIASES = 6
APPOSED = 40  # characters behind a role in which a label set beside it ends
WIDER = 2  # how much oftener a wider word may stand than the narrower role it is read as


def read_professionals(reading: Reading) -> tuple[Professional, ...]:
    """Return the practitioners of the case, in the order the text names them."""
    naming = reading.parties.naming
    groups: dict[tuple[str, str], list[Mention]] = {}
    for mention in _mentions(reading):
        if not _appositive(reading, mention, naming):
            groups.setdefault((mention.party, _person(reading, mention, naming)), []).append(mention)
    groups = _narrowed(groups, naming)
    labelled = {(m[0].party, _role_words(m[0])) for key, m in groups.items() if _is_label(key[1], naming)}
    elsewhere = [set(areas_in(one.full)) for one in naming.labels.values() if one.sort == "professional"]
    people = []
    for (party, person), found in groups.items():
        places = [(mention.start, mention.end) for mention in found]
        stopped = None if _is_label(person, naming) else _stopped(party, person, found, labelled, elsewhere)
        if stopped:
            reading.trail.drop(CATEGORY, stopped, party, *places)
            continue
        reading.trail.fired(CATEGORY, party, *places)
        people.append(_professional(reading, naming, person, found))
    return tuple(sorted(people, key=lambda one: one.start))


def _narrowed(
    groups: dict[tuple[str, str], list[Mention]], naming: Naming
) -> dict[tuple[str, str], list[Mention]]:
    """Return groups with a wider word for a role ("the nurse") given to the one narrower role it can mean."""
    plain = [
        key for key in groups if not _is_label(key[1], naming) and not WHICH.match(f"{key[1].split()[0]} ")
    ]
    for key in sorted(plain, key=lambda key: len(key[1])):
        role = set(key[1].split())
        narrower = [
            k for k in plain if k != key and k in groups and k[0] == key[0] and role < set(k[1].split())
        ]
        narrower = [k for k in narrower if not areas_in(groups[k][0].label)]
        if narrower and key in groups:
            widest = max(narrower, key=lambda k: len(groups[k]))
            if len(groups[key]) <= WIDER * len(groups[widest]) or len(role) == 1:
                groups[widest] = groups[widest] + groups.pop(key)
    return groups


def _mentions(reading: Reading) -> list[Mention]:
    """Return every mention of a practitioner in passages that tell of the case."""
    found: list[Mention] = []
    keys = [(one.start, one.end) for one in reading.parties.naming.labels.values() if one.sure > 0.9]
    for place, passage in enumerate(reading.document.passages):
        if reading.roles[place] in ASIDE or passage.kind in ("heading", "title", "contents"):
            continue
        mentions = reading.parties.mentions(passage.start, passage.end)
        found += [
            m for m in mentions if m.sort == "professional" and not _in_key(m, keys, reading.parties.naming)
        ]
    return found


def _appositive(reading: Reading, mention: Mention, naming: Naming) -> bool:
    """Tell words that the label of the same person follows: "the attending officer, Police Officer 1"."""
    if _is_label(mention.label, naming) or reading.document.text[mention.end : mention.end + 2] != ", ":
        return False
    after = reading.parties.mentions(mention.end, mention.end + APPOSED)
    same = [m for m in after if m.start == mention.end + 2 and m.party == mention.party]
    return any(_is_label(one.label, naming) for one in same)


def _in_key(mention: Mention, keys: list[tuple[int, int]], naming: Naming) -> bool:
    """Tell whether a mention is the description that a key gives of a label."""
    return mention.label not in naming.labels and any(
        s <= mention.start and mention.end <= e for s, e in keys
    )


def _is_label(person: str, naming: Naming) -> bool:
    return person in naming.labels or re.search(r"\d$|\s[A-Z]$|^[A-Z]{2,}[a-rt-z]$", person) is not None


def _person(reading: Reading, mention: Mention, naming: Naming) -> str:
    """Return what tells this practitioner from others of the same agency type."""
    if _is_label(mention.label, naming):
        return mention.label
    before = reading.document.text[max(0, mention.start - 30) : mention.start]
    which = WHICH.search(before)
    spoken = _words(mention.label)
    told_of = words("names", "state_of_practitioner")
    plain = [word for word in spoken if word not in told_of] or spoken
    if mention.party == "police" and plain[-1] == "officer":
        plain = ["police", *(word for word in plain if word != "police")]
    if mention.label.isupper() and len(spoken) == 1:
        plain = spoken
    return " ".join([which[1].lower(), *plain] if which else plain)


def _words(label: str) -> list[str]:
    return [normal(word) for word in re.findall(r"[\w'’&]+", label)]


def _role_words(mention: Mention) -> str:
    return _spelt(" ".join(_words(mention.role or mention.label)))


def _spelt(role: str) -> str:
    """Return a role in full where it is an abbreviation that reviews number ("gp"): so both are alike."""
    meant = lexicon("short_roles").get(role.upper())
    return " ".join(_words(meant["role"])) if meant else role


def _plural(mention: Mention) -> bool:
    last = mention.label.split()[-1].lower()
    return last in ("staff", "midwives") or (last.endswith("s") and not last.endswith(("ss", "'s", "’s")))


def _stopped(
    party: str, person: str, found: list[Mention], labelled: set[tuple[str, str]], elsewhere: list[set[str]]
) -> str | None:
    """Return the drop reason of words for a role, None where they mean a practitioner without a label.

    Words said of several are nobody's in particular; words for one who has a label tell of that one again.
    """
    if all(_plural(mention) for mention in found) and party not in words("parties", "told_in_plural"):
        return "ambiguous"
    areas = areas_in(found[0].label)
    if person.startswith(("previous", "former")) or (
        areas and not any(set(areas) <= told for told in elsewhere)
    ):
        return None
    another = bool(WHICH.match(f"{person.split(maxsplit=1)[0]} "))
    said = _spelt(person)
    told = any(code == party and (another or role in said or said in role) for code, role in labelled)
    return "duplicate" if told else None


def _professional(reading: Reading, naming: Naming, person: str, found: list[Mention]) -> Professional:
    single = [mention for mention in found if not _plural(mention)] or found
    labels = Counter(mention.label for mention in single)
    known = naming.labels.get(person)
    label = (
        person
        if _is_label(person, naming) or WHICH.match(f"{person.split(maxsplit=1)[0]} ")
        else labels.most_common(1)[0][0]
    )
    role = (known.role if known else None) or single[0].role or label
    role = lexicon("short_roles").get(role, {"role": role})["role"]
    aliases = [name for name, _ in labels.most_common() if name.lower() != label.lower()]
    sure = 0.95 if known else 0.9 if _is_label(person, naming) else min(0.9, 0.52 + 0.12 * len(found))
    first = single[0]
    evidence = [reading.evidence(first.start, first.end, extractor=CATEGORY, confidence=sure)]
    told = known.full if known else label
    if known:
        evidence.append(
            reading.evidence(
                known.start, known.end, extractor=CATEGORY, confidence=known.sure, supports="role"
            )
        )
        aliases.append(told)
    area = next(iter(areas_in(told)), None)
    return Professional(
        evidence=tuple(evidence),
        label=label,
        aliases=tuple(dict.fromkeys(aliases))[:MOST_ALIASES],
        role=role.lower() if not role.isupper() else role,
        agency_type=first.party,
        area=area,
    )
