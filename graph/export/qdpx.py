"""REFI-QDA project (.qdpx): reviews with every coded span, for NVivo, ATLAS.ti, MAXQDA, QualCoder.

A zip of project.qde and the sources' texts. Offsets count characters from 0 in the text with "\\n" line
ends; the text itself has "\\r\\n", as MAXQDA wants it. https://www.qdasoftware.org
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from graph.export.codings import codings
from graph.export.flatten import FORBIDDEN, one_line
from graph.export.format import Format
from graph.export.qdc import codes, guid, xml
from graph.export.rdf import read_reviews
from ontology.identity import case_uri, document_uri
from ontology.model import Case, Review
from ontology.vocabulary import NAMESPACE, class_info, label

PROJECT = "urn:QDA-XML:project:1.0"
VARIABLES = ("title", "review_type", "published", "period_start", "period_end", "incident_date", "outcome")
CODED = {"review_type": "ReviewType", "outcome": "Outcome"}
LONGEST_NAME = 60
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: no clock in an export


def write_qdpx(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write the reviews as one project: a case and a text for each, its codings in place."""
    cases, sources = _element("Cases"), _element("Sources")
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for review in reviews:
            cases.append(_case(review))
            sources.append(_source(review))
            text = newlines(review.document.text).replace("\n", "\r\n")
            _store(archive, f"sources/{_source_guid(review)}.txt", text.encode())
        _store(archive, "project.qde", xml(_project(cases, sources)))


def newlines(text: str) -> str:
    """Return a text with every line end as one "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _project(cases: etree._Element, sources: etree._Element) -> etree._Element:
    root = etree.Element(f"{{{PROJECT}}}Project", nsmap={None: PROJECT})  # type: ignore[dict-item]
    root.attrib.update({"name": "casetrace", "origin": "casetrace", "creatingUserGUID": guid(NAMESPACE)})
    users = _element("Users")
    users.append(_element("User", guid=guid(NAMESPACE), name="casetrace"))
    book = _element("CodeBook")
    book.append(codes(PROJECT))
    variables = _element("Variables")
    for name in VARIABLES:
        said = {"guid": _variable(name), "name": name.replace("_", " "), "typeOfVariable": "Text"}
        variables.append(_element("Variable", **said))
    root.extend(part for part in (users, book, variables, cases, sources) if len(part))
    return root


def _case(review: Review) -> etree._Element:
    case = _element("Case", guid=guid(case_uri(review.id)), name=review.id)
    for name in VARIABLES:
        if value := _shown(review.case, name):
            told = etree.SubElement(case, f"{{{PROJECT}}}VariableValue")
            told.append(_element("VariableRef", targetGUID=_variable(name)))
            etree.SubElement(told, f"{{{PROJECT}}}TextValue").text = FORBIDDEN.sub("", value)
    case.append(_element("SourceRef", targetGUID=_source_guid(review)))
    return case


def _shown(case: Case, name: str) -> str | None:
    value: str | None = getattr(case, name)
    return label(CODED[name], value) if value and name in CODED else value


def _source(review: Review) -> etree._Element:
    name = FORBIDDEN.sub("", review.document.name)
    path = f"internal://{_source_guid(review)}.txt"
    source = _element("TextSource", guid=_source_guid(review), name=name, plainTextPath=path)
    source.extend(_selections(review))
    return source


def _selections(review: Review) -> Iterator[etree._Element]:
    """One selection for each span, with a coding for each fact that was read there."""
    text = review.document.text
    pairs = [pair.start() for pair in re.finditer("\r\n", text)]
    for (start, end), told in groupby(codings(review), key=attrgetter("start", "end")):
        id_ = f"{_source_guid(review)}/{start}-{end}"
        quote = FORBIDDEN.sub("", one_line(text[start:end]))[:LONGEST_NAME]
        place = (start - bisect_left(pairs, start), end - bisect_left(pairs, end))
        span = {"startPosition": str(place[0]), "endPosition": str(place[1])}
        selection = _element("PlainTextSelection", guid=guid(id_), name=quote, **span)
        facts = list(told)
        notes = "\n".join(f"{one.name}: {one.note}" for one in facts)
        etree.SubElement(selection, f"{{{PROJECT}}}Description").text = FORBIDDEN.sub("", notes)
        for one in facts:
            coding = _element("Coding", guid=guid(f"{id_}/{one.fact}"))
            coding.append(_element("CodeRef", targetGUID=guid(one.code)))
            selection.append(coding)
        yield selection


def _element(tag: str, /, **attributes: str) -> etree._Element:
    return etree.Element(f"{{{PROJECT}}}{tag}", attributes)


def _source_guid(review: Review) -> str:
    return guid(document_uri(review.document))


def _variable(name: str) -> str:
    return guid(f"{NAMESPACE}{class_info('Case').name}/{name}")


def _store(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


FORMAT = Format(
    "qdpx",
    "NVivo, ATLAS.ti, MAXQDA, QualCoder: reviews with coded spans",
    read_reviews,
    write_qdpx,
    views=False,
)
