"""Invented things to export: one small network written out, and one small review as it would be stored."""

from __future__ import annotations

from typing import Any

from graph.export.fetch import Resource, Subgraph
from graph.export.network import Edge, Network, Node
from graph.records import records
from ontology import vocabulary
from ontology.document import Cell, Document, Passage
from ontology.model import (
    Agency,
    Case,
    Communication,
    Event,
    Evidence,
    Factor,
    FamilyMember,
    Gap,
    Meeting,
    Professional,
    Recommendation,
    Review,
)

AWKWARD = 'He said "it\'s <late> & far"; =SUM(1) | {x}\nnew line — naïve café 家'

NETWORK = Network(
    [
        Node(
            "urn:x:case",
            "Case",
            "Child Alder",
            {"title": "The review of Child Alder", "published": "2022-05"},
        ),
        Node(
            "urn:x:meeting",
            "Meeting",
            "Core group, 2021-01",
            {
                "date": "2021-01",
                "dateFrom": "2021-01-01",
                "dateTo": "2021-01-31",
                "date_precision": "month",
                "held": True,
                "page": 3,
                "confidence": 0.75,
                "quote": "a core group met",
            },
            (("2021-01-01", "2021-01-31"),),
        ),
        Node("urn:x:gap", "Gap", AWKWARD, {"about": AWKWARD, "page": 4, "confidence": 1}),
        Node("urn:x:gp", "AgencyType", "=GP", {"code": "gp"}),
        Node("urn:x:police", "AgencyType", "Police", {"code": "police"}),
        Node("urn:x:alone", "Area", "Fernleigh", {"name": "Fernleigh"}),
        Edge("urn:x:meeting", "urn:x:case", "IN_CASE", lives=(("2021-01-01", "2021-01-31"),)),
        Edge("urn:x:meeting", "urn:x:gp", "ATTENDED", lives=(("2021-01-01", "2021-01-31"),)),
        Edge("urn:x:meeting", "urn:x:police", "ABSENT", lives=(("2021-01-01", "2021-01-31"),)),
        Edge("urn:x:gap", "urn:x:case", "IN_CASE"),
        Edge("urn:x:gap", "urn:x:gp", "HOLDER"),
        Edge("urn:x:gap", "urn:x:gp", "RECEIVER"),
        Edge(
            "urn:x:gp",
            "urn:x:police",
            "MET",
            {"weight": 2, "cases": 1},
            (("2021-01-01", "2021-01-31"), ("2021-03-04", "2021-03-04")),
            directed=False,
        ),
    ],
)

PARAGRAPHS = {
    None: "The review of Child Alder, published in May 2022",
    "1.1": "The Oak Surgery and the police in Fernleigh knew the family. SW1 is a social worker.",
    "1.2": "Mother A is Child Alder's mother; HV1 is a health visitor.",
    "2.1": "In January 2021 a core group met; the GP attended, HV1 and SW1 too; the police did not.",
    "2.2": "On 4 March 2021 HV1 telephoned SW1 about the home.",
    "2.3": "On 9 March 2021 HV1 told SW1 and the police of a visit.",
    "3.1": "The surgery did not tell the police about drinking — café talk; drinking went on.",
    "4.1": "Recommendation 1: the surgery should share\r\nwhat it learns.",
}


def _document() -> Document:
    text, passages = "", []
    for number, said in PARAGRAPHS.items():
        kind = "title" if number is None else "paragraph"
        place = len(text)
        passages.append(Passage(kind=kind, start=place, end=place + len(said), number=number, page=2))
        text += said + "\r\n"
    place = len(text)
    columns = [Cell(start=place, end=place + 9, column=0), Cell(start=place + 12, end=place + 21, column=1)]
    row = Passage(kind="row", start=place, end=place + 21, table=0, header=True, cells=tuple(columns))
    text += "HV1 nurse | SW1 visit\r\n"
    properties = (("author", "A. Author; B. Author"), ("title", "Child = Alder"))
    return Document(
        name="child-alder.txt",
        media_type="text/plain",
        text=text,
        passages=(*passages, row),
        page_count=4,
        properties=properties,
    )


DOCUMENT = _document()


def at(quote: str, **more: Any) -> dict[str, Any]:
    """The evidence that a quote is, as the keyword argument of a fact."""
    start = DOCUMENT.text.index(quote)
    given: dict[str, Any] = {"extractor": "test", "confidence": 0.75, "page": 2, **more}
    number = DOCUMENT.number_at(start)
    one = Evidence(start=start, end=start + len(quote), quote=quote, paragraph=number, **given)
    return {"evidence": (one,)}


REVIEW = Review(
    id="child-alder",
    document=DOCUMENT,
    case=Case(
        title="The review of Child Alder",
        review_type="CSPR",
        published="2022-05",
        authors=("A. Author", "B. Author"),
        outcome="serious_harm",
        areas=("Fernleigh",),
        **at("The review of Child Alder"),
    ),
    family=(FamilyMember(label="Mother A", kinship="mother", aliases=("Ms A",), **at("Mother A")),),
    professionals=(
        Professional(label="SW1", role="social worker", agency_type="childrens_social_care", **at("SW1")),
        Professional(label="HV1", role="health visitor", agency_type="health_visiting", **at("HV1")),
    ),
    agencies=(
        Agency(name="The Oak Surgery", agency_type="gp", **at("The Oak Surgery")),
        Agency(name="police", agency_type="police", area="Fernleigh", **at("police in Fernleigh")),
    ),
    meetings=(
        Meeting(
            type="core_group",
            date="2021-01",
            attended=("childrens_social_care", "gp", "health_visiting"),
            absent=("police",),
            **at("a core group met"),
        ),
    ),
    communications=(
        Communication(
            sender="health_visiting",
            receiver=("childrens_social_care",),
            channel="phone",
            date="2021-03-04",
            about="the home",
            **at("HV1 telephoned SW1 about the home"),
        ),
        Communication(
            sender="health_visiting",
            receiver=("childrens_social_care", "police"),
            date="2021-03-09",
            received=True,
            **at("HV1 told SW1 and the police of a visit"),
        ),
    ),
    gaps=(
        Gap(
            kind="not_shared",
            holder=("gp",),
            receiver=("police",),
            about="drinking",
            **at("The surgery did not tell the police about drinking"),
        ),
    ),
    recommendations=(
        Recommendation(
            label="1",
            addressed_to=("gp",),
            text="the surgery should share\r\nwhat it learns.",
            **at("Recommendation 1: the surgery should share\r\nwhat it learns."),
        ),
    ),
    factors=(Factor(factor="parental_alcohol", **at("drinking went on")),),
    events=(Event(type="visit", date="2021-03-09", parties=("health_visiting",), **at("a visit")),),
)


def subgraph(review: Review = REVIEW) -> Subgraph:
    """The review as it would come back from the store."""
    found = Subgraph()
    stored = records(review)
    for label, nodes in stored.nodes.items():
        for one in nodes:
            found.add(Resource(one["uri"], frozenset({label}), one["properties"]))
    concepts = {one.uri: one for scheme in vocabulary.schemes() for one in vocabulary.concepts(scheme)}
    parties = {one.uri for one in vocabulary.concepts("Party")}
    for (_, kind, _), links in stored.links.items():
        for link in links:
            found.relate(link["source"], kind, link["target"])
            if (concept := concepts.get(link["target"])) is not None:
                labels = {"Concept", concept.scheme, *(["Party"] if concept.uri in parties else [])}
                said = {"code": concept.code, "label": concept.label, "definition": concept.definition}
                found.add(Resource(concept.uri, frozenset(labels), said))
    return found


SUBGRAPH = subgraph()
