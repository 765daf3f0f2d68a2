"""Which topics a case turns on: not what is mentioned most, but what was told, known or missed."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.model import Communication, Gap, Knowledge, Review, Topic


def by_prominence(review: Review) -> list[Topic]:
    """Return the topics of a review, those first that most of its telling, knowing and failing is about.

    A topic weighs the sum of its shares of the places of gaps, of communications and of statements of
    knowledge, so that none of the three outweighs the others by number; then what is mentioned most.
    """
    told: tuple[Sequence[Gap | Communication | Knowledge], ...]
    told = (review.gaps, review.communications, review.knowledge)
    weights = {topic.label: sum(_share(topic, facts) for facts in told) for topic in review.topics}
    return sorted(review.topics, key=lambda topic: (-weights[topic.label], -len(topic.evidence), topic.start))


def _share(topic: Topic, facts: Sequence[Gap | Communication | Knowledge]) -> float:
    """Return the share of a topic; a statement on several parties stands in one place and counts once."""
    places = {one.start for one in facts}
    carried = {one.start for one in facts if topic.label in one.topics}
    return len(carried) / len(places) if places else 0.0
