"""How long each question takes to answer over two hundred cases, median and worst, on both engines.

The cases are copies of the shared reviews where those are present, else of the sample and the fictional
ones. The embedded engine has a folder of its own; a Neo4j server that NEO4J_URI names must be empty, or
hold the copies of an earlier run, which are used again.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from graph.connection import connect
from graph.embedded import Embedded
from graph.store import Store
from loaders.documents import read_document
from loaders.extract.review import extract_review
from ontology.errors import UsageError
from ontology.model import Review
from queries.catalogue import Catalogue
from queries.overview import show_case
from queries.render import render
from queries.runner import run_query
from queries.table import Column, Table, Value
from queries.template import Template
from tests.benchmarks.copies import copies, ids, keep

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "reviews"
CASES, RUNS, AT_ONCE = 200, 5, 20
Times = dict[str, tuple[int, list[float]]]


def main(folder: str | None = None) -> None:
    """Measure every engine there is and print both side by side."""
    measured: dict[str, Times] = {}
    told = list(originals())
    print(f"{CASES} copies of {', '.join(review.id for review in told)}", file=sys.stderr)
    if "NEO4J_URI" in os.environ:
        uri, user, password = (os.environ.get(f"NEO4J_{name}") for name in ("URI", "USERNAME", "PASSWORD"))
        with connect(uri=uri, username=user, password=password) as store:
            measured["neo4j"] = _measure(store, told)
    with tempfile.TemporaryDirectory() as temporary:
        server = Embedded.at(Path(folder or temporary))
        try:
            with connect(data=server.folder) as store:
                measured["embedded"] = _measure(store, told)
        finally:
            server.stop()
    print(render(table(measured)))


def originals() -> Iterator[Review]:
    """Yield the reviews that the cases are copies of."""
    found = sorted(SHARED.glob("*.txt")) if SHARED.is_dir() else []
    fiction = [ROOT / "loaders" / "sample" / "child-wren.txt", *(ROOT / "tests/data/reviews").glob("*.txt")]
    for path in found or sorted(fiction):
        yield extract_review(read_document(path), path.stem)


def _measure(store: Store, reviews: Sequence[Review]) -> Times:
    """Load what is not there yet, then ask every question some times."""
    cases = load(store, reviews)
    times: Times = {}
    for template in Catalogue.load():
        given = [_values(store, template, cases[run]) for run in range(RUNS)]
        times[template.name] = _timed(lambda one, asked=template: run_query(store, asked, one).rows, given)
    times["(show)"] = _timed(lambda one: [show_case(store, one["case"])], [{"case": c} for c in cases[:RUNS]])
    return times


def load(store: Store, reviews: Sequence[Review]) -> list[str]:
    """The ids of the copies, loaded unless they are there."""
    there = [str(row["id"]) for row in store.read("MATCH (c:Case) RETURN c.id AS id ORDER BY id", {})]
    cases = ids(reviews, CASES)
    if there and sorted(cases) != there:
        raise UsageError("the server holds cases of its own", hint="name an empty one with NEO4J_URI")
    start, nodes, links = perf_counter(), 0, 0
    made = iter(()) if there else copies(reviews, CASES)
    while some := list(islice(made, AT_ONCE)):
        more = keep(store, some)
        nodes, links = nodes + more[0], links + more[1]
    print(f"{nodes} nodes, {links} relationships in {perf_counter() - start:.0f} s", file=sys.stderr)
    return cases


def _values(store: Store, template: Template, case: str) -> dict[str, object]:
    """What a template requires, for one case: its most spoken of topic, a paragraph of its own."""
    topic = (
        "MATCH (:Case {id: $case})<-[:IN_CASE]-(t:Topic)-[:EVIDENCE]->(e) RETURN t.label AS v, count(e) AS n"
    )
    place = "MATCH (:Case {id: $case})<-[:IN_CASE]-(:Gap)-[:EVIDENCE]->(e) WHERE e.paragraph IS NOT NULL"
    known = {
        "case": case,
        "topic": _first(store, f"{topic} ORDER BY n DESC, v LIMIT 1", case) or "visit",
        "paragraph": _first(store, f"{place} RETURN e.paragraph AS v ORDER BY v LIMIT 1", case) or "page 2",
    }
    return {one.name: known[one.name] for one in template.parameters if one.required}


def _first(store: Store, cypher: str, case: str) -> object:
    found = store.read(cypher, {"case": case})
    return found[0]["v"] if found else None


def _timed(ask: object, given: Sequence[Mapping[str, object]]) -> tuple[int, list[float]]:
    """The rows of the last answer, and the seconds that each took."""
    assert callable(ask)
    seconds, rows = [], 0
    for values in given:
        start = perf_counter()
        rows = len(ask(values))
        seconds.append(perf_counter() - start)
    return rows, seconds


def table(measured: Mapping[str, Times]) -> Table:
    """Each question with its median and worst time on each engine in milliseconds, the slowest first."""
    columns, rows = ["question", "rows"], []
    for engine in measured:
        columns += [f"{engine} median", "worst"]
    one = next(iter(measured.values()))
    for name in sorted(one, key=lambda name: -max(median(times[name][1]) for times in measured.values())):
        row: list[Value] = [name, one[name][0]]
        for times in measured.values():
            row += [round(median(times[name][1]) * 1000), round(max(times[name][1]) * 1000)]
        rows.append(tuple(row))
    return Table(
        columns=tuple(map(Column, columns)),
        rows=tuple(rows),
        title=f"Milliseconds to answer over {CASES} cases",
    )
