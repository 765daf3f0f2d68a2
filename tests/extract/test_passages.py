"""Headings, tables and opening labels tell what kind of passage each one is."""

from __future__ import annotations

import pytest

from loaders.extract.lexicon import lexicon
from loaders.extract.passages import heading_role, label_role, passage_roles, path_role, table_role
from ontology.document import Document, Passage
from ontology.vocabulary import codes


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("6. Recommendations", "recommendation"),
        ("Learning points", "recommendation"),
        ("6 Findings against each of the terms of reference", "analysis"),
        ("2.1 Terms of reference", "terms_of_reference"),
        ("3. Timeline of significant events", "chronology"),
        ("Key practice episodes: appraisal", "analysis"),
        ("4.2 What does the research tell us?", "research"),
        ("Appendix B: Glossary", "appendix"),
        ("Family members", "key"),
        ("Methodology", "methodology"),
        ("Examples of good practice", "good_practice"),
        ("7. Findings and conclusions", "finding"),
        ("Conclusions and recommendations", "finding"),
        ("Family background", "background"),
        ("The summer of 2019", None),
    ],
)
def test_a_heading_announces_its_role(heading: str, role: str | None) -> None:
    assert heading_role(heading) == role


def test_a_dominant_section_keeps_what_stands_under_it() -> None:
    assert path_role(["recommendation", "background"]) == "recommendation"
    assert path_role(["analysis", "recommendation"]) == "recommendation"
    assert path_role(["front_matter", None]) is None


def test_columns_and_labels_tell_roles() -> None:
    assert table_role("Date\tEvent\tComment") == "chronology"
    assert table_role("No.\tRecommendation\tAgency") == "recommendation"
    assert label_role("Recommendation 3: The board should act.") == "recommendation"
    assert label_role("The board recommended rest.") is None


def test_prose_before_any_heading_is_told_by_its_length() -> None:
    short, long = "Serious Case Review", "word " * 60
    text = f"{short}\n{long}"
    passages = (
        Passage(kind="paragraph", start=0, end=len(short)),
        Passage(kind="paragraph", start=len(short) + 1, end=len(text)),
    )
    document = Document(name="a.txt", media_type="text/plain", text=text, passages=passages)
    assert passage_roles(document) == ("front_matter", "narrative")


def test_the_lexicon_speaks_in_codes_of_the_ontology() -> None:
    rules = lexicon("passages")
    named = {entry["role"] for entry in [*rules["headings"], *rules["labels"]]} | set(rules["tables"])
    assert named | set(rules["dominant"]) | set(rules["breaks_out"]) <= set(codes("PassageRole"))


def test_a_report_without_headings_is_told_prose_and_not_one_long_title_page() -> None:
    title = "Review about Young Person T"
    told = "In March the college told the social worker that she had not been seen."
    text = f"{title}\n\n{told}"
    document = Document(
        "t.txt",
        "text/plain",
        text,
        (
            Passage(kind="paragraph", start=0, end=len(title)),
            Passage(kind="paragraph", start=len(title) + 2, end=len(text)),
        ),
    )
    assert passage_roles(document) == ("front_matter", "narrative")
