"""A trace for people and programs: the knowledge table, the way it took, where it stopped, the gaps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from textwrap import fill, wrap
from typing import TypeVar

from graph.trace import Known, Step, Stop, Trace, as_json
from graph.trace.values import CERTAIN, NEVER, Days
from ontology import vocabulary
from ontology.model import Evidence, Gap
from ontology.vocabulary import PARTY
from queries.render import render
from queries.screen import WIDTH, as_screen
from queries.table import Column, Table

T = TypeVar("T")
ADVICE = (
    "This is what the report tells, not all that happened: not shown to have known is not the same as not "
    "having known. Attending a meeting is no proof of hearing."
)
QUOTED, LISTED, PLACES = 150, 6, 4
SILENT = "not shown"
COLUMNS = (
    Column("known", "how far the party is shown to have known"),
    Column("party", "type of agency, or role in the family"),
    Column("label", "what the report calls it"),
    Column("since", "when it first knew, as exactly as the report tells"),
    Column("sure", "certain where the report says so, possible where it follows from what it tells"),
    Column("from", "from whom"),
    Column("by", "by which meeting, communication or act"),
    Column("where", "paragraphs, or pages"),
    Column("quote", "the words of the report"),
)


def told(trace: Trace, format_: str = "table") -> str:
    """A trace as one screen of text, as JSON, or its knowledge table in another format of ``render``."""
    if format_ == "table":
        return "\n".join(_screen(trace)) + "\n"
    if format_ in ("json", "jsonl"):
        return json.dumps(as_json(trace), ensure_ascii=False, indent=1 if format_ == "json" else None) + "\n"
    return render(knowledge_table(trace), format_)


def knowledge_table(trace: Trace) -> Table:
    """Who knew, one row each."""
    return Table(
        columns=COLUMNS,
        rows=tuple(_row(known) for known in trace.knowledge),
        title=f"Who knew of {trace.asked}",
        case=trace.case,
        evidence="quote",
        advice=ADVICE,
    )


def _row(known: Known) -> tuple[str | None, ...]:
    return (
        SILENT if _silent(known) else vocabulary.label("KnowledgeStatus", known.status).lower(),
        party(known.party),
        known.label if known.label != party(known.party) else None,
        known.first_known,
        None if _silent(known) else known.certainty,
        party(known.source) if known.source else None,
        known.by,
        places(known.evidence) or None,
        short(known.evidence[0].quote) if known.evidence else None,
    )


def _silent(known: Known) -> bool:
    return known.status == NEVER and not known.evidence


def party(code: str) -> str:
    """What an agency type or family role is called."""
    return vocabulary.label(PARTY, code)


def places(evidence: Sequence[Evidence]) -> str:
    """The paragraphs of some evidence, or its pages where paragraphs have no number; the first few."""
    found = list(dict.fromkeys(_place(one) for one in evidence if _place(one)))
    return ", ".join(found[:PLACES]) + (" …" if len(found) > PLACES else "")


def _place(one: Evidence) -> str:
    return one.paragraph or (f"p. {one.page}" if one.page else "")


def short(text: str) -> str:
    """A quote on one line, cut between words where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rsplit(' ', 1)[0]} …"


def _screen(trace: Trace) -> Iterator[str]:
    taken = [f"topic {'; '.join(trace.topics)}"] if trace.topics else []
    taken += [f"words {', '.join(trace.terms)}"] if trace.terms else []
    yield f"{trace.case}: {trace.asked}"
    yield fill(
        f"Read as {'; '.join(taken)}: {number(trace.places, 'sentence')}.", WIDTH, subsequent_indent="  "
    )
    yield ""
    yield "Who knew"
    yield from _knowledge(trace)
    yield from _part("The way it took", trace.path, _step, "The report tells of no passing on.")
    yield from _part("Where it stopped", trace.stopped, _stop, "No open contact is told of.")
    yield from _part("What the review says was missing", trace.gaps, _gap, "Nothing.")
    yield ""
    yield fill(ADVICE, WIDTH)


def _knowledge(trace: Trace) -> Iterator[str]:
    if not trace.knowledge:
        yield "  The report does not tell who knew."
        return
    table = knowledge_table(trace)
    shown = [row for row, known in zip(table.rows, trace.knowledge, strict=True) if not _silent(known)]
    if shown:
        body = as_screen(Table(columns=table.columns, rows=tuple(shown), evidence=table.evidence))
        yield body.rsplit("\n\n", 1)[0]
    silent = [party(known.party) for known in trace.knowledge if _silent(known)]
    if silent:
        text = f"At work with the family then, and not shown to have known: {', '.join(silent)}."
        yield ""
        yield fill(text, WIDTH, subsequent_indent="  ")


def _part(title: str, items: Sequence[T], lines: Callable[[T], Iterator[str]], nothing: str) -> Iterator[str]:
    yield ""
    yield title
    for item in items:
        yield from lines(item)
    if not items:
        yield f"  {nothing}"


def _step(step: Step) -> Iterator[str]:
    how = ", ".join(part for part in (step.date, step.by) if part)
    yield f"  {party(step.sender)} ──{how}──▶ {party(step.receiver)}  ({places(step.evidence)})"


def _stop(stop: Stop) -> Iterator[str]:
    since = f"since {stop.since}" if stop.since else "on no stated day"
    told = [f"{party(stop.holder)}, {since}{_unsure(stop.certainty)}", *_delay(stop)]
    yield from wrap("; ".join(told), WIDTH, initial_indent="  ", subsequent_indent="    ")
    contacts = stop.may_have_carried
    for one in contacts[:LISTED]:
        told_by = f"{one.kind}: {party(one.party)}{_unsure(one.certainty)}"
        yield f"    {one.date or 'undated':10}  {told_by}  ({places(one.evidence)})"
    if len(contacts) > LISTED:
        yield f"    and {len(contacts) - LISTED} more"
    if stop.ruled_out:
        yield f"    ruled out by date: {number(len(stop.ruled_out), 'other contact')}"


def _unsure(certainty: str) -> str:
    return "" if certainty == CERTAIN else f", {certainty}"


def _delay(stop: Stop) -> Iterator[str]:
    """Tell the days lost, and those that the first contact could have spared."""
    if stop.lost and stop.lost.most:
        yield f"{days(stop.lost)} lost"
    if stop.avoidable and stop.avoidable.most and stop.avoidable != stop.lost:
        yield f"of these {days(stop.avoidable)} after the first open contact"


def days(count: Days) -> str:
    """A number of days, or the fewest and the most where the dates leave it open."""
    if count.least == count.most:
        return number(count.most, "day")
    least = f"{count.least}" if count.least else "up"
    return f"{least} to {number(count.most, 'day')}"


def number(count: int, thing: str) -> str:
    """A number of things."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _gap(gap: Gap) -> Iterator[str]:
    holder = ", ".join(map(party, gap.holder)) or "holder not stated"
    receiver = f" → {', '.join(map(party, gap.receiver))}" if gap.receiver else ""
    kind = vocabulary.label("GapKind", gap.kind)
    yield f"  {kind} · {holder}{receiver} · {places(gap.evidence[:1])}"
    yield fill(f"“{short(gap.evidence[0].quote)}”", WIDTH, initial_indent="    ", subsequent_indent="    ")
