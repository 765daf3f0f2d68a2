"""Sentences of a passage: full stops end them; abbreviations, initials and numbers do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.documents.marks import NOTE, read_number
from loaders.extract.lexicon import lexicon
from ontology.document import Document, Passage

SILENT = {"heading", "title", "contents"}

_NOTE_MARKS = r"[⁰¹²³⁴-⁹]+|\[\d{1,3}\]|(?<=[a-z\"'”’)]\.)\d{1,2}(?=\s+[A-Z])"
_CLOSERS = rf"(?:[\"'”’»)\]*_]|{_NOTE_MARKS})*"
_OPENING = r"[\"'“‘«(\[*_]*"
# A stop with what closes behind it, then space and something that can open a sentence; or a stop that
# was typed without its space ("was seen.The plan").
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+(?:\s[.](?=\s))*){_CLOSERS}(?P<gap>\s+)(?=(?P<next>{_OPENING}[^\W_a-z]))"
    r"|(?<=[a-z)][a-z)])(?P<tight>[.?!])(?=[A-Z][a-z]+[\s,])"
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘]+$")
_WORD = re.compile(r"[\w’'-]+")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LIST_MARK = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})")
_AFTER_NUMBER = re.compile(r"[\s*_:.)–—-]*")
_REACH = 40


def sentence_spans(document: Document, passage: Passage) -> Iterator[tuple[int, int, int | None]]:
    """Yield (start, end, table column or None) of each sentence, offsets into the document's text.

    The printed number of a paragraph is no part of its first sentence; a cell of a table row makes
    sentences of its own; headings, title page and contents make none.
    """
    if passage.kind in SILENT or passage.header:
        return
    if passage.cells:
        for cell in passage.cells:
            for start, end in split(document.text, cell.start, cell.end):
                yield start, end, cell.column
        return
    for start, end in split(document.text, _after_number(document.text, passage), passage.end):
        yield start, end, None


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence between two offsets, the space round it left out."""
    left = start
    for stop in _STOP.finditer(text, start, end):
        if not _ends(text, left, stop):
            continue
        right = stop.start("gap") if stop.group("gap") else stop.end()
        yield from _trimmed(text, left, right)
        left = stop.end()
    yield from _trimmed(text, left, end)


def _ends(text: str, left: int, stop: re.Match[str]) -> bool:
    """Return whether a stop ends the sentence that began at an offset."""
    mark = stop.group("mark")
    if mark is None:
        near = text[max(left, stop.start() - _REACH) : stop.start()]
        return "www" not in near and "//" not in near and "@" not in near
    following = _WORD.search(text, stop.end("gap"), stop.end("gap") + _REACH)
    opener = following is not None and following.group().lower() in _words("openers")
    if mark[0] in "!?":
        return True
    if mark.startswith(("...", "…")):
        return opener
    if _LIST_MARK.fullmatch(text, left, stop.start()) and len(text[left : stop.start()]) <= 6:
        return False
    last = _LAST_WORD.search(text, max(left, stop.start() - _REACH), stop.start())
    if last is None or stop.start("gap") > stop.end("mark"):
        return True
    return _word_ends(text, left, last, following.group() if following else "", opener)


def _word_ends(text: str, left: int, last: re.Match[str], following: str, opener: bool) -> bool:
    """Return whether a sentence can end with its last word and a stop, seeing the word that follows."""
    word = last.group()
    plain = word.lower().lstrip("'*_")
    if plain in _words("abbreviations"):
        return False
    if plain in _words("before_numbers") and following[:1].isdigit():
        return False
    if _INITIALS.fullmatch(word):
        return opener or plain in {"a.m", "p.m"}
    if len(word) == 1 and word.isupper():
        # "Child E. Health staff" ends a sentence, "by J. Smith" does not.
        before = text[left : last.start()].rstrip().rsplit(None, 1)
        return opener or not before or not before[-1].islower()
    return True


def _after_number(text: str, passage: Passage) -> int:
    """Return where the words of a passage begin, behind its printed number or its note's mark."""
    if not passage.number:
        return passage.start
    head = text[passage.start : min(passage.end, passage.start + 3 * _REACH)]
    if passage.kind == "footnote":
        note = NOTE.match(head)
        length = note.end() if note else 0
    else:
        mark = read_number(head)
        length = mark.length if mark and mark.number == passage.number else 0
    found = _AFTER_NUMBER.match(text, passage.start + length, passage.end) if length else None
    return found.end() if found and found.end() < passage.end else passage.start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    body = piece.strip()
    if body:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(body)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("sentences")[name])
