"""doccano, for people who label text: one paragraph a line (https://doccano.github.io/doccano)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from graph.export.codings import Coding, codings
from graph.export.format import Format
from graph.export.reviews import read_reviews
from ontology.document import Passage
from ontology.model import Review


def write_doccano(reviews: Iterable[Review], out: BinaryIO) -> None:
    """Write the paragraphs of each review as JSON lines, each with its spans as [start, end, label].

    Offsets are characters into the paragraph; a span over several paragraphs is parted among them.
    """
    for review in reviews:
        told = codings(review)
        for passage in review.document.passages:
            line = json.dumps(_line(review, passage, told), ensure_ascii=False)
            out.write(line.encode() + b"\n")


def _line(review: Review, passage: Passage, told: list[Coding]) -> dict[str, Any]:
    spans = [
        [max(one.start, passage.start) - passage.start, min(one.end, passage.end) - passage.start, one.name]
        for one in told
        if one.start < passage.end and one.end > passage.start
    ]
    place = {"case": review.id, "start": passage.start, "paragraph": passage.number, "page": passage.page}
    text = review.document.quote(passage.start, passage.end)
    return {
        "text": text,
        "label": spans,
        **{name: value for name, value in place.items() if value is not None},
    }


FORMAT = Format(
    "doccano", "doccano: paragraphs with labelled spans", read_reviews, write_doccano, views=False
)
