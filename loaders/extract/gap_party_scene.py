"""Everything round one gap that tells whose it is: who is named in it, before it, under its heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from loaders.extract.gap_features import Judged
from loaders.extract.gap_kinds import kind_features
from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading, Sentence, worked_out_once
from ontology.document import Passage

FAMILY = "family"
REACH = 40
IN_PASSING = 0.6  # what a mention counts that names a place or a paper, of one that names somebody
NEARBY = range(-4, 4)  # sentences whose parties count as near
FADING, ELSEWHERE, TO_COME = 0.6, 0.3, 0.5  # by each sentence's distance, in another passage, after it
TITLE_REST = 14  # characters of number and small words beside the name in a heading that is a name
CUE_HEAD = 8
SCOPES = ("before", "after", "passage", "section", "wide", "doc")


@dataclass(frozen=True, slots=True)
class Place:
    """One gap whose parties are asked for: its sentence, its kind, and its span in the document."""

    judged: Judged
    kind: str
    start: int
    end: int


@cache
def words_aside(name: str) -> re.Pattern[str]:
    """Return one of the lexicon's expressions for what stands beside or in a mention."""
    return re.compile(lexicon("gap_parties")[name], re.IGNORECASE)


@cache
def _things() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((party, re.compile(p, re.I)) for party, p in lexicon("gap_parties")["things"].items())


def things_in(text: str) -> set[str]:
    """Return the agencies whose own work a text speaks of."""
    return {party for party, pattern in _things() if pattern.search(text)}


class Scene:
    """One gap with its surroundings, counted once for all the parties that may be meant."""

    def __init__(self, reading: Reading, place: Place) -> None:
        self.reading, self.place = reading, place
        self.judged, self.start, self.end = place.judged, place.start, place.end
        self.sentence = place.judged.sentence
        self.named = reading.parties.mentions(place.start, place.end)
        self.work = [m for m in self.named if m.sort != FAMILY]
        self.text = reading.document.text[place.start : place.end]
        self.cue = _cue(place)

    @cached_property
    def counts(self) -> dict[str, dict[str, float]]:
        """How often each agency is named, by scope: before it in the passage, in its section …"""
        return {name: _counted(self.reading, *span, family=False) for name, span in self._spans.items()}

    @cached_property
    def family_counts(self) -> dict[str, dict[str, float]]:
        """How often each relative is named, by scope."""
        chosen = {name: span for name, span in self._spans.items() if name not in {"after", "wide"}}
        return {name: _counted(self.reading, *span, family=True) for name, span in chosen.items()}

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        passage = self.reading.passage(self.sentence)
        spans = (
            (passage.start, self.sentence.start),
            (self.sentence.end, passage.end),
            (passage.start, passage.end),
            section(self.reading, self.start),
            wider_section(self.reading, self.start),
            (0, len(self.reading.document.text)),
        )
        return dict(zip(SCOPES, spans, strict=True))

    @cached_property
    def near(self) -> dict[str, float]:
        """How much each agency is named in the sentences nearby, the nearest counting most."""
        return self._nearby(family=False)

    @cached_property
    def family_near(self) -> dict[str, float]:
        """How much each relative is named in the sentences nearby."""
        return self._nearby(family=True)

    def _nearby(self, *, family: bool) -> dict[str, float]:
        found: dict[str, float] = defaultdict(float)
        for step in NEARBY:
            index = self.sentence.index + step
            if step == 0 or not 0 <= index < len(self.reading.sentences):
                continue
            other = self.reading.sentences[index]
            weight = FADING ** abs(step) * (1.0 if other.passage == self.sentence.passage else ELSEWHERE)
            weight *= 1.0 if step < 0 else TO_COME
            for mention in self.reading.parties.mentions(other.start, other.end):
                if (mention.sort == FAMILY) == family:
                    found[mention.party] += weight * _weight(self.reading, mention)
        return found

    @cached_property
    def around(self) -> dict[str, list[str]]:
        """The parties named just before in the passage and in the heading, with where."""
        return _around(self.reading, self.sentence, self.start)

    @cached_property
    def signs(self) -> set[str]:
        """What the lapse expressions and topics of the sentence are, as names of features."""
        topics = kind_features(self.judged, self.sentence.text)
        signs = {name for name in self.judged.features if name.startswith("cue:")}
        return signs | {name for name in topics if name.startswith(("topic:", "near:"))}

    @cached_property
    def things(self) -> dict[str, set[str]]:
        """The agencies whose own work is spoken of: in the sentence, before it, in its heading."""
        document = self.reading.document
        before = document.text[self.reading.passage(self.sentence).start : self.start]
        headings = document.headings_above(self.start)[-1:]
        heading = " ".join(document.text[one.start : one.end] for one in headings)
        return {
            "thing": things_in(self.text),
            "thing before": things_in(before),
            "thing heading": things_in(heading),
        }


def section(reading: Reading, offset: int) -> tuple[int, int]:
    """Return the span from the heading right above an offset to the next heading of any level."""
    above = reading.document.headings_above(offset)
    if not above:
        return 0, 0
    after = [h.start for h in _headings(reading) if h.start > above[-1].start]
    return above[-1].start, min(after, default=len(reading.document.text))


def wider_section(reading: Reading, offset: int) -> tuple[int, int]:
    """Return the span of the section that holds the section of an offset, subsections included."""
    above = reading.document.headings_above(offset)
    if not above:
        return 0, 0
    top = above[max(0, len(above) - 2)]
    after = [h.start for h in _headings(reading) if h.start > top.start and h.level <= top.level]
    return top.start, min(after, default=len(reading.document.text))


@worked_out_once
def _headings(reading: Reading) -> tuple[Passage, ...]:
    return tuple(one for one in reading.document.passages if one.kind == "heading")


@worked_out_once
def _counted(reading: Reading, start: int, end: int, *, family: bool) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for mention in reading.parties.mentions(start, end):
        if (mention.sort == FAMILY) == family:
            found[mention.party] += _weight(reading, mention)
    return found


@worked_out_once
def _weight(reading: Reading, mention: Mention) -> float:
    """Return how much a mention counts: less where it names a place or a paper than somebody who acts."""
    if mention.sort == FAMILY:
        return 1.0
    text = reading.document.text
    before = text[max(0, mention.start - REACH) : mention.start].replace("\n", " ")
    after = text[mention.end : mention.end + REACH].replace("\n", " ")
    passing = (
        words_aside("place_itself").search(text[mention.start : mention.end])
        or words_aside("place_before").search(before)
        or words_aside("thing_after").search(after)
    )
    return IN_PASSING if passing else 1.0


def _cue(place: Place) -> int:
    """Return where the lapse expression that carries the gap begins, as an offset into the document."""
    offset = place.judged.sentence.start
    live = [s.cue for s in place.judged.scopes if not s.familys and s.cue.strong]
    inside = [c for c in live if offset + c.start >= place.start] or live
    return offset + min((c.start for c in inside), default=0) + CUE_HEAD


def _around(reading: Reading, sentence: Sentence, start: int) -> dict[str, list[str]]:
    """Return the agencies named just before in the passage and in the headings above, with where."""
    found: dict[str, list[str]] = {}
    before = _agencies(reading, reading.passage(sentence).start, sentence.start)
    if before:
        found.setdefault(before[-1].party, []).append("last")
    previous = reading.sentences[sentence.index - 1] if sentence.index else None
    if previous and previous.passage == sentence.passage:
        for mention in _agencies(reading, previous.start, previous.end)[:1]:
            found.setdefault(mention.party, []).append("first of previous")
    for depth, heading in enumerate(reversed(reading.document.headings_above(start))):
        mentions = _agencies(reading, heading.start, heading.end)
        for party in dict.fromkeys(m.party for m in mentions):
            found.setdefault(party, []).extend(["heading"] if depth else ["heading", "own heading"])
        if mentions and heading.end - heading.start - _length(mentions) < TITLE_REST:
            found[mentions[0].party].append("whole heading")
        if mentions:
            break
    return found


def _agencies(reading: Reading, start: int, end: int) -> list[Mention]:
    return [m for m in reading.parties.mentions(start, end) if m.sort != FAMILY]


def _length(mentions: Iterable[Mention]) -> int:
    return sum(m.end - m.start for m in mentions)
