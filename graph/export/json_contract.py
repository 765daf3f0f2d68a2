"""JSON: what ``casetrace extract`` prints of one review, for every case of the graph."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from graph.export.format import Format
from graph.export.rdf import read_reviews
from loaders.extract.contract import contract
from ontology.model import Review


def write_json(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write a list with an object for each review, its case id as ``id``, one review after the other."""
    between = b"[\n"
    for review in reviews:
        told = {"id": review.id, **contract(review)}
        out.write(between + json.dumps(told, ensure_ascii=False, indent=1).encode())
        between = b",\n"
    out.write(b"\n]\n" if between == b",\n" else b"[]\n")


FORMAT = Format(
    "json",
    "programs: what was read of each case, as extract prints it",
    read_reviews,
    write_json,
    views=False,
)
