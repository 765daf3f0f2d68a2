"""HTML: headings, paragraphs, lists, tables and notes of a web page, without the site around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from loaders.documents.blocks import Part
from loaders.documents.formats import Format, document_of, one_line, superscript
from loaders.documents.listing import list_label
from loaders.documents.marks import starts_item
from loaders.documents.tables import is_header
from loaders.documents.text import decode
from ontology.document import Document
from ontology.errors import UnreadableError

MEDIA_TYPE = "text/html"
SKIPPED = frozenset(
    [
        *("script", "style", "noscript", "template", "svg", "nav", "aside", "footer", "form"),
        *("button", "select", "iframe", "head", "title", "meta", "link", "object", "canvas"),
        *("audio", "video"),
    ]
)
HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em"),
        *("font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span"),
        *("strong", "strike", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)
NOTE_ID = re.compile(r"_?(?:ftn|fn|footnote|endnote|note)[-_:]?(\d{1,3})", re.I)
NOTE_CLASS = re.compile(r"\b(?:foot|end)notes?\b", re.I)
BREAK = "\x1e"


def read_html(data: bytes, name: str) -> Document:
    """Return the document of an HTML file. Raises UnreadableError where there is no text in it."""
    root = _tree(data, name)
    parts = list(_Walk().parts(_main(root)))
    if not parts:
        raise UnreadableError(
            "this web page holds no text", hint="save the page with its content, or as PDF", source=name
        )
    return document_of(parts, name, MEDIA_TYPE, properties=_properties(root))


class _Walk:
    """A walk over the elements of a page that gathers the text of each block."""

    def __init__(self) -> None:
        self._tables = 0
        self._text: list[str] = []

    def parts(self, element: etree._Element, context: Part | None = None) -> Iterator[Part]:
        """Yield the parts of an element and all inside it."""
        context = _context(element, context or Part())
        self._say(element.text)
        for child in element:
            if not isinstance(child.tag, str) or child.tag in SKIPPED or _hidden(child):
                pass
            elif child.tag == "br":
                self._text.append(BREAK)
            elif child.tag == "sup" and _digits(child):
                self._text.append(superscript(_digits(child)))
            elif child.tag in INLINE and not _holds_blocks(child):
                yield from self.parts(child, context)
            else:
                yield from self._flush(context)
                yield from self._block(child, context)
            self._say(child.tail)
        if element.tag not in INLINE or _holds_blocks(element):
            yield from self._flush(context)

    def _block(self, element: etree._Element, context: Part) -> Iterator[Part]:
        if element.tag == "table" and _is_data(element):
            yield from self._rows(element)
        elif element.tag in {"ul", "ol"}:
            yield from self._items(element, context)
        else:
            yield from self.parts(element, context)

    def _items(self, element: etree._Element, context: Part) -> Iterator[Part]:
        """Yield the items of a list with the numbers that a reader of the page sees before them."""
        notes = context.kind == "footnote"
        number = int(element.get("start") or 1)
        for item in element:
            if item.tag != "li":
                yield from self.parts(item, context) if isinstance(item.tag, str) else ()
                continue
            number = int(item.get("value") or number)
            if notes:
                self._text.append(superscript(str(number)) + " ")
            elif element.tag == "ol":
                self._text.append(list_label(number, element.get("type") or "1") + ". ")
            inner = context if notes else Part(marked=True, level=context.level + 1)
            yield from self.parts(item, inner)
            number += 1

    def _rows(self, table: etree._Element) -> Iterator[Part]:
        for place, row in enumerate(table.iter("tr")):
            cells: list[str] = []
            for cell in row.iterchildren("td", "th"):
                cells.append(_cell_text(cell))
                cells += [""] * (int(cell.get("colspan") or 1) - 1)
            heads = all(cell.tag == "th" for cell in row.iterchildren("td", "th"))
            header = place == 0 and (heads or is_header(cells))
            yield Part(cells=tuple(cells), table=self._tables, header=header)
        self._tables += 1

    def _say(self, text: str | None) -> None:
        if text:
            self._text.append(SPACES.sub(" ", text))

    def _flush(self, context: Part) -> Iterator[Part]:
        """Yield what was gathered as one part, or several where line breaks stand for paragraphs."""
        gathered = "".join(self._text)
        self._text.clear()
        for text in _broken(gathered):
            strong = context.strong
            yield Part(
                text=text,
                kind=context.kind,
                number=_note_number(text) if context.kind == "footnote" else None,
                level=context.level,
                marked=context.marked,
                strong=strong,
            )


SPACES = re.compile(r"\s+")


def _context(element: etree._Element, above: Part) -> Part:
    tag = str(element.tag)
    if tag in HEADINGS:
        return Part(kind="heading", level=HEADINGS[tag])
    if NOTE_CLASS.search(f"{element.get('class', '')} {element.get('role', '')}") and tag not in INLINE:
        return Part(kind="footnote")
    if NOTE_ID.fullmatch(element.get("id", "")) and tag in {"li", "p", "div", "dd"}:
        return Part(kind="footnote")
    if tag in {"p", "div"} and _all_bold(element):
        return Part(kind=above.kind, level=above.level, marked=above.marked, strong=not above.marked)
    return above if tag in INLINE | {"li", "p", "div", "section", "ol", "ul"} or above.kind else Part()


def _broken(text: str) -> Iterator[str]:
    held = ""
    for piece in re.split(rf"((?:\s*{BREAK}\s*)+)", text):
        if BREAK not in piece:
            words = one_line(piece)
            if held and starts_item(words):
                yield held
                held = words
            else:
                held = f"{held} {words}".strip()
        elif piece.count(BREAK) > 1 and held:
            yield held
            held = ""
    if held:
        yield held


def _tree(data: bytes, name: str) -> etree._Element:
    declared = re.search(rb"(?:charset|encoding)=[\"']?\s*([\w-]+)", data[:2048])
    try:
        text = data.decode(declared.group(1).decode()) if declared else decode(data, name)
    except (UnicodeDecodeError, LookupError):
        text = decode(data, name)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
    try:
        return lxml.html.document_fromstring(text)
    except etree.ParserError as cause:
        raise UnreadableError("this web page is empty", hint="save the page again", source=name) from cause


def _main(root: etree._Element) -> etree._Element:
    """Return the element that holds the report itself, where the page tells it from the site."""
    body = root.find("body")
    whole = root if body is None else body
    for element in root.iter("main", "article"):
        if len(_words(element)) > 0.5 * len(_words(whole)):
            return element
    return whole


def _properties(root: etree._Element) -> tuple[tuple[str, str], ...]:
    found = {"title": one_line(root.findtext(".//title") or "")}
    for meta in root.iter("meta"):
        key = (
            (meta.get("name") or meta.get("property") or "")
            .lower()
            .removeprefix("dcterms.")
            .removeprefix("og:")
        )
        if key in {"author", "date", "created", "modified", "description", "publisher"}:
            found.setdefault(key, one_line(meta.get("content") or ""))
    return tuple((key, value) for key, value in sorted(found.items()) if value)


def _is_data(table: etree._Element) -> bool:
    """Return whether a table holds rows of data; others only lay out the page or frame a box."""
    if next(table.iterdescendants("table", *HEADINGS), None) is not None:
        return False
    return any(sum(1 for _ in row.iterchildren("td", "th")) > 1 for row in table.iter("tr"))


def _cell_text(cell: etree._Element) -> str:
    pieces = [part.text for part in _Walk().parts(cell)]
    return one_line(" ".join(pieces))


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "")
    return (
        element.get("hidden") is not None or "display:none" in style or element.get("aria-hidden") == "true"
    )


def _holds_blocks(element: etree._Element) -> bool:
    return any(isinstance(e.tag, str) and e.tag not in INLINE | {"br"} for e in element.iterdescendants())


def _words(element: etree._Element) -> str:
    return str(element.xpath("string()"))


def _all_bold(element: etree._Element) -> bool:
    inner = "".join(_words(element).split())
    bold = "".join("".join(_words(e).split()) for e in element.iterchildren("b", "strong"))
    return bool(inner) and inner == bold


def _digits(element: etree._Element) -> str:
    text = re.sub(r"[\s\[\]()]", "", _words(element))
    return text if re.fullmatch(r"\d{1,3}", text) else ""


def _note_number(text: str) -> str | None:
    mark = re.match(r"[⁰¹²³⁴-⁹]+", text)
    return None if mark is None else str(int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(c)) for c in mark.group())))


def _looks(data: bytes) -> bool:
    return bool(
        re.match(
            rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b",
            data[:2048],
            re.I | re.S,
        )
    )


FORMAT = Format("HTML", (".html", ".htm", ".xhtml"), MEDIA_TYPE, _looks, read_html)
