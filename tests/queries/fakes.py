"""A store that remembers what it was asked and answers what it was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from queries.frontmatter import parse_template
from queries.template import Template


class Told:
    """Answers each statement with the next of its answers, the last one again and again."""

    def __init__(self, *answers: Sequence[dict[str, Any]]) -> None:
        self.answers = [list(answer) for answer in answers]
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def read(self, cypher: str, parameters: Mapping[str, Any], /) -> list[dict[str, Any]]:
        self.asked.append((cypher, dict(parameters)))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


FRONT = """\
title: A question
question: What?
group: Test
scope: case
parameters:
  case: {type: case, required: true, help: the case}
  word: {type: text, help: a word}
columns: {quote: the words}
evidence: quote
advice: Read with care.
"""
CYPHER = """\
MATCH (c:Case {id: $case})
{% if word %}
WHERE c.title CONTAINS $word
{% endif %}
RETURN c.title AS quote
ORDER BY quote
"""


def template(front: str = FRONT, cypher: str = CYPHER, name: str = "a-question") -> Template:
    """A template from its two parts."""
    return parse_template(f"/* ---\n{front}--- */\n{cypher}", name=name, source=f"{name}.cypher")
