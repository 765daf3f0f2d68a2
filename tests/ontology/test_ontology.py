"""The ontology's files hold together, match the value types, and nothing in the code restates them."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.term import Node

from ontology import document, model, vocabulary
from ontology.errors import InvalidDataError
from ontology.facts import camel
from ontology.reference import reference_markdown, turtle
from ontology.vocabulary import CT, NAMESPACE

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "loaders", "graph", "queries")
TERMS = vocabulary.graph()
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
# What a review says: its value types. A Review is the graph of one Case; a Cell is a literal of its row.
TYPES = (
    *(model.Case, model.FamilyMember, model.Professional, model.Agency, model.Meeting, model.Communication),
    *(model.Gap, model.Recommendation, model.Factor, model.Event, model.Topic, model.Knowledge),
    *(model.Evidence, model.Fact),
    *(document.Document, document.Passage),
)
# Properties without a field: links up and places, and what the graph keeps about its own state.
BEYOND_FIELDS = {"inCase", "partOf", "inPassage", "order", "section", "id", "identity", "withdrawn", "text"}


def named(kind: Node) -> list[URIRef]:
    return [one for one in TERMS.subjects(RDF.type, kind) if str(one).startswith(NAMESPACE)]


def short(term: Node) -> str:
    return str(term).removeprefix(NAMESPACE)


def test_every_term_has_label_and_definition() -> None:
    for kind in (OWL.Class, *PROPERTIES, OWL.AnnotationProperty, RDFS.Datatype):
        for term in named(kind):
            assert TERMS.value(term, RDFS.label), term
            assert TERMS.value(term, SKOS.definition), term


def test_every_property_has_domain_range_and_example() -> None:
    for kind in PROPERTIES:
        for term in named(kind):
            for predicate in (RDFS.domain, RDFS.range, SKOS.example):
                assert len(list(TERMS.objects(term, predicate))) == 1, (term, predicate)


def test_no_name_stands_for_two_things() -> None:
    names = [short(term) for kind in (OWL.Class, *PROPERTIES) for term in named(kind)]
    assert not [name for name, times in Counter(names).items() if times > 1]
    relations = Counter(vocabulary.relationship_type(short(term)) for term in named(OWL.ObjectProperty))
    assert set(relations.values()) == {1}


def test_every_class_has_a_shape() -> None:
    targets = set(vocabulary.shapes().objects(None, SH.targetClass))
    assert targets == set(named(OWL.Class))


def test_shapes_use_properties_of_the_ontology() -> None:
    paths = {path for path in vocabulary.shapes().objects(None, SH.path) if str(path).startswith(NAMESPACE)}
    known = {term for kind in PROPERTIES for term in named(kind)}
    assert paths - {CT.rank} == known


@pytest.mark.parametrize("scheme", vocabulary.schemes())
def test_concepts(scheme: str) -> None:
    concepts = vocabulary.concepts(scheme)
    members = set(TERMS.subjects(RDF.type, CT[scheme]))
    assert members == {URIRef(one.uri) for one in concepts}, "no concept outside its scheme"
    assert len({one.label for one in concepts}) == len(concepts)
    assert vocabulary.scheme_label(scheme) and vocabulary.scheme_definition(scheme).endswith(".")
    ranks = [int(str(TERMS.value(URIRef(one.uri), CT.rank))) for one in concepts]
    assert ranks == list(range(1, len(ranks) + 1))
    for one in concepts:
        assert [str(code) for code in TERMS.objects(URIRef(one.uri), SKOS.notation)] == [one.code]
        assert one.label and one.definition.endswith("."), one
        assert one.broader is None or vocabulary.concept(scheme, one.broader).broader is None
        for _, other, code in one.matches:
            assert vocabulary.concept(other, code)


def test_every_concept_has_a_class_of_the_ontology() -> None:
    for term in TERMS.subjects(SKOS.notation):
        assert {short(kind) for kind in TERMS.objects(term, RDF.type)} <= set(vocabulary.schemes()), term
        assert bool(TERMS.value(term, SKOS.broader)) != bool(TERMS.value(term, SKOS.topConceptOf)), term


def test_a_party_has_one_meaning() -> None:
    codes = vocabulary.codes("Party")
    assert (
        len(codes) == len(set(codes)) == sum(len(vocabulary.codes(x)) for x in ("AgencyType", "FamilyRole"))
    )


def test_headings_are_no_codes() -> None:
    assert vocabulary.concept("GapKind", "not_shared").broader == "information_gap"
    assert "information_gap" not in vocabulary.codes("GapKind")


def test_what_is_unknown_is_told_with_a_hint() -> None:
    with pytest.raises(InvalidDataError, match=r"'not_told' is no code of GapKind .*not_shared"):
        vocabulary.concept("GapKind", "not_told")
    with pytest.raises(InvalidDataError, match="'Mood' is no concept scheme"):
        vocabulary.codes("Mood")


@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.__name__)
def test_fields_are_properties(type_: type) -> None:
    info = vocabulary.class_info(type_.__name__)
    properties = {one.name: one for one in info.properties}
    held = {camel(field.name): str(field.type) for field in fields(type_)}
    held.pop("passages", None)  # told from the other end, by partOf
    assert set(held) <= set(properties)
    assert set(properties) - set(held) <= BEYOND_FIELDS
    for name, annotation in held.items():
        assert properties[name].many == annotation.startswith("tuple"), name


def test_every_class_is_a_value_type() -> None:
    classes = {info.name for info in vocabulary.classes()}
    assert classes - {type_.__name__ for type_ in TYPES} == {"Span", "Area"}


def test_keys() -> None:
    assert ("Gap", "uri") in vocabulary.constraints() and ("Concept", "uri") in vocabulary.constraints()
    assert {("Case", "id"), ("Area", "name"), ("Concept", "code")} <= set(vocabulary.indexes())


def test_the_turtle_is_one_document() -> None:
    whole = Graph().parse(data=turtle(), format="turtle")
    assert set(whole.subjects(SKOS.notation)) == set(TERMS.subjects(SKOS.notation))


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert written == reference_markdown(), "write it anew: python -m tests.generate"


LEAST_CODES, MOST_OF = 4, 2 / 3


def sources() -> Iterator[Path]:
    yield ROOT / "cli.py"
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def literals(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """The texts of each list, tuple, set, dict (its keys), Literal or class of constants, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            parts: list[ast.expr | None] = [*node.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys]
        elif isinstance(node, ast.ClassDef):
            parts = [one.value for one in node.body if isinstance(one, ast.Assign)]
        else:
            continue
        yield (
            node.lineno,
            {one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)},
        )


def restated(texts: set[str]) -> str | None:
    """The scheme that a collection copies: most of its codes. A choice of a few is the code's own rule."""
    for scheme in vocabulary.schemes():
        codes = set(vocabulary.codes(scheme))
        if len(texts & codes) >= max(LEAST_CODES, MOST_OF * len(codes)):
            return scheme
    return None


def test_a_copied_list_is_known_from_a_choice() -> None:
    kinds = vocabulary.codes("GapKind")
    assert restated({*kinds[1:], "anything"}) == "GapKind"
    assert restated({*kinds[:5]}) is None


@pytest.mark.parametrize("path", [*sources()], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_restates_a_list(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [(line, scheme) for line, texts in literals(tree) if (scheme := restated(texts))]
    assert not found, "a list that the ontology holds: ask ontology.vocabulary"


def test_no_query_restates_a_list() -> None:
    for path in sorted((ROOT / "queries" / "library").glob("*.cypher")):
        for listed in re.findall(r"\[[^\[\]]*\]", path.read_text(encoding="utf-8")):
            assert not restated(set(re.findall(r"[\w]+", listed))), (path.name, listed)
