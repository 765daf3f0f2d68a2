"""What only a web page has: the site around the report, lists that the browser numbers, layout tables."""

from __future__ import annotations

from loaders.documents import read_bytes

BODY = "The health visitor rang the school nurse twice in May and left word, but nobody rang back."


def told(page: str) -> list[tuple[str, str | None, str]]:
    document = read_bytes(f"<!doctype html><html><body>{page}</body></html>".encode(), "x.html")
    return [(p.kind, p.number, document.text[p.start : p.end]) for p in document.passages]


def test_lists_are_numbered_as_a_reader_sees_them() -> None:
    page = f"<p>{BODY}</p><ol><li>the school</li><li>the nurse</li></ol>"
    page += "<ol type='a' start='3'><li>last</li></ol>"
    assert told(page)[1:] == [
        ("bullet", "1", "1. the school"),
        ("bullet", "2", "2. the nurse"),
        ("bullet", "c", "c. last"),
    ]


def test_nested_lists_and_their_text() -> None:
    page = f"<p>{BODY}</p><ul><li>one <b>and</b> all<ul><li>inner</li></ul></li><li><p>two</p></li></ul>"
    assert [text for _, _, text in told(page)[1:]] == ["one and all", "inner", "two"]


def test_the_site_around_the_report_is_left_out() -> None:
    page = f"<nav>Home</nav><aside>News</aside><script>x()</script><p>{BODY}</p>"
    page += "<div hidden>no</div><footer>©</footer>"
    assert told(page) == [("paragraph", None, BODY)]


def test_a_layout_table_is_text_and_a_data_table_rows() -> None:
    page = (
        f"<table><tr><td><h2>Findings</h2><p>{BODY}</p></td></tr></table>"
        "<table><tr><th>Date</th><th>Event</th></tr><tr><td>May</td><td><p>Visit</p><p>Call</p></td></tr></table>"
    )
    assert [(kind, text) for kind, _, text in told(page)] == [
        ("heading", "Findings"),
        ("paragraph", BODY),
        ("row", "Date\tEvent"),
        ("row", "May\tVisit Call"),
    ]


def test_line_breaks_part_paragraphs_only_when_doubled_or_before_an_item() -> None:
    page = f"<p>{BODY}<br>And<br><br>{BODY}<br>4.2 {BODY}</p>"
    assert [text for _, _, text in told(page)] == [f"{BODY} And", BODY, f"4.2 {BODY}"]


def test_declared_encodings() -> None:
    page = f"<html><head><meta charset='windows-1252'></head><body><p>Zoë’s {BODY}</p></body></html>"
    document = read_bytes(page.encode("cp1252"), "x.html")
    assert document.text.startswith("Zoë’s")
