"""Where it stopped: holders, and the contacts of theirs that could have carried the information on.

A contact is open when it joins a holder, after the holder knew, with a party that needed to know and did
not yet, and is not shown to have carried it. Dates are partial, so whether it came after is certain,
possible or impossible; what is impossible is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.trace.contacts import Occasion
from graph.trace.values import CERTAIN, KNEW, PART, POSSIBLE, Known, OpenContact, Stop
from ontology import vocabulary
from ontology.dates import earliest, latest
from ontology.model import Communication, Event, Meeting, Review


def stops(review: Review, rows: Sequence[Known], found: Sequence[Occasion]) -> tuple[Stop, ...]:
    """Return each holder that had open contacts, those first whom it reached last."""
    family = set(vocabulary.codes("FamilyRole"))
    end = review.case.incident_date or review.case.period_end
    wanting = {
        row.party: row for row in rows if row.party not in family and (row.status != KNEW or row.first_known)
    }
    stopped = []
    for row in rows:
        since = row.first_known or _told_near(review, row)
        if row.status not in (KNEW, PART) or row.party in family or since is None:
            continue
        open_ = [one for occasion in found for one in _open(row.party, since, occasion, wanting, end)]
        if open_:
            stopped.append(
                Stop(
                    holder=row.party,
                    since=since,
                    open_contacts=tuple(sorted(open_, key=lambda one: (one.date or "9999", one.party))),
                    days_lost=_days_lost(since, {one.party for one in open_}, wanting, end),
                )
            )
    return tuple(sorted(stopped, key=lambda one: one.since or "", reverse=True))


def _told_near(review: Review, row: Known) -> str | None:
    """Return the last date told before the evidence of a row in its passage, where it has none of its own."""
    document = review.document
    dated: list[Meeting | Communication | Event] = [*review.meetings, *review.communications, *review.events]
    for one in row.evidence:
        passage = document.passage_at(one.start)
        told = [fact for fact in dated if fact.date and passage and passage.start <= fact.start <= one.start]
        if told:
            return max(told, key=lambda fact: fact.start).date
    return None


def _open(
    holder: str, since: str, occasion: Occasion, wanting: dict[str, Known], end: str | None
) -> list[OpenContact]:
    """Return the parties that a contact of the holder could have told and is not shown to have told."""
    if occasion.carried or holder not in occasion.senders:
        return []
    if occasion.date and end and occasion.days[0] >= latest(end):
        return []
    after = _after(occasion, since)
    if after is None:
        return []
    return [
        OpenContact(
            party=party,
            kind=occasion.kind,
            date=occasion.date,
            certainty=after,
            evidence=occasion.fact.evidence[:1],
        )
        for party in sorted(occasion.receivers - {holder})
        if party in wanting and not _knew_before(wanting[party], occasion)
    ]


def _after(occasion: Occasion, since: str) -> str | None:
    """Return how surely a contact came after a day, None where it cannot have or has no date."""
    if occasion.date is None:
        return None
    first, last = occasion.days
    if first >= latest(since):
        return CERTAIN
    return POSSIBLE if last >= earliest(since) else None


def _knew_before(row: Known, occasion: Occasion) -> bool:
    """Tell whether a party had it all by then; one that knew in part still wanted the rest."""
    if row.status != KNEW or row.first_known is None:
        return row.status == KNEW
    return earliest(row.first_known) <= occasion.days[1]


def _days_lost(since: str, parties: set[str], wanting: dict[str, Known], end: str | None) -> int | None:
    """Return the fewest days from the holder's knowledge to the last arrival, or to the incident."""
    arrivals = [wanting[party].first_known for party in parties if wanting[party].status == KNEW]
    never = any(wanting[party].status != KNEW for party in parties)
    last = _latest_day([end] if never else arrivals)
    return max(0, (last - latest(since)).days) if last else None


def _latest_day(days: Sequence[str | None]) -> date | None:
    return max((earliest(day) for day in days if day), default=None)
