from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from graph.pictures.ecomap import ecomap
from graph.pictures.tallies import contacts
from ontology.model import Review
from tests.graph.pictures.drawn import SVG, Drawn
from tests.graph.pictures.fiction import EMPTY, REVIEW
from tests.graph.pictures.goldens import check_golden
from tests.graph.pictures.strategies import REVIEWS, WIDTHS


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(review=REVIEWS, width=WIDTHS)
def test_every_agency_has_a_box_of_its_own(review: Review, width: float) -> None:
    drawn = Drawn(ecomap(review, width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    assert len(drawn.titles) == len(contacts(review))


def test_a_dashed_line_where_there_are_gaps_and_a_thicker_one_for_more_contact() -> None:
    root = Drawn(ecomap(REVIEW)).root
    lines = {
        (mark.findtext(f"{SVG}title") or "").split(":")[0]: mark.findall(f"{SVG}line")
        for mark in root.findall(f"{SVG}g")
        if mark.find(f"{SVG}title") is not None
    }
    dashed = {party for party, found in lines.items() if any(one.get("stroke-dasharray") for one in found)}
    with_gaps = {"General practice", "Health visiting", "Midwifery", "Police", "The network as a whole"}
    assert dashed == with_gaps
    thick = {party: float(found[0].attrib["stroke-width"]) for party, found in lines.items()}
    assert thick["Health visiting"] == max(thick.values())


def test_parties_lead_where_the_page_says() -> None:
    root = Drawn(ecomap(REVIEW, link_party=lambda party: f"#party-{party}")).root
    assert "#party-police" in {one.get("href") for one in root.iter(f"{SVG}a")}
    assert root.get("role") == "group"


@pytest.mark.parametrize("width", [390, 760])
def test_a_case_without_agencies(width: int) -> None:
    drawn = Drawn(ecomap(EMPTY, width))
    assert drawn.outside() == []
    assert "and family" in drawn.text


def test_same_bytes_every_time() -> None:
    check_golden("ecomap.svg", ecomap(REVIEW))
