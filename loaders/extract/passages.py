"""What kind of passage is this: narrative, chronology, analysis, finding, recommendation …

Told from headings and the headings above them, from what a table's columns are called, from a label
at the opening ("Recommendation 3:") and from the place in the document. The words are in
lexicon/passages.yaml; roles are codes of the ontology's passage roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
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


@cache
def _label() -> re.Pattern[str]:
    """Match a word with a number of its own before the words of a heading: "Line of enquiry 2:"."""
    words = "|".join(re.escape(word) for word in lexicon("structure")["labels"])
    return re.compile(rf"^(?:{words})\s*(?:no\.?\s*)?\w{{1,3}}\s*[:.)–-]\s*", re.IGNORECASE)


def heading_role(text: str) -> str | None:
    """Return the role that a heading's words announce, or None where they announce none.

    Where its label and its words together announce nothing ("Line of enquiry 2: How well did …?"), the
    words alone may.
    """
    plain = NUMBERING.sub("", " ".join(text.split())).strip(" *#_:.-–")
    unlabelled = _label().sub("", plain)
    for words in dict.fromkeys((plain, unlabelled)):
        for role, patterns in _patterns("headings"):
            if any(pattern.search(words) for pattern in patterns):
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


@dataclass
class _Outline:
    """The headings above the place that has been reached: level, role, and whether a number is printed.

    ``spread`` holds, by level, the role that goes on under headings of that level which announce none.
    """

    path: list[tuple[int, str | None, bool]] = field(default_factory=list)
    spread: dict[int, str] = field(default_factory=dict)

    def enter(self, heading: Passage, text: str, below: str) -> None:
        """Step into the section of a heading; ``below`` is the first text under it."""
        rules, level, role = lexicon("passages"), heading.level, heading_role(text)
        self.path = [above for above in self.path if above[0] < level]
        self.spread = {at: kept for at, kept in self.spread.items() if at <= level}
        numbered = bool(heading.number) or any(number for _, _, number in self.path)
        carried = self.spread.get(level)
        if role is None and carried and not numbered and _goes_on(carried, below):
            role = carried
        elif role is not None and role not in rules["own_section_only"]:
            self.spread.pop(level, None)
            if role in rules["spreading"]:
                self.spread[level] = role
        self.path.append((level, role, bool(heading.number)))

    def role(self) -> str | None:
        """Return the role that the headings give to what stands under them."""
        return path_role(role for _, role, _ in self.path)


def passage_roles(document: Document) -> tuple[str, ...]:
    """Return the role of each passage of a document, in their order."""
    rules = lexicon("passages")
    tables = _table_roles(document)
    headed = _begins_with_headings(document)
    texts = [document.text[passage.start : passage.end] for passage in document.passages]
    outline = _Outline()
    found: list[str] = []
    listed = asked = answered = False
    for place, (passage, text) in enumerate(zip(document.passages, texts, strict=True)):
        if passage.kind == "heading":
            listed = asked = answered = False
            outline.enter(passage, text, _first_below(document, texts, place))
        below = outline.role()
        opening = not outline.path and _is_front_matter(text, headed)
        default = rules["default_before_first_heading" if opening else "default"]
        item = passage.kind == "bullet" or passage.number is not None
        in_list, in_questions = listed and item, asked and passage.kind == "bullet"
        if below == "terms_of_reference":
            answered = answered or (passage.kind == "paragraph" and _answers(text))
            below = "analysis" if answered else below
        own = _own_role(passage, text, tables) or ("recommendation" if in_list else None)
        found.append(own or ("terms_of_reference" if in_questions else None) or below or default)
        listed = (listed and passage.kind != "paragraph") or in_list or _announces(text, "announcing")
        asked = in_questions or _announces(text, "asking")
    return tuple(found)


def _first_below(document: Document, texts: list[str], place: int) -> str:
    """Return the first text under a heading, "" where another heading stands right under it."""
    below = place + 1
    return texts[below] if below < len(texts) and document.passages[below].kind != "heading" else ""


def _goes_on(role: str, text: str) -> bool:
    """Whether the role of the section before goes on under a heading of the same depth that announces none.

    Where levels are told from layout alone, themes stand beside the heading of their chapter, and so do
    the agencies that recommendations are addressed to, by name.
    """
    needed = lexicon("passages")["spreading"][role]
    return not needed or any(re.search(pattern, text, re.IGNORECASE) for pattern in needed)


def _answers(text: str) -> bool:
    """Whether a paragraph among the questions of a review answers them: it tells what was done."""
    rules = lexicon("passages")["answering"]
    told = len(re.findall(rules["told"], text, re.IGNORECASE))
    asks = re.search(rules["asks"], text, re.IGNORECASE) or text.rstrip().endswith(("?", ":"))
    return told >= rules["least_told"] and not asks


def _begins_with_headings(document: Document) -> bool:
    """Whether the first heading comes early enough for what stands before it to be the title page."""
    first = next((one.start for one in document.passages if one.kind == "heading"), len(document.text))
    return bool(first <= len(document.text) * lexicon("passages")["most_front_matter"])


def _is_front_matter(text: str, headed: bool) -> bool:
    """Whether a passage before the first heading belongs to the title page."""
    short = len(text.split()) <= lexicon("passages")["longest_front_matter"]
    return bool(short and (headed or not text.rstrip().endswith((".", "!", "?"))))


def _announces(text: str, what: str) -> bool:
    """Whether a paragraph leads in to a list: "… these recommendations:", "… was asked to consider:"."""
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in lexicon("passages")[what])


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
    to go on from the table before it (a page break splits a chronology) when its columns are as many and no
    heading stands between.
    """
    found: dict[int, str] = {}
    before: tuple[int, str | None] = (0, None)
    ended = 0
    for rows in document.tables():
        number = rows[0].table or 0
        before = (0, None) if _heading_between(document, ended, rows[0].start) else before
        header = next((row for row in rows if row.header), rows[0])
        role = table_role(document.text[header.start : header.end])
        width = max(len(row.cells) for row in rows)
        if role is None and width <= before[0]:
            role = before[1]
        if role is not None:
            found[number] = role
        before = (width, role)
        ended = rows[-1].end
    return found


def _heading_between(document: Document, start: int, end: int) -> bool:
    return any(p.kind == "heading" and start <= p.start < end for p in document.passages)
