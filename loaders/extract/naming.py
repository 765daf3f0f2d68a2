"""The labels a report defines for itself: keys, tables, brackets and appositions read into names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.extract.mention import Mention
from loaders.extract.subject import Subject, find_subject
from ontology.document import Document


@dataclass(frozen=True, slots=True)
class Definition:
    """What a report says a label means: the party, the sort of party, and where it says so.

    ``full`` is the description or full name, ``role`` the role word of a professional; ``sure`` the
    probability that the reading is right.
    """

    label: str
    party: str
    sort: str
    full: str
    start: int
    end: int
    role: str | None = None
    sure: float = 0.9


@dataclass(frozen=True)
class Naming:
    """The child a review is about, and every label it defines, by label."""

    subject: Subject
    labels: dict[str, Definition] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Naming:
        """Read the names a document defines for itself."""
        from loaders.extract.definitions import read_definitions  # noqa: PLC0415 (they read each other)

        subject = find_subject(document.text)
        return cls(subject, read_definitions(document, subject))

    def role_of(self, label: str) -> str | None:
        """Return the family role of a label, or None where it names no relative."""
        if label in self.subject.forms:
            return "subject"
        known = self.labels.get(label)
        return known.party if known and known.sort == "family" else None


def name_mentions(text: str, naming: Naming) -> list[Mention]:
    """Return every mention of the subject child and of the labels that the report defines."""
    found: list[Mention] = []
    names = [*naming.subject.forms, *naming.labels]
    if not names:
        return found
    words = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w])(?:[’']s?(?!\w))?", text):
        label = re.sub(r"[’']s?$", "", " ".join(match[0].split()))
        if label in naming.subject.forms:
            if re.search(r"\b(?:Ms|Mr|Mrs|Miss)\.?\s+$", text[max(0, match.start() - 6) : match.start()]):
                continue  # a relative who bears the family's name
            found.append(
                Mention(match.start(), match.end(), "subject", naming.subject.label or label, "family")
            )
        elif label in naming.labels:
            known = naming.labels[label]
            found.append(Mention(match.start(), match.end(), known.party, label, known.sort, known.role))
    return found
