"""A whole review read: every extractor in order over one Reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from loaders.extract.agencies import read_agencies
from loaders.extract.calibration import calibrated, curve
from loaders.extract.case import read_case
from loaders.extract.communications import read_communications
from loaders.extract.events import read_events
from loaders.extract.fact_topics import FactTopics
from loaders.extract.factors import read_factors
from loaders.extract.family import read_family
from loaders.extract.gaps import read_gaps
from loaders.extract.knowledge import read_knowledge
from loaders.extract.meetings import read_meetings
from loaders.extract.professionals import read_professionals
from loaders.extract.reading import Reading
from loaders.extract.recommendations import read_recommendations
from loaders.extract.topics import read_topics
from ontology.document import Document
from ontology.model import Fact, Review

F = TypeVar("F", bound=Fact)


def extract_review(document: Document, case_id: str, min_confidence: float | None = None) -> Review:
    """Return what is read from a document, as the review ``case_id``.

    Facts less likely than ``min_confidence`` (0 to 1) are left out; without it each category has the
    threshold of its own that balances what is missed against what is wrongly found.
    """
    return review_of(Reading(document), case_id, min_confidence)


def review_of(reading: Reading, case_id: str, min_confidence: float | None = None) -> Review:
    """Return the review that a Reading gives; what was dropped on the way is counted in ``reading.trail``."""

    def kept(category: str, facts: Iterable[F]) -> tuple[F, ...]:
        least = curve(category).threshold if min_confidence is None else min_confidence
        given = []
        for raw in facts:
            fact = calibrated(category, raw)
            if fact.confidence >= least:
                given.append(fact)
            else:
                reading.trail.drop_unsure(category, raw)
        return tuple(given)

    communications, factors = read_communications(reading), read_factors(reading)
    topics = kept("topics", read_topics(reading, factors))
    about = FactTopics(reading, topics)
    return Review(
        id=case_id,
        document=reading.document,
        case=calibrated("case", read_case(reading)),
        family=kept("family", read_family(reading)),
        professionals=kept("professionals", read_professionals(reading)),
        agencies=kept("agencies", read_agencies(reading)),
        meetings=about.given(kept("meetings", read_meetings(reading))),
        communications=about.given(kept("communications", communications)),
        gaps=about.given(kept("gaps", read_gaps(reading))),
        recommendations=kept("recommendations", read_recommendations(reading)),
        factors=kept("factors", factors),
        events=about.given(kept("events", read_events(reading))),
        topics=topics,
        knowledge=about.given(kept("knowledge", read_knowledge(reading))),
    )
