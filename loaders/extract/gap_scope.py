"""Whose lapse a cue speaks of: the subject, agent or owner of the words that carry it.

"The mother did not attend" and "The worker did not attend" carry the same cue; only its owner tells
the family's own acts from a gap in the work. Owners are read from the dependency parse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from loaders.extract.cues import Cue
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLAUSES = ("ccomp", "acl", "relcl", "pcomp", "xcomp", "csubj", "advcl")
PERSONAL = re.compile(r"(?i)^(she|he|they|her|him|them|who)$")
FAMILY, NOBODY = "family", "none"
NEAR = 30  # letters behind a cue within which its owner may follow: "lack of engagement by the mother"
# Cues that report on a matter told in the clause behind them: that clause's subject owns the lapse.
REPORTING = {"no_evidence", "not_clear", "not_appear", "there_was_no", "missed_opportunity", "lack_of"}


@dataclass(frozen=True, slots=True)
class Scope:
    """A cue with the class of its owner (the subject) and of the owner of the matter it reports on.

    ``at`` is where the owner's head word starts in the sentence; ``passive`` is true for one to whom
    something was done or left undone, by somebody else; ``undone`` where the cue says that it was left so.
    """

    cue: Cue
    owner: str
    matter: str
    at: int | None = None
    passive: bool = False
    undone: bool = False

    @property
    def familys(self) -> bool:
        """Whether the words speak of something the family did, lacked or left undone."""
        if self.matter == FAMILY:
            return True
        if self.undone:
            return False  # "the aunt was not rung back": others did not ring
        return self.owner == FAMILY and self.matter == NOBODY


@cache
def _subject_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = lexicon("gap_subjects")
    return tuple((name, re.compile(rf"\b({pattern})\b", re.I)) for name, pattern in words.items())


@cache
def _sent() -> frozenset[str]:
    """Nouns for what somebody sends: who sent it is not who made no record of it."""
    return frozenset(lexicon("gap_matter")["sent"])


@cache
def _family_topic() -> re.Pattern[str]:
    topics = lexicon("gaps")["family_topics"]
    return re.compile(
        rf"^\W*(\w+\W+){{0,2}}({topics})\b(?!\W+(by|of|between) (the )?(professional|agenc|service))", re.I
    )


def scopes(reading: Reading, sentence: Sentence, cues: tuple[Cue, ...]) -> tuple[Scope, ...]:
    """Return each lapse cue of a sentence with whose it is."""
    doc = reading.parse(sentence)
    return tuple(_scope(reading, sentence, doc, cue) for cue in cues if cue.side == "lapse")


def _scope(reading: Reading, sentence: Sentence, doc: Doc, cue: Cue) -> Scope:
    span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if span is None or not len(span):
        return Scope(cue, NOBODY, NOBODY)
    token = span.root
    head = _owner(token)
    owner = _possessor(reading, sentence, doc, cue) or subject_class(reading, sentence, head)
    matter = NOBODY
    if cue.name in REPORTING:
        matter = _matter(reading, sentence, token, cue.end)
    if _family_topic().search(sentence.text[cue.end :]) and cue.name in (
        "lack_of",
        "quality",
        "more_of",
        "failure",
    ):
        matter = FAMILY
    if head is None:
        return Scope(cue, owner, matter)
    return Scope(cue, owner, matter, head.idx, head.dep_ == "nsubjpass", _undone(head, cue))


def _undone(head: Token, cue: Cue) -> bool:
    """Tell whether a cue is the words by which something was not done to a subject: "was never asked"."""
    verb = head.head
    denied = [t.idx for t in verb.children if t.dep_ == "neg" or t.lower_ == "never"]
    return head.dep_ == "nsubjpass" and any(cue.start <= place < cue.end for place in denied)


def _owner(token: Token) -> Token | None:
    """Return the head word of the subject (or the by-phrase) of the clause a token stands in."""
    node = token
    while True:
        agent = next((t for t in node.children if t.dep_ == "agent"), None)
        if agent is not None and (by := next(iter(agent.children), None)) is not None:
            return by
        subject = next((t for t in node.children if t.dep_ in SUBJECTS), None)
        if subject is not None:
            relative = PERSONAL.match(subject.text) and node.dep_ == "relcl"
            return node.head if relative else subject
        if node.dep_ in ("relcl", "acl") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return node.head
        if node.head.i == node.i:
            return None
        if node.dep_ in SUBJECTS and node.i != token.i:
            return node
        node = node.head


def _possessor(reading: Reading, sentence: Sentence, doc: Doc, cue: Cue) -> str | None:
    """Return the family where a noun is theirs: "her lack of …", "non-attendance by the mother"."""
    for token in doc:
        owns = token.dep_ == "poss" and cue.start <= token.head.idx < cue.end
        if owns and subject_class(reading, sentence, token) == FAMILY:
            return FAMILY
        behind = cue.end <= token.idx < cue.end + NEAR and token.head.pos_ == "NOUN"
        if token.lower_ in ("by", "from") and behind and token.head.lemma_ not in _sent():
            target = next((t for t in token.children if t.dep_ == "pobj"), None)
            if target is not None and subject_class(reading, sentence, target) == FAMILY:
                return FAMILY
    return None


def _matter(reading: Reading, sentence: Sentence, token: Token, after: int) -> str:
    """Return the class of the subject of the clause behind a reporting cue; passives count as work."""
    node = token
    for _ in range(4):
        clause = next((t for t in node.subtree if t.idx >= after and t.dep_ in CLAUSES and _subject(t)), None)
        if clause is not None:
            subject = _subject(clause)
            found = subject_class(reading, sentence, subject)
            passive = subject is not None and subject.dep_ == "nsubjpass"
            return "work" if passive and found == FAMILY else found
        if node.head.i == node.i or node.pos_ in ("VERB", "AUX"):
            return NOBODY
        node = node.head
    return NOBODY


def _subject(token: Token) -> Token | None:
    return next((t for t in token.children if t.dep_ in SUBJECTS and t.dep_ != "expl"), None)


def main_subject(doc: Doc) -> Token | None:
    """Return the grammatical subject of a sentence's main verb, if it has one."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    return next((t for t in root.children if t.dep_ in SUBJECTS), None)


def subject_class(reading: Reading, sentence: Sentence, subject: Token | None) -> str:
    """Return what a noun phrase is: family, professional, agency, review, work, this, dummy, other, none."""
    if subject is None:
        return NOBODY
    head = sentence.start + subject.idx
    left, right = (
        sentence.start + subject.left_edge.idx,
        sentence.start + subject.right_edge.idx + len(subject.right_edge),
    )
    for mention in reading.parties.mentions(left, right):
        if mention.start <= head < mention.end:
            return mention.sort
    if PERSONAL.match(subject.text):
        return _antecedent(reading, sentence, head)
    if any(t.dep_ == "poss" and t.i < subject.i for t in subject.children) and subject.ent_type_ != "PERSON":
        text = subject.text
    else:
        text = sentence.text[subject.left_edge.idx : subject.idx + len(subject)]
    for name, pattern in _subject_words():
        if pattern.search(text):
            return name
    return "other"


def _antecedent(reading: Reading, sentence: Sentence, head: int) -> str:
    """Return the class of the nearest person or agency named before a pronoun, in this passage."""
    start = reading.passage(sentence).start
    before = reading.parties.mentions(start, head)
    return before[-1].sort if before else "pronoun"
