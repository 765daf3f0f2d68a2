"""Acts of telling, each told of in one place; which places tell of the same act."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.extract.parties import Mention
from loaders.extract.reading import Reading, Sentence
from loaders.extract.telling_words import telling_words

REPLY = 0.7  # an answer within a call counts as a communication of its own less often than not


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


def one_for_each(tellings: list[Telling]) -> list[Telling]:
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


def told_once(reading: Reading, tellings: list[Telling]) -> list[list[Telling]]:
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
    emergency = a.channel == "phone" and any(m.party in telling_words()["emergency"] for m in a.receivers)
    return a.channel == b.channel and (a.channel in {"referral", "report"} or emergency)


def _chapter(reading: Reading, telling: Telling) -> int:
    above = reading.document.headings_above(telling.start)
    return above[0].start if above else -1
