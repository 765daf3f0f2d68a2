"""Which child a review is about, and every way the review names that child."""

from __future__ import annotations

import re
from dataclasses import dataclass

# How anonymised children are called: a noun with a letter, a number or a name of their own.
LABEL = r"(?:Child|Baby|Infant|Toddler|Young\s+Person|Young\s+Adult|Adolescent|Sibling|Subject|YP|Family)"
LABELLED = re.compile(rf"\b{LABEL}\s+(?:[A-Z]{{1,3}}\d{{0,2}}|\d{{1,4}}|[A-Z][a-z]{{2,}})(?![\w])")
# "Ben – a serious case review", "review concerning Ben", "Ben (not his real name)".
INTRODUCED = (
    re.compile(
        r"(?:in\s+respect\s+of|in\s+relation\s+to|concerning|regarding|re:?|case\s+of|death\s+of|"
        r"injury\s+to|about)\s+(?:an?\s+\w+\s+(?:known\s+as|called)\s+)?[‘'“\"]?([A-Z][a-z]{2,}|[A-Z]{1,2}\d{0,2})\b"
    ),
    re.compile(r"\b([A-Z][a-z]{2,})[’”'\"]?\s*\((?:not\s+(?:his|her|their)|a\s+pseudonym|pseudonym)"),
    re.compile(
        r"(?:referred\s+to\s+(?:throughout\s+|in\s+this\s+(?:report|review)\s+)?as|known\s+as|"
        r"we\s+(?:shall|will)\s+call|called)\s+[‘'“\"]?([A-Z][a-z]{2,})\b"
    ),
    re.compile(r"\b([A-Z][a-z]{2,})\s+\(for\s+the\s+purposes?\s+of\s+this"),
    re.compile(r"[‘'“\"]([A-Z][a-z]{2,})[’'”\"]"),
)
NOT_A_NAME = frozenset(
    "Protection Safeguarding Death Practice Review Serious Case Overview Board Council Services Service Care "
    "Social Health Partnership Report The This These Children Child Family Families Welfare Sexual Looked "
    "Development Abuse Working Independent Local Final Executive Mother Father Baby Names Ages Clinic "
    "Summary Injury Neglect National Young Act Deaths Minding Support Unit Centre".split()
)
HEAD = 6000  # characters in which a review says whom it is about


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject child: the label the report uses, and every form of it; empty where none was found."""

    label: str | None
    forms: tuple[str, ...] = ()
    start: int = 0


def find_subject(text: str) -> Subject:
    """Return the child a review is about: the label named early on that the report uses most."""
    head = text[:HEAD]
    scores: dict[str, tuple[float, int]] = {}
    for match in LABELLED.finditer(head):
        _count(scores, text, " ".join(match[0].split()), match.start(), 2.0)
    for pattern in INTRODUCED:
        for match in pattern.finditer(head):
            _count(scores, text, match[1], match.start(1), 1.0)
    scores = {label: score for label, score in scores.items() if label.split()[-1] not in NOT_A_NAME}
    if not scores:
        return Subject(None)
    best = max(scores, key=lambda label: (scores[label][0], -scores[label][1]))
    return Subject(best, _forms(text, best), scores[best][1])


def _count(scores: dict[str, tuple[float, int]], text: str, label: str, start: int, weight: float) -> None:
    if label in scores:
        return
    name = label.split()[-1]
    word = name if len(name) > 3 else label
    uses = len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))
    early = 1.5 if start < 600 else 1.0
    scores[label] = (uses * early * weight if uses > 2 else 0.0, start)


def _forms(text: str, label: str) -> tuple[str, ...]:
    """Return a label's forms: with its noun ("Baby Lily") and, for a name, without it ("Lily")."""
    *noun, name = label.split()
    forms = {label}
    if noun and len(name) > 3:
        forms.add(name)
    if not noun and name.isalpha():
        forms |= {f"{n} {name}" for n in ("Baby", "Child") if f"{n} {name}" in text}
    return tuple(sorted(forms, key=len, reverse=True))
