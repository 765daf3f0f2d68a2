"""Templates: structure varies, values never enter the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import InvalidDataError
from queries.catalogue import Catalogue
from tests.queries.fakes import CYPHER, FRONT, template

SHIPPED = {shipped.name: shipped for shipped in Catalogue.load()}
# Values no template's own text can hold, and every other kind of value.
MARKED = st.text(min_size=1).map(lambda text: f"\u2603{text}\u2603")
VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), MARKED, st.lists(MARKED, max_size=3))


@pytest.mark.parametrize("name", sorted(SHIPPED))
@given(data=st.data())
def test_no_value_reaches_the_text(name: str, data: st.DataObject) -> None:
    shipped = SHIPPED[name]
    values = {parameter.name: data.draw(VALUES) for parameter in shipped.parameters}
    text = shipped.render(values)
    assert text in set(shipped.variants())
    assert "\u2603" not in text


@given(word=st.text(min_size=1))
def test_any_value_gives_one_of_two_texts(word: str) -> None:
    question = template()
    assert question.render({"case": word, "word": word}) == question.render({"case": "a", "word": "b"})
    assert len(set(question.variants())) == 2


def test_a_part_stands_only_when_its_parameter_is_given() -> None:
    question = template()
    assert "CONTAINS $word" in question.render({"case": "a", "word": "x"})
    assert "CONTAINS" not in question.render({"case": "a"})
    assert "CONTAINS" not in question.render({"case": "a", "word": ""})


@pytest.mark.parametrize(
    "more",
    [
        "{{ word }}",
        "{{ 1 + 1 }}",
        "{% for letter in word %}x{% endfor %}",
        "{% set other = word %}",
        "{% if word == 'x' %}x{% endif %}",
        "{% if word.upper() %}x{% endif %}",
        "{% if word|length %}x{% endif %}",
        "{% include 'other' %}",
        "{% macro m() %}x{% endmacro %}",
        "{% if word %}{{ word }}{% endif %}",
        "{% filter upper %}x{% endfilter %}",
    ],
)
def test_a_template_that_does_more_than_choose_is_refused(more: str) -> None:
    with pytest.raises(InvalidDataError, match="more than choose"):
        template(cypher=CYPHER + more).render({})


def test_a_condition_over_an_undeclared_name_is_refused() -> None:
    with pytest.raises(InvalidDataError, match="undeclared other"):
        template(cypher="{% if other %}x{% endif %}").render({})


def test_a_broken_tag_is_told_with_its_line() -> None:
    with pytest.raises(InvalidDataError, match="line 2"):
        template(cypher="MATCH (n)\n{% if word %}").render({})


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("# nothing\n", "holds no keys"),
        ("- a\n", "holds no keys"),
        ("title: [\n", "no YAML"),
        (FRONT + "titel: x\n", "did you mean 'title'"),
        (FRONT + "least_cases: many\n", "not a whole number"),
        (FRONT.replace("{type: text, help: a word}", "{help: a word}"), "no type"),
        (FRONT.replace("help: a word", "hepl: a word"), "did you mean 'help'"),
    ],
)
def test_broken_front_matter_is_told(front: str, says: str) -> None:
    with pytest.raises(InvalidDataError) as caught:
        template(front=front)
    assert says in str(caught.value)
    assert caught.value.source == "a-question.cypher"
