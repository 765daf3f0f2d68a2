"""What each fact about an item of information says of who knew it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.trace.matching import Subject
from graph.trace.naming import Names
from graph.trace.values import CERTAIN, KNEW, PART, POSSIBLE, UNKNOWN
from graph.trace.words import pattern
from loaders.extract.lexicon import lexicon
from loaders.extract.sentences import sentence_spans
from ontology import vocabulary
from ontology.model import Communication, Event, Evidence, Gap, Knowledge, Meeting, Review

EVERYBODY = "multi_agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that the review says, or lets see, of a party's knowledge.

    ``inferred`` marks what only follows from the party being the one that a gap is about.
    """

    party: str
    status: str
    date: str | None
    by: str | None
    evidence: tuple[Evidence, ...]
    certainty: str = CERTAIN
    source: str | None = None
    label: str | None = None
    inferred: bool = False

    @property
    def start(self) -> int:
        """Offset where it stands."""
        return self.evidence[0].start


def statements(review: Review, subject: Subject) -> list[Statement]:
    """Return what the facts about a subject say of who knew, in the order of the text."""
    found: list[Statement] = []
    for known in filter(subject.concerns, review.knowledge):
        found.append(_stated(known))
    for communication in filter(subject.concerns, review.communications):
        found.extend(_of_communication(communication))
    for communication in filter(subject.may_concern, review.communications):
        found.extend(replace(one, certainty=POSSIBLE) for one in _of_communication(communication))
    for meeting in filter(subject.concerns, review.meetings):
        found.extend(_of_meeting(meeting, _sentence(review, meeting.start)))
    for event in filter(subject.concerns, review.events):
        found.extend(_of_event(event, _sentence(review, event.start)))
    names = Names(review)
    for gap in filter(subject.concerns, review.gaps):
        found.extend(_of_gap(gap, names))
    for gap in filter(subject.may_concern, review.gaps):
        found.extend(replace(one, certainty=POSSIBLE) for one in _of_gap(gap, names))
    return sorted(
        (one for one in found if one.party != EVERYBODY), key=lambda one: (one.start, one.party, one.status)
    )


def _stated(known: Knowledge) -> Statement:
    return Statement(
        party=known.party,
        label=known.label,
        status=known.status,
        date=known.date,
        source=known.source,
        by=known.act,
        evidence=known.evidence,
    )


def _of_communication(told: Communication) -> Iterator[Statement]:
    """Who sends has it; who receives has it from then on, unless the text says that it did not arrive."""
    by = vocabulary.label("Channel", told.channel).lower() if told.channel != "unspecified" else None
    if told.sender:
        yield Statement(party=told.sender, status=KNEW, date=told.date, by=None, evidence=told.evidence)
    for party in told.receiver:
        if told.received is not False:
            yield Statement(
                party=party,
                status=KNEW,
                date=told.date,
                by=by or "told",
                source=told.sender,
                evidence=told.evidence,
            )


def _of_meeting(meeting: Meeting, sentence: str) -> Iterator[Statement]:
    """Attending does not prove hearing: only a meeting that is said to have talked of it carried it."""
    if not meeting.held:
        return
    status = KNEW if pattern("spoken_of").search(sentence) else UNKNOWN
    by = vocabulary.label("MeetingType", meeting.type).lower()
    for party in meeting.attended:
        yield Statement(
            party=party,
            status=status,
            date=meeting.date,
            by=by,
            evidence=meeting.evidence,
            certainty=POSSIBLE,
        )


def _of_event(event: Event, sentence: str) -> Iterator[Statement]:
    """Who was there when it showed has it, also who must have been; a denial shows nothing."""
    if pattern("denied").search(sentence):
        return
    by = vocabulary.label("EventType", event.type).lower()
    roles = set(vocabulary.codes("FamilyRole"))
    implied = [
        party for party, words in lexicon("trace")["implies"].items() if re.search(words, sentence, re.I)
    ]
    for party in dict.fromkeys((*event.parties, *implied)):
        if party not in roles or len(event.parties) == 1:
            yield Statement(
                party=party,
                status=KNEW,
                date=event.date,
                by=by,
                evidence=event.evidence,
                certainty=POSSIBLE,
            )


def _of_gap(gap: Gap, names: Names) -> Iterator[Statement]:
    """What failed says which agencies had it and which had not; gaps of judgement and action say neither.

    One that is read as holder and receiver at once tells nothing of that agency. An agency that is not
    named there was worked out: that it had the information is then not said, that it had not is possible.
    """
    family = set(vocabulary.codes("FamilyRole"))
    for part, parties, others in (
        ("holder", gap.holder, gap.receiver),
        ("receiver", gap.receiver, gap.holder),
    ):
        status = lexicon("trace")["gaps"][part].get(gap.kind)
        for party in set(parties) - set(others) - family if status else ():
            named = names.stands_by(party, gap.start)
            if status == KNEW and not named:
                continue
            yield Statement(
                party=party,
                status=str(status),
                date=None,  # when it failed is not when they knew
                by=None,
                evidence=gap.evidence,
                certainty=CERTAIN if part == "receiver" and named else POSSIBLE,
                inferred=part == "holder" or status == PART,
            )


def _sentence(review: Review, offset: int) -> str:
    """Return the sentence that stands at an offset, the whole passage where it has none of its own."""
    document = review.document
    passage = document.passage_at(offset)
    if passage is None:
        return ""
    for start, end, _ in sentence_spans(document, passage):
        if start <= offset < end:
            return document.text[start:end]
    return document.quote(passage.start, passage.end)
