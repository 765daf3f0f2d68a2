from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from graph.pictures.flows import flows
from graph.pictures.tallies import flows as tally
from ontology.model import Review
from tests.graph.pictures.drawn import SVG, Drawn
from tests.graph.pictures.fiction import EMPTY, REVIEW
from tests.graph.pictures.goldens import check_golden
from tests.graph.pictures.strategies import REVIEWS, WIDTHS


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(review=REVIEWS, width=WIDTHS)
def test_every_pair_has_its_band(review: Review, width: float) -> None:
    drawn = Drawn(flows(review, width))
    found = tally(review)
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    assert len(drawn.titles) == len(found.communications) + len(found.gaps)


def test_bands_of_a_party_fill_its_bar() -> None:
    root = Drawn(flows(REVIEW)).root
    titles = [one.findtext(f"{SVG}title") for one in root.findall(f"{SVG}g")]
    assert "Health visiting to General practice: 1 communication" in titles
    assert "Midwifery to The family: 1 gap" in titles
    assert "General practice to General practice: 1 communication" in titles
    broken = [one for one in root.iter(f"{SVG}path") if one.get("stroke-dasharray")]
    assert len(broken) == 4


def test_what_names_one_end_only_is_counted() -> None:
    said = Drawn(flows(REVIEW)).text
    assert "Not drawn, as an end is not told: 1 communication and 2 gaps." in said
    assert "Nothing that was read" in Drawn(flows(EMPTY)).text


def test_bands_lead_where_the_page_says() -> None:
    root = Drawn(flows(REVIEW, link_flow=lambda sender, receiver: f"#{sender}-{receiver}")).root
    assert "#family-health_visiting" in {one.get("href") for one in root.iter(f"{SVG}a")}


def test_same_bytes_every_time() -> None:
    check_golden("flows.svg", flows(REVIEW))
