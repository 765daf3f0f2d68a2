"""Pages to test, read back with an HTML parser: one of the sample, one of a review that means mischief."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import lxml.html

from graph.batch import read_review
from graph.report.case import case_page
from ontology.document import Document, Passage
from ontology.model import Case, Evidence, FamilyMember, Gap, Recommendation, Review

SAMPLE = Path(str(files("loaders"))) / "sample" / "child-wren.txt"
HOSTILE = '<script>alert("a")</script> & \'b\' "><img src=x onerror=alert(1)> </style></title> {{ 7 * 7 }}'


@cache
def sample() -> Review:
    """The sample review, as it is read."""
    return read_review(str(SAMPLE))[0]


@cache
def sample_page() -> str:
    return case_page(sample())


def parsed(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page)


def words(element: lxml.html.HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def at(start: int, end: int, text: str, **more: str) -> Evidence:
    return Evidence(start=start, end=end, quote=text[start:end], extractor="test", confidence=0.8, **more)


def hostile() -> Review:
    """A review in which every text that a page shows looks like markup."""
    text = f"{HOSTILE}\n{HOSTILE}\n"
    half = len(HOSTILE)
    passages = (
        Passage(kind="heading", start=0, end=half, level=1),
        Passage(kind="paragraph", start=half + 1, end=len(text) - 1),
    )
    document = Document(name=HOSTILE, media_type="text/plain", text=text, passages=passages)
    evidence = (at(half + 1, len(text) - 1, text),)
    return Review(
        id="hostile",
        document=document,
        case=Case(title=HOSTILE, subject=HOSTILE, authors=(HOSTILE,), areas=(HOSTILE,), evidence=()),
        family=(FamilyMember(label=HOSTILE, aliases=(HOSTILE,), kinship="mother", evidence=evidence),),
        gaps=(Gap(kind="not_shared", about=HOSTILE, holder=("gp",), evidence=evidence),),
        recommendations=(Recommendation(label=HOSTILE, text=HOSTILE, evidence=evidence),),
    )


def rejected(review: Review, number: int) -> Review:
    """The review after a person has rejected one of its gaps, counted from 0."""
    gap = review.gaps[number]
    seen = replace(gap, evidence=tuple(replace(one, status="rejected") for one in gap.evidence))
    return replace(review, gaps=(*review.gaps[:number], seen, *review.gaps[number + 1 :]))
