"""Patterns across cases on one page: drawn from answers, which count reports and name no people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.report.page import render

Cell = str | int
SECTIONS = {
    "reports": "The reports",
    "agencies": "Between agencies",
    "circumstances": "Circumstances and kinds of gap",
    "years": "Over the years",
    "recommendations": "Recommendations that recur",
    "alike": "Reports that are alike",
    "method": "Method and reading advice",
}
# What a column of an answer is called on the page, where its own name says too little to a reader.
HEADS = {
    "type": "Kind of review",
    "period_start": "Looked at from",
    "period_end": "Until",
    "holder": "Held by",
    "receiver": "Should have had it",
    "kind": "Kind of gap",
    "factor": "Circumstance",
    "cases": "Reports",
    "with_factor": "Reports with the circumstance",
    "with_kind": "Reports with the kind of gap",
    "all_cases": "Reports in all",
    "likeness": "Likeness, from 0 to 1",
    "factors": "Circumstances in both",
    "kinds": "Kinds of gap in both",
    "agencies": "Types of agency in both",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question across cases: its columns and rows, how to read it, what was held back.

    Counts are numbers, everything else is text as people read it.
    """

    title: str
    question: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    advice: str = ""
    withheld: str | None = None

    @property
    def heads(self) -> list[str]:
        """What people call its columns."""
        return [HEADS.get(name, name.replace("_", " ").capitalize()) for name in self.columns]


@dataclass(frozen=True, slots=True)
class Square:
    """One square of a grid: its number, how much of the greatest it is (0 to 1), and what it counts."""

    number: int
    share: float
    said: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows against columns, a number in each square that has one: a heat map that can be read aloud."""

    rows: Sequence[str]
    columns: Sequence[str]
    squares: dict[tuple[str, str], Square] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the page shows. ``alike`` has for each report those most like it."""

    reports: Answer
    pairs: Answer
    circumstances: Answer
    years: Answer
    recommendations: Answer
    alike: Sequence[tuple[str, Answer]]


def corpus_page(corpus: Corpus) -> str:
    """Return the patterns across cases as one HTML page that needs nothing else."""
    return render(
        "corpus.html",
        contents=SECTIONS.items(),
        corpus=corpus,
        pairs=grid(corpus.pairs, "holder", "receiver", "gaps"),
        circumstances=grid(corpus.circumstances, "factor", "kind", "cases"),
        years=grid(corpus.years, "kind", "year", "cases"),
    )


def grid(answer: Answer, down: str, across: str, counted: str) -> Grid:
    """Return an answer as a grid of two of its columns, the numbers of a third summed in each square.

    Rows are in the order of their sums, columns likewise where they are no years.
    """
    place = {name: number for number, name in enumerate(answer.columns)}
    sums: dict[tuple[str, str], int] = {}
    parts: dict[tuple[str, str], list[str]] = {}
    for row in answer.rows:
        key = (str(row[place[down]]), str(row[place[across]]))
        number = int(row[place[counted]])
        sums[key] = sums.get(key, 0) + number
        parts.setdefault(key, []).append(_said(answer, row, place))
    most = max(sums.values(), default=1)
    squares = {key: Square(number, number / most, "; ".join(parts[key])) for key, number in sums.items()}
    across_years = across == "year"
    columns = sorted({key[1] for key in sums}) if across_years else _by_sum(sums, 1)
    return Grid(_by_sum(sums, 0), columns, squares)


def _by_sum(sums: dict[tuple[str, str], int], side: int) -> list[str]:
    totals: dict[str, int] = {}
    for key, number in sums.items():
        totals[key[side]] = totals.get(key[side], 0) + number
    return sorted(totals, key=lambda name: (-totals[name], name))


def _said(answer: Answer, row: Sequence[Cell], place: dict[str, int]) -> str:
    """What one row counts, in words: its gaps and the reports behind them."""
    numbers = [
        f"{row[place[name]]} {said}"
        for name, said in (("gaps", "gaps"), ("cases", "reports"))
        if name in answer.columns
    ]
    kind = str(row[place["kind"]]) if "kind" in place else ""
    return f"{kind}: {' in '.join(numbers)}" if kind else " in ".join(numbers)
