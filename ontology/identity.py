"""Identity is content: URIs from the case, the kind of thing and its place in the text."""

from __future__ import annotations

import hashlib
import re

from ontology.document import Document, Passage
from ontology.model import Fact, Topic

ROOT = "urn:casetrace"
# What tells two facts of one class at one place apart; what they say besides may be corrected.
TOLD_APART_BY = (
    *("kind", "type", "factor", "label", "name", "kinship", "sender", "receiver", "date"),
    *("party", "status"),
)


def case_uri(case_id: str) -> str:
    """Return the URI of a case."""
    return f"{ROOT}:{case_id}"


def document_uri(document: Document) -> str:
    """Return the URI of a document: the hash of its bytes."""
    return f"{ROOT}:document/{document.sha256}"


def passage_uri(document: Document, passage: Passage) -> str:
    """Return the URI of a passage: its document and where it begins."""
    return f"{document_uri(document)}/{passage.start}"


def area_uri(name: str) -> str:
    """Return the URI of an area, the same for every spelling of its name in letters and spaces."""
    return f"{ROOT}:area/{slug(name)}"


def fact_uri(case_id: str, fact: Fact) -> str:
    """Return the URI of a fact: its case, class, place and what the ontology says identifies it."""
    if isinstance(fact, Topic):
        return topic_uri(case_id, fact.label)
    name = type(fact).__name__
    told_apart = [_text(getattr(fact, key)) for key in TOLD_APART_BY if hasattr(fact, key)]
    content = "|".join([name, str(fact.start), str(fact.end), *told_apart])
    return f"{case_uri(case_id)}/{name.lower()}/{_short_hash(content)}"


def topic_uri(case_id: str, label: str) -> str:
    """Return the URI of a topic: its case and its label, since other facts of the case point at it so."""
    return f"{case_uri(case_id)}/topic/{_short_hash(label)}"


def evidence_uri(fact: str, order: int) -> str:
    """Return the URI of a fact's evidence by its place among the fact's evidence, from 0."""
    return f"{fact}/evidence/{order}"


def slug(text: str) -> str:
    """Return a text in lower case with everything but letters and digits as single hyphens."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")


def _short_hash(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _text(value: object) -> str:
    return ",".join(sorted(value)) if isinstance(value, tuple) else str(value or "")
