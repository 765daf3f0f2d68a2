"""The words of telling: communications.yaml, read once."""

from __future__ import annotations

from typing import Any

from loaders.extract.lexicon import lexicon


def telling_words() -> dict[str, Any]:
    """Return the lexicon of verbs, nouns and papers by which one party lets another know."""
    return lexicon("communications")  # type: ignore[no-any-return]
