"""A short invented review in which one thing, co-sleeping, can be followed by hand."""

from __future__ import annotations

from typing import Any

from ontology.document import Document, Passage
from ontology.model import (
    Agency,
    Case,
    Communication,
    Event,
    Evidence,
    FamilyMember,
    Gap,
    Knowledge,
    Meeting,
    Review,
    Topic,
)

PARAGRAPHS = {
    None: "The review of Child Linden",
    "1": "The Elms unit, Vale health visiting, Vale social care and the surgery worked with Ms L and Linden.",
    "2.1": "On 3 March 2020 staff of the unit saw Ms L co-sleeping with Linden.",
    "2.2": "On 10 March 2020 the unit telephoned the health visitor about the co-sleeping.",
    "2.3": "On 12 March 2020 the unit and the social worker held a progress meeting.",
    "2.4": "The midwife wrote to the unit on 14 March 2020.",
    "2.5": "A core group in March 2020 was attended by the health visitor and the social worker.",
    "2.6": "On 20 March 2020 the health visitor and the social worker visited together.",
    "2.7": "On 2 March 2020 the unit and the social worker agreed the placement.",
    "2.8": "On 30 March 2020 the network met and discussed bed-sharing; police and the unit were there.",
    "2.9": "A review on 31 March 2020 on sleeping in one bed was attended by the guardian.",
    "3.1": "The social worker was not told of the co-sleeping.",
    "3.2": "The surgery did not know that the mother shared her bed.",
    "3.3": "The unit told the advocate that there had been one incident of co-sleeping, not of the others.",
    "3.4": "The care plan was late.",
    "3.5": "Ms L was co-sleeping again in May. The guardian was not told. The plan was changed.",
    "3.6": "On 5 March 2020 Ms L was arrested when asleep in a car with Linden.",
}
INCIDENT = "2020-04-01"


def document() -> Document:
    """The paragraphs as a document."""
    passages, text = [], ""
    for number, said in PARAGRAPHS.items():
        kind = "title" if number is None else "paragraph"
        passages.append(Passage(kind=kind, start=len(text), end=len(text) + len(said), number=number))
        text += said + "\n"
    return Document(name="linden.txt", media_type="text/plain", text=text, passages=tuple(passages))


DOCUMENT = document()


def place(number: str | None) -> Evidence:
    """A whole paragraph as evidence."""
    said = PARAGRAPHS[number]
    start = DOCUMENT.text.index(said)
    return Evidence(
        start=start, end=start + len(said), quote=said, paragraph=number, extractor="test", confidence=0.9
    )


def at(number: str | None) -> dict[str, Any]:
    """The evidence of a fact that a paragraph tells."""
    return {"evidence": (place(number),)}


SOCIAL_CARE, UNIT, HEALTH = "childrens_social_care", "residential_unit", "health_visiting"
LINDEN = Review(
    id="child-linden",
    document=DOCUMENT,
    case=Case(**at(None), incident_date=INCIDENT),
    family=(FamilyMember(**at("1"), label="Ms L", kinship="mother"),),
    agencies=(
        Agency(**at("1"), name="The Elms", aliases=("unit",), agency_type=UNIT),
        Agency(**at("1"), name="Vale Social Care", aliases=("social worker",), agency_type=SOCIAL_CARE),
    ),
    meetings=(
        Meeting(**at("2.3"), type="progress_meeting", date="2020-03-12", attended=(UNIT, SOCIAL_CARE)),
        Meeting(**at("2.5"), type="core_group", date="2020-03", attended=(HEALTH, SOCIAL_CARE)),
        Meeting(
            **at("2.7"), type="placement_planning_meeting", date="2020-03-02", attended=(UNIT, SOCIAL_CARE)
        ),
        Meeting(**at("2.8"), type="professionals_meeting", date="2020-03-30", attended=("police", UNIT)),
        Meeting(**at("2.9"), type="looked_after_review", date="2020-03-31", attended=("cafcass",)),
    ),
    communications=(
        Communication(
            **at("2.2"),
            sender=UNIT,
            receiver=(HEALTH,),
            channel="phone",
            date="2020-03-10",
            topics=("Co-sleeping",),
        ),
        Communication(**at("2.4"), sender="midwifery", receiver=(UNIT,), channel="letter", date="2020-03-14"),
    ),
    events=(
        Event(**at("2.1"), type="incident", date="2020-03-03", parties=(UNIT, "mother")),
        Event(**at("2.6"), type="visit", date="2020-03-20", parties=(HEALTH, SOCIAL_CARE)),
    ),
    gaps=(
        Gap(**at("3.1"), kind="not_shared", holder=(UNIT,), receiver=(SOCIAL_CARE,)),
        Gap(**at("3.4"), kind="not_acted", holder=(SOCIAL_CARE,)),
    ),
    topics=(
        Topic(
            evidence=tuple(place(number) for number in ("2.1", "2.2", "2.8", "2.9", "3.1", "3.2", "3.3")),
            label="Co-sleeping",
            factor="co_sleeping",
            terms=("co-sleeping", "bed-sharing"),
        ),
        Topic(**at("3.4"), label="Care plan"),
    ),
    knowledge=(
        Knowledge(**at("3.2"), party="gp", status="never"),
        Knowledge(**at("3.3"), party="voluntary_sector", status="part", source=UNIT, act="told"),
    ),
)
