"""Reads a picture back: what a browser would make of it, by the standard library alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from graph.pictures.canvas import Box
from graph.pictures.metrics import ASCENT, DESCENT, SIZE

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Words:
    """A line of text as it stands on the sheet."""

    text: str
    box: Box
    size: float


class Drawn:
    """A picture, parsed."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        numbers = [float(part) for part in self.root.attrib["viewBox"].split()]
        self.sheet = Box(*numbers)

    @property
    def words(self) -> list[Words]:
        """Every line of text with its box."""
        return list(_words(self.root, 0.0, 0.0))

    @property
    def titles(self) -> list[str]:
        """The titles of all marks; the picture's own is left out."""
        return [
            one.findtext(f"{SVG}title") or ""
            for one in self.root.iter()
            if one is not self.root and one.find(f"{SVG}title") is not None
        ]

    @property
    def text(self) -> str:
        """All words of the picture in one line."""
        return " ".join(one.text for one in self.words)

    def overlapping(self) -> list[tuple[str, str]]:
        """Pairs of words that cover one another by more than a hair."""
        return [
            (one.text, other.text)
            for one, other in combinations(self.words, 2)
            if _shrunk(one.box).meets(_shrunk(other.box))
        ]

    def outside(self) -> list[str]:
        """Words that stand over the edge of the sheet."""
        return [
            one.text
            for one in self.words
            if one.box.left < 0
            or one.box.top < 0
            or one.box.right > self.sheet.right + 0.5
            or one.box.bottom > self.sheet.bottom
        ]


def _words(element: ElementTree.Element, x: float, y: float) -> Iterator[Words]:
    moved = re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SVG}text":
        size, across = float(element.get("font-size", SIZE)), float(element.attrib["textLength"])
        left = x + float(element.attrib["x"])
        left -= {"start": 0.0, "middle": across / 2, "end": across}[element.get("text-anchor", "start")]
        base = y + float(element.attrib["y"])
        box = Box(left, base - ASCENT * size, left + across, base + DESCENT * size)
        yield Words(element.text or "", box, size)
    for child in element:
        yield from _words(child, x, y)


def _shrunk(box: Box) -> Box:
    """Coordinates are written to a tenth of a pixel."""
    return Box(box.left + 0.2, box.top + 0.5, box.right - 0.2, box.bottom - 0.5)
