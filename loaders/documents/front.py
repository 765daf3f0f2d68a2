"""The front of a report: its title page and its list of contents."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.documents.blocks import Block
from loaders.documents.grouping import LEADER
from loaders.documents.marks import read_number
from loaders.extract.lexicon import lexicon

ENTRY = re.compile(
    r"(?s)(.*?\S)(?:[\s.…_]*\s|[.…_]{2,})\s*(?:p(?:age)?\.?\s*)?(\d{1,3}|[ivxl]{1,6})(?:\s*[-–]\s*\d{1,3})?\W*$"
)
DATED = re.compile(r"\b(?:19|20)\d\d$")
SHORT = 160
FURTHEST = 60


def words_of(text: str) -> str:
    """Return the words of a heading alone, to compare it with its entry in the contents."""
    mark = read_number(text)
    plain = re.sub(r"[^\w\s]", "", text[mark.length :] if mark and mark.style != "label" else text)
    return " ".join(plain.lower().split())


def mark_contents(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with the list of contents told from the rest."""
    place = next((p for p, b in enumerate(blocks[:FURTHEST]) if _names_contents(text[b.start : b.end])), None)
    if place is None:
        place = _leaders(text, blocks)
        if place is None:
            return blocks
        end = place
    else:
        end = place + 1
    end = _last_entry(text, blocks, end)
    return [_plain(block, "contents") if place <= p < end else block for p, block in enumerate(blocks)]


def mark_title(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with the title page told from the rest."""
    contents = next((p for p, b in enumerate(blocks[:FURTHEST]) if b.kind == "contents"), None)
    end = 0
    for place, block in enumerate(blocks[:FURTHEST]):
        if place == contents or _opens_body(text, block, place, contents is not None, blocks):
            break
        end = place + 1
    else:
        end = 0 if contents is None else end
    end -= _heads_body(text, blocks, end) if end != contents else 0
    return [_plain(block, "title") if place < end else block for place, block in enumerate(blocks)]


def entries(text: str, blocks: list[Block]) -> dict[str, str | None]:
    """Return what the contents list: the words of each heading, with its printed number."""
    found: dict[str, str | None] = {}
    for block in blocks:
        if block.kind != "contents":
            continue
        line = text[block.start : block.end]
        entry = ENTRY.match(line)
        name = entry.group(1) if entry else line
        mark = read_number(name.replace("\t", " "))
        found[words_of(name.replace("\t", " "))] = mark.number if mark else None
    return found


def _names_contents(text: str) -> bool:
    name = re.sub(r"[^a-z ]+", " ", text.lower()).strip()
    name = re.sub(r"\s+(?:page|page no|page number|pages)$", "", name)
    return name in lexicon("structure")["contents"]


def _leaders(text: str, blocks: list[Block]) -> int | None:
    dotted = [bool(LEADER.search(text[b.start : b.end])) for b in blocks[:FURTHEST]]
    return next((p for p in range(len(dotted) - 2) if all(dotted[p : p + 3])), None)


def _last_entry(text: str, blocks: list[Block], first: int) -> int:
    """Return the place after the last entry of the contents that begin at a place."""
    paged = False
    seen: set[str] = set()
    end = place = first
    while place < len(blocks):
        line = text[blocks[place].start : blocks[place].end]
        entry = ENTRY.match(line)
        name = words_of(entry.group(1) if entry else line)
        if len(line) > SHORT or (name in seen and not entry):
            break
        if entry:
            paged, end = True, place + 1
        elif paged and not _entry_soon(text, blocks, place):
            break
        elif not paged:
            if line.rstrip().endswith((".", ";")) or blocks[place].kind == "footnote":
                break
            end = place + 1
        seen.add(name)
        place += 1
    return end if paged or _repeats(text, blocks, first, end) else first


def _entry_soon(text: str, blocks: list[Block], place: int) -> bool:
    """Return whether one of the next two blocks is an entry with its page, of an entry on two lines."""
    return any(
        ENTRY.match(text[b.start : b.end])
        and len(text[b.start : b.end]) <= SHORT
        and not DATED.search(text[b.start : b.end])
        for b in blocks[place + 1 : place + 3]
    )


def _repeats(text: str, blocks: list[Block], first: int, end: int) -> bool:
    """Return whether contents without pages are contents: the block after them says the first again."""
    if end >= len(blocks) or first >= end:
        return False
    return words_of(text[blocks[end].start : blocks[end].end]) == words_of(
        text[blocks[first].start : blocks[first].end]
    )


def _opens_body(text: str, block: Block, place: int, listed: bool, blocks: list[Block]) -> bool:
    line = text[block.start : block.end]
    if block.kind == "heading":
        return not (place == 0 and block.level == 1 and _names_report(line, blocks))
    if len(line) > 200 or (len(line.split()) > 20 and line.endswith(".")):
        return place > 0 or not _plain_lines(text, blocks[1:3])
    if listed:
        return False
    mark = read_number(line)
    numbered = mark is not None and mark.style != "letter" and not DATED.search(line)
    return numbered or block.marked or bool(block.cells) or words_of(line) in lexicon("structure")["openings"]


def _names_report(line: str, blocks: list[Block]) -> bool:
    """Return whether a first heading of the first level names the report and not its first chapter."""
    if read_number(line) or words_of(line) in lexicon("structure")["openings"]:
        return False
    only = sum(block.kind == "heading" and block.level == 1 for block in blocks) == 1
    return only or re.search(r"\b(?:review|report)\b", line, re.I) is not None


def _plain_lines(text: str, blocks: list[Block]) -> bool:
    """Return whether blocks are lines of a title page: what stands before them describes a picture."""
    lines = [text[block.start : block.end] for block in blocks]
    plain = [b.kind is None and not b.marked and not b.cells for b in blocks]
    short = [len(line) <= 100 and not line.endswith(".") and not read_number(line) for line in lines]
    return len(blocks) == 2 and all(plain) and all(short)


def _heads_body(text: str, blocks: list[Block], end: int) -> int:
    """Return 1 when the last short line before the body is the body's first heading, else 0."""
    if not end or end >= len(blocks) or blocks[end].kind == "heading":
        return 0
    last = text[blocks[end - 1].start : blocks[end - 1].end]
    if len(text[blocks[end].start : blocks[end].end]) <= SHORT or last.endswith(".") or DATED.search(last):
        return 0
    words = set(re.findall(r"[a-z]+", last.lower()))
    opening = words_of(last) in lexicon("structure")["openings"]
    return int(
        opening or (end > 1 and len(words) <= 8 and not words & set(lexicon("structure")["title_page"]))
    )


def _plain(block: Block, kind: str) -> Block:
    return replace(block, kind=kind, number=None, level=0, table=None, header=False, cells=())
