"""Meetings about the case: which, when, held or not, who came and who did not.

Every sentence that names a meeting is a sighting. Sightings of one type and one day are one meeting,
told more than once; an undated sighting belongs to the meeting of its type told of just before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.extract.attendance import attendance
from loaders.extract.lexicon import lexicon
from loaders.extract.reading import Reading, Sentence
from loaders.extract.trail import place_reason
from ontology.model import Evidence, Meeting

EXTRACTOR = CATEGORY = "meetings"
FLOOR = 0.1
WISHED = 0.15  # said to be wanted or planned, but with words of one held and its day
STORY = {"narrative", "chronology", "background", "analysis", "finding", "good_practice"}
TELLING = {"narrative", "chronology", "background"}
GENERAL = ("other_meeting", "professionals_meeting", "progress_meeting")
NEEDS_DATE = {"supervision", "other_meeting", "court_hearing", "family_network_meeting"}


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sentence that names a meeting: where the name stands, the type, the day, how surely."""

    sentence: Sentence
    start: int
    end: int
    type: str
    date: str | None
    held: bool
    series: bool
    confidence: float


def read_meetings(reading: Reading) -> tuple[Meeting, ...]:
    """Return the meetings of a case in text order, one fact each, with evidence for every mention."""
    sightings = [
        s for sentence in reading.sentences if sentence.role in STORY for s in _sightings(reading, sentence)
    ]
    sightings += _heading_sightings(reading)
    _drop_elsewhere(reading)
    kept = []
    for group in _grouped(sorted(sightings, key=lambda s: s.start)):
        reading.trail.fired(CATEGORY, group[0].type, *((s.start, s.end) for s in group))
        meeting = _meeting(reading, group)
        if meeting.confidence < FLOOR:
            reading.trail.drop_unsure(CATEGORY, meeting)
        else:
            kept.append(meeting)
    return tuple(sorted(kept, key=lambda m: (m.start, m.type)))


def _drop_elsewhere(reading: Reading) -> None:
    """Count the meetings named where reviews do not tell of their case."""
    for sentence in reading.sentences:
        if sentence.role not in STORY:
            for hit in named_meetings(sentence.text):
                _drop(reading, sentence, hit, place_reason(sentence.role))


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE))
        for code, patterns in lexicon("meetings")["types"].items()
    )


@cache
def _cue(name: str, ending: str = "") -> re.Pattern[str]:
    cues = lexicon("meetings")[name]
    return re.compile(rf"(?:{'|'.join(cues if isinstance(cues, list) else [cues])}){ending}", re.IGNORECASE)


def named_meetings(text: str) -> list[tuple[int, int, str]]:
    """Return each meeting of a case that a text names as (start, end, type); the longest name wins."""
    return _told_apart(text)[0]


def _told_apart(text: str) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    """Return the meetings of a case that a text names, and those of the review or of a service at large."""
    found = [
        (match.start(), match.end(), code) for code, pattern in _names() for match in pattern.finditer(text)
    ]
    taken: list[tuple[int, int, str]] = []
    for start, end, code in sorted(found, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, code))
    outside = [match.span() for match in _cue("not_of_the_case").finditer(text)] if taken else []
    others = [hit for hit in taken if any(a < hit[1] and hit[0] < b for a, b in outside)]
    return sorted(hit for hit in taken if hit not in others), sorted(others)


def _sightings(reading: Reading, sentence: Sentence) -> Iterator[Sighting]:
    """Yield each meeting a sentence tells of, one for each day where it names several."""
    named, others = _told_apart(sentence.text)
    for hit in others:
        _drop(reading, sentence, hit, "review_itself")
    for start, end, code in named or _gone_on(reading, sentence):
        if _cue("renames").search(sentence.text[:start]):
            _drop(reading, sentence, (start, end, code), "duplicate")
            continue
        bare = sentence.text[start:end].lower().startswith("meeting")
        kind = _purpose(reading, sentence) if bare else code
        for date in _dates(reading, sentence, start, end):
            sighting = _sighting(sentence, start, end, kind, date)
            if isinstance(sighting, str):
                _drop(reading, sentence, (start, end, kind), sighting)
                continue
            if sighting.confidence == WISHED or date is None:
                doubt = "no_date" if date is None else "not_stated"
                reading.trail.doubt(CATEGORY, doubt, sentence.start, sentence.end)
            yield sighting


def _drop(reading: Reading, sentence: Sentence, hit: tuple[int, int, str], reason: str) -> None:
    start, end, code = hit
    reading.trail.drop(CATEGORY, reason, code, (sentence.start + start, sentence.start + end))


def _sighting(sentence: Sentence, start: int, end: int, code: str, date: str | None) -> Sighting | str:
    """Judge one naming of a meeting: was it held, is it one of a series, how surely is it told of.

    Returns the code of a drop reason where the words do not tell of a meeting at all.
    """
    text = sentence.text
    before, after = text[:start], text[end:]
    held = not _cue("not_held").search(after[:120])
    wished = bool(_cue("not_said_to_be_held", r"\W*(?:\w+\W+){0,3}$").search(before[-60:]))
    sure_day = before.lower().endswith("the ") and bool(re.match(r"\s*(?:of|on|in|,)?\s*\(?\d", after))
    wished = held and ((wished and not sure_day) or bool(_cue("after_not_said").search(after)))
    told = bool(_cue("held").search(text)) or sentence.column is not None
    around = text[max(0, start - 30) : end + 30]
    plainly = bool(_cue("plainly_held").search(around))
    stopped = _stopped(code, date, told=told, plainly=plainly, wished=wished)
    if stopped:
        return stopped
    confidence = _confidence(sentence, code, date, told=told, plainly=plainly, wished=wished)
    series = date is None and bool(re.search(r"\b(?:weekly|fortnightly|monthly|regular(?:ly)?)\b", around))
    at = sentence.start
    return Sighting(sentence, at + start, at + end, code, date, held, series, confidence)


def _gone_on(reading: Reading, sentence: Sentence) -> list[tuple[int, int, str]]:
    """Read "It was held on 3 May": the meeting that the sentences just before named last."""
    match = _cue("goes_on").search(sentence.text)
    if match is None:
        return []
    for before in reversed(reading.sentences[max(0, sentence.index - 2) : sentence.index]):
        named = named_meetings(before.text) if before.passage == sentence.passage else []
        if named:
            return [(match.start(), match.end(), named[-1][2])]
    return []


def _purpose(reading: Reading, sentence: Sentence) -> str:
    """Return the type of a meeting that is only called one, from what it settled."""
    following = reading.sentences[sentence.index : sentence.index + 3]
    text = " ".join(s.text for s in following if s.passage == sentence.passage)
    for code, pattern in lexicon("meetings")["purpose"].items():
        if re.search(pattern, text, re.IGNORECASE):
            return str(code)
    return "other_meeting"


def _dates(reading: Reading, sentence: Sentence, start: int, end: int) -> list[str | None]:
    """Return the day of a meeting: the date nearest its name in the sentence, or its row's.

    Several meetings named at once have a day each: "reviews were held on 3rd May and 4th July".
    """
    mentions = reading.dates.mentions(sentence.start, sentence.end)
    if not mentions:
        row = reading.dates.of(sentence)
        return [row.date if row else None]
    left, right = sentence.start + start, sentence.start + end

    def away(mention_start: int, mention_end: int) -> int:
        return mention_start - right if mention_start >= right else 2 * (left - mention_end)

    opening = [m for m in mentions if m.start - sentence.start < 12]
    attached = [m for m in mentions if 0 <= m.start - right < 40]
    after = [m for m in mentions if m.start >= right]
    if sentence.text[start:end].endswith("s") and len(after) > 1 and len(named_meetings(sentence.text)) == 1:
        return [m.date for m in after]
    best = min(mentions, key=lambda m: away(m.start, m.end))
    return [(attached or opening or [best])[0].date]


def _stopped(code: str, date: str | None, *, told: bool, plainly: bool, wished: bool) -> str | None:
    """Return the drop reason of a naming that tells of no meeting: wished for, or no word of one held."""
    if wished and not (told and _exact(date)):
        return "not_stated"
    if date is not None:
        return None
    if not told:
        return "not_stated"
    return "no_date" if code in NEEDS_DATE and not (plainly and code == "supervision") else None


def _confidence(
    sentence: Sentence, code: str, date: str | None, *, told: bool, plainly: bool, wished: bool
) -> float:
    """Return how surely a sentence tells of a meeting; measured shares, rounded."""
    if wished:
        return WISHED
    telling = sentence.role in TELLING
    if _exact(date):
        base = 0.85 if told and telling else 0.7 if told or telling else 0.5
    elif date is not None:
        base = 0.45 if told else 0.25
    else:
        base = 0.42 if plainly else 0.25
    return base * (0.6 if code == "other_meeting" else 1.0)


def _exact(date: str | None) -> bool:
    return date is not None and len(date) == 10


def _heading_sightings(reading: Reading) -> list[Sighting]:
    """Return the meetings that headings name with their day ("Core group, 4th May 2016")."""
    found = []
    document = reading.document
    for place, passage in enumerate(document.passages):
        mentions = reading.dates.mentions(passage.start, passage.end) if passage.kind == "heading" else ()
        if len(mentions) != 1 or reading.roles[place] not in STORY:
            continue
        text = document.text[passage.start : passage.end]
        sentence = Sentence(-1, passage.start, passage.end, text, place, reading.roles[place])
        for start, end, code in named_meetings(text):
            at = passage.start
            found.append(Sighting(sentence, at + start, at + end, code, mentions[0].date, True, False, 0.6))
    return found


def _grouped(sightings: list[Sighting]) -> list[list[Sighting]]:
    """Join the sightings of one meeting: same type and day, or undated after one of its type."""
    groups: dict[tuple[str, str], list[Sighting]] = {}
    for sighting in sightings:
        if sighting.date and len(sighting.date) == 10:
            groups.setdefault((sighting.type, sighting.date), []).append(sighting)
    for sighting in sightings:
        if not (sighting.date and len(sighting.date) == 10):
            key = _home(sighting, groups)
            groups.setdefault(key, []).append(sighting)
    return [sorted(group, key=lambda s: s.start) for group in _general_into_special(groups)]


def _home(sighting: Sighting, groups: dict[tuple[str, str], list[Sighting]]) -> tuple[str, str]:
    """Return the group of a sighting without an exact day."""
    if sighting.series:
        return sighting.type, "series"
    same = [key for key in groups if key[0] == sighting.type and key[1].startswith(sighting.date or "")]
    same = [key for key in same if key[1] not in {"", "series"}]
    before = [key for key in same if groups[key][0].start < sighting.start]
    if before:
        return max(before, key=lambda key: max(s.start for s in groups[key] if s.start < sighting.start))
    if sighting.date and same:
        return same[0]
    return sighting.type, sighting.date or ""


def _general_into_special(groups: dict[tuple[str, str], list[Sighting]]) -> Iterable[list[Sighting]]:
    """A meeting of a general type on the day of a special one is that one, told in other words."""
    for general in GENERAL:
        for code, day in [key for key in groups if key[0] == general and len(key[1]) == 10]:
            passages = {s.sentence.passage for s in groups[code, day]}
            others = [
                key for key in groups if key[1] == day and key[0] not in GENERAL[: GENERAL.index(general) + 1]
            ]
            near = [key for key in others if general == "other_meeting" or key[0] != "supervision"]
            near = [
                k
                for k in near
                if general != "other_meeting" or passages & {s.sentence.passage for s in groups[k]}
            ]
            if near:
                moved = groups.pop((code, day))
                groups[near[0]] += [replace(s, type=near[0][0]) for s in moved]
    return groups.values()


def _meeting(reading: Reading, group: list[Sighting]) -> Meeting:
    """Return the fact that a group of sightings makes; its place is the surest sighting."""
    best = max(group, key=lambda s: (s.confidence, -s.start))
    dates = sorted({s.date for s in group if s.date}, key=lambda d: (-len(d), d))
    attended, absent = attendance(reading, [s.sentence for s in group if s.sentence.index >= 0])
    evidence = [_evidence(reading, s) for s in [best, *(s for s in group if s is not best)]]
    return Meeting(
        type=best.type,
        date=best.date or (dates[0] if dates else None),
        held=all(s.held for s in group),
        attended=attended,
        absent=absent,
        evidence=tuple({(e.start, e.end): e for e in evidence}.values()),
    )


def _evidence(reading: Reading, sighting: Sighting) -> Evidence:
    place = sighting.sentence
    return reading.evidence(
        place.start, place.end, extractor=EXTRACTOR, confidence=round(sighting.confidence, 2)
    )
