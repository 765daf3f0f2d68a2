"""The family by the labels the report gives them; kinship is relative to the subject child."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from loaders.extract.mention import Mention
from loaders.extract.naming import Naming
from loaders.extract.reading import Reading
from loaders.extract.words import words
from ontology.model import FamilyMember

ASIDE = frozenset(("recommendation", "research", "terms_of_reference", "contents"))
PRONOUN = re.compile(r"(?:her|his)\b", re.I)
CATEGORY = "family"
MOST_ALIASES = 8


def read_family(reading: Reading) -> tuple[FamilyMember, ...]:
    """Return the members of the family other than the subject child, in the order the text names them."""
    naming = reading.parties.naming
    groups: dict[tuple[str, str], list[Mention]] = {}
    for mention in _mentions(reading):
        groups.setdefault((mention.party, _person(mention, naming)), []).append(mention)
    told = list(_merged(groups, naming))
    roles = {found[0].party for found in told if _clear(found, naming)}
    members = []
    for found in told:
        role, places = found[0].party, [(mention.start, mention.end) for mention in found]
        if not _clear(found, naming):
            reading.trail.drop(CATEGORY, "ambiguous", role, *places)
        elif role == "partner" and "stepfather" in roles:
            reading.trail.drop(CATEGORY, "duplicate", role, *places)
        else:
            reading.trail.fired(CATEGORY, role, *places)
            members.append(_member(reading, naming, found))
    return tuple(sorted(members, key=lambda member: member.start))


def _mentions(reading: Reading) -> Iterable[Mention]:
    """Yield every mention of a relative in passages that tell of the case."""
    document, roles = reading.document, reading.roles
    for place, passage in enumerate(document.passages):
        if roles[place] in ASIDE:
            continue
        for mention in reading.parties.mentions(passage.start, passage.end):
            if mention.sort == "family" and mention.party != "subject":
                yield mention


def _clear(found: list[Mention], naming: Naming) -> bool:
    """Tell whether somebody is meant for certain: once by a label or in words of their own, or twice."""
    label = found[0].label
    if len(found) > 1 or label in naming.labels or not PRONOUN.match(label):
        return True
    return "grand" not in found[0].party or re.search(r"\b[mp]aternal\b|\bgrand", label) is not None


def _person(mention: Mention, naming: Naming) -> str:
    """Return what tells this person from others in the same role."""
    if mention.party in words("parties", "one_of_each"):
        return ""
    if mention.label in naming.labels:
        return mention.label
    parts = re.sub(r"[’']s?[’']?$", "", mention.label.lower()).split()
    return parts[-1].rstrip("s") if "of" not in parts else parts[0]


def _merged(groups: dict[tuple[str, str], list[Mention]], naming: Naming) -> Iterable[list[Mention]]:
    """Yield the mentions of each person; words for a role go to the one label that has it, if one has."""
    for (role, person), found in groups.items():
        if role in words("parties", "one_of_each") or person in naming.labels:
            yield found
            continue
        labelled = [key for key in groups if key[0] == role and key[1] in naming.labels]
        if role == "sibling" and not labelled:
            labelled = [key for key in groups if _half(key, person, naming)]
        if not labelled:
            yield found
        elif len(labelled) == 1 and groups[labelled[0]] is not found:
            groups[labelled[0]].extend(found)


def _half(key: tuple[str, str], person: str, naming: Naming) -> bool:
    """Tell the half-sister with a label that "his sister" may mean, where nobody else is a sister."""
    role, label = key
    return role == "half_sibling" and label in naming.labels and person in naming.labels[label].full.lower()


def _member(reading: Reading, naming: Naming, found: list[Mention]) -> FamilyMember:
    labels = Counter(" ".join(mention.label.split()).rstrip("’'") for mention in found)
    defined = [label for label, _ in labels.most_common() if label in naming.labels]
    label = defined[0] if defined else labels.most_common(1)[0][0]
    told = {label.lower()}
    aliases: list[str] = []
    for other in [*defined, *(name for name, _ in labels.most_common())]:
        plain = re.sub(r"[’']s?$", "", other)
        if plain.lower() not in told and len(aliases) < MOST_ALIASES:
            told.add(plain.lower())
            aliases.append(plain)
    sure = 0.95 if defined else min(0.95, 0.8 + 0.05 * len(found))
    start, end = min((mention.start, mention.end) for mention in found)
    evidence = [reading.evidence(start, end, extractor=CATEGORY, confidence=sure)]
    if defined:
        known = naming.labels[defined[0]]
        evidence.append(
            reading.evidence(
                known.start, known.end, extractor=CATEGORY, confidence=known.sure, supports="kinship"
            )
        )
    return FamilyMember(evidence=tuple(evidence), label=label, aliases=tuple(aliases), kinship=found[0].party)
