"""Dated events of the case: births, visits, moves, orders, incidents … each with its day and parties.

An event needs a date: its own, its table row's, or one counted from a stated day. Only the story itself
is read (narrative, chronology, background); analysis tells of the same days again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.extract.dates import DateMention
from loaders.extract.lexicon import lexicon
from loaders.extract.meetings import named_meetings
from loaders.extract.reading import Reading, Sentence
from loaders.extract.trail import place_reason
from ontology.model import Event

EXTRACTOR = CATEGORY = "events"
FLOOR = 0.2
TELLING = {"narrative", "chronology", "background"}
RETELLING = {"analysis", "finding", "good_practice"}
SHARE = {10: 0.75, 7: 0.6, 4: 0.45}  # how often an event is right, by how exact its date is
UNTYPED = 0.45
RETOLD = 0.6  # an event told of in an analysis is often only mentioned there
MEETING_LIKE = {"appointment", "visit", "contact", "missed_appointment"}  # said of meetings too
ABOUT = 160  # characters of the words that tell of an event

CLAUSES = re.compile(r"[^;.]+?(?=;|\.\s|\.$|, (?:and|but|while|whilst|although) |$)")


@dataclass(frozen=True, slots=True)
class Happening:
    """One clause that tells of an event: where it stands, what kind, how surely, by which words."""

    start: int
    end: int
    type: str
    confidence: float
    cue: tuple[int, int]


def read_events(reading: Reading) -> tuple[Event, ...]:
    """Return the dated events of a case in text order."""
    found: dict[tuple[str, str, int, int], Event] = {}
    trail = reading.trail
    for sentence in reading.sentences:
        for happening in _happenings(reading, sentence):
            event = _event(reading, sentence, happening)
            if event is None:
                trail.drop(CATEGORY, "no_date", happening.type, happening.cue)
                continue
            trail.fired(CATEGORY, happening.type, happening.cue)
            if event.confidence < FLOOR:
                trail.drop_unsure(CATEGORY, event)
                continue
            found.setdefault((event.type, event.date or "", event.start, event.end), event)
    return tuple(sorted(_once(reading, found.values()), key=lambda e: (e.start, e.type)))


@cache
def _types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
        for code, patterns in lexicon("events")["types"].items()
    )


def _happenings(reading: Reading, sentence: Sentence) -> Iterator[Happening]:
    """Yield one event for each clause of a sentence; a dated row without a known kind is one too."""
    told = False
    names_meeting = bool(named_meetings(sentence.text))
    outside = _outside(sentence)
    for clause in CLAUSES.finditer(sentence.text):
        for code, pattern in _types():
            match = pattern.search(clause[0])
            if match is None:
                continue
            at = sentence.start + clause.start()
            cue = (at + match.start(), at + match.end())
            stopped = outside or _stopped(code, clause[0][: match.end()], names_meeting)
            if stopped:
                reading.trail.drop(CATEGORY, stopped, code, cue)
                if outside:
                    break
                continue
            left = len(clause[0]) - len(clause[0].lstrip())
            yield Happening(at + left, sentence.start + clause.end(), code, 1.0, cue)
            told = True
            break
    row = sentence.role == "chronology" and not names_meeting and not told and not outside
    if row and _opens_row(reading, sentence):
        span = (sentence.start, sentence.end)
        yield Happening(*span, "other_event", UNTYPED, span)


def _outside(sentence: Sentence) -> str | None:
    """Return the drop reason of a sentence that does not tell of the case, None for one that does."""
    if sentence.role not in TELLING | RETELLING:
        return place_reason(sentence.role)
    return "review_itself" if _of_the_review().search(sentence.text) else None


def _stopped(code: str, before: str, names_meeting: bool) -> str | None:
    """Return the drop reason of words for an event that state none, or that are said of a meeting."""
    if code != "missed_appointment" and _not_stated().search(before):
        return "not_stated"
    return "another_sort" if names_meeting and code in MEETING_LIKE else None


@cache
def _of_the_review() -> re.Pattern[str]:
    return re.compile(lexicon("events")["about_the_review"], re.IGNORECASE)


@cache
def _not_stated() -> re.Pattern[str]:
    return re.compile(lexicon("events")["not_stated"], re.IGNORECASE)


def _opens_row(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence is the first of its row's account, the cell after the date."""
    cells = reading.passage(sentence).cells
    return sentence.column == 1 and len(cells) > 1 and sentence.start - cells[1].start < 2


def _event(reading: Reading, sentence: Sentence, happening: Happening) -> Event | None:
    """Return the event a clause tells of, None without a date."""
    date = _date(reading, sentence, happening)
    if date is None:
        return None
    telling = 1.0 if sentence.role in TELLING else RETOLD
    own = 1.0 if happening.start <= date.start < happening.end or sentence.column is not None else 0.8
    sure = SHARE[len(date.date)] * happening.confidence * telling * own
    mentions = reading.parties.mentions(happening.start, happening.end)
    words = reading.document.text[happening.start : happening.end].strip()
    return Event(
        type=happening.type,
        date=date.date,
        date_end=date.date_end,
        parties=tuple(dict.fromkeys(mention.party for mention in mentions)),
        about=" ".join(words.split()) if len(words) <= ABOUT else None,
        evidence=(
            reading.evidence(happening.start, happening.end, extractor=EXTRACTOR, confidence=round(sure, 2)),
        ),
    )


def _date(reading: Reading, sentence: Sentence, happening: Happening) -> DateMention | None:
    """Return the clause's own date, else the sentence's, else in the story the last day named before it."""
    own = reading.dates.mentions(happening.start, happening.end)
    if own:
        return own[0]
    found = reading.dates.of(sentence)
    if found is None and sentence.role in TELLING:
        found = reading.dates.carried(sentence)
    return found


def _once(reading: Reading, events: Iterable[Event]) -> list[Event]:
    """Join the tellings of one event: same type, same exact day, in different passages.

    Nobody is born or dies twice, so those are one even under dates of different exactness.
    """
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (-e.confidence, e.start)):
        place = next((n for n, other in enumerate(kept) if _same_event(reading, other, event)), None)
        if place is None:
            kept.append(event)
        else:
            kept[place] = replace(kept[place], evidence=(*kept[place].evidence, *event.evidence))
    return kept


def _same_event(reading: Reading, one: Event, other: Event) -> bool:
    if one.type != other.type or not one.date or not other.date:
        return False
    once_only = one.type in {"birth", "death"} and bool(set(one.parties) & set(other.parties))
    if once_only and (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return True
    document = reading.document
    apart = document.passage_at(one.start) != document.passage_at(other.start)
    shared = bool(set(one.parties) & set(other.parties)) or not one.parties or not other.parties
    return apart and shared and len(one.date) == 10 and one.date == other.date
