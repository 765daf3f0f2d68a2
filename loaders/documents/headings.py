"""Headings told from paragraphs, by number, wording and what follows; and how deep they stand."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from loaders.documents.blocks import Block
from loaders.documents.front import words_of
from loaders.documents.marks import Mark, chapter_label, read_number
from loaders.extract.lexicon import lexicon

SENTENCE_END = re.compile(r"[.;:,!…][\"'”’)\]*_⁰¹²³⁴-⁹]*$")
INSIDE = re.compile(r"[a-z)][.;!?]\s+[A-Z“\"']")
ASKING = re.compile(r"(?:How|What|Why|Who|When|Where|Which|Whether)\b(?!.*,)")
VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|did|do|will|would|should|could|may|might|must|can|"
    r"said|told|reported|attended|visited|agreed|felt|made|took|gave|became|began|contacted|stated)\b"
)
KEY_ENTRY = re.compile(r"\S+(?: \S+){0,5} ?[–—=-] \S|\S+(?: \S+){0,5}:\s")
LONGEST, LONGEST_NUMBERED = 110, 240


def mark_headings(
    text: str, blocks: list[Block], listed: dict[str, str | None], *, typeset: bool = False
) -> list[Block]:
    """Return the blocks with headings, lists and paragraphs told apart and headings given a level.

    ``listed`` holds the words of the headings that the contents name. ``typeset`` tells that the format
    keeps how things look: where a document sets its headings off, what is not set off is none.
    """
    lines = [text[block.start : block.end] for block in blocks]
    set_off = sum(block.kind == "heading" or (block.strong and block.kind is None) for block in blocks)
    if typeset and set_off >= 3:
        blocks = [replace(block, alone=False) for block in blocks]
    flags = [_may_head(lines, blocks, place, listed) for place in range(len(blocks))]
    flags = _with_repeated(lines, blocks, _without_runs(lines, blocks, flags, listed))
    run_on = _run_on(blocks, flags)
    settled: list[Block] = []
    for block, flag in zip(blocks, flags, strict=True):
        if flag:
            settled.append(replace(block, kind="heading", marked=False))
        elif block.kind is None or block.kind == "heading":
            settled.append(_body(block, run_on))
        else:
            settled.append(block)
    return _levels(lines, settled, listed)


def _may_head(lines: list[str], blocks: list[Block], place: int, listed: dict[str, str | None]) -> bool:
    block, line = blocks[place], lines[place]
    if block.kind is not None:
        return block.kind == "heading"
    mark = read_number(line) if block.number else None
    below = _below(blocks, place)
    broken_off = below is not None and lines[below][:1].islower() and not blocks[below].marked
    if broken_off or mark is None or mark.style in {"bracketed", "compound"}:
        plain = not broken_off and not block.marked
        return plain and _plain_heading(lines, blocks, place, below, listed)
    return _numbered_heading(lines, blocks, place, mark, listed)


def _numbered_heading(
    lines: list[str], blocks: list[Block], place: int, mark: Mark, listed: dict[str, str | None]
) -> bool:
    """Return whether a line with a printed number or label is a heading and not a paragraph."""
    line, below = lines[place], _below(blocks, place)
    rest = line[mark.length :].strip(" \t\n*_.:)–—-")
    if blocks[place].marked or INSIDE.search(rest) or SENTENCE_END.search(line.rstrip()):
        return mark.style == "label" and not rest
    if mark.style == "label":
        after = blocks[below].number if below is not None else None
        in_series = bool(after) and _family(after or "") == _family(mark.number)
        return len(rest) <= LONGEST_NUMBERED and not (_sentence(rest) and (in_series or below is None))
    if mark.style == "decimal":
        return _decimal_heading(lines, blocks, place, below, mark.number)
    return _single_heading(lines, blocks, place, rest, listed)


def _family(label: str) -> str:
    """Return a label without its number: of "Finding 2" "Finding", of "LP1" "LP"."""
    return label.rstrip("0123456789. ")


def _decimal_heading(
    lines: list[str], blocks: list[Block], place: int, below: int | None, number: str
) -> bool:
    """Return whether a line numbered 4.1 heads what follows: its own parts, or text without a number."""
    if len(lines[place]) > LONGEST_NUMBERED or below is None:
        return False
    after = blocks[below].number
    if after and after.startswith(number + "."):
        return True
    chapter = int(number.split(".", 1)[0])
    if after and blocks[below].kind is None and ("." in after or after == str(chapter + 1)):
        return False
    longest = LONGEST_NUMBERED if lines[place].endswith("?") else LONGEST_NUMBERED / 2
    return len(lines[place]) <= longest and (blocks[place].alone or blocks[place].strong)


def _single_heading(
    lines: list[str], blocks: list[Block], place: int, rest: str, listed: dict[str, str | None]
) -> bool:
    """Return whether a line numbered 4 or 4. is the heading of a chapter and not an item of a list."""
    block, below = blocks[place], _below(blocks, place)
    if len(rest) > LONGEST or not (block.alone or block.strong):
        return False
    if below is not None and blocks[below].number == f"{block.number}.1":
        return True
    if _sentence(rest):
        return False
    named = {number: words for words, number in listed.items() if number}
    if block.number in named:
        return bool(set(named[block.number].split()) & set(words_of(lines[place]).split()))
    if not (block.number or "").isdigit():
        return True
    number, above = int(block.number or 0), _number_above(blocks, place)
    return number == 1 or above is None or above in {number - 1, number}


def _number_above(blocks: list[Block], place: int) -> int | None:
    """Return the chapter that the nearest number above a place belongs to, list items apart."""
    for p in range(place - 1, -1, -1):
        number = blocks[p].number or ""
        if number[:1].isdigit() and blocks[p].kind is None and not blocks[p].marked:
            return int(number.split(".", 1)[0])
    return None


def _plain_heading(
    lines: list[str], blocks: list[Block], place: int, below: int | None, listed: dict[str, str | None]
) -> bool:
    block, line = blocks[place], lines[place]
    if below is None or len(line) > LONGEST or ("\n" in line and not block.strong) or block.cells:
        return False
    words = words_of(line)
    if words in listed or words in lexicon("structure")["openings"]:
        return True
    ends = SENTENCE_END.search(line.rstrip("*_")) and not (line.endswith(":") and block.strong)
    opens = line[0].isupper() or line[0].isdigit() or line[0] in "“\"'‘("
    if ends or not opens or not (block.alone or block.strong or _stands_out(lines, blocks, place)):
        return False
    if block.strong or _capitals(line):
        return True
    return line.endswith("?") or not _sentence(line)


def _stands_out(lines: list[str], blocks: list[Block], place: int) -> bool:
    """Return whether a short line without space round it stands between long ones."""
    below = _below(blocks, place)
    if below is None or blocks[place].page is not None:
        return False
    return len(lines[below]) > LONGEST and (not place or len(lines[place - 1]) > 60)


def _without_runs(
    lines: list[str], blocks: list[Block], flags: list[bool], listed: dict[str, str | None]
) -> list[bool]:
    """Return the flags with runs of short plain lines (keys, lists of names) taken for what they are."""
    kept = list(flags)
    place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and flags[end] and _is_plain(lines[end], blocks[end], listed):
            end += 1
        keyed = [p for p in range(place, end) if KEY_ENTRY.match(lines[p])]
        if end - place > 2 or (len(keyed) > 1):
            first = place if place not in keyed and (end - place > 2) else None
            for p in range(place, end):
                kept[p] = p == first
        elif end - place == 1 and keyed and _follows_key(lines, blocks, place):
            kept[place] = False
        place = max(end, place + 1)
    return kept


def _with_repeated(lines: list[str], blocks: list[Block], flags: list[bool]) -> list[bool]:
    """Return the flags with a plain line that is a heading elsewhere taken for one here too.

    Each finding of a report may be told under the same few headings.
    """
    pairs = list(zip(lines, blocks, flags, strict=True))
    heads = {words_of(line) for line, block, flag in pairs if flag and block.number is None}
    return [
        flag or (block.kind is None and block.number is None and not block.marked and words_of(line) in heads)
        for line, block, flag in pairs
    ]


def _follows_key(lines: list[str], blocks: list[Block], place: int) -> bool:
    return (
        place > 0
        and blocks[place - 1].kind is None
        and bool(KEY_ENTRY.match(lines[place - 1]))
        and len(lines[place - 1]) <= LONGEST
    )


def _is_plain(line: str, block: Block, listed: dict[str, str | None]) -> bool:
    known = words_of(line) in listed or words_of(line) in lexicon("structure")["openings"]
    return (
        block.number is None
        and block.kind is None
        and not block.strong
        and not known
        and not line.endswith("?")
    )


def _run_on(blocks: list[Block], flags: list[bool]) -> bool:
    """Return whether paragraphs are numbered 1, 2, 3 … through the whole document."""
    numbers = [
        int(b.number)
        for b, flag in zip(blocks, flags, strict=True)
        if not flag and b.kind is None and b.number and b.number.isdigit()
    ]
    rises = sum(later == earlier + 1 for earlier, later in itertools.pairwise(numbers))
    return len(numbers) >= 10 and rises >= 0.8 * (len(numbers) - 1)


def _body(block: Block, run_on: bool) -> Block:
    """Return a block that is no heading as a paragraph or an item of a list."""
    if block.marked or (block.number and block.number.isdigit() and not run_on):
        return replace(block, kind="bullet", level=block.level or 1)
    return replace(block, kind="paragraph", level=0)


def _levels(lines: list[str], blocks: list[Block], listed: dict[str, str | None]) -> list[Block]:
    """Return the blocks with the depth of each heading that the format did not tell."""
    numbered = 0
    settled: list[Block] = []
    for line, block in zip(lines, blocks, strict=True):
        if block.kind != "heading":
            settled.append(block)
            continue
        level = block.level or _level(line, block, numbered, listed)
        if block.number and re.fullmatch(r"[\d.]+", block.number):
            level = numbered = block.number.count(".") + 1
        elif block.level or level == 1:
            numbered = level
        settled.append(replace(block, level=level))
    return settled


def _level(line: str, block: Block, numbered: int, listed: dict[str, str | None]) -> int:
    words = words_of(line)
    if words in lexicon("structure")["openings"] or (words in listed and not numbered):
        return 1
    if block.number and not block.number.isdigit():
        return 1 if chapter_label(block.number) else numbered + 1
    return numbered + 1


def _below(blocks: list[Block], place: int) -> int | None:
    """Return the place of the next block that is no footnote."""
    return next((p for p in range(place + 1, len(blocks)) if blocks[p].kind != "footnote"), None)


def _sentence(text: str) -> bool:
    words = len(text.split())
    asked = text.endswith("?") or (ASKING.match(text) is not None and words <= 12)
    return bool(VERBS.search(text)) and words > 3 and not asked


def _capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)
