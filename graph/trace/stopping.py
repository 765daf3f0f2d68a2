"""Where it stopped: holders, and the contacts of theirs that could have carried the information on.

A contact is open when it joins a holder, after the holder knew, with a party that needed to know and did
not yet, and is not shown to have carried it. Dates are partial, so whether it was is certain, possible or
impossible. What is impossible is told too, and counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.trace.contacts import Occasion, days
from graph.trace.delay import arrival, avoidable, deadline, lost
from graph.trace.values import (
    CERTAIN,
    IMPOSSIBLE,
    KNEW,
    NEVER,
    PART,
    POSSIBLE,
    Known,
    OpenContact,
    Stop,
)
from ontology import vocabulary
from ontology.dates import earliest, latest
from ontology.model import Communication, Event, Meeting, Review


@dataclass(frozen=True, slots=True)
class _Holding:
    """A party that held it, and since when; ``stated`` where the review itself dates it.

    ``perhaps`` is an earlier day from which it may have held it.
    """

    party: str
    since: str | None
    stated: bool
    perhaps: str | None = None


def stops(review: Review, rows: Sequence[Known], found: Sequence[Occasion]) -> tuple[Stop, ...]:
    """Return each holder that had open contacts, those first whom it reached last.

    Nothing dates the knowledge of some holders: of their contacts only those count that were with a party
    which the review itself says to have lacked it.
    """
    family = set(vocabulary.codes("FamilyRole"))
    end = review.case.incident_date or review.case.period_end
    wanting = {
        row.party: row for row in rows if row.party not in family and (row.status != KNEW or row.first_known)
    }
    lacking = {party: row for party, row in wanting.items() if row.status in (PART, NEVER) and row.evidence}
    stopped = []
    for row in rows:
        if row.status not in (KNEW, PART) or row.party in family:
            continue
        holding = _holding(review, row)
        stop = _stop(holding, found, wanting if holding.since else lacking, end)
        if stop.may_have_carried:
            stopped.append(stop)
    return tuple(sorted(stopped, key=lambda one: one.since or "", reverse=True))


def _holding(review: Review, row: Known) -> _Holding:
    near = _told_near(review, row)
    if row.first_known is None:
        return _Holding(row.party, near, stated=False)
    before = near if near and latest(near) < earliest(row.first_known) else None
    return _Holding(row.party, row.first_known, stated=True, perhaps=before)


def _told_near(review: Review, row: Known) -> str | None:
    """Return the last date told before the undated evidence of a row in its passage, where there is one."""
    document = review.document
    dated: list[Meeting | Communication | Event] = [*review.meetings, *review.communications, *review.events]
    for one in row.undated:
        passage = document.passage_at(one.start)
        told = [fact for fact in dated if fact.date and passage and passage.start <= fact.start <= one.start]
        if told:
            return max(told, key=lambda fact: fact.start).date
    return None


def _stop(
    holding: _Holding, found: Iterable[Occasion], wanting: Mapping[str, Known], end: str | None
) -> Stop:
    contacts = [one for occasion in found for one in _open(holding, occasion, wanting, end)]
    contacts.sort(key=_place)
    open_ = [one for one in contacts if one.certainty != IMPOSSIBLE]
    known = days(holding.since)
    span = (days(holding.perhaps or holding.since)[0], known[1]) if holding.since else None
    return Stop(
        holder=holding.party,
        since=holding.since,
        open_contacts=tuple(contacts),
        lost=lost(span, open_, wanting, end),
        avoidable=avoidable(span, open_, wanting, end),
    )


def _place(one: OpenContact) -> tuple[bool, str, str]:
    """Order by date, the undated last, and those that are ruled out behind all others."""
    return (one.certainty == IMPOSSIBLE, one.date or "9999", one.party)


def _open(
    holding: _Holding, occasion: Occasion, wanting: Mapping[str, Known], end: str | None
) -> list[OpenContact]:
    """Return the parties that a contact of the holder could have told and is not shown to have told."""
    if occasion.carried or holding.party not in occasion.senders:
        return []
    parties = sorted(party for party in occasion.receivers - {holding.party} if party in wanting)
    return [
        OpenContact(
            party=party,
            kind=occasion.kind,
            date=occasion.date,
            certainty=sure,
            evidence=occasion.fact.evidence[:1],
        )
        for party in parties
        if (sure := _certainty(holding, occasion, wanting[party], end)) is not None
    ]


def _certainty(holding: _Holding, occasion: Occasion, other: Known, end: str | None) -> str | None:
    """Return how surely a contact came after the holder knew, before the other did and before the end.

    Two things of one day have no stated order. None for a contact with somebody who had it by then: one
    that knew in part still wanted the rest; and for one before a day that is only near the holder's words.
    """
    first, last = occasion.days
    known, arrived, over = days(holding.since), deadline(arrival(other)), deadline(end)
    perhaps = days(holding.perhaps)[0] if holding.perhaps else known[0]
    if first >= arrived[1]:
        return None
    if last < perhaps:
        return IMPOSSIBLE if holding.stated else None
    if first >= over[1]:
        return IMPOSSIBLE
    sure = holding.stated and first > known[1] and last < min(arrived[0], over[0])
    return CERTAIN if sure else POSSIBLE
