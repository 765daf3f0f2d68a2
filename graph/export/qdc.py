"""REFI-QDA codebook (.qdc): the codes by themselves (https://www.qdasoftware.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from graph.export.codings import coding_classes, coding_schemes
from graph.export.format import Format
from graph.export.palette import hexadecimal
from graph.store import Store
from ontology import vocabulary
from ontology.vocabulary import NAMESPACE, Concept

CODEBOOK = "urn:QDA-XML:codebook:1.0"


def guid(name: str) -> str:
    """Return the GUID of anything that has a URI: the same in every export."""
    return str(uuid5(NAMESPACE_URL, name)).upper()


def write_qdc(_: object, out: BinaryIO) -> None:
    """Write the codes that facts are coded with, as the ontology has them."""
    root = etree.Element(f"{{{CODEBOOK}}}CodeBook", nsmap={None: CODEBOOK})  # type: ignore[dict-item]
    root.set("origin", "casetrace")
    root.append(codes(CODEBOOK))
    out.write(xml(root))


def xml(root: etree._Element) -> bytes:
    """Return a document's bytes: UTF-8 with a declaration, without a byte order mark."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True, pretty_print=True)


def codes(namespace: str) -> etree._Element:
    """Return the Codes element: a code for each scheme, that holds nothing itself, over its concepts."""
    root = etree.Element(f"{{{namespace}}}Codes", nsmap={None: namespace})  # type: ignore[dict-item]
    for class_ in coding_classes():
        info = vocabulary.class_info(class_)
        root.append(_code(namespace, f"{NAMESPACE}{class_}", info.label, info.definition, type_=class_))
    for scheme in coding_schemes():
        uri = f"{NAMESPACE}{scheme}Scheme"
        named = vocabulary.scheme_label(scheme), vocabulary.scheme_definition(scheme)
        over = _code(namespace, uri, *named, type_=scheme, codable=False)
        over.extend(_under(namespace, vocabulary.concepts(scheme), None))
        root.append(over)
    return root


def _under(namespace: str, concepts: Sequence[Concept], broader: str | None) -> Iterator[etree._Element]:
    for one in concepts:
        if one.broader == broader:
            below = list(_under(namespace, concepts, one.code))
            code = _code(namespace, one.uri, one.label, one.definition, type_=one.scheme, codable=not below)
            code.extend(below)
            yield code


def _code(
    namespace: str, uri: str, name: str, definition: str, *, type_: str, codable: bool = True
) -> etree._Element:
    said = {"guid": guid(uri), "name": name, "isCodable": str(codable).lower(), "color": hexadecimal(type_)}
    code = etree.Element(f"{{{namespace}}}Code", said)
    etree.SubElement(code, f"{{{namespace}}}Description").text = definition
    return code


def _nothing(_: Store, __: Iterable[str], ___: str) -> None:
    """A codebook is the same whatever the store holds."""


FORMAT = Format("qdc", "NVivo, ATLAS.ti, MAXQDA, QualCoder: the codes", _nothing, write_qdc, views=False)
