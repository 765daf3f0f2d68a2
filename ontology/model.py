"""What a review says, as values: each fact with the evidence it was read from.

Codes (party, kind, type, channel …) are those of the ontology's concept schemes. A party is the code
of an agency type or of a family role. Dates are ISO 8601, as exact as the text and no more ("2021-01-11",
"2021-01", "2021"). What the text does not state is None or empty: fail empty, never wrong. ``topics`` of a
fact are labels of the review's topics: what it carried, lacked or was about; where those words stand
outside the fact's own place, evidence that supports ``topics`` says where.
"""

from __future__ import annotations

from dataclasses import dataclass

from ontology.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact was read: a span of the document, its quote, and who read it how surely.

    ``paragraph`` is the number as printed, ``page`` counts from 1. ``extractor`` names the component
    or rule that read it, ``confidence`` is the probability (0 to 1) that the reading is right,
    ``status`` a code of the review statuses. ``supports`` names the one property of the fact that the
    span supports (the date, say, where it stands elsewhere), None for the fact as a whole.
    """

    start: int
    end: int
    quote: str
    paragraph: str | None = None
    page: int | None = None
    extractor: str
    confidence: float
    status: str = "machine"
    supports: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything a review states; the first evidence says where it stands."""

    evidence: tuple[Evidence, ...]

    @property
    def start(self) -> int:
        """Offset where the fact stands in the document."""
        return self.evidence[0].start

    @property
    def end(self) -> int:
        """Offset where the place of the fact ends."""
        return self.evidence[0].end

    @property
    def confidence(self) -> float:
        """Probability that the reading is right, from the fact's place."""
        return self.evidence[0].confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Fact):
    """The review as a publication: what it is about, who wrote it, over what period."""

    title: str | None = None
    review_type: str | None = None
    commissioned_by: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    subject: str | None = None
    subject_born: str | None = None
    incident_date: str | None = None
    outcome: str | None = None
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMember(Fact):
    """A member of the family by the label the report gives them; kinship is relative to the subject."""

    label: str
    aliases: tuple[str, ...] = ()
    kinship: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional(Fact):
    """A practitioner by the label the report gives them."""

    label: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    agency_type: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Fact):
    """An agency, service or team; ``involved`` is false for one that only the review itself met."""

    name: str
    aliases: tuple[str, ...] = ()
    agency_type: str
    area: str | None = None
    involved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting about the case; ``held`` is false for one that was cancelled or never took place."""

    type: str
    date: str | None = None
    held: bool = True
    attended: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication(Fact):
    """An act by which information about the case passed between parties.

    Complete only when sent, received and understood; ``received`` and ``understood`` are None where
    the text does not tell.
    """

    sender: str | None = None
    receiver: tuple[str, ...] = ()
    channel: str = "unspecified"
    date: str | None = None
    about: str | None = None
    received: bool | None = None
    understood: bool | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Fact):
    """A statement that information was not shared, sought, recorded or used, or a chance to act missed.

    ``holder`` held the information or should have acted; ``receiver`` should have had it; ``voice`` says
    so; ``reason`` is why, where a reason is stated.
    """

    kind: str
    holder: tuple[str, ...] = ()
    receiver: tuple[str, ...] = ()
    about: str | None = None
    date: str | None = None
    voice: str = "review_author"
    reason: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """A formal recommendation or numbered learning point, by its label as printed.

    The first evidence is its opening words; one that supports ``text`` spans it whole.
    """

    label: str | None = None
    addressed_to: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Fact):
    """A circumstance of the child, the family or the work, with every place that shows it."""

    factor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something dated that happened: a visit, an appointment, a move, an incident, a birth."""

    type: str
    date: str | None = None
    date_end: str | None = None
    parties: tuple[str, ...] = ()
    about: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Fact):
    """An item of information that the case turns on, with every place that mentions it.

    ``label`` names it within the case; ``factor`` is the factor of the coding frame that it is, None for
    a matter of the case's own; ``terms`` are the words of this text that name it, in lower case.
    """

    label: str
    factor: str | None = None
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge(Fact):
    """A statement that a party knew something, knew it in part, or did not know it.

    ``label`` is who it was as printed, ``source`` from whom and ``act`` how they came to know, ``date``
    when, ``topics`` the labels of the topics that it was about.
    """

    party: str
    label: str | None = None
    status: str
    date: str | None = None
    source: str | None = None
    act: str | None = None
    about: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One published review: its document, its case, and every fact read from it in text order."""

    id: str
    document: Document
    case: Case
    family: tuple[FamilyMember, ...] = ()
    professionals: tuple[Professional, ...] = ()
    agencies: tuple[Agency, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    communications: tuple[Communication, ...] = ()
    gaps: tuple[Gap, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    factors: tuple[Factor, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
