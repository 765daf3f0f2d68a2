"""Reviews as tables in a star: facts in the middle, what they are about round them, bridges between.

Tables are joined by the columns that end in ``_id``, by ``party`` (a code of dim_agency, which holds the
family's roles too) and by ``date``. A code is followed by its label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from graph.export.flatten import plain
from graph.export.network import Scalar
from graph.export.table import Row, Table
from ontology import vocabulary
from ontology.dates import earliest, latest, precision
from ontology.facts import FACT_FIELDS, camel, resources
from ontology.model import Agency, Case, Fact, Factor, FamilyMember, Gap, Professional, Review
from ontology.vocabulary import PARTY, PropertyInfo

PEOPLE = (FamilyMember, Professional)
FACTS = [kind for kind in FACT_FIELDS.values() if kind not in PEOPLE]
PERSON = ("person_id", "case_id", "label", "aliases", "class", "role", "party", "party_label")
# What a row tells of its first evidence, by field; a fact may have a status of its own.
EVIDENCE = {name: name for name in ("paragraph", "page", "quote", "confidence")} | {"status": "review_status"}


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


Rows = Callable[[Review, list[_Told]], Iterator[Row]]


def star(reviews: Iterable[Review]) -> list[Table]:
    """Return the tables of some reviews, by name; each is there even where it has no rows.

    One review at a time is needed.
    """
    makers = _makers()
    tables = {name: Table(name, headings) for name, (headings, _) in makers.items()}
    dates: set[str] = set()
    for review in reviews:
        told = [_Told(review, uri, fact) for uri, fact in resources(review)]
        for name, (_, rows) in makers.items():
            tables[name].extend(rows(review, told))
        dates.update(_dates([review.case, *(one.fact for one in told)]))
    whole = [*tables.values(), _parties(), _days(dates)]
    return sorted(whole, key=lambda table: table.name)


def _makers() -> dict[str, tuple[Sequence[str], Rows]]:
    """Each table that grows with the reviews, by name: its headings, and what rows a review adds."""
    named = {"dim_service" if kind is Agency else f"fact_{kind.__name__.lower()}": kind for kind in FACTS}
    return {
        "dim_case": (["case_id", *_headings(_columns(Case)), "document", "sha256"], _cases),
        "dim_person": (PERSON, _people),
        "bridge_fact_party": (("fact_id", "class", "party", "part"), _bridge_party),
        "bridge_gap_factor": (("gap_id", "factor_id"), _bridge_factor),
        **{name: (_fact_headings(kind), partial(_facts, kind)) for name, kind in named.items()},
    }


def _cases(review: Review, _: list[_Told]) -> Iterator[Row]:
    told = review.document
    yield [review.id, *_cells(_columns(Case), review.case), told.name, told.sha256]


def _parties() -> Table:
    table = Table("dim_agency", ("party", "label", "group", "definition"))
    table.extend([one.code, one.label, one.scheme, one.definition] for one in vocabulary.concepts(PARTY))
    return table


def _people(_: Review, told: list[_Told]) -> Iterator[Row]:
    """Professionals and family, whose agency type or kinship is their party."""
    for one in told:
        if isinstance(one.fact, FamilyMember):
            yield _person(one, one.fact, one.fact.kinship, None)
        elif isinstance(one.fact, Professional):
            yield _person(one, one.fact, one.fact.agency_type, one.fact.role)


def _person(told: _Told, one: FamilyMember | Professional, party: str | None, role: str | None) -> Row:
    label = vocabulary.label(PARTY, party) if party else None
    said = [one.label, plain(one.aliases), type(one).__name__, role, party, label]
    return [told.uri, told.review.id, *said]


def _dates(facts: list[Fact]) -> set[str]:
    return {
        getattr(fact, column.name)
        for fact in facts
        for column in _columns(type(fact))
        if column.info.datatype == "date" and getattr(fact, column.name)
    }


def _days(dates: set[str]) -> Table:
    """Each date as the reports print it: how exact it is, and the days that it may mean."""
    table = Table("dim_date", ("date", "precision", "first_day", "last_day", "year"))
    table.extend(
        [one, precision(one), earliest(one).isoformat(), latest(one).isoformat(), earliest(one).year]
        for one in sorted(dates)
    )
    return table


def _facts(kind: type[Fact], review: Review, told: list[_Told]) -> Iterator[Row]:
    """The facts of one class, each with its first evidence; those who take part stand in the bridge."""
    columns = _columns(kind)
    for one in told:
        if isinstance(one.fact, kind):
            said = [plain(getattr(one.fact.evidence[0], part)) for part in EVIDENCE]
            yield [one.uri, review.id, *_cells(columns, one.fact), *said]


def _fact_headings(kind: type[Fact]) -> list[str]:
    return [f"{kind.__name__.lower()}_id", "case_id", *_headings(_columns(kind)), *EVIDENCE.values()]


def _bridge_party(_: Review, told: list[_Told]) -> Iterator[Row]:
    """Who takes part in what, and as what: sender, holder, attended …"""
    for one in told:
        if not isinstance(one.fact, (Agency, *PEOPLE)):
            for field, info in _fields(type(one.fact)):
                for party in _taking_part(getattr(one.fact, field), info):
                    yield [one.uri, type(one.fact).__name__, party, info.name]


def _bridge_factor(_: Review, told: list[_Told]) -> Iterator[Row]:
    """Gaps and the factors that are shown in the same paragraph."""
    by_passage: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for one in told:
        if isinstance(one.fact, Factor):
            for passage in _passages(one):
                by_passage[passage].add(one.uri)
    for one in told:
        if isinstance(one.fact, Gap):
            near = set().union(*(by_passage[passage] for passage in _passages(one)))
            yield from ([one.uri, factor] for factor in sorted(near))


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
