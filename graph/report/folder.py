"""A folder of pages, one a case, with an index that leads to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from graph.export.reviews import read_reviews
from graph.report.case import case_page
from graph.report.facts import as_shown
from graph.report.page import render
from graph.store import Store
from graph.whole import whole_folder
from ontology.model import Case, Review

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the index: a case, how many gaps its report describes, and the file of its page."""

    id: str
    case: Case
    gaps: int
    file: str

    @property
    def link(self) -> str:
        """The address of the page from the index beside it."""
        return quote(self.file)


def index_page(entries: Sequence[Entry], withdrawn: Sequence[str] = ()) -> str:
    """Return the page that lists cases, in the order given; of a withdrawn one only its id."""
    return render("index.html", entries=entries, withdrawn=withdrawn)


def write_pages(store: Store, cases: Iterable[str], folder: Path) -> int:
    """Write the page of each case and the index into a folder, all or none; return how many cases.

    A case that was withdrawn has no page. Raises UsageError where the folder cannot be written.
    """
    asked: list[str] = []
    entries: list[Entry] = []
    with whole_folder(folder) as partial:
        for case in cases:
            asked.append(case)
            entries += _written(store, case, partial)
        written = {entry.id for entry in entries}
        page = index_page(entries, [case for case in asked if case not in written])
        (partial / INDEX).write_text(page, encoding="utf-8")
    return len(entries)


def _written(store: Store, case: str, folder: Path) -> Iterator[Entry]:
    """Write a case's page and yield its line of the index; nothing for one that was withdrawn."""
    for review in read_reviews(store, [case], "full"):
        entry = entry_of(review)
        (folder / entry.file).write_text(case_page(review), encoding="utf-8")
        yield entry


def entry_of(review: Review) -> Entry:
    """Return a review's line of the index; the file is named by the case, as far as file names allow."""
    shown = as_shown(review)
    return Entry(review.id, shown.case, len(shown.gaps), f"{quote(review.id, safe='')}.html")
