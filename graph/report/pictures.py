"""The pictures of a case, each mark a link to the words that it was read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from graph.pictures.ecomap import ecomap
from graph.pictures.flows import flows
from graph.pictures.genogram import genogram
from graph.pictures.heatmap import knowledge_matrix
from graph.pictures.heatmap_cells import Known
from graph.pictures.swimlane import swimlane
from graph.report.facts import anchor, numbered
from graph.report.flows import flow_id, pairs
from graph.trace import Trace
from ontology.model import Agency, Fact, Review

NAMES, TOPIC = 230, 120  # pixels across that the parties' names and one topic take in the matrix
SIZE = re.compile(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, and the width and height in pixels at which its words are as large as meant."""

    svg: Markup
    width: str
    height: str


def pictures(review: Review, traces: Sequence[Trace]) -> dict[str, Picture]:
    """Return each picture of a review and of the traces of its topics, by its name."""
    named = reversed(numbered(review, "agencies"))  # the first of each type stands for the type
    rows = {cast(Agency, one.fact).agency_type: one.id for one in named}
    flowing = {one.id for one in pairs(review)}

    def of_party(code: str) -> str | None:
        return f"#{rows[code]}" if code in rows else None

    def of_flow(sender: str, receiver: str) -> str | None:
        place = flow_id(sender, receiver)
        return f"#{place}" if place in flowing else None

    return {
        "genogram": _picture(genogram(review, link=_of_fact)),
        "ecomap": _picture(ecomap(review, link_party=of_party)),
        "swimlane": _picture(swimlane(review, link=_of_fact)),
        "matrix": _picture(knowledge_matrix(traces, NAMES + TOPIC * len(traces), link=_of_known)),
        "flows": _picture(flows(review, link_flow=of_flow)),
    }


def _picture(svg: str) -> Picture:
    """A picture as it goes into the page: what draws it has escaped what the report says."""
    size = SIZE.match(svg)
    return Picture(Markup(svg), *(size.groups() if size else ("960", "540")))


def _of_known(known: Known) -> str | None:
    """The place of the first words for a row of the knowledge table; none where there are no words."""
    return f"#{anchor(known.evidence[0])}" if known.evidence else None


def _of_fact(fact: Fact) -> str | None:
    """The place of a fact's evidence in the page."""
    return f"#{anchor(fact.evidence[0])}" if fact.evidence else None
