"""The sample review read and traced: answers worked out by hand from its paragraphs before it was run."""

from __future__ import annotations

from graph.trace import Known, Trace, trace
from graph.trace.values import CERTAIN, KNEW, NEVER
from tests.graph.report.pages import sample

HOUSING, SOCIAL_CARE, SCHOOL = "housing", "childrens_social_care", "school"
DRUG_SERVICE, MIDWIFERY = "substance_misuse", "midwifery"


def row(found: Trace, party: str) -> Known:
    (one,) = (known for known in found.knowledge if known.party == party)
    return one


def test_the_threat_behind_the_move() -> None:
    """Told by the mother to the housing officer on 22 July 2021 (4.2.1), never to social care (5.5.1)."""
    found = trace(sample(), "threat")
    known = row(found, HOUSING)
    assert (known.status, known.first_known, known.source) == (KNEW, "2021-07-22", "mother")
    assert (row(found, SOCIAL_CARE).status, row(found, SOCIAL_CARE).certainty) == (NEVER, CERTAIN)
    assert [(one.sender, one.receiver) for one in found.path] == [("mother", HOUSING)]
    assert [(gap.holder, gap.receiver) for gap in found.gaps] == [((HOUSING,), (SOCIAL_CARE,))]


def test_what_the_boy_said_of_the_bottle() -> None:
    """Said to the safeguarding lead on 29 March 2021, passed on with her call of 10 May (4.2.1)."""
    found = trace(sample(), "bottle")
    known = row(found, SCHOOL)
    assert (known.status, known.first_known, known.source) == (KNEW, "2021-03-29", "half_sibling")
    (stop,) = (stop for stop in found.stopped if stop.holder == SCHOOL)
    first = stop.open_contacts[0]
    assert (first.party, first.date, first.certainty) == (SOCIAL_CARE, "2021-05-10", CERTAIN)


def test_the_positive_tests() -> None:
    """Held by the drug service; never known to midwifery (5.1.2)."""
    found = trace(sample(), "positive tests")
    assert row(found, DRUG_SERVICE).status == KNEW
    assert (row(found, MIDWIFERY).status, row(found, MIDWIFERY).certainty) == (NEVER, CERTAIN)


def test_the_take_home_doses() -> None:
    """Changed by the drug service in July 2021 without a word to the social worker (4.2.4)."""
    found = trace(sample(), "take-home doses")
    assert row(found, DRUG_SERVICE).status == KNEW
    assert row(found, SOCIAL_CARE).status == NEVER
    assert ("not_shared", (DRUG_SERVICE,), (SOCIAL_CARE,)) in [
        (gap.kind, gap.holder, gap.receiver) for gap in found.gaps
    ]
