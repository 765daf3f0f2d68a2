"""Reviews as tables in a star: facts in the middle, what they are about round them, bridges between.

Tables are joined by the columns that end in ``_id``, by ``party`` (a code of dim_agency, which holds the
family's roles too) and by ``date``. A code is followed by its label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from graph.export.flatten import plain
from graph.export.network import Scalar
from ontology import vocabulary
from ontology.dates import earliest, latest, precision
from ontology.model import Agency, Case, Fact, Factor, FamilyMember, Gap, Professional, Review
from ontology.rdf import FACT_FIELDS, camel, resources
from ontology.vocabulary import PARTY, PropertyInfo

Row = Sequence[Scalar | None]
PEOPLE = (FamilyMember, Professional)
# What a row tells of its first evidence, by field; a fact may have a status of its own.
EVIDENCE = {name: name for name in ("paragraph", "page", "quote", "confidence")} | {"status": "review_status"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name, with the names of its columns and its rows."""

    name: str
    columns: Sequence[str]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class _Column:
    """A field of a class as one column, or as two where it holds a code: the code and its label."""

    name: str
    info: PropertyInfo

    @property
    def headings(self) -> list[str]:
        return [self.name, f"{self.name}_label"] if self.info.scheme else [self.name]

    def cells(self, thing: object) -> list[Scalar | None]:
        value = plain(getattr(thing, self.name))
        if self.info.scheme is None:
            return [value]
        return [value, vocabulary.label(self.info.scheme, str(value)) if value else None]


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact of a review, by its URI."""

    review: Review
    uri: str
    fact: Fact


def star(reviews: Iterable[Review]) -> list[Table]:
    """Return the tables of some reviews, by name; each is there even where it has no rows."""
    kept = list(reviews)
    told = [_Told(review, str(uri), fact) for review in kept for uri, fact in resources(review)]
    tables = [
        _cases(kept),
        _parties(),
        _people(told),
        _dates([*(review.case for review in kept), *(one.fact for one in told)]),
        _bridge_party(told),
        _bridge_factor(told),
        *(_facts(kind, told) for kind in FACT_FIELDS.values() if kind not in PEOPLE),
    ]
    return sorted(tables, key=lambda table: table.name)


def _cases(reviews: list[Review]) -> Table:
    columns = _columns(Case)
    headings = ["case_id", *_headings(columns), "document", "sha256"]
    rows: list[Row] = [
        [one.id, *_cells(columns, one.case), one.document.name, one.document.sha256] for one in reviews
    ]
    return Table("dim_case", headings, rows)


def _parties() -> Table:
    rows: list[Row] = [
        [one.code, one.label, one.scheme, one.definition] for one in vocabulary.concepts(PARTY)
    ]
    return Table("dim_agency", ("party", "label", "group", "definition"), rows)


def _people(told: list[_Told]) -> Table:
    """Professionals and family, whose agency type or kinship is their party."""
    rows: list[Row] = []
    for one in told:
        if isinstance(one.fact, FamilyMember):
            rows.append(_person(one, one.fact, one.fact.kinship, None))
        elif isinstance(one.fact, Professional):
            rows.append(_person(one, one.fact, one.fact.agency_type, one.fact.role))
    headings = ("person_id", "case_id", "label", "aliases", "class", "role", "party", "party_label")
    return Table("dim_person", headings, rows)


def _person(told: _Told, one: FamilyMember | Professional, party: str | None, role: str | None) -> Row:
    label = vocabulary.label(PARTY, party) if party else None
    said = [one.label, plain(one.aliases), type(one).__name__, role, party, label]
    return [told.uri, told.review.id, *said]


def _dates(facts: list[Fact]) -> Table:
    """Each date as the reports print it: how exact it is, and the days that it may mean."""
    found = {
        getattr(fact, column.name)
        for fact in facts
        for column in _columns(type(fact))
        if column.info.datatype == "date" and getattr(fact, column.name)
    }
    rows: list[Row] = [
        [one, precision(one), earliest(one).isoformat(), latest(one).isoformat(), earliest(one).year]
        for one in sorted(found)
    ]
    return Table("dim_date", ("date", "precision", "first_day", "last_day", "year"), rows)


def _facts(kind: type[Fact], told: list[_Told]) -> Table:
    """The facts of one class, each with its first evidence; those who take part stand in the bridge."""
    name = kind.__name__.lower()
    columns = _columns(kind)
    rows: list[Row] = []
    for one in told:
        if isinstance(one.fact, kind):
            said = [plain(getattr(one.fact.evidence[0], part)) for part in EVIDENCE]
            rows.append([one.uri, one.review.id, *_cells(columns, one.fact), *said])
    table = "dim_service" if kind is Agency else f"fact_{name}"
    return Table(table, [f"{name}_id", "case_id", *_headings(columns), *EVIDENCE.values()], rows)


def _bridge_party(told: list[_Told]) -> Table:
    """Who takes part in what, and as what: sender, holder, attended …"""
    rows: list[Row] = [
        [one.uri, type(one.fact).__name__, party, info.name]
        for one in told
        if not isinstance(one.fact, (Agency, *PEOPLE))
        for field, info in _fields(type(one.fact))
        for party in _taking_part(getattr(one.fact, field), info)
    ]
    return Table("bridge_fact_party", ("fact_id", "class", "party", "part"), rows)


def _bridge_factor(told: list[_Told]) -> Table:
    """Gaps and the factors that are shown in the same paragraph."""
    by_passage: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for one in told:
        if isinstance(one.fact, Factor):
            for passage in _passages(one):
                by_passage[passage].add(one.uri)
    rows: list[Row] = [
        [one.uri, factor]
        for one in told
        if isinstance(one.fact, Gap)
        for factor in sorted(set().union(*(by_passage[passage] for passage in _passages(one))))
    ]
    return Table("bridge_gap_factor", ("gap_id", "factor_id"), rows)


def _passages(told: _Told) -> set[tuple[str, int]]:
    document = told.review.document
    found = (document.passage_at(evidence.start) for evidence in told.fact.evidence)
    return {(told.review.id, passage.start) for passage in found if passage is not None}


def _taking_part(value: Any, info: PropertyInfo) -> Sequence[str]:
    parties = {PARTY} | {one.scheme for one in vocabulary.concepts(PARTY)}
    if info.scheme not in parties or not value:
        return ()
    return (value,) if isinstance(value, str) else value


def _columns(kind: type[Fact]) -> list[_Column]:
    """The fields that are columns: all but evidence and lists of codes."""
    return [_Column(name, info) for name, info in _fields(kind) if not (info.many and info.scheme)]


def _fields(kind: type[Fact]) -> Iterator[tuple[str, PropertyInfo]]:
    properties = {info.name: info for info in vocabulary.class_info(kind.__name__).properties}
    for field in fields(kind):
        if field.name != "evidence":
            yield field.name, properties[camel(field.name)]


def _headings(columns: list[_Column]) -> list[str]:
    return [heading for column in columns for heading in column.headings]


def _cells(columns: list[_Column], thing: object) -> list[Scalar | None]:
    return [cell for column in columns for cell in column.cells(thing)]
