"""A case on one page: everything that was read of it, each finding leading to the words it was read from."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.report.answers import addressees, answers
from graph.report.chronology import moments, undated
from graph.report.excerpts import sections
from graph.report.facts import SORTS, as_shown, numbered
from graph.report.figures import figures
from graph.report.flows import one_sided, pairs
from graph.report.gaps import choices, rows
from graph.report.headline import headline
from graph.report.knowledge import SIGNS, evidence, main_traces, matrix, stops
from graph.report.page import render
from graph.report.pictures import pictures
from ontology.model import Review
from ontology.vocabulary import codes

# The sections of the page, in their order: the name of each is its template's and its anchor.
SECTIONS = {
    "summary": "Summary",
    "people": "Who is who",
    "timeline": "What happened when",
    "flows": "Information between agencies",
    "knowledge": "Who knew what",
    "gaps": "Gaps",
    "recommendations": "Recommendations",
    "method": "Method and reading advice",
    "evidence": "Evidence",
}


def case_page(review: Review) -> str:
    """Return a review as one HTML page that needs nothing else: no other file, no network, no script.

    Readings that a person has rejected are left out. The same review gives the same page.
    """
    review = as_shown(review)
    return render(
        "case.html", contents=_contents(review), review=review, **_summary(review), **_findings(review)
    )


def _contents(review: Review) -> list[tuple[str, str]]:
    """The sections of a review's page; who knew what is told only where the report's topics were read."""
    known = review.topics or review.knowledge
    return [(name, title) for name, title in SECTIONS.items() if known or name != "knowledge"]


def _summary(review: Review) -> dict[str, Any]:
    found = figures(review)
    counted = Counter(gap.kind for gap in review.gaps)
    return {
        "case": review.case,
        "headline": headline(review.case),
        "figures": found,
        "total": sum(one.findings for one in found),
        "reviewed": sum(one.reviewed for one in found),
        "kinds": [(kind, counted[kind]) for kind in codes("GapKind") if kind in counted],
    }


def _findings(review: Review) -> dict[str, Any]:
    gaps, traces = rows(review), main_traces(review)
    return {
        "named": {sort: numbered(review, sort) for sort in SORTS},
        "pictures": pictures(review, traces),
        "moments": moments(review),
        "undated": undated(review),
        "pairs": pairs(review),
        "one_sided": one_sided(review),
        "traces": traces,
        "topics": [found.asked for found in traces],
        "matrix": matrix(traces),
        "signs": SIGNS,
        "stops": stops(traces),
        "gaps": gaps,
        "choices": choices(gaps),
        "answers": answers(review),
        "addressees": addressees(review),
        "sections": sections(review, evidence(traces)),
    }
