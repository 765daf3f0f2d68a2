"""JSON: what ``casetrace extract`` prints of one review, for every case of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from graph.export.format import Format
from graph.export.json_stream import write_list
from graph.export.reviews import read_reviews
from loaders.extract.contract import contract
from ontology.model import Review


def write_json(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write a list with an object for each review, its case id as ``id``, one review after the other."""
    write_list(({"id": review.id, **contract(review)} for review in reviews), out)
    out.write(b"\n")


FORMAT = Format(
    "json",
    "programs: what was read of each case, as extract prints it",
    read_reviews,
    write_json,
    views=False,
)
