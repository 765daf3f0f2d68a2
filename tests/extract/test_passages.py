"""Headings, tables and opening labels tell what kind of passage each one is."""

from __future__ import annotations

import pytest

from loaders.documents import read_bytes
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
        ("Concluding comments", "finding"),
        ("Family background", "background"),
        ("Line of enquiry 2: How well was the move planned?", "analysis"),
        ("What each agency did", "analysis"),
        ("Who's who", "key"),
        ("How did this show in the case?", "analysis"),
        ("Why does this matter?", "research"),
        ("How widespread is it?", "research"),
        ("Additional learning", "finding"),
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


def roles_of(text: str) -> dict[str, str]:
    """Return the role of each passage of a text by its first three words."""
    document = read_bytes(text.encode(), "review.txt")
    passages = zip(document.passages, passage_roles(document), strict=True)
    return {" ".join(document.text[p.start : p.end].split()[:3]): role for p, role in passages}


def test_a_question_that_is_answered_is_analysis_and_its_list_is_not() -> None:
    roles = roles_of(ANSWERED)
    assert roles["Whether the move"] == "terms_of_reference"
    assert roles["2.1 The panel"] == "terms_of_reference"
    assert roles["2.2 The nurse"] == "analysis"
    assert roles["3.1 Each service"] == "analysis"


def test_themes_and_addressees_beside_their_chapter_belong_to_it() -> None:
    roles = roles_of(BESIDE)
    assert roles["The clinic had"] == "analysis"
    assert roles["The review identified"] == "recommendation"
    assert roles["To write to"] == "recommendation"
    assert roles["The authors had"] == "appendix"


def test_rows_between_single_bars_are_a_table() -> None:
    document = read_bytes(b"Timeline\n\nDate | Event\n1 May 2018 | Visit.\n3 May 2018 | Call.\n", "t.txt")
    assert [passage.kind for passage in document.passages][-3:] == ["row"] * 3
    assert passage_roles(document)[-1] == "chronology"


ANSWERED = """
1 Introduction

1.1 The board commissioned this review in May 2021. It was asked to consider:
• Whether the move was planned
• Whether the school was told

2 Terms of reference

2.1 The panel agreed that the review should look at two years and at the work of five services.

Were the two moves planned well?

2.2 The nurse knew of the move and had offered to come. She was not asked, and the plan was made without her.

3 Key line of enquiry 1: Records

3.1 Each service had kept its own notes. They were never read side by side.
"""

BESIDE = """
The family

Child T lived with her mother and her two older brothers, and was well liked by the people next door.

Practice and organisational learning

The practitioners met in May and told us what they had seen of the family in the year before the fall.

A clinic without a nurse

The clinic had no nurse for nine weeks. Letters that came in that time were put in a drawer and not read.

Improving systems and practice

The review identified these actions for the board.

The clinic and its neighbours

• To write to every family when a nurse leaves, and to tell the doctor and the school on the same day.

Statement by the reviewers

The authors had no part in the work that they describe, and none of them knew the family before.
"""
