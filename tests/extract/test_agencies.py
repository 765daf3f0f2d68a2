"""Agencies, services and teams."""

from __future__ import annotations

from loaders.extract.agencies import read_agencies
from ontology.model import Agency
from tests.extract.passages_of import reading_of

TITLE = "Serious Case Review: Child T"


def _agencies(*lines: str) -> dict[str, Agency]:
    return {one.name: one for one in read_agencies(reading_of(TITLE, "# Narrative", *lines))}


def test_an_abbreviation_and_plain_words_are_the_named_agency_s() -> None:
    found = _agencies("Fell Valley Police (FVP) came.", "FVP left. The police wrote.")
    assert list(found) == ["Fell Valley Police"]
    assert {"FVP", "police"} <= set(found["Fell Valley Police"].aliases)


def test_plain_words_are_nobody_s_where_several_have_the_type() -> None:
    found = _agencies("Kent Police rang Essex Police.", "The police came.")
    assert sorted(found) == ["Essex Police", "Kent Police"]


def test_teams_stand_beside_their_agency() -> None:
    found = _agencies("Children's social care and the emergency duty team met. EDT wrote.")
    assert set(found) == {"Children's social care", "emergency duty team"}


def test_practitioners_show_their_agency() -> None:
    found = _agencies("The GP wrote to her midwife.")
    assert {one.agency_type for one in found.values()} == {"gp", "midwifery"}


def test_boards_and_inspectors_are_not_involved() -> None:
    found = _agencies("Ofsted and the Norwell Safeguarding Children Board agreed. The school rang.")
    assert [one.agency_type for one in found.values() if one.involved] == ["school"]


def test_agencies_that_only_a_recommendation_names_are_not_involved() -> None:
    found = read_agencies(reading_of(TITLE, "# Recommendations", "The fire service should train its staff."))
    assert [one.involved for one in found] == [False]


def test_those_listed_as_reporting_on_their_work_are_involved() -> None:
    found = read_agencies(
        reading_of(
            TITLE,
            "# Methodology",
            "The following agencies provided reports:",
            "* Norwell Hospitals NHS Trust",
            "* Norwell Fire and Rescue Service",
        )
    )
    assert {one.agency_type for one in found if one.involved} == {"hospital", "fire_service"}


def test_an_area_in_a_name_is_kept() -> None:
    found = _agencies("Kent Children's Services rang.")
    assert found["Kent Children's Services"].area == "Kent"


def test_a_home_visit_is_no_housing() -> None:
    assert not _agencies("Home visit. On Tuesday Home visits stopped. Home conditions were poor.")
    assert list(_agencies("Norwell Homes wrote.")) == ["Norwell Homes"]


def test_practitioners_bring_in_the_agency_that_the_review_names_elsewhere() -> None:
    lines = ("# Methodology", "Norwell Housing sat on the panel.", "# Narrative", "The housing officer rang.")
    (found,) = read_agencies(reading_of(TITLE, *lines))
    assert (found.name, found.involved) == ("Norwell Housing", True)
    assert "housing officer" in found.aliases


def test_the_reporter_is_neither_court_nor_social_work_and_works_with_families() -> None:
    found = _agencies("The children's reporter asked for a report. The children's hearing made an order.")
    assert {(one.agency_type, one.involved) for one in found.values()} == {
        ("other_agency", True),
        ("court", True),
    }
