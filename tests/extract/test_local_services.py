"""Services that a report names and never describes are typed by what is said around their names."""

from __future__ import annotations

from loaders.extract.lexicon import lexicon
from loaders.extract.local_services import local_services
from ontology.vocabulary import codes

THERAPY = """Brighter Horizons offered Ms T six sessions of therapy.
Ms T told staff at Brighter Horizons that her low mood had grown worse.
A letter from Brighter Horizons said that her anxiety was better.
Brighter Horizons closed her case after she missed counselling twice."""


def test_a_service_is_known_by_its_work() -> None:
    found = local_services(THERAPY, ())
    assert {(one.label, one.party) for one in found} == {("Brighter Horizons", "adult_mental_health")}
    assert len(found) == 4
    assert all(THERAPY[one.start : one.end] == "Brighter Horizons" for one in found)


def test_a_name_whose_work_is_not_clear_is_left_open() -> None:
    assert not local_services("Long Meadow was cold.\n" * 6, ())
    mixed = (
        THERAPY
        + "\n"
        + THERAPY.replace("therapy", "a tenancy")
        .replace("low mood", "rent")
        .replace("anxiety", "hostel place")
        .replace("counselling", "the housing officer")
    )
    assert not local_services(mixed, ())


def test_topics_are_parties() -> None:
    assert set(lexicon("service_topics")) <= set(codes("AgencyType"))
