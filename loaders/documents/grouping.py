"""Lines of plain text put together to blocks: paragraphs that were wrapped, items, table rows."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from loaders.documents.blocks import Block
from loaders.documents.lines import Line
from loaders.documents.marks import BULLET, EMPHASIS, MARKDOWN_HEADING, NOTE, QUOTE, note_number, starts_item
from loaders.documents.tables import is_row, row_blocks

LEADER = re.compile(r"\.{3,}|…|(?:\. ){3,}|_{4,}")
TERMINAL = re.compile(r"[.!?:;][\"'”’)\]*_⁰¹²³⁴-⁹]*$")
UNDERLINE = re.compile(r"(=|-){3,}")
RULE = re.compile(r"[-*_=~.·\s|+:]{3,}")
CHANCE = re.compile(r"\d+(?:\.\d+)+[ \t]+[a-z]|[A-Z]\.[ \t]+[A-Z]|[–—-][ \t]+[a-z]")
LONG = 160
SLACK = 0.85


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text sets its paragraphs.

    ``width`` is the line length it was wrapped at, None where each line is a paragraph; ``spaced`` tells
    that empty lines set paragraphs apart.
    """

    width: float | None
    spaced: bool = True


def read_layout(lines: list[Line]) -> Layout:
    """Return how a text is laid out: wrapped at a width, or one line for each paragraph."""
    plain = [line for line in lines if "\t" not in line.text and not line.text.startswith("|")]
    total = sum(len(line.text) for line in plain)
    if sum(len(line.text) for line in plain if len(line.text) > LONG) > 0.2 * total:
        spaced = sum(line.blank_above > 0 for line in plain) > 0.1 * len(plain)
        return Layout(None, spaced)
    pairs = itertools.pairwise(plain)
    lengths = sorted(
        len(line.text) for line, below in pairs if not below.blank_above and not starts_item(below.text)
    )
    return Layout(lengths[int(0.9 * (len(lengths) - 1))] if lengths else None)


def group(lines: list[Line]) -> list[Block]:
    """Return the blocks that lines make up, marks left out of their offsets."""
    layout = read_layout(lines)
    blocks: list[Block] = []
    place = 0
    while place < len(lines):
        if is_row(lines, place):
            rows, place = row_blocks(lines, place, blocks)
            blocks += rows
            continue
        end = place + 1
        while end < len(lines) and not is_row(lines, end) and _joins(lines[place:end], lines[end], layout):
            end += 1
        if end > place + 1 or not RULE.fullmatch(lines[place].text):
            below = lines[end] if end < len(lines) else None
            block = _block(lines[place:end], below)
            blocks.append(block if layout.spaced else replace(block, alone=True))
        place = end
    return blocks


def _joins(above: list[Line], line: Line, layout: Layout) -> bool:
    """Return whether a line continues the block of the lines above it."""
    last = above[-1]
    if line.blank_above:
        return False
    if UNDERLINE.fullmatch(line.text) or NOTE.fullmatch(last.text):
        return len(above) == 1
    if MARKDOWN_HEADING.match(last.text) or LEADER.search(last.text) or _all_emphasised(last.text, "**"):
        return False
    ended = TERMINAL.search(last.text) is not None
    full = layout.width is not None and _full(last, line, layout.width)
    # "Ms | B. She rang", "in section | 4.2 of the guide", "the plan | – for her": wrapped, no items.
    chance = not ended and CHANCE.match(line.text) is not None
    if starts_item(line.text) and not (chance and (full or line.text[0].isdigit())):
        return False
    if NOTE.match(above[0].text) and layout.width is None:
        return False
    hanging = BULLET.match(above[0].text) is not None and line.indent > above[0].indent
    return _open_emphasis(above) or hanging or full or (line.text[0].islower() and not ended)


def _full(last: Line, line: Line, width: float) -> bool:
    """Return whether the first word of a line would not have fitted on the line above it."""
    first = line.text.split(None, 1)[0]
    return last.indent + len(last.text) + 1 + len(first) > SLACK * width


def _open_emphasis(above: list[Line]) -> bool:
    return above[0].text.startswith("**") and sum(line.text.count("**") for line in above) % 2 == 1


def _block(lines: list[Line], below: Line | None) -> Block:
    """Return the block of some lines, with its marks taken off and told by flags instead."""
    first, last = lines[0], lines[-1]
    underlined = len(lines) > 1 and len(first.text) <= LONG and UNDERLINE.fullmatch(last.text)
    if underlined:
        depth = 1 if last.text[0] == "=" else 2
        last = lines[-2]
    text = "\n".join(line.text for line in lines)
    start = first.start
    quoted = QUOTE.match(first.text)
    start += quoted.end() if quoted else 0
    heading = MARKDOWN_HEADING.match(text)
    bullet = None if heading else BULLET.match(text, start - first.start)
    for mark in (heading, bullet):
        start += mark.end() - mark.start() if mark else 0
    end, strong = last.end, False
    body_text = text[start - first.start :]
    emphasis = EMPHASIS.match(body_text)
    if emphasis:
        whole = _all_emphasised(body_text, emphasis.group())
        strong = whole and len(emphasis.group()) > 1
        start += emphasis.end()
        end -= len(emphasis.group()) if whole else 0
    note = NOTE.match(text)
    level = len(heading.group(1)) if heading else depth if underlined else 0
    return Block(
        start=start,
        end=max(end, start),
        kind="heading" if level else "footnote" if note else None,
        number=note_number(note) if note else None,
        level=level or (1 + first.indent // 2 if bullet and first.indent < 12 else 0),
        page=first.page,
        marked=bullet is not None,
        strong=strong and not bullet,
        alone=bool(first.blank_above or not first.start) and bool(below is None or below.blank_above),
    )


def _all_emphasised(text: str, mark: str) -> bool:
    if not text.startswith(mark):
        return False
    inner = text[len(mark) :]
    return inner.endswith(mark) and inner.count(mark) == 1
