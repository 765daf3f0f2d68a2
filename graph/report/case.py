"""A case on one page: everything that was read of it, each finding leading to the words it was read from."""

from __future__ import annotations

from collections import Counter

from graph.report.answers import addressees, answers
from graph.report.chronology import moments, undated
from graph.report.excerpts import sections
from graph.report.facts import SORTS, numbered, without_rejected
from graph.report.figures import figures
from graph.report.gaps import choices, rows
from graph.report.headline import headline
from graph.report.page import render
from ontology.model import Review
from ontology.vocabulary import codes

# The sections of the page, in their order: the name of each is its template's and its anchor.
SECTIONS = {
    "summary": "Summary",
    "people": "Who is who",
    "timeline": "What happened when",
    "gaps": "Gaps",
    "recommendations": "Recommendations",
    "method": "Method and reading advice",
    "evidence": "Evidence",
}


def case_page(review: Review) -> str:
    """Return a review as one HTML page that needs nothing else: no other file, no network, no script.

    Readings that a person has rejected are left out. The same review gives the same page.
    """
    review = without_rejected(review)
    gaps, found = rows(review), figures(review)
    return render(
        "case.html",
        contents=SECTIONS.items(),
        review=review,
        case=review.case,
        headline=headline(review.case),
        named={sort: numbered(review, sort) for sort in SORTS},
        figures=found,
        total=sum(one.findings for one in found),
        reviewed=sum(one.reviewed for one in found),
        kinds=_kinds(review),
        moments=moments(review),
        undated=undated(review),
        gaps=gaps,
        choices=choices(gaps),
        answers=answers(review),
        addressees=addressees(review),
        sections=sections(review),
    )


def _kinds(review: Review) -> list[tuple[str, int]]:
    """How many gaps of each kind, in the ontology's order."""
    counted = Counter(gap.kind for gap in review.gaps)
    return [(kind, counted[kind]) for kind in codes("GapKind") if kind in counted]
