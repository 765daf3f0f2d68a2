"""What a question may not do: change the graph. A scan of the words outside strings, names and comments."""

from __future__ import annotations

import re

# Longest first where one begins as another: a string, a quoted name, comments, then words.
QUIET = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
WRITES = re.compile(
    r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|INSERT|ALTER|GRANT|DENY|REVOKE|LOAD\s+CSV|USE"
    r"|IN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS)\b",
    re.IGNORECASE,
)
PROCEDURE = re.compile(r"\bCALL\s+(?=[A-Za-z_`])[\w.`]+", re.IGNORECASE)


def bare(cypher: str) -> str:
    """The statement with strings, quoted names and comments blanked, so that its words can be read."""
    return QUIET.sub(lambda found: "''" if found[0][0] in "'\"" else " ", cypher)


def writing_words(cypher: str) -> tuple[str, ...]:
    """The words of a statement that change the graph or call a procedure, empty when it only reads."""
    # Words after a dot, a colon or a dollar are names of properties, labels and parameters.
    plain = re.sub(r"(?<!\d)\.\w+|:\w+|\$\w+", " ", bare(cypher))
    found = [*WRITES.findall(plain), *PROCEDURE.findall(bare(cypher))]
    return tuple(" ".join(word.split()) for word in found)
