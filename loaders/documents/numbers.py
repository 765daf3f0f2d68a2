"""Printed numbers of blocks: told from dates, times and quantities by the numbers around them."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.documents.blocks import Block
from loaders.documents.marks import Mark, read_number

DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
SOURCE = re.compile(r"https?://|www\.|\((?:19|20)\d\d[a-z]?\)|\bibid\b|\bop\.? cit", re.I)
LISTS = {"bracketed", "letter", "compound"}


class Sequence:
    """The numbers read so far, which tell whether the next is one of them."""

    def __init__(self) -> None:
        self.chapter: int | None = None
        self.decimal: tuple[int, ...] = ()
        self.single = 0
        self.note = 0
        self.letter = ""

    def accepts(self, mark: Mark, text: str, marked: bool) -> bool:
        """Return whether a mark is a printed number here."""
        if mark.style in {"label", "bracketed", "compound"}:
            return True
        if mark.style == "letter":
            return marked or self._next_letter(mark.number)
        if mark.style == "decimal":
            return self._decimal(mark.number, cut=text[mark.length :].lstrip()[:1].islower())
        number = int(mark.number)
        if mark.style == "dotted":
            return number <= 400
        begins = self.chapter is None and not self.single and number <= 12 and len(text) <= 60
        return begins or number in {self.single + 1, (self.chapter or 0) + 1, 1}

    def take(self, mark: Mark, heading: bool) -> None:
        """Remember a number that was accepted."""
        if mark.style == "decimal":
            self.decimal = tuple(int(part) for part in mark.number.split("."))
            self.chapter = self.decimal[0]
        elif mark.style in LISTS:
            self.letter = mark.number
        elif mark.style != "label":
            self.single = int(mark.number)
            if heading:
                self.chapter, self.decimal = self.single, ()

    def _decimal(self, number: str, *, cut: bool) -> bool:
        parts = tuple(int(part) for part in number.split("."))
        if cut and (*parts[:-1], parts[-1] - 1) != self.decimal:
            return False
        if len(parts) > 5 or parts[0] > 60:
            return False
        near = self.chapter is None or self.chapter <= parts[0] <= self.chapter + 1
        day = DAY.fullmatch(number)
        if day and int(day.group(1)) <= 31 and int(day.group(2)) <= 12 and int(day.group(3)) >= 7:
            before = self.decimal
            return bool(before) and (parts[: len(before)] == before or parts[:-1] == before[:-1])
        return near or parts[:-1] == self.decimal[:-1] or parts[0] <= 20

    def _next_letter(self, letter: str) -> bool:
        if letter in {"a", "A", "i", "I"}:
            return True
        return bool(self.letter) and (letter.islower() == self.letter.islower())


def mark_numbers(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with the numbers they are printed with, and notes told by theirs."""
    sequence = Sequence()
    marked: list[Block] = []
    for block in blocks:
        marked.append(_numbered(text, block, sequence))
    return marked


def _numbered(text: str, block: Block, sequence: Sequence) -> Block:
    line = text[block.start : block.end]
    if block.kind in {"title", "contents", "row", "footnote"}:
        return block
    mark = read_number(line)
    if mark is None:
        return block
    if _is_note(mark, line, sequence):
        sequence.note = int(mark.number)
        return replace(block, kind="footnote", number=mark.number)
    if not sequence.accepts(mark, line, block.marked):
        return block
    heading = block.kind == "heading" or (len(line) <= 120 and not line.rstrip().endswith((".", ";", ":")))
    sequence.take(mark, heading and block.alone)
    marked = mark.style in LISTS or _stays_item(block, mark, line)
    return replace(block, number=mark.number, marked=marked)


def _stays_item(block: Block, mark: Mark, line: str) -> bool:
    """Return whether a numbered block is still the item of a list that its bullet makes it.

    "- 4.1.2 The worker …": the dash is the converter's, the paragraph is a numbered one. But questions with
    labels, line under line, are a list of them; the heading over the answer stands alone.
    """
    asked = mark.style == "label" and not block.alone and line.rstrip().endswith("?")
    return block.marked and (asked or mark.style in {"dotted", "bare"})


def _is_note(mark: Mark, line: str, sequence: Sequence) -> bool:
    if mark.style != "bare" or int(mark.number) != sequence.note + 1:
        return False
    return len(line) <= 400 and SOURCE.search(line) is not None
