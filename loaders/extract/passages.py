"""What kind of passage is this: narrative, chronology, analysis, finding, recommendation …"""

from __future__ import annotations

from ontology.document import Document


def passage_roles(document: Document) -> tuple[str, ...]:
    """Return the role of each passage of a document, in their order."""
    return tuple("narrative" for _ in document.passages)
