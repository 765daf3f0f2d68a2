"""One short review, all of it fiction, written in every format that is read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

NOTE = "Oakshire Partnership (2018) Working with families."

# (what it is, its text or its texts), in reading order. "¹" stands for the reference to the note.
REVIEW: tuple[tuple[str, object], ...] = (
    ("title", "Oakshire Safeguarding Partnership"),
    ("title", "Local Child Safeguarding Practice Review: Child Q"),
    ("title", "March 2021"),
    ("contents", ("1. Introduction", "3")),
    ("contents", ("2. What happened", "4")),
    ("contents", ("3. Findings", "6")),
    ("h1", "1. Introduction"),
    ("p", "1.1 Child Q was nine months old when she was taken to hospital. Her family had moved twice."),
    ("p", "1.2 The partnership asked a lead reviewer to look at how agencies worked together.¹ The review "
          "covers the period from 3 March 2019 to 14 May 2020, and every agency wrote a report of its own."),
    ("note", NOTE),
    ("p", "1.3 The review looked at:"),
    ("li", "what was known before the birth"),
    ("li", "how the move was handled"),
    ("h1", "2. What happened"),
    ("h2", "2.1 Before the birth"),
    ("p", "2.1.1 The community midwife met the mother on 4 March 2019. The midwife rang the social worker, "
          "who was on leave. Nobody rang back."),
    ("p", "2.1.2 The family moved to Elmford in June. The health visitor there was not told of the move."),
    ("h2", "2.2 Key events"),
    ("table", (
        ("Date", "Event", "Agency"),
        ("04.03.19", "Booking appointment held", "Midwifery"),
        ("11.06.19", "The family moves to Elmford", "Housing"),
        ("02.09.19", "Visit missed; the worker wrote to the family", "Health visiting"),
    )),
    ("h1", "3. Findings"),
    ("p", "3.1 Information did not follow the family. The two health visiting teams did not speak."),
    ("p", "LP1: Health visitors should speak to each other before a family moves to another area."),
)  # fmt: skip


def write(folder: Path, suffix: str) -> Path:
    """Write the review in the format of a suffix and return the file."""
    path = folder / f"child-q.{suffix}"
    path.write_bytes({"txt": text, "md": markdown, "html": html, "docx": docx, "pdf": pdf}[suffix]())
    return path


def text() -> bytes:
    """Return the review as plain text, one line for each paragraph."""
    lines: list[str] = []
    for kind, content in REVIEW:
        if kind == "table":
            lines += ["\t".join(row) for row in content] + [""]  # type: ignore[attr-defined]
        elif kind == "contents":
            lines += ([] if "Contents" in lines else ["Contents", ""]) + ["\t".join(content)]  # type: ignore[arg-type]
        elif kind == "li":
            lines.append(f"- {content}")
        else:
            lines += ["", f"¹ {content}" if kind == "note" else str(content), ""]
    return "\n".join(lines).encode()


def markdown() -> bytes:
    """Return the review as Markdown."""
    lines: list[str] = []
    for kind, content in REVIEW:
        if kind == "table":
            rows = [f"| {' | '.join(row)} |" for row in content]  # type: ignore[attr-defined]
            lines += [rows[0], "|---|---|---|", *rows[1:], ""]
        elif kind == "contents":
            lines += [] if "## Contents" in lines else ["## Contents", ""]
            lines.append(" ..... ".join(content))  # type: ignore[arg-type]
        elif kind == "li":
            lines.append(f"* {content}")
        else:
            marks = {"h1": "## ", "h2": "### ", "note": "[^1]: ", "title": "**"}
            lines += ["", marks.get(kind, "") + str(content) + ("**" if kind == "title" else ""), ""]
    return "\n".join(lines).encode()


def html() -> bytes:
    """Return the review as a web page with a site around it."""
    body: list[str] = []
    for kind, content in REVIEW:
        if kind == "table":
            rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in content]  # type: ignore[attr-defined]
            rows[0] = rows[0].replace("td>", "th>")
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind == "contents":
            body += [] if "<p>Contents</p>" in body else ["<p>Contents</p>"]
            body.append(f"<p>{content[0]} ..... {content[1]}</p>")  # type: ignore[index]
        elif kind == "note":
            body.append(f"<p id='fn1'><sup>1</sup> {content}</p>")
        elif kind == "li":
            item = f"<li>{content}</li>"
            body[-1:] = (
                [body[-1][:-5] + item + "</ul>"]
                if body[-1].startswith("<ul>")
                else [body[-1], f"<ul>{item}</ul>"]
            )
        else:
            tag = {"h1": "h2", "h2": "h3"}.get(kind, "p")
            words = str(content).replace("¹", "<sup><a href='#fn1'>1</a></sup>")
            body.append(f"<{tag}>\n  {words}\n</{tag}>")
    page = "<nav>Home | About us</nav><main>" + "\n".join(body) + "</main><footer>Cookies</footer>"
    return f"<!DOCTYPE html><html><head><title>Child Q</title></head><body>{page}</body></html>".encode()


def docx() -> bytes:
    """Return the review as a Word file: heading styles, list bullets, a table, a real footnote."""
    import docx as word

    from tests.documents.footnote import add_footnote

    document = word.Document()
    document.core_properties.title = "Child Q"
    for kind, content in REVIEW:
        if kind == "table":
            rows = list(content)  # type: ignore[call-overload]
            table = document.add_table(rows=len(rows), cols=3)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    table.cell(place, column).text = cell
        elif kind == "contents":
            if content[0].startswith("1."):  # type: ignore[index]
                document.add_paragraph("Contents")
            document.add_paragraph("\t".join(content))  # type: ignore[arg-type]
        elif kind == "note":
            continue
        elif kind == "p" and "¹" in str(content):
            before, after = str(content).split("¹")
            paragraph = document.add_paragraph(before)
            add_footnote(document, paragraph, NOTE)
            paragraph.add_run(after)
        else:
            styles = {"h1": "Heading 1", "h2": "Heading 2", "li": "List Bullet"}
            document.add_paragraph(str(content), style=styles.get(kind))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf() -> bytes:
    """Return the review as a PDF of several pages with running matter and a note at a page's foot."""
    from tests.documents.printing import Printer

    printer = Printer(header="Oakshire Safeguarding Partnership", footer="Child Q: Page {page} of 3")
    for kind, content in REVIEW:
        if kind == "h1" and str(content).startswith(("1.", "3.")):
            printer.new_page()
        printer.put(kind, content)
    return printer.finish()
