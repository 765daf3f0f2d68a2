"""Automatic numbers of Word paragraphs, counted as Word counts them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from loaders.documents.docx_text import W
from loaders.documents.listing import STYLES, list_label


class Numbering:
    """The lists of a Word file and how far each has been counted."""

    def __init__(self, package: Any) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Any] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._restarts: dict[tuple[str, int], int] = {}
        self._begun: set[str] = set()
        root = _root(package)
        if root is not None:
            self._read(root)

    def label(self, paragraph: Any, style: Any) -> tuple[str | None, int]:
        """Return the number printed before a paragraph and its depth in the list, from 1.

        The number is "" for a bullet; None and depth 0 stand for a paragraph in no list.
        """
        list_id, depth = _place(paragraph, style)
        abstract = self._lists.get(list_id or "")
        if list_id in {None, "0"} or abstract is None:
            return None, 0
        level = self._levels.get((abstract, depth))
        if level is None or not "".join(paragraph.itertext()).strip():
            return None, 0
        counts = self._count(list_id or "", abstract, depth)
        pattern = _value(level, "lvlText") or ""
        if _value(level, "numFmt") in {"bullet", "none"} or "%" not in pattern:
            return "", depth + 1
        return re.sub(
            r"%(\d)", lambda m: self._printed(abstract, counts, int(m.group(1)) - 1), pattern
        ), depth + 1

    def _count(self, list_id: str, abstract: str, depth: int) -> dict[int, int]:
        counts = self._counts[abstract]
        if list_id not in self._begun:
            self._begun.add(list_id)
            for (owner, level), start in self._restarts.items():
                if owner == list_id:
                    counts[level] = start - 1
        counts[depth] = counts.get(depth, self._start(abstract, depth) - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        for above in range(depth):
            counts.setdefault(above, self._start(abstract, above))
        return counts

    def _printed(self, abstract: str, counts: dict[int, int], depth: int) -> str:
        level = self._levels.get((abstract, depth))
        style = STYLES.get((_value(level, "numFmt") if level is not None else None) or "decimal", "1")
        return list_label(counts.get(depth, 1), style)

    def _start(self, abstract: str, depth: int) -> int:
        level = self._levels.get((abstract, depth))
        return int((_value(level, "start") if level is not None else None) or 1)

    def _read(self, root: Any) -> None:
        for abstract in root.iter(W + "abstractNum"):
            for level in abstract.iter(W + "lvl"):
                key = (abstract.get(W + "abstractNumId"), int(level.get(W + "ilvl")))
                self._levels[key] = level
        for number in root.iter(W + "num"):
            list_id = number.get(W + "numId")
            self._lists[list_id] = _value(number, "abstractNumId") or ""
            for override in number.iter(W + "lvlOverride"):
                start = _value(override, "startOverride")
                if start is not None:
                    self._restarts[list_id, int(override.get(W + "ilvl"))] = int(start)


def _root(package: Any) -> Any:
    for relation in package.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None


def _place(paragraph: Any, style: Any) -> tuple[str | None, int]:
    """Return the list and the depth (from 0) that a paragraph, or else its style, is put in."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    list_id = _value(own, "numId") if own is not None else None
    depth = _value(own, "ilvl") if own is not None else None
    while style is not None and list_id is None:
        styled = style.element.find(f"{W}pPr/{W}numPr")
        if styled is not None:
            list_id = _value(styled, "numId")
            depth = depth or _value(styled, "ilvl")
        style = style.base_style
    return list_id, int(depth or 0)


def _value(element: Any, name: str) -> str | None:
    found = element.find(W + name)
    return None if found is None else found.get(W + "val")
