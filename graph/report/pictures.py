"""The pictures of a case, each mark a link to the words that it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from graph.pictures.swimlane import swimlane
from graph.report.facts import anchor
from ontology.model import Fact, Review

WIDTH = re.compile(r'<svg[^>]* width="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, and the width in pixels at which its words are as large as they were meant."""

    svg: Markup
    width: str


def pictures(review: Review) -> dict[str, Picture]:
    """Return each picture of a review by its name."""
    return {"swimlane": _picture(swimlane(review, link=_link))}


def _picture(svg: str) -> Picture:
    """A picture as it goes into the page: what draws it has escaped what the report says."""
    width = WIDTH.match(svg)
    return Picture(Markup(svg), width[1] if width else "960")


def _link(fact: Fact) -> str | None:
    """The place of a fact's evidence in the page."""
    return f"#{anchor(fact.evidence[0])}" if fact.evidence else None
