"""Which cues fired in a passage, what they were read as, and what stopped a reading: ``extract --explain``.

Nothing is judged here: the notes of a reading's trail are laid beside the facts of its review.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from textwrap import shorten, wrap

from loaders.extract.calibration import curve
from loaders.extract.cues import cue_classes
from loaders.extract.definitions import Candidate, labels_not_understood
from loaders.extract.described import described
from loaders.extract.reading import Reading, worked_out_once
from loaders.extract.trail import Note
from ontology.model import Fact, Review
from ontology.vocabulary import codes, definition, label

WIDTH = 100
CATEGORIES = tuple(field.name for field in fields(Review) if field.name not in ("id", "document", "case"))
LONGEST = 60  # characters of a cue that are shown
PEOPLE = ("family", "professionals", "agencies")  # known by their names, told of in many places
Outcome = tuple[str, str]  # what became of some cues: a category, and the verdict in words


@dataclass(frozen=True, slots=True)
class FiredCue:
    """A cue as it stands in the text: its words, what it is called, what it is for, whose it was read as."""

    words: str
    name: str
    purpose: str | None = None
    whose: str | None = None

    def __str__(self) -> str:
        told = self.name + (f": {self.purpose}" if self.purpose else "")
        return f"“{self.words}” ({told}{f'; read as of: {self.whose}' if self.whose else ''})"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of the cues of one sentence (or heading), each verdict with the cues it rests on.

    ``start`` and ``end`` are offsets into the document, ``role`` is the kind of passage it stands in.
    """

    start: int
    end: int
    role: str
    outcomes: tuple[tuple[Outcome, tuple[FiredCue, ...]], ...]

    def lines(self) -> tuple[str, ...]:
        """Return the explanation as lines for people, none wider than a terminal."""
        told: list[str] = []
        for (category, verdict), cues in self.outcomes:
            told += _wrapped(f"{category}: {verdict}", 2)
            for cue in cues:
                told += _wrapped(str(cue), 4)
        return tuple(told) or ("  no cue",)


def _wrapped(text: str, indent: int) -> list[str]:
    return wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))


def explain(reading: Reading, review: Review, start: int, end: int) -> tuple[Explanation, ...]:
    """Return what became of the cues between two offsets, one explanation for each sentence, in text order.

    ``review`` is what the Reading gave; the Reading must have been made with ``keep_notes``.
    """
    inside = [(s.start, s.end, s.role) for s in reading.sentences if s.end > start and s.start < end]
    if not inside:  # a heading has no sentences
        place = next(n for n, p in enumerate(reading.document.passages) if p.end > start)
        inside = [(start, end, reading.roles[place])]
    return tuple(Explanation(*span, _outcomes(reading, review, *span[:2])) for span in inside)


def _outcomes(
    reading: Reading, review: Review, start: int, end: int
) -> tuple[tuple[Outcome, tuple[FiredCue, ...]], ...]:
    found: dict[Outcome, list[FiredCue]] = {outcome: [] for outcome in _of_case(review, start, end)}
    found |= {outcome: [] for outcome in _of_labels(reading, start, end)}
    here = [note for note in reading.trail.notes if start <= note.start < end]
    for category in CATEGORIES:
        notes = [note for note in here if note.category == category]
        for fact in getattr(review, category):
            own = [evidence for evidence in fact.evidence if evidence.supports is None]
            if any(_meet(evidence.start, evidence.end, start, end) for evidence in own):
                found.setdefault((category, _given(category, fact)), [])
        for note in notes:
            if note.cue is None:
                found.setdefault((category, _dropped(note)), [])
        for note in notes:
            for verdict in _verdicts(reading, review, note, notes):
                cues = found.setdefault((category, verdict), [])
                cue = _cue(reading, note)
                if cue not in cues:
                    cues.append(cue)
    return tuple((outcome, tuple(cues)) for outcome, cues in found.items())


def _of_case(review: Review, start: int, end: int) -> Iterator[Outcome]:
    """Yield each field of the case that was read between two offsets."""
    for one in review.case.evidence:
        if one.supports and _meet(one.start, one.end, start, end):
            field = one.supports.replace("_", " ")
            yield "case", f"“{_short(one.quote)}” read as {field} (probability {one.confidence:.2f})"


def _of_labels(reading: Reading, start: int, end: int) -> Iterator[Outcome]:
    """Yield each label that words between two offsets define, or seem to define without being understood."""
    for one in reading.parties.naming.labels.values():
        if start <= one.start < end:
            words = f"“{one.label}” defined by “{_short(one.full)}”"
            yield "labels", f"{words} read as {label('Party', one.party)} (probability {one.sure:.2f})"
    for other in _not_understood(reading):
        if start <= other.start < end:
            words = f"“{other.label}” defined by “{_short(other.full)}”"
            yield "labels", f"{words} not read: {label('DropReason', 'no_party').lower()}"


@worked_out_once
def _not_understood(reading: Reading) -> tuple[Candidate, ...]:
    return tuple(labels_not_understood(reading.document, reading.parties.naming))


def _short(words: str) -> str:
    return shorten(words, LONGEST, placeholder=" …")


def _verdicts(reading: Reading, review: Review, note: Note, notes: list[Note]) -> Iterator[str]:
    """Yield what became of one cue: the facts that rest on it, else why there is none."""
    if note.cue is None:
        return
    if note.dropped:
        yield _dropped(note)
        return
    facts = [fact for fact in getattr(review, note.category) if _rests_on(reading, fact, note)]
    yield from dict.fromkeys(_given(note.category, fact) for fact in facts)
    if not facts:
        around = [n for n in notes if n.cue is None and _meet(n.start, n.end, note.start, note.end)]
        yield from dict.fromkeys(_dropped(one) for one in around)


def _rests_on(reading: Reading, fact: Fact, note: Note) -> bool:
    """Tell whether a fact was read from a cue: by its code, by the name of whom it is, or by its place."""
    if note.category == "factors":
        return getattr(fact, "factor", None) == note.cue
    if note.category in PEOPLE:
        names = (getattr(fact, "name", None), getattr(fact, "label", None), *getattr(fact, "aliases", ()))
        words = " ".join(reading.document.quote(note.start, note.end).split())
        return words.lower() in {name.lower() for name in names if name}
    return any(_meet(e.start, e.end, note.start, note.end) for e in fact.evidence if e.supports is None)


def _meet(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def _given(category: str, fact: Fact) -> str:
    return f"read as {described(category, fact)} (probability {fact.confidence:.2f})"


def _dropped(note: Note) -> str:
    told = f"not read: {label('DropReason', str(note.dropped)).lower()}"
    if note.score is None:
        return told
    return f"{told} (probability {curve(note.category)(note.score):.2f})"


def _cue(reading: Reading, note: Note) -> FiredCue:
    words = _short(reading.document.quote(note.start, note.end))
    purpose = _purposes().get(str(note.cue)) if note.category == "gaps" else None
    return FiredCue(words, str(note.cue), purpose, note.whose)


def reasons_told(reading: Reading) -> Iterator[str]:
    """Yield what each reason means for which a reading of this document was given up."""
    met = {reason for _, reason in reading.trail.dropped}
    for code in codes("DropReason"):
        if code in met:
            yield from _wrapped(f"{label('DropReason', code)}: {definition('DropReason', code)}", 2)


@cache
def _purposes() -> dict[str, str]:
    return {one.name: one.purpose for one in cue_classes()}
