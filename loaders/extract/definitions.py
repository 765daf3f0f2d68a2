"""Where a report says what its labels mean: keys and tables, brackets after a name, appositions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.extract.agency_words import phrases
from loaders.extract.kin_words import kin_phrases
from loaders.extract.meaning import Meaning, described_type, meaning_of, role_of
from loaders.extract.naming import Definition, Naming
from loaders.extract.passages import passage_roles
from loaders.extract.phrases import tokens_of
from loaders.extract.places import known_areas
from loaders.extract.subject import Subject
from loaders.extract.words import one_of, words
from ontology.document import Document

# How reports call people: a title with a letter, letters in capitals, a noun with a letter or a number.
NOUNS = one_of("names", "people")
NAME = (
    r"(?:(?:Ms|Mr|Mrs|Miss|Mx|Dr)\.?\s+[A-Z]{1,3}\d?\b"
    rf"|(?:{NOUNS})\s+(?:[A-Z]{{1,3}}\d?|\d{{1,2}})\b"
    r"|[A-Z][A-Za-z]*[A-Z][A-Za-z]*\d{0,2}[a-z]?\b)"
)
ELDER = rf"(?:{one_of('names', 'elders')})"
STYLED = rf"(?:{one_of('names', 'before_a_first_name')}|{ELDER})"
PSEUDONYM = rf"(?:{NAME}|(?:{STYLED}\s+)?[A-Z][a-z]+\b)"
SHORT = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z&]\d{0,2}[a-z]?|[A-Z]{1,6}\d{1,2}")
# "Social Worker 1", "Nurse B": one of several of a kind, where a key lists them.
PRACTITIONER = re.compile(rf"\b(?:{one_of('names', 'practitioners')})\b")
COUNTED = re.compile(r"(?:[A-Z][a-z]+[ \t]){1,3}(?:\d{1,2}|[A-Z])")
# "SFC – Foster carer of the twins", "HV1: health visitor"; a key says it line by line.
KEY_LINE = re.compile(
    r"^[ \t\-•*]*(?P<label>[A-Z][\w'’.]*(?:[ \t][A-Z0-9][\w'’.]*){0,3})"
    r"[ \t]*(?:–|—|-|:|=|\|)[ \t]*(?P<full>[^\n\t|]{2,90})$",
    re.MULTILINE,
)
ROW = re.compile(r"^[^\n\t]{1,60}\t[^\n]+$", re.MULTILINE)
# "Fell Valley Police (FVP)", "the maternal grandmother (MGM)", "Ms A (mother)".
BRACKET = re.compile(
    r"(?P<before>[^\n().;:]{2,90}?)\s*\((?:hereafter|hereinafter|known\s+as|referred\s+to\s+as|the\b)?\s*[‘'“\"]?"
    r"(?P<inside>[A-Za-z][\w’', &/-]{0,50})[’'”\"]?\)"
)
OWNER = rf"\b(?:(?:{NAME}|[A-Z][a-z]+|[Tt]he\s+\w+)['’]s?|[Tt]he|[Hh]er|[Hh]is|[Tt]heir)"
APPOSED = re.compile(rf"(?P<kin>{OWNER}\s+(?:[a-z-]+\s+){{0,2}}[a-z-]+),?\s+(?P<label>{NAME})")
CALLED = re.compile(
    rf"(?P<kin>{OWNER}\s+(?:[a-z-]+\s+){{0,2}}?[a-z-]+)"
    r"(?:,?\s+(?:who\s+)?(?:is|was|will\s+be|are)?\s*(?P<told>called|known\s+as|referred\s+to\s+as|named|is)\s+|,?\s+)"
    rf"[‘'“\"]?(?P<label>{PSEUDONYM})"
)
# "Harbour Lights, a local drug and alcohol service", "the charity Open Gate", "New Path (housing project)".
OWN_NAME = r"(?P<label>[A-Z][A-Za-z]+(?:(?:\s(?:of|for|the|and|&|to|in))?\s[A-Z][A-Za-z]+){0,4})"
SERVICE = rf"(?:{one_of('names', 'what_services_are')})"
DESCRIBED = re.compile(
    rf"(?<![\w’'-]){OWN_NAME}(?:\s\([A-Z]{{2,6}}\))?"
    r"(?:,\s+(?:which\s+is\s+)?|\s+(?:is|was)\s+|\s+[–-]\s+|\s+\()(?:an?\s+|the\s+)?"
    rf"(?P<kin>(?!(?:whose|where|when|which|who|and|but|as)\b)(?:[a-z&’'-]+\s+){{0,6}}?{SERVICE}\b"
    r"(?:\s+(?:that|which|who|for|to|offering|providing|supporting|working)\s[^.;\n)]{0,80})?)"
)
NAMED = re.compile(
    rf"\b(?P<kin>(?:[a-z&-]+\s+){{0,4}}{SERVICE})(?:,?\s+(?:called|known\s+as|named))?\s+\(?[‘'“\"]?{OWN_NAME}"
)
AFTER_COMMA = re.compile(rf"\ban?\s+(?P<kin>(?:[a-z&-]+\s+){{0,4}}{SERVICE}),\s+{OWN_NAME}")
REVERSED = re.compile(
    rf"(?P<label>{NAME}|\b{STYLED}\s+[A-Z][a-z]+|\b{ELDER})(?:,|\s+is|\s+was)\s+"
    rf"(?P<kin>{OWNER}(?:\s+(?!(?:of|to|in|at|and|with|who|was|is)\b)[a-z-]+){{1,3}})\b"
)
PLACED = re.compile(
    r"\b(?:in|at|of|from|to|by|near|with|for|on|and)$"
)  # what comes next is no name of theirs
# What a key calls people: "Night Nurse", "RHI worker", "the Warden", "Gran".
KEYED_LABEL = r"[A-Z][\w'’]*(?:[ \t][\w'’]+){0,3}"
LONGEST = 100  # characters of a cell that says what a label means
CONTEXT = 250  # characters before a pronoun in which its owner is looked for
SPELT = 0.9  # above it a definition spells its label out, or stands in a key
TOLD = 0.92  # how sure words are that say outright what somebody is called
APPOSITION = 0.8  # how sure a definition by apposition is, at best
OFTEN = 3  # uses that make a capitalised word a name


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may define a label: what they say of it, where, and how surely.

    ``kin_only`` marks words that define relatives alone, ``tight`` words whose last must be the telling one,
    ``kind`` is the agency type where the words are known to describe a service, ``keyed`` tells that the
    label stands in a key, where any words can be one ("Night nurse", "the Warden").
    """

    label: str
    full: str
    start: int
    end: int
    sure: float
    kin_only: bool = False
    tight: bool = False
    kind: str | None = None
    keyed: bool = False

    def means(self, meaning: Meaning) -> Definition:
        """Return the definition that a candidate is once its words are understood."""
        return Definition(
            self.label, meaning.party, meaning.sort, self.full, self.start, self.end, meaning.role, self.sure
        )


def read_definitions(document: Document, subject: Subject) -> dict[str, Definition]:
    """Return each label that a document defines with its meaning; the surest definition stands."""
    labels: dict[str, Definition] = {}
    naming = Naming(subject, labels)
    uses = Counter(re.findall(r"\w+", document.text))
    candidates = [one for one in _candidates(document) if _may_define(one, uses, subject)]
    candidates.sort(key=lambda one: -one.sure)
    for _ in range(2):  # a label may be told by one that is only defined further down
        for one in candidates:
            if one.label in labels:
                continue
            meaning = _meaning(one, naming)
            family_only = one.kin_only or one.label in words("names", "not_a_party")
            if meaning and meaning.party != "subject" and not (family_only and meaning.sort != "family"):
                labels[one.label] = one.means(meaning)
    return labels


def labels_not_understood(document: Document, naming: Naming) -> Iterator[Candidate]:
    """Yield the words that look like a label's definition, of labels that no words of the document define."""
    uses = Counter(re.findall(r"\w+", document.text))
    for one in _candidates(document):
        plain = one.sure > APPOSITION  # a key, a bracket or a row, no words that may just stand together
        if plain and one.label not in naming.labels and _may_define(one, uses, naming.subject):
            yield one


def _meaning(one: Candidate, naming: Naming) -> Meaning | None:
    """Return what a candidate's words mean of its label.

    In a key the label may say what somebody does and the words beside it only where: "Night Nurse – the
    charity Lantern".
    """
    if one.kind:
        return Meaning(one.kind, "agency")
    meaning = meaning_of(one.full, naming, tight=one.tight)
    if meaning is None and SHORT.fullmatch(one.label):  # "the Advice, Support and Referral service (ASR)"
        meaning = meaning_of(one.full.replace(",", ""), naming, tight=one.tight)
    if not one.keyed or (meaning and meaning.sort != "agency"):
        return meaning
    role, place = role_of(one.label), described_type(one.full) or (meaning.party if meaning else None)
    if role is None:
        role = role_of(one.full)  # "an interview worker of the charity Lantern"
    return Meaning(place, "professional", role) if role and place else meaning


def _may_define(one: Candidate, uses: Counter[str], subject: Subject) -> bool:
    """Tell whether a candidate is a label at all: not the child, not a lexicon's own word, in use."""
    parts = one.label.split()
    if one.label in subject.forms or (
        one.label in words("names", "not_a_party") and not (one.tight and one.sure > SPELT)
    ):
        return False
    if re.fullmatch(NAME, one.label) or SHORT.fullmatch(one.label) or _counted(one.label):
        return not _of_lexicon(one.label) or one.sure > SPELT
    if one.keyed:
        return min(uses[part] for part in parts) > 1
    if re.fullmatch(ELDER, one.label):
        return uses[one.label] >= OFTEN
    often = min(uses[part] for part in parts) >= (2 if one.kind else OFTEN)
    return often and _is_a_name(one, parts)


def _is_a_name(one: Candidate, parts: list[str]) -> bool:
    """Tell whether capitalised words are a name and no words with a meaning of their own."""
    styled = len(parts) == 2 and re.fullmatch(STYLED, parts[0])
    other = not styled and {parts[0], parts[0].capitalize()} & words("names", "not_a_child")
    if other or parts[0].lower() in words("names", "before_agency") or one.label in known_areas():
        return False
    in_key = one.kin_only and one.sure > SPELT  # which may use a plain word: "Gran – maternal grandmother"
    return in_key or not any(_of_lexicon(part) for part in {one.label, *(parts if one.kind else ())})


def _of_lexicon(label: str) -> bool:
    """Tell whether a label is a role or service word that means the same in every report."""
    tokens = tokens_of(label)
    found = [*phrases().find(label, tokens), *kin_phrases().find(label, tokens)]
    return any(hit.last - hit.first == len(tokens) for hit in found)


def _candidates(document: Document) -> Iterator[Candidate]:
    """Yield the candidates of each passage, at their places in the document."""
    roles = passage_roles(document)
    for passage, role in zip(document.passages, roles, strict=True):
        if passage.header:
            continue
        for one in _of_passage(document.text[passage.start : passage.end], keyed=role == "key"):
            yield replace(one, start=one.start + passage.start, end=one.end + passage.start)


def _of_passage(text: str, *, keyed: bool) -> Iterator[Candidate]:
    for match in KEY_LINE.finditer(text):
        label, full = match["label"].strip(), match["full"].strip()
        coded = bool(re.fullmatch(NAME, label) or SHORT.fullmatch(label) or _counted(label))
        if coded or len(full.split()) <= 6:
            full = _of_the_child(full)
            yield Candidate(label, full, match.start("label"), match.end("full"), 0.95, not coded)
    for match in ROW.finditer(text):
        yield from _row(match, keyed=keyed)
    for match in BRACKET.finditer(text):
        yield from _bracket(match)
    for pattern in (DESCRIBED, NAMED, AFTER_COMMA):
        for match in pattern.finditer(text):
            label, kind = _plain(match["label"]), described_type(match["kin"])
            if kind:
                yield Candidate(label, match["kin"], match.start(), match.end(), 0.78, kind=kind)
    for pattern, sure in ((APPOSED, 0.8), (CALLED, 0.8), (REVERSED, 0.75)):
        for match in pattern.finditer(text):
            if _in_list(text, match) or PLACED.search(match["kin"]):
                continue
            told = pattern is CALLED and match["told"] not in {None, "is"}  # "who is called Sister here"
            full, label = _with_owner(text, match), _plain(match["label"])
            how_sure = TOLD if told else sure
            yield Candidate(label, full, match.start(), match.end(), how_sure, pattern is not APPOSED, True)


def _of_the_child(words: str) -> str:
    """Return what a key says of somebody without the pronoun it opens with: a key tells of the child."""
    return re.sub(r"^(?:[Hh]is|[Hh]er|[Tt]heir)\s+", "", words)


def _in_list(text: str, match: re.Match[str]) -> bool:
    """Tell whether words side by side are members of a list ("the mother, the father, Nan and the aunt")."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return before.endswith(",") and after.startswith((",", "and "))


def _counted(label: str) -> bool:
    """Tell whether a label is a practitioner's by its words and number; "Finding 1" is none."""
    return bool(COUNTED.fullmatch(label) and PRACTITIONER.search(label))


def _counted_person(label: str) -> bool:
    """Tell whether a label is a person's by a word for people and a number or letter ("Adult 1")."""
    return bool(COUNTED.fullmatch(label)) and label.split(maxsplit=1)[0] in words("names", "people")


def _with_owner(text: str, match: re.Match[str]) -> str:
    """Return the words that tell a relative, with those before them where a pronoun says whose."""
    if not re.match(r"h(?:er|is)\b", match["kin"], re.I):
        return match["kin"]
    start = max(text.rfind("\n", 0, match.start("kin")) + 1, match.start("kin") - CONTEXT)
    return text[start : match.end("kin")]


def _plain(words: str) -> str:
    return " ".join(words.split())


def _row(match: re.Match[str], *, keyed: bool) -> Iterator[Candidate]:
    """Yield what a table row says of the label in its first cell, or of the one beside a description."""
    cells = [cell.strip(" *") for cell in match[0].split("\t")]
    first, rest = cells[0], [cell for cell in cells[1:] if 1 < len(cell) < LONGEST]
    where = (match.start(), match.end())
    if keyed and rest and re.fullmatch(KEYED_LABEL, first):
        label = re.sub(r"^The\s+", "", first)
        yield from (Candidate(label, _of_the_child(cell), *where, 0.95, keyed=True) for cell in rest)
        return
    if re.fullmatch(rf"{PSEUDONYM}|{SHORT.pattern}|(?:[A-Z][\w'’]*\s?){{1,3}}", first):
        coded = bool(re.fullmatch(NAME, first) or SHORT.fullmatch(first))
        for cell in rest:
            said = cell if len(cell.split()) <= 8 else re.split(r"[,;(]| who ", cell)[0]
            if len(said.split()) <= 8:
                yield Candidate(first, _of_the_child(said), *where, 0.95, not coded)
    if rest and re.fullmatch(rf"{PSEUDONYM}|{SHORT.pattern}", rest[0]):
        yield Candidate(rest[0], first, *where, 0.93, not SHORT.fullmatch(rest[0]))


def _bracket(match: re.Match[str]) -> Iterator[Candidate]:
    inside, said = match["inside"].strip(), match["before"].rstrip(" ,")
    if SHORT.fullmatch(inside):
        full, spelt = _tail(said, inside)
        yield Candidate(
            inside,
            full,
            match.end() - len(full) - len(inside) - 3,
            match.end(),
            0.92 if spelt else 0.8,
            False,
            True,
        )
    called = re.fullmatch(r"(?:their|his|her|the)\s+([A-Z][a-z]+)", inside)
    if called:
        yield Candidate(called[1], said, match.start("before"), match.end(), 0.85, True, True)
    if re.fullmatch(r"[B-HJ-Z]", inside) or _counted_person(inside):
        yield Candidate(inside, said, match.start("before"), match.end(), 0.85, True, True)
    if re.fullmatch(rf"{ELDER}|{NOUNS}|Sister|Brother", inside):  # "his paternal grandfather (Grandad)"
        sided = re.search(
            r"\b(?:maternal|paternal)\b.*", said
        )  # whose side is told of the child, whoever "his" is
        full = sided[0] if sided else said
        yield Candidate(inside, full, match.start("before"), match.end(), TOLD, True, True)
    before = re.search(rf"{PSEUDONYM}$", match["before"])
    if before:
        start = match.start("before") + before.start()
        yield Candidate(
            _plain(before[0]), inside, start, match.end(), 0.85, not re.fullmatch(NAME, before[0])
        )


def _tail(before: str, short: str) -> tuple[str, bool]:
    """Return the words before a bracket that its abbreviation stands for: as many as it has letters,
    and whether their initials spell it."""
    said = before.split()
    letters = [c for c in short if c.isalpha()]
    for count in range(1, min(len(said), len(letters) + 5) + 1):
        tail = said[-count:]
        initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", " ".join(tail))).lower()
        if tail[0][:1].lower() == letters[0].lower() and _in_order("".join(letters).lower(), initials):
            return " ".join(tail), True
    return " ".join(said[-3:]), False


def _in_order(short: str, initials: str) -> bool:
    found = place = 0
    for letter in short:
        at = initials.find(letter, place)
        if at >= 0:
            found, place = found + 1, at + 1
    return found >= max(2, len(short) - 1)
