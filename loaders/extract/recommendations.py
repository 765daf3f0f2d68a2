"""Formal recommendations and numbered learning points, with the agencies they address.

Reviews print them in many ways: labelled ("Recommendation 2", "LP1"), numbered ("7.3"), bulleted,
in tables, in sections per agency, or as plain paragraphs. Within one section the most formal way
that is used there counts, and anything less formal is introduction or comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from loaders.extract.lexicon import lexicon
from loaders.extract.passages import table_role
from loaders.extract.reading import Reading
from loaders.extract.trail import place_reason
from ontology.document import Cell, Passage
from ontology.model import Recommendation

CATEGORY = "recommendations"
LABELLED, NUMBERED, TABLED, BULLETED, PLAIN = range(5)
FORMS = ("labelled", "numbered", "tabled", "bulleted", "plain")
CONFIDENCE = {LABELLED: 0.97, NUMBERED: 0.95, TABLED: 0.9, BULLETED: 0.8, PLAIN: 0.6}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be a recommendation: its place in the document, text span, label and form."""

    place: int
    start: int
    end: int
    label: str | None
    form: int
    addressee: Cell | None = None


@cache
def _compiled(name: str) -> tuple[re.Pattern[str], ...]:
    patterns = lexicon("recommendations")[name]
    listed = [patterns] if isinstance(patterns, str) else patterns
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in listed)


def _fits(name: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _compiled(name))


def read_recommendations(reading: Reading) -> tuple[Recommendation, ...]:
    """Return the recommendations of a review in text order."""
    candidates = list(_candidates(reading))
    formal = any(c.form < PLAIN for c in candidates)
    found: list[Recommendation] = []
    for _, group in groupby(candidates, key=lambda c: _section(reading, c.start)):
        section = list(group)
        form = min(c.form for c in section)
        for one in section:
            if one.form > form or (form == PLAIN and formal):
                _drop(reading, "comment", FORMS[one.form], one.start, one.end)
            else:
                reading.trail.fired(CATEGORY, FORMS[one.form], (one.start, one.end))
                found.append(_recommendation(reading, one))
    return tuple(found)


def _drop(reading: Reading, reason: str, cue: str, start: int, end: int) -> None:
    reading.trail.drop(CATEGORY, reason, cue, (start, end))


def _section(reading: Reading, offset: int) -> int:
    headings = reading.document.headings_above(offset)
    return headings[-1].start if headings else 0


def _candidates(reading: Reading) -> Iterator[Candidate]:
    """Yield every passage that stands where recommendations stand and reads like one."""
    pending: str | None = None
    for place, passage in enumerate(reading.document.passages):
        text = reading.document.text[passage.start : passage.end]
        role = reading.roles[place]
        label, skip = _label(passage, text)
        if passage.kind == "heading":
            pending = label if label and _printed(label) else None
            if pending and len(text[skip:].split()) > 5:
                yield Candidate(place, passage.start + skip, passage.end, pending, LABELLED)
                pending = None
            continue
        if label and skip >= len(text.rstrip(" *:")):
            pending = label
            continue
        if passage.kind == "row":
            yield from _row(reading, place, passage)
        elif passage.kind in ("paragraph", "bullet"):
            start = passage.start + skip
            form = LABELLED if pending or (label and _printed(label)) else _form(passage, label)
            stopped = _stopped(reading, place, role, form, text[skip:])
            if stopped is None:
                yield Candidate(place, start, passage.end, pending or label, form)
            elif stopped:
                _drop(reading, stopped, FORMS[form], start, passage.end)
        pending = None


def _label(passage: Passage, text: str) -> tuple[str | None, int]:
    """Return the label printed before a text (or carried by its passage) and where the text begins."""
    for pattern in _compiled("labels"):
        if match := pattern.search(text):
            return " ".join(match[1].split()), match.end()
    match = _compiled("numbers")[0].search(text)
    if match and passage.number and passage.number in match[0]:
        return passage.number, match.end()
    if passage.kind != "row" and match and "." in match[1]:
        return match[1], match.end()
    return passage.number, 0


def _printed(label: str) -> bool:
    """Whether a label is one that only recommendations carry ("Recommendation 2", "LP1"), no bare number."""
    return any(pattern.search(label) for pattern in _compiled("labels"))


def _form(passage: Passage, label: str | None) -> int:
    if label:
        return NUMBERED
    return BULLETED if passage.kind == "bullet" else PLAIN


def _stopped(reading: Reading, place: int, role: str, form: int, text: str) -> str | None:
    """Return why a passage of this form, standing here, is no recommendation; None for one that is.

    The code of a drop reason, "" where nothing looks like a recommendation.
    """
    if form == LABELLED:
        return None if len(text.split()) > 3 else "comment"
    directs = _fits("directive", text)
    if role != "recommendation":
        above = reading.document.headings_above(reading.document.passages[place].start)
        heading = " ".join(reading.document.text[h.start : h.end] for h in above)
        if form != PLAIN and directs and _fits("mixed_headings", heading):
            return None
        return place_reason(role) if _compiled("directive")[1].search(text) else ""
    if _fits("announcing", text):
        return "comment"
    if form == NUMBERED:
        return None if len(text.split()) > 3 else "comment"
    return None if len(text.split()) > 4 and directs and not text[:1].islower() else "not_stated"


def _row(reading: Reading, place: int, row: Passage) -> Iterator[Candidate]:
    """Yield the recommendation of a table row, told by what its columns are called."""
    rows = [p for p in reading.document.passages if row.table is not None and p.table == row.table]
    header = next((p for p in rows if p.header), rows[0] if rows else row)
    if row is header or row.header or not row.cells:
        return
    titles = {cell.column: reading.document.text[cell.start : cell.end] for cell in header.cells}
    if table_role(" ".join(titles.values())) != "recommendation":
        return
    cells = {cell.column: cell for cell in row.cells}
    text = _column("text", titles, cells)
    if text is None or len(reading.document.text[text.start : text.end].split()) < 4:
        return
    opening = reading.document.text[text.start : text.end]
    label, skip = _label(row, opening)
    marked = _column("label", titles, cells)
    if label is None and marked is not None:
        label = reading.document.text[marked.start : marked.end].strip()
    addressee = _column("addressee", titles, cells)
    yield Candidate(place, text.start + skip, text.end, label, TABLED, addressee)


def _column(name: str, titles: dict[int, str], cells: dict[int, Cell]) -> Cell | None:
    for pattern in lexicon("recommendations")["columns"][name]:
        for column, title in titles.items():
            if column in cells and re.search(pattern, title, re.IGNORECASE):
                return cells[column]
    return None


def _recommendation(reading: Reading, candidate: Candidate) -> Recommendation:
    """Return a candidate as a recommendation: its opening words as its place, its whole as its text."""
    confidence = CONFIDENCE[candidate.form]
    opening = reading.evidence(
        candidate.start, _opening_end(reading, candidate), extractor="recommendations", confidence=confidence
    )
    end = _whole_end(reading, candidate)
    whole = reading.evidence(
        candidate.start, end, extractor="recommendations", confidence=confidence, supports="text"
    )
    return Recommendation(
        label=candidate.label,
        addressed_to=_addressed_to(reading, candidate),
        text=" ".join(whole.quote.split()),
        evidence=(opening, whole),
    )


def _opening_end(reading: Reading, candidate: Candidate) -> int:
    """Return where the opening words end: at the end of a word, never past the passage."""
    limit = candidate.start + int(lexicon("recommendations")["opening_length"])
    if candidate.end <= limit:
        return candidate.end
    words = reading.document.text[candidate.start : limit]
    return candidate.start + len(words.rsplit(None, 1)[0])


def _whole_end(reading: Reading, candidate: Candidate) -> int:
    """Return where a recommendation ends: with the bullets and the broken-off lines that follow it."""
    end = candidate.end
    if candidate.form in (TABLED, BULLETED):
        return end
    passages = reading.document.passages[candidate.place + 1 :]
    for passage in passages:
        text = reading.document.text[passage.start : passage.end]
        if passage.kind == "footnote":
            continue
        goes_on = passage.kind == "bullet" or (passage.kind == "paragraph" and text[:1].islower())
        if not goes_on or _label(passage, text)[0]:
            break
        end = passage.end
    return end


def _addressed_to(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """Return the agencies addressed: of the table's column, the section's heading, or the sentence."""
    if candidate.addressee:
        found = _agencies(reading, candidate.addressee.start, candidate.addressee.end)
        if found:
            return found
    headings = reading.document.headings_above(candidate.start)
    if headings:
        found = _agencies(reading, headings[-1].start, headings[-1].end)
        if found:
            return found
    text = reading.document.text[candidate.start : candidate.end]
    duty = _compiled("directive")[0].search(text) or _compiled("directive")[2].search(text)
    head = candidate.start + (duty.start() if duty else 0)
    found = _agencies(reading, candidate.start, head)
    if found:
        return found
    return ("multi_agency",) if _fits("everybody", text[: head - candidate.start]) else ()


def _agencies(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    mentions = reading.parties.mentions(start, end)
    return tuple(dict.fromkeys(m.party for m in mentions if m.sort in ("agency", "professional")))
