"""The text of a new template, commented, for a user to fill in."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ontology.errors import UsageError

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")

SKELETON = """\
/* ---
# What this question is called, and what it asks.
title: {title}
question: What does the report say about …?
group: My own questions

# case: about one case. cross-case: over all cases; then the columns need one named "cases" that counts
# the cases behind each row, and least_cases (2 or more) below which a row is held back.
scope: case

# Types: case, text, int, flag, share (0 to 1), date (first day meant), until (last day meant), and every
# list of the coding frame: party, agency_type, family_role, gap_kind, meeting_type, channel, factor …
# Also: required: true, default: …, many: true (several values; compare with IN).
parameters:
  case: {{type: case, required: true, help: the case to look at}}
  holder: {{type: party, many: true, help: only gaps where one of these held the information}}

# One line for each column that RETURN gives, in its order.
columns:
  kind: the kind of gap
  paragraph: the paragraph as printed, or the page
  quote: the words of the report

# The column that quotes the report, and how the answer is to be read.
evidence: quote
advice: Absence in the graph is not absence in the case.
leads_to: [evidence]
--- */
// Values go as $name. The tags if, elif, else and endif choose which lines stand; nothing else is allowed.
// Read only, start from a key or a type, and end with ORDER BY so that rows keep their places.
MATCH (:Case {{id: $case}})<-[:IN_CASE]-(g:Gap)-[:KIND]->(k:GapKind)
MATCH (g)-[:EVIDENCE]->(e:Evidence)
WHERE e.supports IS NULL
{{% if holder %}}
  AND EXISTS {{ MATCH (g)-[:HOLDER]->(p:Party) WHERE p.code IN $holder }}
{{% endif %}}
RETURN k.label AS kind,
  coalesce(e.paragraph, 'page ' + toString(e.page)) AS paragraph,
  e.quote AS quote
ORDER BY e.start, kind, g.uri
"""


def skeleton(name: str) -> str:
    """A template called ``name`` that works as it stands and explains its parts."""
    title = " ".join(name.replace("-", " ").replace("_", " ").split()).capitalize()
    return SKELETON.format(title=json.dumps(title))  # JSON quotes as YAML does


def write_skeleton(name: str, folder: Path) -> Path:
    """Write a new template into a folder, made where there is none, and return where it is.

    Raises UsageError for a name that is none, a file that is there already, a folder that takes no file.
    """
    if not NAME.fullmatch(name):
        raise UsageError(
            f"'{name}' is no name for a question", hint="use small letters, digits and hyphens: my-question"
        )
    path = folder / f"{name}.cypher"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(skeleton(name))
    except FileExistsError:
        raise UsageError("it is there already", source=str(path), hint="take another name") from None
    except OSError as cause:
        raise UsageError(
            f"cannot write: {cause.strerror}", source=str(folder), hint="name another folder with --library"
        ) from cause
    return path
