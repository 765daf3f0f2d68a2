"""What one command did or found, as tables: files loaded, facts found, shapes not met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields

from graph.batch import FileOutcome
from graph.embedded import Embedded
from graph.export.registry import described
from graph.export.views import VIEWS
from ontology.model import Review
from ontology.shapes import Violation
from ontology.vocabulary import label
from queries.table import Column, Table, Value

FACTS = tuple(field.name for field in fields(Review) if field.name not in ("id", "document", "case"))


def loaded_table(outcomes: Iterable[FileOutcome]) -> Table:
    """Each file that was loaded: its case, what became of it, and how many facts of each sort it told."""
    rows: list[tuple[Value, ...]] = []
    for outcome in outcomes:
        assert outcome.review is not None and outcome.report is not None
        found = [f"{len(getattr(outcome.review, name))} {name}" for name in FACTS]
        rows.append((outcome.review.id, outcome.report.outcome, ", ".join(found)))
    return Table(columns=(Column("case"), Column("outcome"), Column("found")), rows=tuple(rows))


def dropped_table(outcomes: Iterable[FileOutcome]) -> Table:
    """What carried a cue and was not read as a fact: how often for each sort of fact, and why."""
    total: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        total.update(outcome.dropped)
    rows: list[tuple[Value, ...]] = []
    for name in FACTS:
        reasons = [(number, reason) for (category, reason), number in total.items() if category == name]
        told = [
            f"{label('DropReason', code).lower()} {number}"
            for number, code in sorted(reasons, key=lambda one: (-one[0], one[1]))
        ]
        if told:
            rows.append((name, sum(number for number, _ in reasons), ", ".join(told)))
    return Table(
        columns=(Column("not read as"), Column("times"), Column("why")),
        rows=tuple(rows),
        title="Passages that carried a cue and were not read",
        advice="casetrace extract FILE --explain shows each of them, with its words.",
    )


def found_table(review: Review) -> Table:
    """What was found in a review: for each sort of fact how many, and of which kinds most."""
    rows = [(name, len(getattr(review, name)), _commonest(getattr(review, name))) for name in FACTS]
    return Table(
        columns=(Column("facts"), Column("number"), Column("of which")),
        rows=tuple(rows),
        title=review.case.title or review.id,
        advice="Absence here is not absence in the case: the report may not tell, or the reading missed it.",
    )


def _commonest(facts: Sequence[object]) -> tuple[str, ...]:
    """The five commonest codes of facts that have a kind, type, kinship or factor."""
    counts = Counter(
        str(value)
        for fact in facts
        for name in ("kind", "type", "kinship", "factor", "agency_type", "channel")
        if (value := getattr(fact, name, None))
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(f"{code} {number}" for code, number in ordered[:5])


def violations_table(violations: Iterable[Violation]) -> Table:
    """Each place where what is stored does not meet the ontology's shapes."""
    rows = tuple((one.focus, one.path, one.message) for one in violations)
    return Table(
        columns=(Column("resource"), Column("property"), Column("what is wrong")),
        rows=rows,
        title="Shapes not met",
    )


def formats_table() -> Table:
    """Each export format and what it is for."""
    columns = (Column("format"), Column("for"))
    return Table(columns=columns, rows=tuple(described()), title="Export formats")


def views_table() -> Table:
    """Each view of the graph that a format with nodes and edges can show."""
    columns = (Column("view"), Column("what becomes node and edge"))
    return Table(columns=columns, rows=tuple(VIEWS.items()), title="Views")


def server_table(server: Embedded) -> Table:
    """Where the embedded database is, and whether it runs."""
    running = server.running()
    rows: list[tuple[str, str]] = [
        ("state", "running" if running else "not running"),
        ("address", running.uri if running else ""),
        ("process", str(running.pid) if running else ""),
        ("data", str(server.folder)),
        ("log", str(server.log)),
    ]
    return Table(columns=(Column("what"), Column("value")), rows=tuple(rows), title="Embedded database")
