"""Many files in one call: each is read, coded and stored by itself, and one's failure stops no other."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.load import LoadReport, load_review
from graph.store import Store
from loaders.documents import read_bytes, read_document
from loaders.extract.explain import explain, reasons_told
from loaders.extract.reading import Reading
from loaders.extract.review import review_of
from ontology.document import Document
from ontology.errors import CasetraceError, InvalidDataError, UsageError
from ontology.model import Review

STANDARD_INPUT = "-"
Progress = Callable[[str], None]
Dropped = Mapping[tuple[str, str], int]  # readings given up, by category and code of the drop reason


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: the review and the report of its loading, or the error that stopped it.

    ``dropped`` counts, by category and code of the drop reason, what carried a cue and was not read.
    """

    file: str
    review: Review | None = None
    dropped: Dropped = field(default_factory=dict)
    report: LoadReport | None = None
    error: CasetraceError | None = None


def case_id_of(name: str) -> str:
    """Return the case id that a file name gives: its stem in lower case, words joined by hyphens."""
    slug = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")
    if not slug:
        raise UsageError("the file's name gives no case id", source=name, hint="name one with --case")
    return slug


def read_file(file: str) -> Document:
    """Read a document from a path, or from standard input for "-"; see loaders.documents for errors."""
    if file == STANDARD_INPUT:
        return read_bytes(sys.stdin.buffer.read(), "stdin")
    return read_document(Path(file))


def explanations(
    file: str, paragraph: str | None = None, min_confidence: float | None = None
) -> Iterator[str]:
    """Yield, for each passage with a cue, its words and what became of every cue in them.

    ``paragraph`` is a number as printed: only what stands under it. Raises UsageError where nothing does.
    """
    reading = Reading(read_file(file), keep_notes=True)
    review = review_of(reading, file, min_confidence)
    told = 0
    for passage in reading.document.passages:
        number = reading.document.number_at(passage.start)
        if paragraph is not None and number != paragraph:
            continue
        found = explain(reading, review, passage.start, passage.end)
        if paragraph is None and not any(one.outcomes for one in found):
            continue
        told += 1
        yield f"{number or 'no number'}, characters {passage.start} to {passage.end}, {found[0].role}"
        for one in found:
            yield f"“{' '.join(reading.document.quote(one.start, one.end).split())}”"
            yield from one.lines()
        yield ""
    if told:
        yield "Why a cue was not read:"
        yield from reasons_told(reading)
    if paragraph is not None and not told:
        raise UsageError(f"no paragraph {paragraph}", source=file, hint="give the number as it is printed")


def read_review(
    file: str, case_id: str | None = None, min_confidence: float | None = None
) -> tuple[Review, Dropped]:
    """Read a file and code what it says; with it, what was dropped, counted by category and reason.

    Raises UnreadableError for a file that cannot be read and InvalidDataError for one that tells of
    no review at all.
    """
    reading = Reading(read_file(file))
    if file == STANDARD_INPUT and case_id is None:
        case_id = "stdin"
    review = review_of(reading, case_id or case_id_of(file), min_confidence)
    told = review.gaps or review.family or review.case.review_type
    if not (review.agencies and told):
        raise InvalidDataError(
            "this does not read as a review: no agencies, family or missed opportunities found",
            source=file,
            hint="give the published report itself, not a summary page or a form",
        )
    return review, dict(reading.trail.dropped)


def load_files(
    store: Store,
    files: Sequence[str],
    *,
    case_id: str | None = None,
    min_confidence: float | None = None,
    restore: bool = False,
    progress: Progress = lambda _: None,
) -> Iterator[FileOutcome]:
    """Load each file in one transaction of its own and yield what became of it, in the order given.

    ``case_id`` may be given for a single file only. ``progress`` is told each file's name before it
    is read.
    """
    if case_id and len(files) > 1:
        raise UsageError("--case names one case, but several files are given", hint="load them one by one")
    if STANDARD_INPUT in files and not case_id:
        raise UsageError("standard input has no name to make a case id of", hint="name one with --case")
    for file in files:
        progress(file)
        try:
            review, dropped = read_review(file, case_id, min_confidence)
            report = load_review(store, review, restore=restore)
            yield FileOutcome(file, review, dropped, report)
        except CasetraceError as error:
            yield FileOutcome(file, error=_placed(error, file))


def _placed(error: CasetraceError, file: str) -> CasetraceError:
    """The error with the file as the user named it: two folders may hold files of one name."""
    if error.source in (None, Path(file).name):
        error.source = file
    return error
