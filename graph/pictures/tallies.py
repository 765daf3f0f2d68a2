"""How often: contacts of each agency with the case, and what passed from party to party, dated or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from graph.pictures.content import shown
from graph.pictures.wording import is_family
from ontology.model import Review

FAMILY = "family"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Contact:
    """An agency's part in a case: how many facts tell of contact, how many gaps it is in."""

    party: str
    contacts: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Flows:
    """What passed, and what did not, by pairs of sender and receiver; the family is one party.

    ``open_communications`` and ``open_gaps`` count those that name only one end or none.
    """

    communications: Counter[Pair]
    gaps: Counter[Pair]
    open_communications: int
    open_gaps: int


def contacts(review: Review) -> tuple[Contact, ...]:
    """Return every agency with a part in the case, those with most contacts first."""
    met: Counter[str] = Counter()
    for meeting in shown(review.meetings):
        met.update(set(meeting.attended) if meeting.held else ())
    for told in shown(review.communications):
        met.update({party for party in (told.sender, *told.receiver) if party})
    for event in shown(review.events):
        met.update(set(event.parties))
    lacking: Counter[str] = Counter()
    for gap in shown(review.gaps):
        lacking.update({*gap.holder, *gap.receiver})
    agencies = sorted(party for party in met | lacking if not is_family(party))
    found = [Contact(party, met[party], lacking[party]) for party in agencies]
    return tuple(sorted(found, key=lambda one: (-one.contacts, -one.gaps, one.party)))


def flows(review: Review) -> Flows:
    """Return what passed between parties; one act with several receivers counts once for each."""
    passed: Counter[Pair] = Counter()
    lacking: Counter[Pair] = Counter()
    open_communications = open_gaps = 0
    for told in shown(review.communications):
        pairs = list(_pairs([told.sender] if told.sender else [], told.receiver))
        passed.update(pairs)
        open_communications += not pairs
    for gap in shown(review.gaps):
        pairs = list(_pairs(gap.holder, gap.receiver))
        lacking.update(pairs)
        open_gaps += not pairs
    return Flows(passed, lacking, open_communications, open_gaps)


def _pairs(senders: Iterable[str], receivers: Iterable[str]) -> Iterator[Pair]:
    yield from sorted(product(_merged(senders), _merged(receivers)))


def _merged(parties: Iterable[str]) -> set[str]:
    return {FAMILY if is_family(code) else code for code in parties}
