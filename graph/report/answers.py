"""Which recommendations are addressed to the agencies that gaps name, and which gaps have none.

Matched by addressee, as the question "recommendations-for-gaps" does. Where a recommendation and a gap of one
of its addressees are about the same topic, by the words for it in this report, the gap is told by itself.
Whether a recommendation answers a gap stays for the reader to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from graph.report.facts import Named, numbered
from ontology.model import Gap, Recommendation, Review
from ontology.vocabulary import codes


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation with the gaps that are about a topic which it names.

    They are gaps of its addressees; where it has none by name, of anyone.
    ``addressees`` are the agencies it is addressed to, each with the number of gaps it holds.
    """

    recommendation: Named
    addressees: tuple[tuple[str, int], ...]
    topical: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """A type of agency with the recommendations addressed to it and the gaps that it holds, by kind."""

    code: str
    recommendations: tuple[Named, ...]
    gaps: tuple[tuple[str, tuple[Named, ...]], ...]


def answers(review: Review) -> list[Answer]:
    """Return each recommendation with the gaps it may answer."""
    held = _held(review)
    return [_answer(review, named, held) for named in numbered(review, "recommendations")]


def addressees(review: Review) -> list[Addressee]:
    """Return each type of agency that holds a gap, in the ontology's order, which ranks no one."""
    held = _held(review)
    recommendations = numbered(review, "recommendations")
    return [
        Addressee(
            code,
            tuple(one for one in recommendations if code in _recommendation(one).addressed_to),
            _by_kind(held[code]),
        )
        for code in codes("AgencyType")
        if code in held
    ]


def _answer(review: Review, named: Named, held: dict[str, list[Named]]) -> Answer:
    recommendation = _recommendation(named)
    words = (recommendation.text or recommendation.evidence[0].quote).lower()
    topics = {topic.label for topic in review.topics if _names(words, topic.terms)}
    to = recommendation.addressed_to or tuple(held)
    met = {gap.number: gap for code in to for gap in held.get(code, ())}
    return Answer(
        named,
        tuple((code, len(held.get(code, ()))) for code in recommendation.addressed_to),
        tuple(gap for _, gap in sorted(met.items()) if topics & set(_gap(gap).topics)),
    )


def _held(review: Review) -> dict[str, list[Named]]:
    """The gaps that each party holds."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for named in numbered(review, "gaps"):
        for holder in _gap(named).holder:
            found[holder].append(named)
    return dict(found)


def _by_kind(gaps: Iterable[Named]) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for named in gaps:
        found[_gap(named).kind].append(named)
    return tuple((kind, tuple(found[kind])) for kind in codes("GapKind") if kind in found)


def _names(words: str, terms: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(term)}\b", words) for term in terms)


def _gap(named: Named) -> Gap:
    return cast(Gap, named.fact)


def _recommendation(named: Named) -> Recommendation:
    return cast(Recommendation, named.fact)
