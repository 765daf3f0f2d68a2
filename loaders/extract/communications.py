"""Communications: acts by which information about the case passed between parties.

An act of telling counts where an agency lets another know, or where a relative or member of the public
raises a concern with one. Talk with the family in the course of a visit does not, and what passes inside
a meeting belongs to the meeting. One act told of twice is one fact with two places of evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import prod

from loaders.extract.acts import acts_of, cue_words, stopped_cues, told_words
from loaders.extract.arguments import Arguments, parsed
from loaders.extract.concerns import raised_by_family
from loaders.extract.frames import Act
from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading, Sentence
from loaders.extract.sides import Sides, completed
from loaders.extract.telling_words import telling_words
from loaders.extract.tellings import Telling, one_for_each, told_once
from loaders.extract.trail import UNSURE, Span, place_reason
from ontology.model import Communication

CATEGORY = "communications"
FLOOR = 0.25  # acts less sure than this are never given
STORY = {"narrative", "chronology", "background", "analysis", "finding", "good_practice"}
ABOUT = 200  # characters of what was told; more is left to the quote
BASE = 0.75  # how surely a plain act between two agencies counts
NARROW = 0.25  # a clause shorter than this share of its sentence is shown with its sentence


def read_communications(reading: Reading) -> tuple[Communication, ...]:
    """Return the communications of a case in text order."""
    tellings = [t for one in parsed(reading, _sentences(reading)) for t in _tellings(reading, one)]
    facts = [_fact(reading, group) for group in told_once(reading, tellings)]
    for fact in facts:
        if fact.confidence < FLOOR:
            reading.trail.drop_unsure(CATEGORY, fact)
    return tuple(sorted((f for f in facts if f.confidence >= FLOOR), key=lambda f: (f.start, f.end)))


def _sentences(reading: Reading) -> list[Sentence]:
    """Return the sentences to parse: in the story, with a word of telling and a party."""
    found = []
    for sentence in reading.sentences:
        if not cue_words().search(sentence.text):
            continue
        story = sentence.role in STORY
        if story and reading.parties.mentions(sentence.start, sentence.end):
            found.append(sentence)
        elif match := told_words().search(sentence.text):
            place = (sentence.start + match.start(), sentence.start + match.end())
            reason = "no_party" if story else place_reason(sentence.role)
            reading.trail.drop(CATEGORY, reason, match[0].lower(), place)
    return found


def _tellings(reading: Reading, arguments: Arguments) -> list[Telling]:
    """Return the acts of a sentence that count, each with a party on both sides as far as stated."""
    sentence, acts, found = arguments.sentence, acts_of(arguments), []
    for token, rule, reason in stopped_cues(arguments, acts):
        _drop(reading, sentence, reason, rule, arguments.place(token))
    for act in acts:
        context = completed(reading, sentence, act)
        telling = _telling(reading, sentence, act, context)
        place = arguments.place(arguments.doc[act.cue])
        if isinstance(telling, str):
            _drop(reading, sentence, telling, act.rule, place)
        else:
            reading.trail.fired(CATEGORY, act.rule, place)
            found.append(telling)
    moved = _records_moved(reading, sentence) if not found else None
    kept = one_for_each([*found, moved] if moved else found)
    told = {(one.rule, one.start, one.sender) for one in kept}
    for telling in found:
        if (telling.rule, telling.start, telling.sender) not in told:
            reading.trail.drop(CATEGORY, "duplicate", telling.rule, (telling.start, telling.end))
    return kept


def _drop(reading: Reading, sentence: Sentence, reason: str, rule: str, place: Span) -> None:
    """Count an act that does not count; in talk with the reviewers, that is the reason why."""
    of_review = re.search(telling_words()["about_the_review"], sentence.text, re.IGNORECASE)
    reading.trail.drop(CATEGORY, "review_itself" if of_review else reason, rule, place)


def _records_moved(reading: Reading, sentence: Sentence) -> Telling | None:
    """Read "her medical records were transferred": from one practice to the next."""
    words, text = telling_words(), sentence.text
    moved = re.search(words["records_moved"], text, re.IGNORECASE)
    if not moved or re.search(words["records_not_moved"], text, re.IGNORECASE):
        return None
    for kind in words["records"]:
        match = re.search(rf"\b{kind['pattern']}", text, re.IGNORECASE)
        if match and abs(match.start() - moved.start()) < 60:
            left = sentence.start + match.start()
            team = Mention(left, left + len(match[0]), kind["party"], match[0], "agency")
            mention = reading.dates.carried(sentence)
            date = mention.date if mention else None
            reading.trail.fired(CATEGORY, "records", (left, left + len(match[0])))
            place = (sentence, sentence.start, sentence.end, "records")
            return Telling(*place, team, (team,), "records_transfer", date, 0.45)
    return None


def _telling(reading: Reading, sentence: Sentence, act: Act, sides: Sides) -> Telling | str:
    """Judge one act: whose telling it is decides whether it counts, and the words how surely.

    Returns the code of a drop reason where it does not count at all.
    """
    receivers = tuple(m for m in sides.receivers if m.sort != "family")
    sender = sides.senders[0] if sides.senders else None
    if not receivers:
        return "family_not_services" if sides.receivers else "no_party"
    if sender is not None and sender.party == "multi_agency":
        return "ambiguous"
    start, end = _place(sentence, act)
    end = _with_next(reading, sentence, end) if act.channel in {None, "phone"} else end
    clause = reading.document.text[start:end]
    channel = _channel(act, clause)
    mention = reading.dates.near(sentence)
    carried = reading.dates.carried(sentence)
    date = mention.date if mention else None
    dated = bool(carried and len(carried.date) == 10)
    confidence, doubt = _confidence(_judged(sentence, act, sides, clause, dated=dated))
    reading.trail.doubt(CATEGORY, doubt, start, end)
    sides_of = (act.rule, sender, receivers, channel)
    own_date = reading.dates.of(sentence) is not None
    return Telling(sentence, start, end, *sides_of, date, confidence, act.both, own_date)


def _judged(
    sentence: Sentence, act: Act, sides: Sides, clause: str, *, dated: bool
) -> Iterator[tuple[float, str]]:
    """Yield what makes an act less sure: a factor, and the drop reason that it speaks for."""
    words = telling_words()
    receivers = [m for m in sides.receivers if m.sort != "family"]
    yield _by_sender(act, sides, clause)
    if sides.guessed or sides.typed:
        yield 0.65 if sides.guessed else 0.8, "no_party"
    if any(m.party == "multi_agency" for m in receivers):
        yield 0.85, "ambiguous"
    if re.search(words["about_the_review"], sentence.text, re.IGNORECASE):
        yield 0.5, "review_itself"
    if act.weak:
        yield 0.7, "not_stated"
    if re.search(words["denied"], clause, re.IGNORECASE):
        yield 0.3, "negated"
    if re.search(words["inside_a_meeting"], sentence.text, re.IGNORECASE):
        yield 0.5, "another_sort"
    if sentence.role in {"analysis", "finding", "good_practice"} and not dated:
        yield 0.75, "no_date"


def _by_sender(act: Act, sides: Sides, clause: str) -> tuple[float, str]:
    """Return how surely an act counts by who tells, and what speaks against it there."""
    sender = sides.senders[0] if sides.senders else None
    receivers = [m for m in sides.receivers if m.sort != "family"]
    if sender is None:
        return 0.2 / BASE, "no_party"
    if sender.sort == "family":
        return raised_by_family(clause, act, sides) / BASE, "family_not_services"
    if {m.party for m in receivers} == {sender.party}:
        sure = BASE if sides.typed else 0.5 if _apart(sender, receivers[0]) else 0.2
        return sure / BASE, "no_party"
    return 1.0, UNSURE


def _confidence(judged: Iterable[tuple[float, str]]) -> tuple[float, str]:
    """Return how surely an act is a communication of the case, and the reason that speaks most against."""
    factors = list(judged)
    worst, reason = min(factors, key=lambda one: one[0])
    return BASE * prod(factor for factor, _ in factors), reason if worst < 1 else UNSURE


def _apart(sender: Mention, receiver: Mention) -> bool:
    """Tell two teams of one kind of agency from one team named twice, or from a worker and a manager."""
    if re.search(telling_words()["above"], receiver.label + " " + sender.label, re.IGNORECASE):
        return False
    return sender.label.lower() != receiver.label.lower()


def _channel(act: Act, clause: str) -> str:
    """Return the channel the cue itself names, else the first that the clause's words show."""
    if act.channel:
        return act.channel
    for code, pattern in lexicon("channels")["channels"].items():
        if re.search(pattern, clause, re.IGNORECASE):
            return str(code)
    return "unspecified"


def _place(sentence: Sentence, act: Act) -> tuple[int, int]:
    """Return where an act stands: its clause, or the whole sentence where the clause is a scrap of it."""
    if act.end - act.start < NARROW * len(sentence.text) or act.end <= act.start:
        return sentence.start, sentence.end
    return sentence.start + act.start, sentence.start + act.end


def _with_next(reading: Reading, sentence: Sentence, end: int) -> int:
    """Return the end of the next sentence where that tells what was said ("She said that …")."""
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].passage != sentence.passage or sentence.end - end > 1:
        return end
    return following[0].end if re.match(telling_words()["says_next"], following[0].text) else end


def _received(rule: str, sentence: str) -> bool | None:
    """Return whether the text tells that what was sent arrived; None where it does not tell."""
    words = telling_words()
    if re.search(words["went_astray"], sentence, re.IGNORECASE):
        return False
    return True if rule.rpartition(":")[2] in words["arrives"] else None


def _about(clause: str) -> str | None:
    """Return what was told: the words after "that", "about" and their like, as far as the clause goes."""
    match = re.search(telling_words()["introduces_matter"], clause, re.IGNORECASE)
    words = " ".join(match[1].split()).rstrip(" .,;:") if match else ""
    return words if words and len(words) <= ABOUT else None


def _fact(reading: Reading, group: list[Telling]) -> Communication:
    """Return the fact that the places of one act make; a chronology tells it best."""
    first = max(group, key=lambda t: (t.sentence.role == "chronology", t.confidence, -t.start))
    best = max(t.confidence for t in group)
    surest = [replace(first, confidence=best), *(t for t in group if t is not first)]
    return Communication(
        sender=first.sender.party if first.sender else None,
        receiver=tuple(dict.fromkeys(m.party for m in first.receivers)),
        channel=first.channel,
        date=first.date,
        about=_about(reading.document.text[first.start : first.end]),
        received=_received(first.rule, reading.document.text[first.sentence.start : first.sentence.end]),
        evidence=tuple(
            reading.evidence(t.start, t.end, extractor=f"communications:{t.rule}", confidence=t.confidence)
            for t in surest
        ),
    )
