"""The sample review in other clothes: other names, dates, lines, numbers, formats; gold spans follow."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from loaders.documents import read_bytes
from ontology.document import Document
from tests.gold.printed import docx_of, pdf_of

Gold = dict[str, Any]
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
LONG_DATE = rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b(?: (\d{{4}}))?"
SHORT_DATE = r"\b(\d\d)\.(\d\d)\.(\d\d)\b"
LINE_WIDTH = 80

FAMILY = {
    r"\bWren\b": "Skye",
    r"\bRobin\b": "Jamie",
    r"\bMother\b(?! of )": "Ms A",
    r"\bFather\b(?! of )": "Mr B",
    r"\bMGM\b": "Mrs C",
    r"\bMA\b": "Ms D",
}
PRACTITIONERS = {
    r"\bSW(\d)\b": r"Social Worker \1",
    r"\bHV(\d)\b": r"Health Visitor \1",
    r"\bTM1\b": "Manager 1",
    r"\bCMW\b": "Midwife 1",
    r"\bGP1\b": "Doctor 1",
    r"\bKW1\b": "Worker 1",
    r"\bCPN1\b": "Nurse 1",
    r"\bFSW\b": "Worker 2",
    r"\bDSL\b": "Teacher 1",
    r"\bHO1\b": "Officer 1",
}
PLACES = {
    r"\bAldermere\b": "Brackenford",
    r"\bTorringsea\b": "Wexcombe",
    r"\bSallowby\b": "Thornleigh",
    r"\bNorthfold\b": "Eastmarch",
    r"\bBridgeway\b": "Stepstone",
    r"\bClearwater\b": "Lantern House",
    r"\bACSC\b": "BCSC",
    r"\bTCSC\b": "WCSC",
}


@dataclass(frozen=True)
class Variant:
    """A document with the gold that is true of it."""

    document: Document
    gold: Gold


@dataclass(frozen=True)
class Edit:
    """A span of a text and what takes its place."""

    start: int
    end: int
    new: str


def variants(text: str, gold: Gold) -> dict[str, Callable[[], Variant]]:
    """Return what makes each variant of a coded text, by name; ``as it is`` first."""
    return {
        "as it is": lambda: edited(text, gold, []),
        "family": lambda: renamed(text, gold, FAMILY),
        "practitioners": lambda: renamed(text, gold, PRACTITIONERS),
        "places": lambda: renamed(text, gold, PLACES),
        "dates 1st": lambda: edited(text, gold, ordinal_dates(text)),
        "dates 01/01": lambda: edited(text, gold, numeric_dates(text)),
        "rewrapped": lambda: edited(text, gold, wraps(text)),
        "numbering": lambda: edited(text, gold, numbers(text)),
        "pdf": lambda: printed(text, gold, "pdf"),
        "docx": lambda: printed(text, gold, "docx"),
    }


def edited(text: str, gold: Gold, edits: Iterable[Edit]) -> Variant:
    """Return the text with edits made, none across another, and every span of the gold moved along."""
    made = sorted(edits, key=lambda edit: edit.start)
    pieces, end = [], 0
    for edit in made:
        pieces += [text[end : edit.start], edit.new]
        end = edit.end
    new_text = "".join([*pieces, text[end:]])

    def moved(offset: int, *, closing: bool) -> int:
        shift = 0
        for edit in made:
            if edit.start < offset < edit.end:
                return edit.start + shift + (len(edit.new) if closing else 0)
            if edit.end <= offset and (edit.start < offset or not closing):
                shift += len(edit.new) - (edit.end - edit.start)
        return offset + shift

    document = read_bytes(new_text.encode(), "child-wren.txt")
    return Variant(document, respanned(gold, lambda s, e: (moved(s, closing=False), moved(e, closing=True))))


def respanned(gold: Gold, place: Callable[[int, int], tuple[int, int]]) -> Gold:
    """Return a copy of gold with its items at other places."""
    new = copy.deepcopy(gold)
    for items in new.values():
        for item in items if isinstance(items, list) else ():
            if "start" in item:
                item["start"], item["end"] = place(item["start"], item["end"])
    return new


def renamed(text: str, gold: Gold, names: dict[str, str]) -> Variant:
    """Return the text with other names, in the gold as well."""
    edits = [
        Edit(hit.start(), hit.end(), hit.expand(new))
        for pattern, new in names.items()
        for hit in re.finditer(pattern, text)
    ]
    variant = edited(text, gold, edits)
    return Variant(variant.document, _renamed(variant.gold, names))


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    for pattern, new in names.items():
        value = re.sub(pattern, new, value) if isinstance(value, str) else value
    return value


def ordinal_dates(text: str) -> list[Edit]:
    """Return "6th August 2020" for "6 August 2020", "4 Mar 2021" for "04.03.21"."""
    edits = []
    for hit in re.finditer(LONG_DATE, text):
        day = int(hit[1])
        ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        edits.append(Edit(*hit.span(1), f"{day}{ending}"))
    for hit in re.finditer(SHORT_DATE, text):
        edits.append(Edit(*hit.span(), f"{int(hit[1])} {MONTHS[int(hit[2]) - 1][:3]} 20{hit[3]}"))
    return edits


def numeric_dates(text: str) -> list[Edit]:
    """Return "06/08/2020" for "6 August 2020", "4/3/21" for "04.03.21"; dates without a year stay."""
    edits = []
    for hit in re.finditer(LONG_DATE, text):
        if hit[3]:
            edits.append(Edit(*hit.span(), f"{int(hit[1]):02}/{MONTHS.index(hit[2]) + 1:02}/{hit[3]}"))
    for hit in re.finditer(SHORT_DATE, text):
        edits.append(Edit(*hit.span(), f"{int(hit[1])}/{int(hit[2])}/{hit[3]}"))
    return edits


def wraps(text: str) -> list[Edit]:
    """Return line ends for blanks so that no line of prose is wider than 80 columns."""
    edits, start = [], 0
    for line in text.split("\n"):
        begin = 0
        while "\t" not in line and len(line) - begin > LINE_WIDTH:
            blank = line.rfind(" ", begin, begin + LINE_WIDTH + 1)
            edits.append(Edit(start + blank, start + blank + 1, "\n"))
            begin = blank + 1
        start += len(line) + 1
    return edits


def numbers(text: str) -> list[Edit]:
    """Return paragraphs numbered straight through ("1.", "2." …) under headings without numbers."""
    edits, count = [], 0
    for hit in re.finditer(r"^(\d+(?:\.\d+)*\.? )(.*)$", text, re.MULTILINE):
        prose = hit[2].endswith((".", ":", "”", '"', "¹"))
        count += prose
        edits.append(Edit(*hit.span(1), f"{count}. " if prose else ""))
    return edits


def printed(text: str, gold: Gold, form: str) -> Variant:
    """Return the text as a PDF or Word file; spans go where their words stand in what is read from it."""
    source = read_bytes(text.encode(), "child-wren.txt")
    document = read_bytes({"pdf": pdf_of, "docx": docx_of}[form](source), f"child-wren.{form}")
    places = [place for place, char in enumerate(document.text) if not char.isspace()]
    packed = "".join(document.text[place] for place in places)

    def place(start: int, end: int) -> tuple[int, int]:
        wanted = "".join(text[start:end].split())
        expected = len("".join(text[:start].split()))
        found = [hit.start() for hit in re.finditer(re.escape(wanted), packed)]
        if not found:
            raise LookupError(f"not in the {form}: {text[start:end]}")
        first = min(found, key=lambda one: abs(one - expected))
        return places[first], places[first + len(wanted) - 1] + 1

    return Variant(document, respanned(gold, place))
