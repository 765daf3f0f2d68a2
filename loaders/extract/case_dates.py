"""The dates of the case: publication, period under review, the child's birth, the incident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.dates import DateMention
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading
from loaders.extract.told import Told

TITLE_PAGE = 1500
OPENING = 16000
LABELS = 6000


def _passages(reading: Reading, limit: int | None = None) -> Iterator[tuple[int, int, str]]:
    text = reading.document.text
    for passage in reading.document.passages:
        if limit and passage.start > limit:
            return
        words = text[passage.start : passage.end]
        # The lines of a paragraph are only wrapped; those of other passages may each say their own.
        yield passage.start, passage.end, words.replace("\n", " ") if passage.kind == "paragraph" else words


def _told(one: DateMention, sure: float) -> Told:
    return Told(one.date, one.start, one.end, sure)


def read_published(reading: Reading) -> Told | None:
    """Return when the review was published: after a word for it, or alone on the title page."""
    text = reading.document.text
    cues = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in lexicon("case")["published_cues"])
    for match in re.finditer(rf"\b(?i:{cues})\b[\s:*]*", text[:TITLE_PAGE]):
        for date in reading.dates.mentions(match.end(), match.end() + 80):
            return _told(date, 0.9)
    for date in reading.dates.mentions(0, TITLE_PAGE):
        start = text.rfind("\n", 0, date.start) + 1
        line = text[start : text.find("\n", date.end)].strip(" *#_\t")
        left = re.sub(r"(?i)^(?:date|report\s+date|final|version\s*\d*)[\s:*-]*|[\s*]+$", "", line)
        if left == text[date.start : date.end] and not date.date_end:
            return _told(date, 0.75)
    return None


def read_period(reading: Reading) -> tuple[Told | None, Told | None]:
    """Return the first and last day of the period under review, from the passage that says so best."""
    cues = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in lexicon("case")["period_cues"])
    halves: tuple[Told | None, Told | None] = (None, None)
    for start, _, words in _passages(reading):
        for match in re.finditer(rf"\b(?i:{cues})\b", words):
            first, last = _pair(reading, start + match.start(), start + match.start() + 320)
            if first and last:
                return first, last
            if (
                first
                and not halves[0]
                and re.match(r"(?s).{0,60}\bbegins?|.{0,40}\bstart|.{0,90}\bfrom\b", words[match.start() :])
            ):
                halves = (first, None)
    return halves[0], _end_by_event(reading) if halves[0] else None


def _pair(reading: Reading, start: int, end: int) -> tuple[Told | None, Told | None]:
    """Return two dates of one statement in order, or the only one; a range gives both."""
    dates = [d for d in reading.dates.mentions(start, end) if not d.relative]
    for date in dates:
        if date.date_end:
            return _told(date, 0.9), Told(date.date_end, date.start, date.end, 0.9)
    if len(dates) >= 2 and dates[0].date[:7] <= dates[1].date[:7]:
        return _told(dates[0], 0.9), _told(dates[1], 0.9)
    return (_told(dates[0], 0.6) if dates else None), None


def _end_by_event(reading: Reading) -> Told | None:
    """Return the day of the incident as the end of a period that says only where it begins."""
    found = _incidents(reading)
    return Told(found.value, found.start, found.end, 0.7) if found else None


def _labelled(reading: Reading, cues: str) -> Told | None:
    """Return the date behind a label on the first pages ("D.O.B: 01/01/2012"), on the same line."""
    text = reading.document.text
    for match in re.finditer(
        rf"^[\s*#_]*(?:{lexicon('case')[cues]})[\s*]*[:–—-]", text[:LABELS], re.M | re.I
    ):
        line = text.find("\n", match.end())
        for date in reading.dates.mentions(match.end(), line if line > 0 else len(text)):
            return _told(date, 0.9)
    return None


def read_born(reading: Reading) -> Told | None:
    """Return the child's date of birth: from a label, from the family table, else from words that tell it."""
    labelled = _labelled(reading, "born_labels")
    if labelled:
        return labelled
    forms = reading.parties.naming.subject.forms
    for start, end, words in _passages(reading):
        cells = words.split("\t")
        if len(cells) > 2 and any(form in cells[0] for form in forms):
            for date in reading.dates.mentions(start, end):
                return _told(date, 0.9)
    best: Told | None = None
    child = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms) or r"(?!)"
    whole = (
        rf"(?:{child}|[Tt]he\s+(?:young\s+person|child|baby)|[Tt]he\s+twins)"
        r"[^.\n]{0,50}?\b(?:was|were|had\s+been)?\s*,?\s*(?:\w+\s+)?born\b"
    )
    for start, _, words in _passages(reading):
        for match in re.finditer(whole, words):
            found = _birth_date(reading, start, words, match)
            if found and (
                best is None or (found.value.startswith(best.value) and len(found.value) > len(best.value))
            ):
                best = found
    return best


def _birth_date(reading: Reading, start: int, words: str, match: re.Match[str]) -> Told | None:
    """Return the date of the sentence that tells a birth, the one after the word before the one ahead."""
    stop = re.search(r"\.\s|\n", words[match.end() :])
    end = match.end() + stop.start() if stop else len(words)
    after = re.search(r"\band\b|;", words[match.end() : end])
    limit = match.end() + after.start() if after else end
    for date in reading.dates.mentions(start + match.end(), start + max(limit, match.end())):
        return _told(date, 0.85)
    opening = max(words.rfind(". ", 0, match.start()), words.rfind("\n", 0, match.start())) + 1
    dates = reading.dates.mentions(start + opening, start + match.start())
    return _told(dates[-1], 0.7) if dates and not dates[-1].relative else None


def read_incident(reading: Reading, outcome: Told | None, period_end: Told | None) -> Told | None:
    """Return the day of the incident or death: as told in the opening, else the end of the period."""
    found = _labelled(reading, "incident_labels") or _incidents(reading)
    if found and period_end and period_end.value.startswith(found.value):
        return Told(period_end.value, period_end.start, period_end.end, 0.9)
    if found:
        return found
    if period_end and outcome:
        return Told(period_end.value, period_end.start, period_end.end, 0.6)
    return None


HAPPENED = re.compile(
    r"\b(?:died|death|dead|drowned|killed|took\s+(?:her|his|their)\s+own|injur(?:ed|y|ies)|unresponsive|incident|collapsed|"
    r"harmed|brought\s+to|taken\s+(?:by\s+ambulance\s+)?to|admitted\s+to|remove[d]?|found)\b"
)


def _incidents(reading: Reading) -> Told | None:
    """Return the most exact date of the first sentences of the opening that tell what happened."""
    best: Told | None = None
    for sentence in reading.sentences:
        if sentence.start > OPENING:
            break
        for date in _of_happening(reading, sentence.start, sentence.text):
            if best is None or (date.date.startswith(best.value) and len(date.date) > len(best.value)):
                best = _told(date, 0.8)
        if best and len(best.value) == 10:
            break
    return best


def _of_happening(reading: Reading, start: int, words: str) -> list[DateMention]:
    """Return the dates a sentence gives for what happened, those after the word first; births left out."""
    verb = HAPPENED.search(words)
    if not verb:
        return []
    dates = [
        date
        for date in reading.dates.mentions(start, start + len(words))
        if not date.relative
        and not date.date_end
        and len(date.date) >= 7
        and not re.search(r"\bborn\s+(?:on|in)\s+(?:the\s+)?$", words[: date.start - start])
    ]
    return sorted(dates, key=lambda date: date.start < start + verb.start())
