"""The sheet that pictures are drawn on: elements, text that keeps its width, marks that lead to evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from graph.pictures.metrics import ASCENT, DESCENT, FONTS, SIZE, width
from ontology.model import Fact

Element = _Element
Link = Callable[[Fact], str | None]
Style = str | float
SVG = "http://www.w3.org/2000/svg"
INK = "#1a1a1a"
SOFT = "#595959"  # for what stands back; 7 to 1 on white, still well within WCAG AA
FAINT = "#d9d9d9"  # for lines that only guide the eye
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Box(NamedTuple):
    """A rectangle on the sheet, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def no_link(_: Fact) -> str | None:
    """The link of pictures that stand alone: none."""
    return None


class Canvas:
    """An SVG in the making; ``name`` must be its own among the pictures on one page.

    With ``linked`` the picture is a group whose links can be reached by keyboard; without, it is one image
    with a title and a description.
    """

    def __init__(self, name: str, title: str, description: str, *, linked: bool = False) -> None:
        self.name = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        ids = [f"{self.name}-title", f"{self.name}-desc"]
        role = "group" if linked else "img"
        self.root = etree.fromstring(f'<svg xmlns="{SVG}"/>')
        for key, value in {"role": role, "aria-labelledby": ids[0], "aria-describedby": ids[1]}.items():
            self.root.set(key, value)
        self.root.set("font-family", FONTS)
        self.root.set("font-size", number(SIZE))
        child(self.root, "title", id=ids[0]).text = clean(title)
        child(self.root, "desc", id=ids[1]).text = clean(description)
        self._defs, self._fills = child(self.root, "defs"), set[str]()
        self._paper = child(self.root, "rect", fill="#ffffff")

    def size(self, across: float, down: float) -> None:
        """Set the size of the sheet in pixels."""
        values = {"width": number(across), "height": number(down)}
        for key, value in values.items():
            self.root.set(key, value)
            self._paper.set(key, value)
        self.root.set("viewBox", f"0 0 {values['width']} {values['height']}")

    def hatch(self, key: str, colour: str, *, apart: float = 6.0, angle: float = 45.0) -> str:
        """Return a fill of slanting lines; ``key`` tells it from the other fills of the picture."""
        name = f"{self.name}-{key}"
        if name not in self._fills:
            self._fills.add(name)
            spin = f"rotate({number(angle)})"
            style: dict[str, Style | None] = {"patternUnits": "userSpaceOnUse", "patternTransform": spin}
            made = child(self._defs, "pattern", id=name, width=apart, height=apart, **style)
            line(made, 0, 0, 0, apart, stroke=colour, stroke_width=2)
        return f"url(#{name})"

    def __str__(self) -> str:
        etree.indent(self.root, space="")
        return etree.tostring(self.root, encoding="unicode") + "\n"


def child(parent: Element, tag: str, **style: Style | None) -> Element:
    """Append an element; the underscores of a name are hyphens, a None is left out."""
    made = etree.SubElement(parent, f"{{{SVG}}}{tag}")
    for key, value in style.items():
        if value is not None:
            name = key.rstrip("_").replace("_", "-")
            made.set(name, clean(value) if isinstance(value, str) else number(value))
    return made


def group(parent: Element, **style: Style | None) -> Element:
    """Append a group."""
    return child(parent, "g", **style)


def mark(parent: Element, title: str, href: str | None = None) -> Element:
    """Append a group that stands for a fact: a link where there is somewhere to go, with its title."""
    made = child(parent, "a", href=href, aria_label=title) if href else child(parent, "g")
    child(made, "title").text = clean(title)
    return made


def hit(parent: Element, box: Box) -> Element:
    """Append an unseen box that answers the pointer, for marks too thin to hit; nothing outside a link."""
    if not parent.get("href"):
        return parent
    return rect(parent, box, fill="none", pointer_events="all")


def line(parent: Element, x1: float, y1: float, x2: float, y2: float, **style: Style | None) -> Element:
    """Append a straight line."""
    return child(parent, "line", x1=x1, y1=y1, x2=x2, y2=y2, **{"stroke": INK, **style})


def rect(parent: Element, box: Box, **style: Style | None) -> Element:
    """Append a rectangle."""
    across, down = box.right - box.left, box.bottom - box.top
    return child(parent, "rect", x=box.left, y=box.top, width=across, height=down, **style)


def circle(parent: Element, x: float, y: float, r: float, **style: Style | None) -> Element:
    """Append a circle."""
    return child(parent, "circle", cx=x, cy=y, r=r, **style)


def path(parent: Element, *steps: str | float, **style: Style | None) -> Element:
    """Append a path of letters and numbers, unfilled unless the style says so."""
    d = " ".join(step if isinstance(step, str) else number(step) for step in steps)
    return child(parent, "path", d=d, **{"fill": "none", **style})


def text(
    parent: Element,
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    size: float = SIZE,
    bold: bool = False,
    halo: bool = False,
    fill: str = INK,
) -> Element:
    """Append a line of text with its baseline at ``y``; it keeps its measured width in any font.

    A halo keeps it legible over lines.
    """
    made = child(
        parent,
        "text",
        x=x,
        y=y,
        text_anchor=None if anchor == "start" else anchor,
        font_size=None if size == SIZE else size,
        font_weight="bold" if bold else None,
        textLength=width(words, size, bold=bold),
        lengthAdjust="spacingAndGlyphs",
        fill=fill,
        stroke="#ffffff" if halo else None,
        stroke_width=3 if halo else None,
        paint_order="stroke" if halo else None,
    )
    made.text = clean(words)
    return made


def text_box(
    x: float, y: float, words: str, *, anchor: str = "start", size: float = SIZE, bold: bool = False
) -> Box:
    """Return the box that a line of text will fill."""
    across = width(words, size, bold=bold)
    left = x - {"start": 0.0, "middle": across / 2, "end": across}[anchor]
    return Box(left, y - ASCENT * size, left + across, y + DESCENT * size)


def arrowhead(
    parent: Element, x: float, y: float, towards: tuple[float, float], **style: Style | None
) -> Element:
    """Append a filled arrowhead whose tip is at a point and looks in a direction (a unit vector)."""
    ahead, aside = towards
    back_x, back_y = x - 6 * ahead, y - 6 * aside
    wing = (3.2 * aside, -3.2 * ahead)
    steps = ("M", x, y, "L", back_x + wing[0], back_y + wing[1], "L", back_x - wing[0], back_y - wing[1], "Z")
    return path(parent, *steps, **{"fill": INK, **style})


def number(value: float) -> str:
    """Write a number of pixels to a tenth, without a needless point or sign."""
    tenths = round(value * 10)
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}{f'.{rest}' if rest else ''}"


def clean(words: str) -> str:
    """Leave out the characters that XML cannot hold (form feeds of a PDF, say) and fold white space."""
    return " ".join(_ILLEGAL.sub(" ", words).split())
