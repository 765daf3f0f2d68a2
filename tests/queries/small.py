"""Three short invented reviews as values, so that each question has an answer that can be counted by hand."""

from __future__ import annotations

from typing import Any

from ontology.document import Document, Passage
from ontology.model import (
    Agency,
    Case,
    Communication,
    Event,
    Evidence,
    Factor,
    FamilyMember,
    Gap,
    Knowledge,
    Meeting,
    Recommendation,
    Review,
    Topic,
)

PARAGRAPHS = {
    None: "The review of Child Juniper",
    "1.1": "The Elms Surgery and the Borough health visiting service worked with the family.",
    "1.2": "Mr Ash is the mother's partner.",
    "2.1": "In January 2020 the family moved to a new area.",
    "2.2": "On 3 February 2020 a core group met; the police were not invited.",
    "2.3": "On 5 February 2020 the grandmother told the health visitor that she was worried about drinking.",
    "2.4": "On 10 February 2020 the health visitor telephoned the surgery about the drinking.",
    "2.5": "The letter of 12 February 2020 to children's social care did not arrive.",
    "2.6": "A strategy discussion was not held.",
    "2.7": "On 1 March 2020 the case was closed.",
    "2.8": "An appointment was missed on 20 March 2020.",
    "2.9": "Police were called to the home on 2 April 2020.",
    "2.10": "There was an incident on 9 April 2020.",
    "2.11": "On 15 February 2020 the health visitor changed.",
    "3.1": "The surgery did not pass on what it knew about the drinking to the police.",
    "3.2": "By 20 February 2020 the new health visitor had not been given the records.",
    "3.3": "The partner was not asked about; what the mother said was taken as it was.",
    "3.4": "No assessment followed, as staff believed that the threshold was not met.",
    "3.5": "What life was like for Juniper was not considered.",
    "3.6": "The mental health team knew of the drinking and children's social care did not.",
    "3.7": "There was good practice in the call from the health visitor.",
    "3.8": "The decision was not challenged.",
    "4.1": "Recommendation 1: the surgery should share what it learns.",
}


def evidence(document: Document, quote: str, **more: Any) -> tuple[Evidence, ...]:
    """The evidence that a quote is, wherever it stands in the document."""
    start = document.text.index(quote)
    passage = document.passage_at(start)
    return (
        Evidence(
            start=start,
            end=start + len(quote),
            quote=quote,
            paragraph=passage.number if passage else None,
            page=2,
            **{"extractor": "test", "confidence": 0.9, **more},
        ),
    )


def document(name: str) -> Document:
    """The paragraphs as a document, the same but for its name and title."""
    passages, text = [], ""
    for number, said in PARAGRAPHS.items():
        kind = "title" if number is None else "paragraph"
        words = said.replace("Juniper", name)
        passages.append(
            Passage(kind=kind, start=len(text), end=len(text) + len(words), number=number, page=2)
        )
        text += words + "\n"
    return Document(name=f"{name}.txt", media_type="text/plain", text=text, passages=tuple(passages))


def review(name: str, *, published: str) -> Review:
    """One review, every category of fact in it."""
    report = document(name)

    def at(quote: str, **more: Any) -> dict[str, Any]:
        return {"evidence": evidence(report, quote, **more)}

    return Review(
        id=f"child-{name.lower()}",
        document=report,
        case=Case(
            title=f"The review of Child {name}", published=published, **at(f"The review of Child {name}")
        ),
        family=(FamilyMember(label="Mr Ash", kinship="partner", **at("Mr Ash is the mother's partner")),),
        agencies=(
            Agency(name="The Elms Surgery", agency_type="gp", **at("The Elms Surgery")),
            Agency(
                name="Borough health visiting", agency_type="health_visiting", **at("Borough health visiting")
            ),
        ),
        meetings=(
            Meeting(
                type="core_group",
                date="2020-02-03",
                attended=("health_visiting", "gp"),
                absent=("police",),
                **at("a core group met; the police were not invited"),
            ),
            Meeting(type="strategy_meeting", held=False, **at("A strategy discussion was not held")),
        ),
        communications=communications(at),
        gaps=gaps(at, name),
        recommendations=(
            Recommendation(
                label="Recommendation 1",
                addressed_to=("gp",),
                text="the surgery should share what it learns",
                **at("Recommendation 1: the surgery"),
            ),
        ),
        factors=(
            Factor(factor="parental_alcohol", **at("worried about drinking")),
            Factor(factor="self_report_reliance", **at("what the mother said was taken as it was")),
        ),
        events=events(at),
        topics=(
            Topic(
                label="drinking",
                factor="parental_alcohol",
                terms=("drinking",),
                **at("she was worried about drinking"),
            ),
        ),
        knowledge=knowledge(at),
    )


def knowledge(at: Any) -> tuple[Knowledge, ...]:
    """One party that is said to have known, one that learned it from the family, one that never knew."""
    return (
        Knowledge(
            party="health_visiting",
            label="the health visitor",
            status="knew",
            date="2020-02-05",
            source="maternal_grandmother",
            act="told",
            about="drinking",
            topics=("drinking",),
            **at("the health visitor that she was worried about drinking"),
        ),
        Knowledge(
            party="adult_mental_health",
            status="knew",
            about="drinking",
            topics=("drinking",),
            **at("The mental health team knew of the drinking"),
        ),
        Knowledge(
            party="childrens_social_care",
            status="never",
            about="drinking",
            topics=("drinking",),
            **at("and children's social care did not"),
        ),
    )


def communications(at: Any) -> tuple[Communication, ...]:
    """One from the family, one that arrived, one that did not."""
    return (
        Communication(
            sender="maternal_grandmother",
            receiver=("health_visiting",),
            channel="in_person",
            date="2020-02-05",
            about="drinking",
            topics=("drinking",),
            **at("the grandmother told the health visitor"),
        ),
        Communication(
            sender="health_visiting",
            receiver=("gp",),
            channel="phone",
            date="2020-02-10",
            about="drinking",
            topics=("drinking",),
            received=True,
            **at("the health visitor telephoned the surgery"),
        ),
        Communication(
            sender="gp",
            receiver=("childrens_social_care",),
            channel="letter",
            date="2020-02-12",
            received=False,
            **at("The letter of 12 February 2020"),
        ),
    )


def gaps(at: Any, name: str) -> tuple[Gap, ...]:
    """Gaps of several kinds, one of them dated, one with a reason, one rejected by a reviewer."""
    return (
        Gap(
            kind="not_shared",
            holder=("gp",),
            receiver=("police",),
            about="drinking",
            topics=("drinking",),
            **at("did not pass on what it knew about the drinking", confidence=0.8),
        ),
        Gap(
            kind="no_handover",
            holder=("health_visiting",),
            date="2020-02-20",
            **at("had not been given the records", confidence=0.7),
        ),
        Gap(kind="not_sought", holder=("gp", "midwifery"), **at("The partner was not asked about")),
        Gap(
            kind="not_assessed",
            holder=("childrens_social_care",),
            reason="threshold_belief",
            **at("No assessment followed"),
        ),
        Gap(
            kind="not_heard",
            holder=("multi_agency",),
            **at(f"What life was like for {name} was not considered"),
        ),
        Gap(
            kind="not_shared",
            holder=("adult_mental_health",),
            receiver=("childrens_social_care",),
            about="drinking",
            topics=("drinking",),
            **at("The mental health team knew of the drinking"),
        ),
        Gap(kind="not_challenged", **at("The decision was not challenged")),
        Gap(kind="not_used", holder=("gp",), **at("There was good practice", status="rejected")),
    )


def events(at: Any) -> tuple[Event, ...]:
    """A move, a change of worker, a closure, and what came after it."""
    return (
        Event(type="move", date="2020-01", parties=("mother",), **at("the family moved to a new area")),
        Event(
            type="change_of_worker",
            date="2020-02-15",
            parties=("health_visiting",),
            **at("the health visitor changed"),
        ),
        Event(type="case_closed", date="2020-03-01", **at("the case was closed")),
        Event(type="missed_appointment", date="2020-03-20", **at("An appointment was missed")),
        Event(type="arrest_or_offence", date="2020-04-02", parties=("police",), **at("Police were called")),
        Event(type="incident", date="2020-04-09", **at("There was an incident")),
    )


REVIEWS = (
    review("Juniper", published="2021-05"),
    review("Rowan", published="2022"),
    review("Hazel", published="2023-02-01"),
)
