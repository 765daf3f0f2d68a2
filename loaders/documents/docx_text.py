"""The words of a Word paragraph: runs in order, insertions kept, deletions and field codes left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loaders.documents.formats import superscript

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SKIPPED = {W + "del", W + "moveFrom", W + "txbxContent", W + "pPr", W + "rPr", FALLBACK, W + "instrText"}


def paragraph_text(paragraph: Any, notes_before: int) -> str:
    """Return the words of a paragraph; references to notes become superscripts counted on."""
    pieces: list[str] = []
    notes = notes_before
    for element in _walk(paragraph):
        if element.tag == W + "t":
            text = element.text or ""
            pieces.append(superscript(text) if _raised(element) and text.strip().isdigit() else text)
        elif element.tag in _BREAKS:
            pieces.append(_BREAKS[element.tag])
        elif element.tag in {W + "footnoteReference", W + "endnoteReference"}:
            notes += 1
            pieces.append(superscript(str(notes)))
    return "".join(pieces)


def inner_paragraphs(paragraph: Any) -> Iterator[Any]:
    """Yield the paragraphs of the text boxes that a paragraph holds."""
    for box in paragraph.iter(W + "txbxContent"):
        if (
            next(box.iterancestors(FALLBACK), None) is None
            and next(box.iterancestors(W + "p"), None) is paragraph
        ):
            yield from box.iterchildren(W + "p")


def page_breaks(paragraph: Any, *, rendered: bool) -> tuple[int, int] | None:
    """Return how many pages end before a paragraph's words and how many after, None where none does.

    ``rendered`` counts the breaks that Word noted when it last laid the file out; else those typed.
    """
    early = late = 0
    said = False
    if not rendered and paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None:
        early += 1
    for element in _walk(paragraph):
        if element.tag == W + "t" and (element.text or "").strip():
            said = True
        typed = element.tag == W + "br" and element.get(W + "type") == "page"
        if (rendered and element.tag == W + "lastRenderedPageBreak") or (not rendered and typed):
            early, late = (early, late + 1) if said else (early + 1, late)
    return (early, late) if early or late else None


def is_bold(paragraph: Any, style: Any) -> bool:
    """Return whether every word of a paragraph is bold, by its runs or its style."""
    found = False
    for element in _walk(paragraph):
        if element.tag != W + "t" or not (element.text or "").strip():
            continue
        found = True
        bold = element.getparent().find(f"{W}rPr/{W}b")
        if not (_on(bold) if bold is not None else _style_bold(style)):
            return False
    return found


def run_sizes(paragraph: Any, style: Any) -> list[float]:
    """Return the size in points of each run that has words, where run or style states one."""
    sizes: list[float] = []
    for element in _walk(paragraph):
        if element.tag == W + "t" and (element.text or "").strip():
            stated = element.getparent().find(f"{W}rPr/{W}sz")
            if stated is not None:
                sizes.append(int(stated.get(W + "val")) / 2)
            else:
                sizes.append(_style_size(style))
    return sizes


def _walk(paragraph: Any) -> Iterator[Any]:
    for child in paragraph:
        if child.tag in _SKIPPED:
            continue
        yield child
        yield from _walk(child)


def _raised(text: Any) -> bool:
    align = text.getparent().find(f"{W}rPr/{W}vertAlign")
    return align is not None and align.get(W + "val") == "superscript"


def _on(switch: Any) -> bool:
    return switch.get(W + "val") not in {"0", "false", "none"}


def _style_bold(style: Any) -> bool:
    while style is not None:
        if style.font.bold is not None:
            return bool(style.font.bold)
        style = style.base_style
    return False


def _style_size(style: Any) -> float:
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return 11.0
