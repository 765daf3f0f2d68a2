"""Information flow over time: who can have known, by which contacts, and how surely.

A case is a temporal hypergraph: parties are its vertices, communications its directed hyperedges
(one sender, several receivers), meetings its undirected ones (everyone who attended), each with the
first and the last day on which it may have taken place. Reaching is earliest arrival over
time-respecting contacts (Kempe, Kleinberg and Kumar 2002; Wu et al. 2014, "Path problems in temporal
graphs"), worked out twice:

*possible*  some choice of days within the dates as printed lets the information arrive;
*certain*   every choice does. Two contacts of one day have no stated order, so they may chain, but
            never certainly.

Reaching says what contacts would have allowed. It never says that anything was in fact passed on.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, groupby
from operator import attrgetter
from typing import Any

import networkx as nx


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting, call, visit or referral that could carry information from some parties to others.

    ``first`` and ``last`` are the first and last day it may have taken place. In a meeting every
    participant is both sender and receiver.
    """

    id: str
    senders: frozenset[str]
    receivers: frozenset[str]
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"contact {self.id} ends before it begins")


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a party can first have known, over which contact and from whom (None at the source)."""

    day: date
    contact: Contact | None = None
    sender: str | None = None


def incidence(contacts: Iterable[Contact]) -> nx.DiGraph[Any]:
    """Return who takes part in what, as a graph: an edge from each sender to the contact, and from the
    contact to each receiver. A meeting of k is one node with 2k edges, never an edge for each pair."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    for contact in contacts:
        graph.add_edges_from((sender, contact) for sender in contact.senders)
        graph.add_edges_from((contact, receiver) for receiver in contact.receivers)
    return graph


def possible_arrivals(contacts: Iterable[Contact], source: str, since: date) -> dict[str, Arrival]:
    """Return for each party the earliest day on which the information may have arrived.

    A contact carries from a party that may know by its last day, at the later of its first day and the
    day of knowing. Parties are settled in the order of arrival (as in Dijkstra's algorithm), each
    contact is used once: O(n log n) in the number of contacts.
    """
    graph = incidence(contacts)
    settled: dict[str, Arrival] = {}
    used: set[str] = set()
    order = count()
    queue: list[tuple[date, int, str, Arrival]] = [(since, next(order), source, Arrival(since))]
    while queue:
        day, _, party, arrival = heapq.heappop(queue)
        if party in settled:
            continue
        settled[party] = arrival
        met = graph.successors(party) if party in graph else ()
        for contact in sorted(met, key=attrgetter("first", "last", "id")):
            if contact.id in used or contact.last < day:
                continue
            used.add(contact.id)
            then = max(day, contact.first)
            for receiver in sorted(contact.receivers - settled.keys()):
                heapq.heappush(queue, (then, next(order), receiver, Arrival(then, contact, party)))
    return settled


def certain_arrivals(contacts: Iterable[Contact], source: str, since: date) -> dict[str, Arrival]:
    """Return for each party that is reached whatever the exact days, the day by which it is.

    One sweep over the contacts by their first day: a contact certainly carries only from a party that
    knows on an earlier day than its first, and has certainly taken place on its last. O(n log n).
    """
    known = {source: Arrival(since)}
    ordered = sorted(contacts, key=attrgetter("first", "last", "id"))
    for _, same_day in groupby(ordered, key=attrgetter("first")):
        found: dict[str, Arrival] = {}
        for contact in same_day:
            sender = _certain_sender(contact, known, source)
            if sender is None:
                continue
            for receiver in sorted(contact.receivers - {sender}):
                best = found.get(receiver) or known.get(receiver)
                if best is None or contact.last < best.day:
                    found[receiver] = Arrival(contact.last, contact, sender)
        known.update(found)
    return known


def _certain_sender(contact: Contact, known: Mapping[str, Arrival], source: str) -> str | None:
    """Return who certainly knew before the contact; the source knows from its first day on."""
    for sender in sorted(contact.senders & known.keys()):
        since = known[sender].day
        if since < contact.first or (sender == source and since == contact.first):
            return sender
    return None


def path_to(party: str, arrivals: Mapping[str, Arrival]) -> list[tuple[str, str, Arrival]]:
    """Return the route by which information arrives at a party: (from, to, arrival), in order.

    Empty at the source and for a party that is not reached.
    """
    steps: list[tuple[str, str, Arrival]] = []
    while (arrival := arrivals.get(party)) is not None and arrival.sender is not None:
        steps.append((arrival.sender, party, arrival))
        party = arrival.sender
    return steps[::-1]


def certainty(party: str, possible: Mapping[str, Arrival], certain: Mapping[str, Arrival]) -> str:
    """Return how sure it is that a party can have been reached: certain, possible or impossible."""
    if party in certain:
        return "certain"
    return "possible" if party in possible else "impossible"


def latencies(contacts: Sequence[Contact], source: str, since: date) -> dict[str, tuple[int, int | None]]:
    """Return the days from first knowledge until each party could, and certainly could, have known.

    The second figure is None where reaching is possible but not certain.
    """
    possible = possible_arrivals(contacts, source, since)
    certain = certain_arrivals(contacts, source, since)
    return {
        party: (
            (arrival.day - since).days,
            (certain[party].day - since).days if party in certain else None,
        )
        for party, arrival in sorted(possible.items())
        if party != source
    }


def brokerage(contacts: Sequence[Contact]) -> dict[str, float]:
    """Return for each party the share of earliest routes between two others that pass through it.

    Temporal betweenness over one route a pair, from the day of each party's first contact: 0 for a
    party that nothing passes through. It describes the contacts that a report tells of, not a person.
    """
    starts: dict[str, date] = {}
    for contact in contacts:
        for party in contact.senders | contact.receivers:
            starts[party] = min(starts.get(party, contact.first), contact.first)
    through = dict.fromkeys(sorted(starts), 0)
    pairs = 0
    for source, since in sorted(starts.items()):
        arrivals = possible_arrivals(contacts, source, since)
        for target in arrivals:
            if target == source:
                continue
            pairs += 1
            for sender, _, _ in path_to(target, arrivals)[1:]:
                through[sender] += 1
    return {party: number / pairs if pairs else 0.0 for party, number in through.items()}
