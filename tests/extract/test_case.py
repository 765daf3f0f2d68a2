"""What a review says of itself."""

from __future__ import annotations

import pytest

from loaders.extract.case import read_case
from loaders.extract.lexicon import lexicon
from ontology.vocabulary import codes
from tests.extract.passages_of import reading_of

OPENING = (
    "Norwell Safeguarding Children Partnership",
    "Local Child Safeguarding Practice Review",
    "Child V",
    "Independent Author: Dr Ada Quill",
    "Published: 3 May 2021",
    "# Introduction",
    "Child V was born on 2 June 2019. Child V died on 9 January 2020 at home.",
    "The period under review was from 1 March 2019 to 9 January 2020.",
    "Norwell Children's Social Care and the health visitor in Norwell knew Child V.",
)


def test_the_fields_of_a_full_opening() -> None:
    case = read_case(reading_of(*OPENING))
    assert case.review_type == "CSPR"
    assert case.commissioned_by == "Norwell Safeguarding Children Partnership"
    assert case.authors == ("Ada Quill",)
    assert case.published == "2021-05-03"
    assert (case.period_start, case.period_end) == ("2019-03-01", "2020-01-09")
    assert (case.subject, case.subject_born) == ("Child V", "2019-06-02")
    assert (case.outcome, case.incident_date) == ("death", "2020-01-09")
    assert case.areas == ("Norwell",)


def test_every_field_has_its_evidence() -> None:
    reading = reading_of(*OPENING)
    case = read_case(reading)
    told = {evidence.supports: evidence for evidence in case.evidence}
    assert {"review_type", "published", "subject", "authors", "areas"} <= set(told)
    assert told["published"].quote == "3 May 2021"
    assert all(0 < evidence.confidence <= 1 for evidence in case.evidence)


def test_nothing_is_made_up() -> None:
    case = read_case(reading_of("A plan for a garden.", "Roses grow by the wall."))
    assert (case.review_type, case.subject, case.outcome, case.published) == (None, None, None, None)
    assert case.authors == case.areas == ()
    assert case.evidence[0].confidence == 0.0


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("SERIOUS CASE REVIEW", "SCR"),
        ("Concise Child Practice Review", "CPR"),
        ("Child Safeguarding Practice Review", "CSPR"),
        ("Case Management Review", "CMR"),
        ("Learning Review", "learning_review"),
        ("Significant Case Review", "other_review"),
        ("Single Unified Safeguarding Review", "other_review"),
        ("Adolygiad Ymarfer Plant Cryno", "CPR"),
        ("Rapid Review", "other_review"),
    ],
)
def test_review_types(title: str, code: str) -> None:
    assert read_case(reading_of(title, "Child B")).review_type == code


def test_a_review_that_another_cites_is_not_its_kind() -> None:
    line = (
        "A rapid review was held within fifteen days and led the partners to ask for more to be learned here."
    )
    case = read_case(reading_of("Norwell Partnership Report", line, "Serious Case Review", "Child B"))
    assert case.review_type == "SCR"
    assert read_case(reading_of("Norwell Partnership Report", "Child B", line)).review_type is None


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Child B was four. Child B was found on 4 May 2018. He had died in the night.", "death"),
        ("Child B lived with an uncle. The uncle rang for help, since Child B's father had died.", None),
        ("Child B, whose father died in the spring, slept badly. Child B was injured.", "serious_harm"),
        ("After the death of Child B's grandfather the family moved. Child B was injured.", "serious_harm"),
        ("The family moved after her mother had died. Child B was injured.", "serious_harm"),
    ],
)
def test_a_death_is_the_child_s_own(line: str, outcome: str | None) -> None:
    assert read_case(reading_of("Serious Case Review", "Child B", line)).outcome == outcome


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Norwell Metropolitan Borough Council", "Norwell"),
        ("In Norwell County Borough Council", "Norwell"),
        ("the London Borough of Norwell", "Norwell"),
        ("Norwell and Fellside Council", "Norwell and Fellside"),
        ("Norwell-on-Tarn City Council", "Norwell-on-Tarn"),
        ("Norwell Islands Council", "Norwell"),
        ("Norwell Health and Social Care Partnership", "Norwell"),
        ("Norwell children's services", None),
    ],
)
def test_areas_are_known_by_what_serves_them(name: str, area: str | None) -> None:
    lines = ("Serious Case Review", "Child B", "# Narrative", f"{name} rang. Then {name} wrote.")
    assert read_case(reading_of(*lines)).areas == ((area,) if area else ())


def test_a_hospital_s_place_is_not_the_case_s() -> None:
    lines = ("Serious Case Review", "Child B", "# Narrative", "Kent Hospital rang. Kent Hospital wrote.")
    assert read_case(reading_of(*lines)).areas == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lead reviewers: Una Birch and Olu Adeyemi-Hart", ("Una Birch", "Olu Adeyemi-Hart")),
        ("Independent Reviewer and Author: Una Birch", ("Una Birch",)),
        ("Una Birch was appointed as independent lead reviewer.", ("Una Birch",)),
        ("Author: Independent Consultant", ()),
    ],
)
def test_authors(line: str, names: tuple[str, ...]) -> None:
    assert read_case(reading_of("Serious Case Review", "Child B", line)).authors == names


def test_harm_that_the_child_survived() -> None:
    case = read_case(
        reading_of("Serious Case Review", "Child B", "Child B was injured on 4 May 2018 and has recovered.")
    )
    assert (case.outcome, case.incident_date) == ("serious_harm", "2018-05-04")


def test_codes_of_the_lexicon_are_the_ontology_s() -> None:
    assert set(lexicon("case")["review_types"]) <= set(codes("ReviewType"))
    assert set(lexicon("case")["outcomes"]) <= set(codes("Outcome"))


def test_labels_of_the_first_page_date_birth_and_death() -> None:
    case = read_case(
        reading_of(
            "Serious Case Review", "Baby T", "D.O.B: 01/02/2012", "D.O.D: 14/06/2012", "Baby T was small."
        )
    )
    assert (case.subject_born, case.incident_date) == ("2012-02-01", "2012-06-14")


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    case = read_case(reading_of("Serious Case Review", "Child T", "Author: Ada Quill MA. RN."))
    assert case.authors == ("Ada Quill",)


def test_an_author_is_told_by_the_office_behind_the_name() -> None:
    lines = (
        "Serious Case Review",
        "In Respect Of",
        "Child T",
        "Prepared by:-",
        "Ada Quill, Independent Author",
    )
    assert read_case(reading_of(*lines)).authors == ("Ada Quill",)


def test_a_title_goes_on_where_its_line_breaks_off() -> None:
    title = read_case(
        reading_of("The Overview Report of the Serious Case Review", "In respect of", "Child T")
    ).title
    assert title == "The Overview Report of the Serious Case Review In respect of Child T"


def test_a_child_is_known_by_a_name_on_the_title_page_or_in_the_key() -> None:
    told = "Ronan was eight months old when he died. Ronan and his sister Isla lived with their mother."
    case = read_case(
        reading_of("LEARNING REVIEW", "RONAN", told, "Isla, born 2013, saw Ronan often. Isla was told.")
    )
    assert (case.subject, case.outcome) == ("Ronan", "death")


def test_a_title_names_the_child_before_whoever_is_named_most() -> None:
    lines = (
        "Local Child Safeguarding Practice Review: Ronan",
        "Ronan – the baby who died",
        "Isla – his mother",
    )
    told = "Isla, called ‘Isla’ here, spoke to us. Ronan slept. Ronan woke. Isla left. Isla came. Isla sat."
    assert read_case(reading_of(*lines, told)).subject == "Ronan"
