"""Who knew what: for the main topics, each party's knowledge as the trace of the topic tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.trace import Known, Stop, Trace, trace
from graph.trace.prominence import by_prominence
from graph.trace.values import KNEW, NEVER, PART, UNKNOWN
from ontology.errors import InvalidDataError
from ontology.model import Evidence, Review, Topic
from ontology.vocabulary import PARTY, codes

MOST = 6  # topics in the matrix
# A sign beside the words, so that the matrix can be taken in at a glance; never colour alone.
SIGNS = {KNEW: "●", PART: "◐", NEVER: "○", UNKNOWN: "?"}


@dataclass(frozen=True, slots=True)
class Held:
    """A party's row of the matrix: what is told of it for each topic, in the topics' order."""

    party: str
    cells: tuple[tuple[Known, ...], ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a topic stayed."""

    topic: str
    stop: Stop


def main_traces(review: Review) -> list[Trace]:
    """Return the traces of the topics that most of what was told, known or missed is about, in text order."""
    chosen = {topic.label for topic in by_prominence(review)[:MOST]}
    return [found for topic in review.topics if topic.label in chosen for found in _trace(review, topic)]


def _trace(review: Review, topic: Topic) -> Iterator[Trace]:
    try:
        yield trace(review, topic.label)
    except InvalidDataError:  # all that told of it was rejected
        return


def matrix(traces: Iterable[Trace]) -> list[Held]:
    """Return one row for each party that any of the traces names, in the ontology's order."""
    columns = [
        {party: tuple(row for row in found.knowledge if row.party == party) for party in codes(PARTY)}
        for found in traces
    ]
    rows = (Held(party, tuple(column[party] for column in columns)) for party in codes(PARTY))
    return [row for row in rows if any(row.cells)]


def stops(traces: Iterable[Trace]) -> list[Stopped]:
    """Return where each topic stopped, holder by holder."""
    return [Stopped(found.asked, stop) for found in traces for stop in found.stopped]


def evidence(traces: Iterable[Trace]) -> Iterator[Evidence]:
    """Yield the places of the report that the matrix and the stops lead to."""
    for found in traces:
        for row in found.knowledge:
            yield from row.evidence
        for stop in found.stopped:
            for contact in stop.may_have_carried:
                yield from contact.evidence
