"""The many forms that text reports come in: wrapped or not, numbered or not, marked in many ways."""

from __future__ import annotations

from loaders.documents import read_bytes
from ontology.document import Document, Passage


def read(text: str, name: str = "x.txt") -> Document:
    return read_bytes(text.encode(), name)


def told(document: Document) -> list[tuple[str, str | None, str]]:
    return [(p.kind, p.number, " ".join(said(document, p).split())) for p in document.passages]


def said(document: Document, passage: Passage) -> str:
    return document.text[passage.start : passage.end]


LONG = "The health visitor rang the school nurse twice in May and left word, but nobody rang back that month."


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    document = read(
        "The family had moved to Elmford in the spring and the health visitor\n"
        "there was not told. A letter was sent to the old address, where nobody\n"
        "read it.\n\nThe school was told in June, by the aunt, who had looked after the two\n"
        "older children since Easter.\n"
    )
    assert [kind for kind, _, _ in told(document)] == ["paragraph", "paragraph"]


def test_one_line_is_one_paragraph_where_lines_are_not_wrapped() -> None:
    document = read(f"{LONG * 3}\n{LONG * 2}\n{LONG * 3}\n")
    assert len(document.passages) == 3


def test_a_report_without_empty_lines() -> None:
    document = read(
        f"1. Introduction\n1.1 {LONG}\nThe family\n{LONG * 2}\n² A note.\n"
        f"1.2 {LONG}\n2. Analysis\n{LONG * 2}\n"
    )
    assert [(p.kind, p.number) for p in document.passages] == [
        ("heading", "1"),
        ("paragraph", "1.1"),
        ("heading", None),
        ("paragraph", None),
        ("footnote", "2"),
        ("paragraph", "1.2"),
        ("heading", "2"),
        ("paragraph", None),
    ]


def test_what_stands_at_the_start_of_a_wrapped_line_by_chance_is_no_item() -> None:
    document = read(
        "4.1 The health visitor rang the school and later on the same day rang Ms\n"
        "B. She was out. The plan had been read by the nurse, who asked for help\n"
        "– from the school and from the clinic – and this is asked for in section\n"
        "4.2 of the guide that all of them had been given in May of the same year\n"
        "and that they kept.\n"
    )
    assert [(p.kind, p.number) for p in document.passages] == [("paragraph", "4.1")]


def test_dates_times_and_amounts_are_no_numbers() -> None:
    lines = ["14 May 2021 was a Friday.", "09.03.10 was the day of the visit.", "2.5 million were spent."]
    document = read("\n\n".join(["3. Analysis", "3.1 The plan was made.", *lines, "3.2 It was kept."]))
    numbers = [passage.number for passage in document.passages if passage.kind == "paragraph"]
    assert numbers == ["3.1", None, None, None, "3.2"]


def test_a_numbered_line_is_a_heading_when_short_and_a_paragraph_when_a_sentence() -> None:
    document = read(f"4 Analysis\n\n4.1 The first months\n\n4.1.1 {LONG}\n\n4.1.2 {LONG}\n\n4.2 {LONG}\n")
    assert [(p.kind, p.number, p.level) for p in document.passages] == [
        ("heading", "4", 1),
        ("heading", "4.1", 2),
        ("paragraph", "4.1.1", 0),
        ("paragraph", "4.1.2", 0),
        ("paragraph", "4.2", 0),
    ]


def test_a_chapter_that_its_first_paragraph_follows_is_a_heading_whatever_its_verbs() -> None:
    document = read(
        f"5. What was known at the time\n\n5.1 {LONG}\n\n6. Summary of what has been learnt\n\n6.1 {LONG}\n"
    )
    assert [kind for kind, _, _ in told(document)] == ["heading", "paragraph", "heading", "paragraph"]


def test_a_paragraph_broken_by_a_page_keeps_the_number_above() -> None:
    document = read(f"4.1 {LONG}\n\n¹ A note (2019) on the law.\n\nand it was not seen again.\n")
    offset = document.text.index("and it was")
    assert document.number_at(offset) == "4.1"
    assert [p.kind for p in document.passages] == ["paragraph", "footnote", "paragraph"]


def test_headings_without_numbers() -> None:
    document = read(
        f"{LONG}\n\nMethodology\n\n{LONG}\n\nWHAT THE FAMILY SAID\n\n{LONG}\n\n**The move**\n\n{LONG}\n\n"
        f"Finding 1: Moves were not tracked\n\n{LONG}\n\nTheme 2 – Listening\n\n{LONG}\n\n"
        f"Learning Point 3\n\n{LONG}\n"
    )
    headings = [(number, text) for kind, number, text in told(document) if kind == "heading"]
    assert headings == [
        (None, "Methodology"),
        (None, "WHAT THE FAMILY SAID"),
        (None, "The move"),
        ("Finding 1", "Finding 1: Moves were not tracked"),
        ("Theme 2", "Theme 2 – Listening"),
        ("Learning Point 3", "Learning Point 3"),
    ]


def test_labels_of_recommendations() -> None:
    document = read(
        "7. Recommendations\n\n- LP1:** Teams should speak.\n- **LP2:** Teams should write.\n\n"
        "Recommendation 3: The board should ask for assurance that this is done.\n"
    )
    assert [p.number for p in document.passages] == ["7", "LP1", "LP2", "Recommendation 3"]
    assert [p.kind for p in document.passages] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_lists() -> None:
    document = read(
        "They were asked:\n\n- what they knew\n  - and when\n* what they said\n• what they did\n\n"
        "(a) why it was so\n(b) what would help\n\n- I. To see what was known\n- II. To see what was done\n"
    )
    bullets = [(p.number, p.level) for p in document.passages if p.kind == "bullet"]
    assert bullets == [(None, 1), (None, 2), (None, 1), (None, 1), ("a", 1), ("b", 1), ("I", 1), ("II", 1)]


def test_a_key_is_no_row_of_headings() -> None:
    entries = ["MQ – Mother of Child Q", "FQ – Father of Child Q", "HV1 – First health visitor"]
    document = read("\n\n".join(["1.2 Key to the family", *entries, "1.3 The move", LONG]))
    assert [kind for kind, _, _ in told(document)] == ["heading", *["paragraph"] * 3, "heading", "paragraph"]


def test_a_table_goes_on_after_a_page_break() -> None:
    document = read("Agency\tRole\nPolice\tSergeant\n\n¹ See (2018).\n\nSchool\tHead\n\nEnd of the list.\n")
    rows = [p for p in document.passages if p.kind == "row"]
    assert [row.table for row in rows] == [0, 0, 0]
    assert [row.header for row in rows] == [True, False, False]


def test_empty_cells_keep_their_columns() -> None:
    document = read("Date\tEvent\tNote\n09.03.10\tVisit\n\tHeld late\tNo record\n")
    columns = [[cell.column for cell in p.cells] for p in document.passages]
    assert columns == [[0, 1, 2], [0, 1], [1, 2]]


def test_tables_of_pipes_and_of_aligned_spaces() -> None:
    piped = read("| Date | Event |\n|:---|---|\n| May | Visit |\n| June | Call |\n", "x.md")
    spaced = read("Date      Event\nMay       Visit\nJune      Call\n")
    for document in (piped, spaced):
        cells = [[document.text[c.start : c.end].strip() for c in p.cells] for p in document.passages]
        assert cells == [["Date", "Event"], ["May", "Visit"], ["June", "Call"]]


def test_a_tab_behind_a_number_or_a_bullet_makes_no_table() -> None:
    document = read(f"4.1.9\t{LONG}\n\n4.1.10\t{LONG}\n\n4.1.11\t{LONG}\n\n•\tthe school\n•\tthe nurse\n")
    assert [(p.kind, p.number) for p in document.passages] == [
        ("paragraph", "4.1.9"),
        ("paragraph", "4.1.10"),
        ("paragraph", "4.1.11"),
        ("bullet", None),
        ("bullet", None),
    ]


def test_form_feeds_count_pages_and_running_lines_are_left_out() -> None:
    pages = [
        f"Child Q review\n\n{LONG} It was page number {word}.\n\n{n}" for n, word in enumerate("abcd", 1)
    ]
    document = read("\f".join(pages))
    assert [p.page for p in document.passages] == [1, 2, 3, 4]
    assert document.page_count == 4


def test_printed_page_numbers_count_pages() -> None:
    pages = [f"{LONG} It was part {word}.\n\nPage {n} of 3" for n, word in enumerate("abc", 1)]
    document = read("\n\n".join(pages))
    assert [p.page for p in document.passages] == [1, 2, 3]


def test_title_page_and_contents() -> None:
    document = read(
        "Oakshire Partnership\n\nChild Practice Review: Child R\n\nMay 2020\n\nContents\n\n"
        f"Introduction\n\nThe family\n\nIntroduction\n\n{LONG}\n\nThe family\n\n{LONG}\n"
    )
    kinds = [p.kind for p in document.passages]
    assert kinds == ["title"] * 3 + ["contents"] * 3 + ["heading", "paragraph"] * 2


def test_markdown_headings_and_setext() -> None:
    document = read(f"# Review\n\n{LONG}\n\n## Findings\n\n{LONG}\n\nThe move\n--------\n\n{LONG}\n", "x.md")
    headings = [(p.level, said(document, p)) for p in document.passages if p.kind == "heading"]
    assert headings == [(2, "Findings"), (2, "The move")]
