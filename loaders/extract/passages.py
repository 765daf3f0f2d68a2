"""What kind of passage is this: narrative, chronology, analysis, finding, recommendation …

Told from headings and the headings above them, from what a table's columns are called, from a label
at the opening ("Recommendation 3:") and from the place in the document. The words are in
lexicon/passages.yaml; roles are codes of the ontology's passage roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.extract.lexicon import lexicon
from ontology.document import Document, Passage

NUMBERING = re.compile(r"^\W*(?:(?:section|chapter|part)\s+)?\d+(?:\.\d+)*[.):]*\s+", re.IGNORECASE)


@cache
def _patterns(section: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    entries = lexicon("passages")[section]
    return tuple((one["role"], tuple(re.compile(p, re.I) for p in one["patterns"])) for one in entries)


@cache
def _tables() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    found = []
    for role, entries in lexicon("passages")["tables"].items():
        found += [(role, tuple(re.compile(word, re.I) for word in entry)) for entry in entries]
    return tuple(found)


def heading_role(text: str) -> str | None:
    """Return the role that a heading's words announce, or None where they announce none."""
    plain = NUMBERING.sub("", " ".join(text.split())).strip(" *#_:.-–")
    for role, patterns in _patterns("headings"):
        if any(pattern.search(plain) for pattern in patterns):
            return role
    return None


def table_role(header: str) -> str | None:
    """Return the role of the table whose column headings are given, or None."""
    for role, words in _tables():
        if all(word.search(header) for word in words):
            return role
    return None


def label_role(text: str) -> str | None:
    """Return the role that a label at the opening of a passage gives it, or None."""
    for role, patterns in _patterns("labels"):
        if any(pattern.search(text) for pattern in patterns):
            return role
    return None


def path_role(roles: Iterable[str | None]) -> str | None:
    """Return the role under a path of headings, outermost first; dominant roles keep what they hold."""
    rules = lexicon("passages")
    current: str | None = None
    for role in roles:
        if role is None:
            current = None if current in rules["own_section_only"] else current
            continue
        if current in rules["dominant"] and role not in rules["breaks_out"].get(current, ()):
            continue
        current = role
    return current


def passage_roles(document: Document) -> tuple[str, ...]:
    """Return the role of each passage of a document, in their order."""
    rules = lexicon("passages")
    tables = _table_roles(document)
    headed = _begins_with_headings(document)
    path: list[tuple[int, str | None]] = []
    found: list[str] = []
    listed = False
    for passage in document.passages:
        text = document.text[passage.start : passage.end]
        if passage.kind == "heading":
            listed = False
            path = [above for above in path if above[0] < passage.level]
            path.append((passage.level, heading_role(text)))
        below = path_role(role for _, role in path)
        opening = not path and _is_front_matter(text, headed)
        default = rules["default_before_first_heading" if opening else "default"]
        in_list = listed and (passage.kind == "bullet" or passage.number is not None)
        own = _own_role(passage, text, tables) or ("recommendation" if in_list else None)
        found.append(own or below or default)
        listed = (listed and passage.kind != "paragraph") or in_list or _announces(text)
    return tuple(found)


def _begins_with_headings(document: Document) -> bool:
    """Whether the first heading comes early enough for what stands before it to be the title page."""
    first = next((one.start for one in document.passages if one.kind == "heading"), len(document.text))
    return bool(first <= len(document.text) * lexicon("passages")["most_front_matter"])


def _is_front_matter(text: str, headed: bool) -> bool:
    """Whether a passage before the first heading belongs to the title page."""
    short = len(text.split()) <= lexicon("passages")["longest_front_matter"]
    return bool(short and (headed or not text.rstrip().endswith((".", "!", "?"))))


def _announces(text: str) -> bool:
    """Whether a paragraph leads in to a list of recommendations: "… the following recommendations:"."""
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in lexicon("passages")["announcing"])


def _own_role(passage: Passage, text: str, tables: dict[int, str]) -> str | None:
    """Return the role that a passage has by its own form, whatever it stands under."""
    if passage.kind == "title":
        return "front_matter"
    if passage.kind == "contents":
        return "contents"
    if passage.kind == "footnote":
        return str(lexicon("passages")["footnote"])
    if passage.table is not None:
        return tables.get(passage.table)
    return label_role(text) if passage.kind != "heading" else None


def _table_roles(document: Document) -> dict[int, str]:
    """Return the role of each table whose column headings tell it.

    A table without marked column headings is judged by its first row, and one without any is taken
    to go on from the table before it (a page break splits a chronology) when its columns are as many.
    """
    found: dict[int, str] = {}
    before: tuple[int, str | None] = (0, None)
    for rows in document.tables():
        number = rows[0].table or 0
        header = next((row for row in rows if row.header), rows[0])
        role = table_role(document.text[header.start : header.end])
        width = max(len(row.cells) for row in rows)
        if role is None and width <= before[0]:
            role = before[1]
        if role is not None:
            found[number] = role
        before = (width, role)
    return found
