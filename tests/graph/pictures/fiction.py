"""A small invented case for the pictures: something of every kind, with dates exact, inexact and missing."""

from __future__ import annotations

from ontology.document import Document
from ontology.model import Case, Communication, Event, Evidence, FamilyMember, Gap, Meeting, Review


def at(number: int, status: str = "machine") -> tuple[Evidence, ...]:
    """Evidence in a paragraph of its own."""
    return (
        Evidence(
            start=number * 10,
            end=number * 10 + 5,
            quote="words",
            paragraph=f"2.{number}",
            extractor="test",
            confidence=0.9,
            status=status,
        ),
    )


MEETINGS = (
    Meeting(
        type="core_group",
        date="2020-03-02",
        attended=("health_visiting", "childrens_social_care", "mother"),
        absent=("police",),
        evidence=at(1),
    ),
    Meeting(type="strategy_meeting", date="2020-03", attended=("police", "hospital"), evidence=at(2)),
    Meeting(type="child_in_need_meeting", date="2020-04-01", held=False, evidence=at(3)),
    Meeting(type="supervision", evidence=at(4)),
)
COMMUNICATIONS = (
    Communication(
        sender="maternal_grandmother",
        receiver=("health_visiting",),
        channel="in_person",
        date="2020-02-05",
        about="worries at home",
        evidence=at(11),
    ),
    Communication(
        sender="health_visiting",
        receiver=("gp", "childrens_social_care"),
        channel="phone",
        date="2020-02-10",
        received=True,
        evidence=at(12),
    ),
    Communication(
        sender="gp",
        receiver=("childrens_social_care",),
        channel="letter",
        date="2020-02-12",
        received=False,
        evidence=at(13),
    ),
    Communication(receiver=("police",), date="2018", evidence=at(14)),
    Communication(sender="gp", receiver=("gp",), channel="message", date="2020-03-20", evidence=at(15)),
    Communication(sender="school", receiver=("police",), channel="email", evidence=at(16)),
)
GAPS = (
    Gap(kind="not_shared", holder=("gp",), receiver=("police",), date="2020-03-01", evidence=at(21)),
    Gap(kind="no_handover", holder=("health_visiting",), date="2020-02", evidence=at(22)),
    Gap(
        kind="not_sought",
        holder=("gp", "midwifery"),
        receiver=("father",),
        about='the father\'s < view & "name"',
        date="2020-02-20",
        evidence=at(23),
    ),
    Gap(kind="not_heard", holder=("multi_agency",), receiver=("subject",), evidence=at(24)),
    Gap(kind="not_challenged", date="2020-03-03", evidence=at(25)),
    Gap(kind="not_used", holder=("gp",), date="2020-03-04", evidence=at(26, status="rejected")),
)
EVENTS = (
    Event(type="birth", date="2019-12-24", parties=("subject", "mother"), evidence=at(31)),
    Event(type="visit", date="2020-02-05", parties=("health_visiting",), evidence=at(32)),
    Event(type="missed_appointment", date="2020-02-05", parties=("health_visiting",), evidence=at(33)),
    Event(
        type="admission",
        date="2020-03-10",
        date_end="2020-03-14",
        parties=("hospital", "subject"),
        evidence=at(34),
    ),
    Event(type="move", date="2020-01", parties=("mother",), evidence=at(35)),
    Event(type="incident", date="2020-04-09", evidence=at(36)),
    Event(type="case_opened", date="2015", parties=("early_help",), evidence=at(37)),
    Event(type="pregnancy", parties=("mother",), evidence=at(38)),
)
FAMILY = (
    FamilyMember(label="Child Larch", kinship="subject", evidence=at(41)),
    FamilyMember(label="Ms L", aliases=("Mother",), kinship="mother", evidence=at(42)),
    FamilyMember(label="Mr L", kinship="father", evidence=at(43)),
    FamilyMember(label="Grandmother", kinship="maternal_grandmother", evidence=at(44)),
    FamilyMember(label="Linden", kinship="half_sibling", evidence=at(45)),
    FamilyMember(label="Uncle P", kinship="paternal_uncle", evidence=at(46)),
    FamilyMember(label="Mr Y", kinship="partner", evidence=at(47)),
    FamilyMember(label="a neighbour", kinship="family_friend", evidence=at(48)),
)
REVIEW = Review(
    id="child-larch",
    document=Document(name="child-larch.txt", media_type="text/plain", text="words " * 100),
    case=Case(
        title="Child Larch",
        subject="Child Larch",
        subject_born="2019-12-24",
        incident_date="2020-04-09",
        outcome="death",
        evidence=at(0),
    ),
    family=FAMILY,
    meetings=MEETINGS,
    communications=COMMUNICATIONS,
    gaps=GAPS,
    events=EVENTS,
)
EMPTY = Review(
    id="child-none",
    document=Document(name="child-none.txt", media_type="text/plain", text=""),
    case=Case(evidence=()),
)
