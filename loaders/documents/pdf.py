"""PDF: the text layer of a report as published, with its tables, notes and pages."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import Any

from loaders.documents.formats import Format, document_of, one_line
from loaders.documents.pdf_flow import parts_of
from loaders.documents.pdf_page import PdfPage, read_page
from ontology.document import Document
from ontology.errors import UnreadableError

MEDIA_TYPE = "application/pdf"
TAIL = 2048
SPARSE = 15


def read_pdf(data: bytes, name: str) -> Document:
    """Return the document of a PDF.

    Raises UnreadableError where it is encrypted, damaged, cut short, or a scan without a text layer.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise UnreadableError(
            "this PDF is cut short: its end is missing", hint="download or copy it again", source=name
        )
    pages, properties = _open(data, name)
    words = sum(len(line.text.split()) for page in pages for line in page.lines)
    words += sum(
        len(cell.split()) for page in pages for table in page.tables for row in table.rows for cell in row
    )
    if words < SPARSE * min(len(pages), 3) and any(page.pictures for page in pages):
        raise UnreadableError(
            f"this PDF is a scan: its {len(pages)} pages are pictures without a text layer",
            hint="run text recognition (OCR) on it first, for example with ocrmypdf",
            source=name,
        )
    if not words:
        raise UnreadableError("this PDF holds no text", hint="get the report again", source=name)
    return document_of(parts_of(pages), name, MEDIA_TYPE, page_count=len(pages), properties=properties)


def _open(data: bytes, name: str) -> tuple[list[PdfPage], tuple[tuple[str, str], ...]]:
    # pdfplumber takes a third of a second to import; only a PDF needs it.
    import pdfplumber  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect  # noqa: PLC0415

    # pdfminer warns of every odd font; a report that reads well needs no warnings.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            pages = []
            for number, page in enumerate(pdf.pages, start=1):
                pages.append(read_page(page, number))
                page.close()
            properties = _properties(pdf.metadata)
    except Exception as cause:  # pdfminer lets many kinds of error through on a damaged file
        reasons = [cause, *cause.args, cause.__cause__, cause.__context__]
        if any(isinstance(reason, PDFPasswordIncorrect | PDFEncryptionError) for reason in reasons):
            raise UnreadableError(
                "this PDF is encrypted and needs a password", hint="save a copy without one", source=name
            ) from cause
        raise UnreadableError(
            "this PDF is damaged",
            hint="download it again; printing it to a new PDF may repair it",
            source=name,
        ) from cause
    if not pages:
        raise UnreadableError("this PDF has no pages", hint="download it again", source=name)
    return pages, properties


def _properties(metadata: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    names = {
        "Title": "title",
        "Author": "author",
        "Subject": "subject",
        "CreationDate": "created",
        "ModDate": "modified",
    }
    found = ((name, one_line(str(metadata.get(key) or ""))) for key, name in names.items())
    return tuple(sorted((name, value) for name, value in found if value))


FORMAT = Format("PDF", (".pdf",), MEDIA_TYPE, lambda data: b"%PDF-" in data[:1024], read_pdf)
