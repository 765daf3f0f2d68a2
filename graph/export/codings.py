"""Facts as codings of text: which span of a review carries which code, as qualitative analysis has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology import vocabulary
from ontology.facts import FACT_FIELDS, resources
from ontology.model import Evidence, Fact, Review
from ontology.vocabulary import NAMESPACE, PropertyInfo

# The property that says what a fact is; one whose class has none of them is coded with its class.
WHAT = ("kind", "factor", "type", "channel", "kinship", "agencyType")
# The properties that say who takes part in it, in the order in which information goes.
WHO = ("sender", "holder", "attended", "parties", "receiver", "absent", "addressed_to")


@dataclass(frozen=True, slots=True, order=True)
class Coding:
    """A span of the document's text that carries a code; ``code`` is the URI of a concept or a class.

    ``name`` is what people call the code, ``note`` what the fact says besides, in words.
    """

    start: int
    end: int
    code: str
    name: str
    fact: str
    note: str


def codings(review: Review) -> list[Coding]:
    """Return the codings of a review in the order of the text; the case itself is no coding.

    Evidence for one property of a fact (its date, say) carries no code, save the text of a recommendation.
    """
    return sorted(
        Coding(evidence.start, evidence.end, *code_of(fact), uri, note(fact, evidence))
        for uri, fact in resources(review)
        for evidence in fact.evidence
        if evidence.supports in (None, "text")
    )


def code_of(fact: Fact) -> tuple[str, str]:
    """Return the URI and the name of the code that a fact's evidence carries."""
    class_ = type(fact).__name__
    info = what(class_)
    code = getattr(fact, _snake(info.name)) if info else None
    if info is None or code is None:
        return f"{NAMESPACE}{class_}", vocabulary.class_info(class_).label
    concept = vocabulary.concept(info.range, code)
    return concept.uri, concept.label


@cache
def what(class_: str) -> PropertyInfo | None:
    """Return the property that says what a fact of a class is."""
    properties = {info.name: info for info in vocabulary.class_info(class_).properties}
    return next((properties[name] for name in WHAT if name in properties), None)


@cache
def coding_schemes() -> tuple[str, ...]:
    """Return the schemes whose codes facts are coded with."""
    found = [what(kind.__name__) for kind in FACT_FIELDS.values()]
    return tuple(dict.fromkeys(info.range for info in found if info))


def coding_classes() -> tuple[str, ...]:
    """Return the classes that are codes themselves: their facts have no kind, or may have none."""
    named = [(kind.__name__, what(kind.__name__)) for kind in FACT_FIELDS.values()]
    return tuple(name for name, info in named if info is None or not info.required)


def note(fact: Fact, evidence: Evidence) -> str:
    """Return in words what a fact says and how surely it was read."""
    return "; ".join(_said(fact, evidence))


def _said(fact: Fact, evidence: Evidence) -> Iterator[str]:
    for name in WHO:
        value = getattr(fact, name, None) or ()
        codes = (value,) if isinstance(value, str) else value
        if codes:
            names = ", ".join(vocabulary.label(vocabulary.PARTY, code) for code in codes)
            yield f"{name.replace('_', ' ')}: {names}"
    for name in ("label", "name", "about", "date"):
        if value := getattr(fact, name, None):
            yield f"{name}: {value}"
    yield f"confidence {evidence.confidence:g}, {evidence.extractor}"
    yield vocabulary.label("ReviewStatus", evidence.status).lower()


def _snake(name: str) -> str:
    return re.sub(r"(?=[A-Z])", "_", name).lower()
