"""Whether a party is named where something is told of it, by what the review calls it."""

from __future__ import annotations

from functools import cached_property

from loaders.extract.sentences import sentence_spans
from loaders.extract.topic_words import normal
from ontology import vocabulary
from ontology.model import Review


class Names:
    """What a review calls each type of agency: the agencies, those who work there, and what it is called."""

    def __init__(self, review: Review) -> None:
        self._document = review.document
        self._review = review

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        found = {
            code: {normal(vocabulary.label(vocabulary.PARTY, code))}
            for code in vocabulary.codes("AgencyType")
        }
        for agency in self._review.agencies:
            found.setdefault(agency.agency_type, set()).update(map(normal, (agency.name, *agency.aliases)))
        for one in self._review.professionals:
            if one.agency_type:
                found.setdefault(one.agency_type, set()).update(map(normal, (one.label, *one.aliases)))
        return found

    def stands_by(self, party: str, offset: int) -> bool:
        """Tell whether a party is named in the sentence at an offset, or in the one before it."""
        told = self._told_by(offset)
        return any(name in told for name in self._names.get(party, ()))

    def _told_by(self, offset: int) -> str:
        passage = self._document.passage_at(offset)
        if passage is None:
            return ""
        before = passage.start
        for start, end, _ in sentence_spans(self._document, passage):
            if start <= offset < end:
                return normal(self._document.text[before:end])
            before = start
        return normal(self._document.text[passage.start : passage.end])
