"""The check of templates: each thing that can be wrong is told, what ships is sound."""

from __future__ import annotations

import pytest

from ontology.errors import DatabaseError
from queries.catalogue import Catalogue
from queries.check import check_template
from tests.queries.fakes import CYPHER, FRONT, Told, template


@pytest.mark.parametrize("name", Catalogue.load().names())
def test_what_ships_is_sound(name: str) -> None:
    assert [str(problem) for problem in check_template(Catalogue.load().get(name))] == []


def test_what_ships_leads_to_what_ships() -> None:
    catalogue = Catalogue.load()
    for shipped in catalogue:
        assert set(shipped.leads_to) <= set(catalogue.names()), shipped.name


def test_a_sound_template_has_no_problems() -> None:
    assert check_template(template()) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("title: A question\n", "", "'title' is missing"),
        ("scope: case", "scope: all", "not case or cross-case"),
        ("evidence: quote\n", "", "names no evidence column"),
        ("evidence: quote", "evidence: words", "not among the columns"),
        ("columns: {quote: the words}", "columns: {quote: }", "does not say what it means"),
        ("columns: {quote: the words}", "columns: {other: words}", "returns quote; declared are other"),
        ("scope: case", "scope: cross-case", "needs a column 'cases'"),
        ("type: text", "type: wrod", "unknown type 'wrod'"),
        (", help: a word", "", "'word' has no help"),
        ("required: true", "required: true, default: a", "required and has a default"),
        ("type: text, help", "type: int, default: few, help", "the default of parameter 'word'"),
        ("  word: {type: text, help: a word}\n", "", "undeclared word"),
        ("  word:", "  more: {type: int, help: more}\n  word:", "'more' is declared but not used"),
        ("{id: $case}", "{id: $cse}", "$cse is used but not declared"),
        ("ORDER BY quote", "", "no ORDER BY"),
        ("RETURN", "SET c.x = 1 RETURN", "'SET': a question only reads"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, says: str) -> None:
    assert old in FRONT or old in CYPHER
    problems = check_template(template(FRONT.replace(old, new), CYPHER.replace(old, new)))
    assert any(says in str(problem) for problem in problems), problems


def test_what_the_engine_refuses_is_told() -> None:
    class Refusing(Told):
        def read(self, cypher: str, _parameters: object, /) -> list[dict[str, object]]:
            assert cypher.startswith("EXPLAIN ")
            raise DatabaseError("no such function")

    problems = check_template(template(), Refusing([]))
    assert [problem.message for problem in problems] == ["the engine refuses it: no such function"]
    assert check_template(template(), Told([])) == []
