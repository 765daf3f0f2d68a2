"""Reviews as coded texts: REFI-QDA read back by pyrefiqda, doccano and the contract as JSON."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pyrefiqda import RefiCodebook, RefiProject

from graph.export.codings import codings
from graph.export.doccano import write_doccano
from graph.export.json_contract import write_json
from graph.export.qdc import guid, write_qdc
from graph.export.qdpx import newlines, write_qdpx
from loaders.extract.contract import contract
from ontology import vocabulary
from tests.graph.export.fiction import DOCUMENT, REVIEW

FACTS = 12


def written(write: Any, content: object) -> bytes:
    out = BytesIO()
    write(content, out)
    return out.getvalue()


def project(folder: Path) -> Any:
    (folder / "x.qdpx").write_bytes(written(write_qdpx, [REVIEW]))
    return RefiProject.load(folder / "x.qdpx", extract_dir=str(folder / "out"))


def leaves(codes: Any) -> list[Any]:
    return [leaf for code in codes for leaf in [code, *leaves(code.code)]]


def test_each_fact_is_a_coding() -> None:
    told = codings(REVIEW)
    assert len(told) == FACTS
    gap = next(one for one in told if one.name == "Not shared")
    assert gap.code == vocabulary.concept("GapKind", "not_shared").uri
    assert gap.note.startswith("holder: General practice; receiver: Police; about: drinking; confidence 0.75")
    assert {"Recommendation", "Health visiting", "Mother"} <= {one.name for one in told}


def test_pyrefiqda_reads_every_coded_span(tmp_path: Path) -> None:
    read = project(tmp_path)
    (source,) = read.sources.text_source
    path = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "out")
    with path.open(encoding="utf-8") as stream:
        text = stream.read()  # Python reads every line end as "\n", as the offsets count them
    assert text == newlines(DOCUMENT.text)
    spans = {(one.start_position, one.end_position) for one in source.plain_text_selection}
    assert {text[start:end] for start, end in spans} == {
        newlines(DOCUMENT.quote(one.start, one.end)) for one in codings(REVIEW)
    }
    assert sum(len(one.coding) for one in source.plain_text_selection) == FACTS


def test_each_coding_of_a_project_has_its_code(tmp_path: Path) -> None:
    read = project(tmp_path)
    known = {code.guid for code in leaves(read.code_book.codes.code) if code.is_codable}
    used = {
        coding.code_ref.target_guid
        for selection in read.sources.text_source[0].plain_text_selection
        for coding in selection.coding
    }
    assert used <= known


def test_a_project_tells_of_its_cases(tmp_path: Path) -> None:
    read = project(tmp_path)
    (case,) = read.cases.case
    names = {one.guid: one.name for one in read.variables.variable}
    told = {names[one.variable_ref.target_guid]: one.text_value for one in case.variable_value}
    assert told == {
        "title": "The review of Child Alder",
        "review type": "Child safeguarding practice review",
        "published": "2022-05",
        "outcome": "Serious harm",
    }
    assert case.source_ref[0].target_guid == read.sources.text_source[0].guid


def test_a_source_has_windows_line_ends_and_no_mark() -> None:
    with ZipFile(BytesIO(written(write_qdpx, [REVIEW]))) as archive:
        names = archive.namelist()
        source = next(name for name in names if name.startswith("sources/"))
        data, qde = archive.read(source), archive.read("project.qde")
    assert data.count(b"\n") == data.count(b"\r\n") > 0
    assert not data.startswith(b"\xef\xbb\xbf") and qde.startswith(b"<?xml")


def test_pyrefiqda_reads_the_codebook(tmp_path: Path) -> None:
    (tmp_path / "x.qdc").write_bytes(written(write_qdc, None))
    codes = {code.guid: code for code in leaves(RefiCodebook.load(tmp_path / "x.qdc").codes.code)}
    for scheme in ("GapKind", "FactorType", "EventType", "AgencyType"):
        for concept in vocabulary.concepts(scheme):
            assert codes[guid(concept.uri)].name == concept.label
            assert codes[guid(concept.uri)].is_codable == (concept.code in vocabulary.codes(scheme))


def test_two_exports_are_the_same_bytes() -> None:
    for write, content in ((write_qdpx, [REVIEW]), (write_qdc, None), (write_doccano, [REVIEW])):
        assert written(write, content) == written(write, content)


def test_doccano_labels_the_words_that_were_read() -> None:
    lines = [json.loads(line) for line in written(write_doccano, [REVIEW]).decode().splitlines()]
    assert [line["text"] for line in lines] == [
        DOCUMENT.quote(one.start, one.end) for one in DOCUMENT.passages
    ]
    said = {(line["text"][start:end], label) for line in lines for start, end, label in line["label"]}
    assert said == {(DOCUMENT.quote(one.start, one.end), one.name) for one in codings(REVIEW)}


def test_json_is_the_contract_of_every_case() -> None:
    assert json.loads(written(write_json, [REVIEW, REVIEW])) == [{"id": REVIEW.id, **contract(REVIEW)}] * 2
    assert json.loads(written(write_json, [])) == []
