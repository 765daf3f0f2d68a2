"""Structure out of blocks: what is a heading, a paragraph, a list item, and under which number."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.documents.blocks import Block
from loaders.documents.front import entries, mark_contents, mark_title
from loaders.documents.headings import mark_headings
from loaders.documents.numbers import mark_numbers
from ontology.document import Passage


def recognise(text: str, blocks: Iterable[Block], *, typeset: bool = False) -> tuple[Passage, ...]:
    """Return the passages of a text, in order, from its blocks as a reader found them.

    ``typeset`` tells that the format keeps which blocks are set off (``Block.strong``).
    """
    found = [block for block in blocks if any(c.isalnum() for c in text[block.start : block.end])]
    found = mark_title(text, mark_contents(text, found))
    found = mark_headings(text, mark_numbers(text, found), entries(text, found), typeset=typeset)
    return tuple(_passages(found))


def _passages(blocks: list[Block]) -> Iterable[Passage]:
    tables: dict[int, int] = {}
    for block in blocks:
        table = None if block.table is None else tables.setdefault(block.table, len(tables))
        kind = block.kind or ("bullet" if block.marked else "paragraph")
        yield Passage(
            kind=kind,
            start=block.start,
            end=block.end,
            number=block.number,
            level=(block.level or 1) if kind in {"heading", "bullet"} else 0,
            page=block.page,
            table=table,
            header=block.header,
            cells=block.cells,
        )
