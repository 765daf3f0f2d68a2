"""Communications: acts by which information about the case passed between parties.

An act of telling counts where an agency lets another know, or where a relative or member of the public
raises a concern with one. Talk with the family in the course of a visit does not, and what passes inside
a meeting belongs to the meeting. One act told of twice is one fact with two places of evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from loaders.extract.acts import acts_of, cue_words
from loaders.extract.arguments import Arguments, parsed
from loaders.extract.frames import Act
from loaders.extract.lexicon import lexicon
from loaders.extract.parties import Mention
from loaders.extract.reading import Reading, Sentence
from ontology.model import Communication

DEFAULT_THRESHOLD = 0.4
FLOOR = 0.2
STORY = {"narrative", "chronology", "background", "analysis", "finding", "good_practice"}
ABOUT = 200  # characters of what was told; more is left to the quote
REPLY = 0.7  # an answer within a call counts as a communication of its own less often than not
NARROW = 0.25  # a clause shorter than this share of its sentence is shown with its sentence


@dataclass(frozen=True, slots=True)
class Telling:
    """One act of telling in its sentence, with its parties settled and how sure it is a communication."""

    sentence: Sentence
    start: int
    end: int
    rule: str
    sender: Mention | None
    receivers: tuple[Mention, ...]
    channel: str
    date: str | None
    confidence: float
    both: bool = False
    dated: bool = False


def read_communications(reading: Reading) -> tuple[Communication, ...]:
    """Return the communications of a case in text order."""
    sentences = [s for s in reading.sentences if s.role in STORY and cue_words().search(s.text)]
    sentences = [s for s in sentences if reading.parties.mentions(s.start, s.end)]
    tellings = [telling for one in parsed(reading, sentences) for telling in _tellings(reading, one)]
    facts = [_fact(reading, group) for group in _told_once(reading, tellings)]
    return tuple(sorted((f for f in facts if f.confidence >= FLOOR), key=lambda f: (f.start, f.end)))


def _tellings(reading: Reading, arguments: Arguments) -> list[Telling]:
    """Return the acts of a sentence that count, each with a party on both sides as far as stated."""
    sentence = arguments.sentence
    found = []
    for act in acts_of(arguments):
        context = _completed(reading, sentence, act)
        telling = _telling(reading, sentence, act, context)
        if telling is not None:
            found.append(telling)
    moved = _records_moved(reading, sentence) if not found else None
    return _one_for_each([*found, moved] if moved else found)


def _records_moved(reading: Reading, sentence: Sentence) -> Telling | None:
    """Read "her medical records were transferred": from one practice to the next."""
    words, text = _words(), sentence.text
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
            place = (sentence, sentence.start, sentence.end, "records")
            return Telling(*place, team, (team,), "records_transfer", date, 0.45)
    return None


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who told and who was told.

    ``guessed`` where one side was taken from the neighbourhood, ``typed`` where the kind of paper tells.
    """

    senders: tuple[Mention, ...]
    receivers: tuple[Mention, ...]
    guessed: bool = False
    typed: bool = False


def _completed(reading: Reading, sentence: Sentence, act: Act) -> _Sides:
    """Give an act that names one side the other: the agency last named near it that fits.

    "She attended the surgery and was referred to the clinic": the surgery referred her.
    """
    senders, receivers = tuple(act.senders), tuple(act.receivers)
    senders = tuple(m for m in senders if m not in receivers) if receivers else senders
    if senders and receivers:
        return _Sides(senders, receivers)
    paper = _paper(sentence, act)
    if paper is not None and (senders or paper[0]) and (receivers or paper[1]):
        return _Sides(senders or paper[0], receivers or paper[1], typed=True)
    known = (*senders, *receivers)
    cue = act.rule.rpartition(":")[2]
    unnamed = cue in _words()["told_unnamed"] or (act.concern and any(m.sort == "family" for m in senders))
    if (receivers and act.named) or (senders and (act.addressed or not unnamed)):
        return _Sides(senders, receivers)
    near = [m for m in _nearby(reading, sentence, act) if m.sort != "family" and _other(m, known, act)]
    if not near:
        return _Sides(senders, receivers)
    return _Sides(senders or near[:1], receivers or near[:1], guessed=True)  # type: ignore[arg-type]


def _paper(sentence: Sentence, act: Act) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Return the usual sender and receiver of the paper that an act's clause names, where it names one."""
    for paper in _words()["papers"]:
        match = re.search(paper["pattern"], sentence.text[act.start : act.end], re.IGNORECASE)
        if match:
            left = sentence.start + act.start + match.start()
            sides = [
                (Mention(left, left + len(match[0]), paper[side], match[0], "agency"),)
                if side in paper
                else ()
                for side in ("sender", "receiver")
            ]
            return sides[0], sides[1]
    return None


def _other(mention: Mention, known: tuple[Mention, ...], act: Act) -> bool:
    """Tell another party from those known; in a referral, another team of the same kind is one."""
    if act.channel == "referral":
        return all(mention.label.lower() != m.label.lower() for m in known)
    return all(mention.party != m.party for m in known)


def _nearby(reading: Reading, sentence: Sentence, act: Act) -> list[Mention]:
    """Return the parties of the sentence before the cue, then after it, then of its neighbours."""
    at = sentence.start + act.start
    own = reading.parties.mentions(sentence.start, sentence.end)
    before = [m for m in reversed(own) if m.end <= at + (act.end - act.start) and m.start < at]
    after = [m for m in own if m not in before]
    near = [*before, *after]
    for step in (-1, 1, -2, 2) if sentence.column is not None else (-1, 1):
        place = sentence.index + step
        if 0 <= place < len(reading.sentences) and reading.sentences[place].passage == sentence.passage:
            other = reading.sentences[place]
            mentions = reading.parties.mentions(other.start, other.end)
            near += reversed(mentions) if step < 0 else mentions
    return near


def _telling(reading: Reading, sentence: Sentence, act: Act, sides: _Sides) -> Telling | None:
    """Judge one act: whose telling it is decides whether it counts, and the words how surely."""
    receivers = tuple(m for m in sides.receivers if m.sort != "family")
    sender = sides.senders[0] if sides.senders else None
    if not receivers or (sender is not None and sender.party == "multi_agency"):
        return None
    start, end = _place(sentence, act)
    clause = sentence.text[start - sentence.start : end - sentence.start]
    channel = _channel(act, clause)
    mention = reading.dates.near(sentence)
    carried = reading.dates.carried(sentence)
    date = mention.date if mention else None
    confidence = _confidence(sentence, act, sides, clause, bool(carried and len(carried.date) == 10))
    sides_of = (act.rule, sender, receivers, channel)
    dated = reading.dates.of(sentence) is not None
    return Telling(sentence, start, end, *sides_of, date, confidence, act.both, dated)


def _confidence(sentence: Sentence, act: Act, sides: _Sides, clause: str, dated: bool) -> float:
    """Return how surely an act is a communication of the case between these parties."""
    words = _words()
    sender = sides.senders[0] if sides.senders else None
    receivers = [m for m in sides.receivers if m.sort != "family"]
    if sender is None:
        sure = 0.2
    elif sender.sort == "family":
        sure = _of_family(clause, act, sides)
    elif {m.party for m in receivers} == {sender.party}:
        sure = 0.75 if sides.typed else 0.5 if _apart(sender, receivers[0]) else 0.2
    else:
        sure = 0.75
    if sides.guessed or sides.typed:
        sure *= 0.65 if sides.guessed else 0.8
    if any(m.party == "multi_agency" for m in receivers):
        sure *= 0.85
    if re.search(words["about_the_review"], sentence.text, re.IGNORECASE):
        sure *= 0.5
    if act.weak:
        sure *= 0.7
    if re.search(words["denied"], clause, re.IGNORECASE):
        sure *= 0.3
    if re.search(words["inside_a_meeting"], sentence.text, re.IGNORECASE):
        sure *= 0.5
    if sentence.role in {"analysis", "finding", "good_practice"} and not dated:
        sure *= 0.75
    return round(sure, 2)


def _of_family(clause: str, act: Act, sides: _Sides) -> float:
    """Return how surely a relative's words raise a concern: who turns to whom, and over what."""
    words = _words()
    cue = act.rule.rpartition(":")[2]
    turning = cue in words["turning_to"] or act.channel == "phone"
    harm = bool(_says("harm").search(clause))
    worry = harm or bool(_says("worry").search(clause))
    if act.both:
        relative = sides.senders[0].party not in words["parents"]
        return 0.5 if harm or (worry and relative) else 0.15
    if sides.guessed:
        return 0.65 if worry and (act.concern or turning) else 0.2
    if turning and any(m.party in words["emergency"] for m in sides.receivers):
        return 0.75
    if sides.senders[0].party in words["children"]:
        return 0.55 if act.channel is None else 0.4
    if sides.senders[0].party in words["parents"]:
        if harm or (act.concern and re.search(r"\b(?:this|these|it|that) ", clause)):
            return 0.6
        return 0.45 if re.search(r"\bto (?:tell|report|complain|disclose)\b", clause) and turning else 0.2
    return 0.65 if worry else 0.5 if turning else 0.25


def _words() -> dict[str, Any]:
    return lexicon("communications")  # type: ignore[no-any-return]


@cache
def _says(name: str) -> re.Pattern[str]:
    return re.compile(_words()[name], re.IGNORECASE)


def _apart(sender: Mention, receiver: Mention) -> bool:
    """Tell two teams of one kind of agency from one team named twice, or from a worker and a manager."""
    if re.search(_words()["above"], receiver.label + " " + sender.label, re.IGNORECASE):
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


def _one_for_each(tellings: list[Telling]) -> list[Telling]:
    """Keep the surest of the acts in one sentence that have the same sender and a receiver in common."""
    kept: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: (-t.confidence, t.start)):
        if not any(_same_sides(telling, other) and _meet(telling, other) for other in kept):
            kept.append(telling)
    directed = {
        frozenset((t.sender.party, *(m.party for m in t.receivers))) for t in kept if t.sender and not t.both
    }
    kept = [
        t
        for t in kept
        if not (
            t.both and t.sender and frozenset((t.sender.party, *(m.party for m in t.receivers))) in directed
        )
    ]
    kept = [replace(t, confidence=round(t.confidence * REPLY, 2)) if _answers(t, kept) else t for t in kept]
    return sorted(kept, key=lambda t: t.start)


def _answers(telling: Telling, others: list[Telling]) -> bool:
    """Tell the answer within a call from the call: "the ward rang the clinic and was told that …"."""
    return any(
        other.start < telling.start
        and other.sender
        and telling.sender
        and not other.both
        and other.sender.party in {m.party for m in telling.receivers}
        and telling.sender.party in {m.party for m in other.receivers}
        for other in others
    )


def _same_sides(a: Telling, b: Telling) -> bool:
    same_sender = (a.sender and a.sender.party) == (b.sender and b.sender.party)
    return same_sender and bool({m.party for m in a.receivers} & {m.party for m in b.receivers})


def _meet(a: Telling, b: Telling) -> bool:
    return a.start < b.end and b.start < a.end


def _told_once(reading: Reading, tellings: list[Telling]) -> list[list[Telling]]:
    """Join the places that tell of one act: the cells of one row, or different chapters of the report."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        for group in groups:
            first = group[0]
            if _same_sides(first, telling) and _same_act(reading, first, telling):
                group.append(telling)
                break
        else:
            groups.append([telling])
    return groups


def _same_act(reading: Reading, a: Telling, b: Telling) -> bool:
    """Tell whether two places with the same parties speak of one act."""
    if a.sentence.passage == b.sentence.passage:
        return a.sentence.column is not None and a.sentence.index != b.sentence.index and a.date == b.date
    if _chapter(reading, a) == _chapter(reading, b):
        return False
    if a.dated and b.dated and a.date and b.date:
        return a.date.startswith(b.date) or b.date.startswith(a.date)
    if a.date and a.date == b.date:
        return True
    emergency = a.channel == "phone" and any(m.party in _words()["emergency"] for m in a.receivers)
    return a.channel == b.channel and (a.channel in {"referral", "report"} or emergency)


def _chapter(reading: Reading, telling: Telling) -> int:
    above = reading.document.headings_above(telling.start)
    return above[0].start if above else -1


def _about(clause: str) -> str | None:
    """Return what was told: the words after "that", "about" and their like, as far as the clause goes."""
    match = re.search(_words()["introduces_matter"], clause, re.IGNORECASE)
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
        evidence=tuple(
            reading.evidence(t.start, t.end, extractor=f"communications:{t.rule}", confidence=t.confidence)
            for t in surest
        ),
    )
