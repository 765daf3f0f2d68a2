"""PDFs for tests, set line by line so that each test knows what stands where."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.utils import simpleSplit  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

LEFT, RIGHT, TOP, FOOT = 72.0, A4[0] - 72.0, A4[1] - 90.0, 110.0
SIZES = {"title": 18.0, "h1": 15.0, "h2": 12.0}


class Printer:
    """Sets a report in 11 point with running header and footer; notes go to the foot of their page."""

    def __init__(self, header: str = "", footer: str = "") -> None:
        self._stream = BytesIO()
        self._canvas = Canvas(self._stream, pagesize=A4, invariant=1)
        self._header, self._footer = header, footer
        self._page, self._y = 1, TOP
        self._notes: list[str] = []

    def put(self, kind: str, content: Any) -> None:
        """Set one item of a report."""
        if kind == "table":
            self._table(content)
        elif kind == "note":
            self._notes.append(content)
        elif kind == "contents":
            if content[0].startswith("1."):
                self._line("Contents", "Helvetica-Bold", 11)
                self._y -= 20
            self._line(f"{content[0]} {'.' * 60} {content[1]}", "Helvetica", 11)
            self._y -= 16
        else:
            self.paragraph(content, kind)

    def paragraph(self, text: str, kind: str = "p") -> None:
        """Set a paragraph, wrapped at the margin."""
        font = "Helvetica-Bold" if kind in SIZES else "Helvetica"
        size = SIZES.get(kind, 11.0)
        indent = 18.0 if kind == "li" else 0.0
        for place, line in enumerate(simpleSplit(text, font, size, RIGHT - LEFT - indent)):
            if kind == "li" and not place:
                self._canvas.drawString(LEFT + 4, self._y, "\u2022")
            self._line(line, font, size, indent)
            self._y -= 1.25 * size
        self._y -= 10

    def new_page(self) -> None:
        """Finish the page: running matter, notes, and on to the next."""
        self._canvas.setFont("Helvetica", 9)
        if self._page > 1:
            self._canvas.drawString(LEFT, A4[1] - 40, self._header)
        self._canvas.drawRightString(RIGHT, 40, self._footer.format(page=self._page))
        y = 95.0
        for number, note in enumerate(self._notes, start=1):
            self._canvas.setFont("Helvetica", 5)
            self._canvas.drawString(LEFT, y + 3, str(number))
            self._canvas.setFont("Helvetica", 8.5)
            self._canvas.drawString(LEFT + 6, y, note)
            y -= 11
        self._notes = []
        self._canvas.showPage()
        self._page, self._y = self._page + 1, TOP

    def finish(self) -> bytes:
        """Return the file."""
        self.new_page()
        self._canvas.save()
        return self._stream.getvalue()

    def _line(self, text: str, font: str, size: float, indent: float = 0.0) -> None:
        if self._y < FOOT:
            self.new_page()
        x = LEFT + indent
        for place, piece in enumerate(text.split("¹")):
            if place:
                self._canvas.setFont(font, size * 0.6)
                self._canvas.drawString(x, self._y + 0.35 * size, "1")
                x += self._canvas.stringWidth("1", font, size * 0.6)
            self._canvas.setFont(font, size)
            self._canvas.drawString(x, self._y, piece)
            x += self._canvas.stringWidth(piece, font, size)

    def _table(self, rows: Any) -> None:
        edges = [LEFT, LEFT + 80, LEFT + 320, RIGHT]
        height = 20.0
        for row in rows:
            for column, cell in enumerate(row):
                self._canvas.rect(
                    edges[column], self._y - height + 14, edges[column + 1] - edges[column], height
                )
                self._canvas.setFont("Helvetica", 10)
                self._canvas.drawString(edges[column] + 4, self._y, cell)
            self._y -= height
        self._y -= 14
