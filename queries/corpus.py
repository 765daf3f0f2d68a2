"""Patterns across cases: the questions behind the corpus page, asked and handed down to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from graph.load import known_cases
from graph.report.corpus import Answer, Corpus, corpus_page
from graph.report.wording import coded, when
from graph.store import Store
from ontology import vocabulary
from queries.catalogue import Catalogue
from queries.overview import cases_table
from queries.render import plain
from queries.runner import run_query
from queries.table import Table, Value

PAIRS, CIRCUMSTANCES = "gap-kinds-by-agency-pair", "factors-by-gap-kind"
YEARS, RECOMMENDATIONS, ALIKE = "gap-kinds-over-years", "recurring-recommendations", "similar-cases"
MOST_ALIKE = 3
KINDS = ("kind", "kinds")
DATES = ("period_start", "period_end")
UNTOLD = ("areas", "title")  # coarse: no areas and no titles, which often name one


def patterns(
    store: Store, *, show_small: bool = False, announce: Callable[[Sequence[str]], Iterable[str]] = iter
) -> str:
    """Return the page of patterns across the cases of a store.

    ``show_small`` shows rows too that rest on fewer reports than their question asks for; ``announce`` is
    given the cases and yields each as its turn comes. Raises UsageError where there are no cases.
    """
    cases = known_cases(store, ())
    catalogue = Catalogue.load()

    def ask(name: str, **values: object) -> Answer:
        template = catalogue.get(name)
        table = run_query(store, template, values, show_small=show_small)
        return replace(_answer(table), title=template.title, question=template.question)

    return corpus_page(
        Corpus(
            reports=replace(_answer(cases_table(store)), advice=""),
            pairs=ask(PAIRS),
            circumstances=ask(CIRCUMSTANCES),
            years=ask(YEARS),
            recommendations=ask(RECOMMENDATIONS),
            alike=[(case, ask(ALIKE, case=case, limit=MOST_ALIKE)) for case in announce(cases)],
        )
    )


def _answer(table: Table) -> Answer:
    kept = [number for number, name in enumerate(table.names) if name not in UNTOLD]
    return Answer(
        title=table.title,
        question="",
        columns=[table.names[number] for number in kept],
        rows=[[_cell(table.names[number], row[number]) for number in kept] for row in table.rows],
        advice=table.advice,
        withheld=table.withheld,
    )


def _cell(column: str, value: Value) -> str | int:
    """A value as people read it: codes by their labels, dates in words, a lift or a share to two digits."""
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if column in DATES:
        return when(str(value) if value else None)
    if column == "type":
        return coded(str(value) if value else None, "ReviewType")
    if column in KINDS:
        codes = value if isinstance(value, tuple) else (str(value),)
        value = tuple(vocabulary.label("GapKind", code).lower() for code in codes)
    return plain(value)
