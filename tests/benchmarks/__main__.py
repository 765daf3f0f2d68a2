"""Print what reading, storing and asking cost, each as a ratio to a baseline of the same run.

Machines differ and are busy at times: a ratio says more than a time. The text is the sample review.
``python -m tests.benchmarks latency [FOLDER]`` times every question over two hundred cases instead,
``python -m tests.benchmarks exports [FOLDER]`` every format.
"""

from __future__ import annotations

import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from statistics import median
from time import perf_counter

from graph.connection import connect
from graph.embedded import Embedded
from graph.load import load_review
from graph.store import Store
from loaders.documents import read_document
from loaders.extract.language import model
from loaders.extract.review import extract_review
from ontology.model import Review
from ontology.rdf import to_rdf
from queries.catalogue import Catalogue
from queries.render import render
from queries.runner import run_query
from queries.table import Column, Table
from tests.benchmarks import exports, latency

SAMPLE = Path(str(files("loaders"))) / "sample" / "child-wren.txt"
RUNS = 3
Row = tuple[str, str, float, float, float]


def seconds(work: Callable[[], object]) -> float:
    """The median time of some runs, after one that is not counted."""
    work()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def compared(what: str, work: Callable[[], object], baseline: str, against: Callable[[], object]) -> Row:
    """One row: what is measured, its baseline, both in milliseconds, and the ratio."""
    one, other = seconds(work), seconds(against)
    return what, baseline, round(other * 1000, 1), round(one * 1000, 1), round(one / other, 2)


def reading() -> list[Row]:
    """Reading a document and coding a review, against parsing every word of it."""
    document = read_document(SAMPLE)
    whole = "the language model over the whole text"

    def parse() -> object:
        return model()(document.text)

    return [
        compared("read the file", lambda: read_document(SAMPLE), whole, parse),
        compared("code the review", lambda: extract_review(document, "child-wren"), whole, parse),
    ]


def storing(store: Store, review: Review) -> list[Row]:
    """Loading, loading again, and asking, against the RDF of the review and a trivial statement."""

    def reload() -> object:
        store.write(lambda transaction: transaction.run("MATCH (c:Case) SET c.identity = ''").consume())
        return load_review(store, review)

    template = Catalogue.load().get("information-gaps")
    return [
        compared("load the review", reload, "its RDF", lambda: to_rdf(review)),
        compared("load it again", lambda: load_review(store, review), "its RDF", lambda: to_rdf(review)),
        compared(
            "ask for its gaps",
            lambda: run_query(store, template, {"case": review.id}),
            "a statement that reads nothing",
            lambda: store.read("RETURN 1 AS one"),
        ),
    ]


def memory(work: Callable[[], object]) -> float:
    """The most memory that Python objects took while it ran, in MB."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Measure and print."""
    document = read_document(SAMPLE)
    review = extract_review(document, "child-wren")
    rows = reading()
    with tempfile.TemporaryDirectory() as folder:
        server = Embedded.at(Path(folder) / "data")
        try:
            with connect(data=server.folder) as store:
                rows += storing(store, review)
        finally:
            server.stop()
    columns = ("what", "baseline", "baseline_ms", "ms", "ratio")
    print(render(Table(columns=tuple(map(Column, columns)), rows=tuple(rows), title="Benchmarks")))
    words = len(document.text.split())
    print(f"{words} words; coding takes {memory(lambda: extract_review(document, 'x')):.0f} MB of objects")


if __name__ == "__main__":
    if sys.argv[1:2] == ["latency"]:
        latency.main(*sys.argv[2:3])
    elif sys.argv[1:2] == ["exports"]:
        exports.main(*sys.argv[2:3])
    else:
        main()
