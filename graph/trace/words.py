"""The words that somebody asks with, and those that tell what a sentence says of who knew."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.lexicon import lexicon
from loaders.extract.topic_words import words


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of the lexicon of traces."""
    return re.compile(lexicon("trace")[name], re.IGNORECASE)


def asked_words(asked: str) -> list[str]:
    """Return the parts of a question that must all be met, idle words left out unless there are no others.

    A hyphened word stays one part ("co-sleeping").
    """
    parts = [part for part in re.split(r"[\s,;/]+", asked.strip()) if words(part)]
    idle = set(lexicon("trace")["idle"].split())
    telling = [part for part in parts if part.lower().strip("\"'“”‘’.?!") not in idle]
    return telling or parts
