"""Which child a review is about, and every way the review names that child."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.words import words

# How anonymised children are called: a noun with a letter, a number or a name of their own.
LABEL = r"(?:Child|Baby|Infant|Toddler|Young\s+Person|Young\s+Adult|Adolescent|Subject|YP)"
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
# Surer: "a review: Ben", "Ben was nine months old when he died", "Ben died on"; in a key "Ben – the child".
TOLD = (
    re.compile(r"\b(?i:review|report)\s*[:–—-]\s*([A-Z][a-z]{2,})[\s*_]*$", re.MULTILINE),
    re.compile(
        r"\b([A-Z][a-z]{2,})\s+(?:was\s+(?:only\s+|just\s+)?(?:\w+[\s-]+){1,5}old\s+when\b|(?:sadly\s+)?died\b)"
    ),
    re.compile(
        r"(?m)^[\s*•-]*([A-Z][a-z]{2,})[\t :–—-]+"
        r"(?:[Tt]he\s+|[Ss]ubject\s+)?(?:[Cc]hild|[Ss]ubject|[Bb]aby)\b[^\n]{0,40}$"
    ),
)
TITLE_LINE = re.compile(r"(?m)^[\s*#_]*([A-Z][a-z]{2,}|[A-Z]{3,})[\s*_]*$")
KIN = re.compile(
    r"\b(?:mother|father|parents?|sister|brother|aunt|uncle|grand\w+|partner|carer|mum|dad|man|woman)\b", re.I
)
FAMILY = re.compile(r"\b(?:The\s+)?([A-Z][a-z]{2,})\s+Family\b")
LISTED = re.compile(r"\bFamily\s*[:–-]\s*((?:[A-Z][a-z]+(?:,\s*|\s+and\s+|\s+&\s+)?)+)")
HEAD = 6000  # characters in which a review says whom it is about
TITLE_PAGE = 700
BARE = 8  # uses of a letter on its own that make it a name ("Q" for "Young Person Q")


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
    for match in FAMILY.finditer(text[:TITLE_PAGE]):
        _count(scores, text, " ".join(match[0].split()), match.start(), 2.0)
    for match in TITLE_LINE.finditer(text[:TITLE_PAGE]):
        _count(scores, text, match[1].capitalize(), match.start(1), 1.0)
    for pattern in INTRODUCED:
        for match in pattern.finditer(head):
            if KIN.search(head[max(0, match.start() - 40) : match.start()]):
                continue
            _count(scores, text, match[1], match.start(1), 1.0)
    for pattern in TOLD:
        for match in pattern.finditer(head):
            _count(scores, text, match[1], match.start(1), 3.0)
    scores = {
        label: s for label, s in scores.items() if _name(label) not in words("names", "not_a_child") and s[0]
    }
    if not scores:
        return Subject(None)
    best = max(scores, key=lambda label: (scores[label][0], -scores[label][1]))
    return Subject(best, _forms(text, best), scores[best][1])


def _count(scores: dict[str, tuple[float, int]], text: str, label: str, start: int, weight: float) -> None:
    name = _name(label)
    word = name if len(name) > 3 else label
    uses = len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))
    on_title = start < TITLE_PAGE
    score = uses * weight * (4 if on_title else 1) if on_title or uses > 2 else 0.0
    if score > scores.get(label, (-1.0, 0))[0]:
        scores[label] = (score, start)


def _name(label: str) -> str:
    """Return the name within a label: its last word, or the family's name."""
    parts = label.split()
    return parts[-2] if parts[-1] == "Family" and len(parts) > 1 else parts[-1]


def _forms(text: str, label: str) -> tuple[str, ...]:
    """Return a label's forms: with its noun ("Baby Lily") and, for a name, without it ("Lily")."""
    *noun, name = label.split()
    forms = {label}
    bare = len(re.findall(rf"(?<!\w)(?<!{noun[-1] if noun else '§'}\s){re.escape(name)}(?![\w.])", text))
    if label.endswith("Family"):
        listed = LISTED.search(text[:HEAD])
        forms |= set(re.findall(r"[A-Z][a-z]+", listed[1])) if listed else set()
    elif noun and (len(name) > 3 or (name not in "AI" and bare > BARE)):
        forms.add(name)
    elif not noun and name.isalpha():
        forms |= {f"{n} {name}" for n in ("Baby", "Child") if f"{n} {name}" in text}
    return tuple(sorted(forms, key=len, reverse=True))
