"""A whole review read: every extractor in order over one Reading."""

from __future__ import annotations

from loaders.extract.agencies import read_agencies
from loaders.extract.case import read_case
from loaders.extract.communications import read_communications
from loaders.extract.events import read_events
from loaders.extract.factors import read_factors
from loaders.extract.family import read_family
from loaders.extract.gaps import read_gaps
from loaders.extract.meetings import read_meetings
from loaders.extract.professionals import read_professionals
from loaders.extract.reading import Reading
from loaders.extract.recommendations import read_recommendations
from ontology.document import Document
from ontology.model import Review


def extract_review(document: Document, case_id: str) -> Review:
    """Return everything that is read from a document, as the review ``case_id``."""
    reading = Reading(document)
    return Review(
        id=case_id,
        document=document,
        case=read_case(reading),
        family=read_family(reading),
        professionals=read_professionals(reading),
        agencies=read_agencies(reading),
        meetings=read_meetings(reading),
        communications=read_communications(reading),
        gaps=read_gaps(reading),
        recommendations=read_recommendations(reading),
        factors=read_factors(reading),
        events=read_events(reading),
    )
