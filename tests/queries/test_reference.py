"""The document of the library says what the library holds."""

from __future__ import annotations

from pathlib import Path

from queries.catalogue import Catalogue
from queries.reference import reference

DOCUMENT = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_document_is_the_one_the_library_gives() -> None:
    written = DOCUMENT.read_text(encoding="utf-8")
    assert written == reference(Catalogue.load()), "run: python -m queries.reference > docs/queries.md"


def test_every_question_and_parameter_is_in_the_document() -> None:
    text = reference(Catalogue.load())
    for template in Catalogue.load():
        assert f"### {template.name}\n" in text
        for parameter in template.parameters:
            assert parameter.help.split()[0] in text


def test_every_question_of_the_projects_list_is_answered() -> None:
    numbers = {number for template in Catalogue.load() for number in template.numbers}
    assert numbers == set(range(1, 26))
