"""Files that cannot be read: one line that says which, why, and what to do."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from loaders.documents import read_bytes, read_document
from ontology.errors import UnreadableError
from tests.documents import sample


def encrypted_pdf() -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=StandardEncryption("secret", ownerPassword="other"))
    canvas.drawString(72, 700, "The review of Child Q")
    canvas.save()
    return stream.getvalue()


def scanned_pdf() -> bytes:
    # A picture of two by two grey points, drawn over the whole of each page.
    picture = ImageReader(BytesIO(b"P5 2 2 255 " + bytes([200, 210, 220, 230])))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for _ in range(3):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def archive() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("notes.csv", "a,b")
    return stream.getvalue()


BINARY = bytes(range(256)) * 40
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED_WORD = OLD_WORD + "EncryptedPackage".encode("utf-16-le") + bytes(600)

CASES = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\n\f ", "empty"),
    ("zeros.pdf", bytes(2000), "empty"),
    ("rules.txt", b"-----\n*****\n", "no words"),
    ("noise.bin", BINARY, "binary"),
    ("noise.txt", BINARY, "text"),
    ("locked.pdf", encrypted_pdf(), "password"),
    ("scan.pdf", scanned_pdf(), "scan"),
    ("cut.pdf", sample.pdf()[:-900], "cut short"),
    ("cut.docx", sample.docx()[:9000], "damaged"),
    ("page.pdf", sample.html(), "seems to be HTML"),
    ("words.pdf", b"The review of Child Q began in May.", "seems to be text"),
    ("report.docx", sample.pdf(), "seems to be PDF"),
    ("noise.pdf", BINARY, "no PDF"),
    ("old.doc", OLD_WORD, ".docx"),
    ("locked.docx", LOCKED_WORD, "password"),
    ("sheet.docx", archive(), "zip"),
    ("report.rtf", b"{\\rtf1 The review of Child Q}", "RTF"),
    ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    ("photo.pdf", b"\xff\xd8\xff\xe0" + bytes(range(256)), "picture"),
    ("empty.html", b"<html><body><nav>Home</nav></body></html>", "no text"),
]


@pytest.mark.parametrize(("name", "data", "reason"), CASES, ids=[case[0] for case in CASES])
def test_bad_content_is_told_in_one_line(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_document(path)
    said = str(caught.value)
    assert reason in said
    assert name in said
    assert caught.value.hint
    assert "\n" not in said
    assert caught.value.exit_code == 3


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_document(tmp_path / "gone.pdf")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="folder"):
        read_document(tmp_path)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (sample.pdf(), "application/pdf"),
        (sample.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (sample.html(), "text/html"),
        (sample.text(), "text/plain"),
    ],
)
def test_a_stream_without_a_name_is_told_by_its_bytes(data: bytes, media_type: str) -> None:
    assert read_bytes(data, "-").media_type == media_type


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.95])
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_a_truncated_file_is_never_read_in_part(tmp_path: Path, suffix: str, cut: float) -> None:
    whole = sample.write(tmp_path, suffix).read_bytes()
    with pytest.raises(UnreadableError):
        read_bytes(whole[: int(cut * len(whole))], f"cut.{suffix}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_encodings(encoding: str) -> None:
    text = "1. Introduction\n\n1.1 The nurse’s café visit – on 3 May – was noted by Zoë. It wasn’t shared.\n"
    if encoding == "latin-1":
        text = text.replace("’", "'").replace("–", "-")
    document = read_bytes(text.encode(encoding), "x.txt")
    assert document.text.lstrip("\ufeff") == text
    assert [passage.number for passage in document.passages] == ["1", "1.1"]
