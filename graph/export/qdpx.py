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
from typing import Any, BinaryIO

from lxml import etree

from graph.export.archive import Undated
from graph.export.codings import codings
from graph.export.flatten import FORBIDDEN, one_line
from graph.export.format import Format
from graph.export.qdc import codes, guid
from graph.export.reviews import read_reviews
from graph.export.table import Table
from ontology.identity import case_uri, document_uri
from ontology.model import Case, Review
from ontology.vocabulary import NAMESPACE, class_info, label

PROJECT = "urn:QDA-XML:project:1.0"
VARIABLES = ("title", "review_type", "published", "period_start", "period_end", "incident_date", "outcome")
CODED = {"review_type": "ReviewType", "outcome": "Outcome"}
LONGEST_NAME = 60


def write_qdpx(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write the reviews as one project: a case and a text for each, its codings in place."""
    # The project tells all cases before all sources; what is known of them waits on disk, not in memory.
    cases, sources = Table("Cases", ()), Table("Sources", ())
    with Undated(out) as archive:
        for review in reviews:
            cases.extend([[etree.tostring(_case(review), encoding="unicode")]])
            sources.extend([[etree.tostring(_source(review), encoding="unicode")]])
            text = newlines(review.document.text).replace("\n", "\r\n")
            archive.writestr(f"sources/{_source_guid(review)}.txt", text.encode())
        with archive.entry("project.qde") as entry, etree.xmlfile(entry, encoding="UTF-8") as xml:
            xml.write_declaration(standalone=True)
            _write_project(xml, cases, sources)


def newlines(text: str) -> str:
    """Return a text with every line end as one "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _write_project(xml: Any, cases: Table, sources: Table) -> None:
    said = {"name": "casetrace", "origin": "casetrace", "creatingUserGUID": guid(NAMESPACE)}
    with xml.element(f"{{{PROJECT}}}Project", said, nsmap={None: PROJECT}):
        for part in _head():
            xml.write(part, pretty_print=True)
        for table in (cases, sources):
            if len(table):
                with xml.element(f"{{{PROJECT}}}{table.name}"):
                    for (told,) in table:
                        xml.write(etree.fromstring(str(told)), pretty_print=True)


def _head() -> Iterator[etree._Element]:
    """What a project says before its cases: who codes, the codes, what is known of a case."""
    users = _element("Users")
    users.append(_element("User", guid=guid(NAMESPACE), name="casetrace"))
    yield users
    book = _element("CodeBook")
    book.append(codes(PROJECT))
    yield book
    variables = _element("Variables")
    for name in VARIABLES:
        said = {"guid": _variable(name), "name": name.replace("_", " "), "typeOfVariable": "Text"}
        variables.append(_element("Variable", **said))
    yield variables


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
    return etree.Element(f"{{{PROJECT}}}{tag}", attributes, nsmap={None: PROJECT})  # type: ignore[dict-item]


def _source_guid(review: Review) -> str:
    # The case goes with it: one document may have been loaded as two cases.
    return guid(f"{case_uri(review.id)}/{document_uri(review.document)}")


def _variable(name: str) -> str:
    return guid(f"{NAMESPACE}{class_info('Case').name}/{name}")


FORMAT = Format(
    "qdpx",
    "NVivo, ATLAS.ti, MAXQDA, QualCoder: reviews with coded spans",
    read_reviews,
    write_qdpx,
    views=False,
)
