from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.pictures.heatmap import knowledge_map, knowledge_matrix
from graph.pictures.heatmap_cells import LOOKS, UNSHOWN
from graph.trace import Known
from ontology import vocabulary
from tests.graph.pictures.drawn import SVG, Drawn
from tests.graph.pictures.fiction import at
from tests.graph.pictures.goldens import check_golden
from tests.graph.pictures.strategies import DATES, WIDTHS


@dataclass(frozen=True)
class Followed:
    """As much of a trace as the pictures need."""

    case: str
    asked: str
    knowledge: tuple[Known, ...]


DRINKING = Followed(
    "child-larch",
    "drinking",
    (
        Known(party="gp", label="GP1", status="knew", first_known="2020-02-10", evidence=at(1)),
        Known(party="police", label=None, status="never", certainty="possible"),
        Known(party="mother", label="Ms L", status="knew", first_known="2019", evidence=at(2)),
        Known(party="school", label=None, status="knew", certainty="possible", evidence=at(3)),
        Known(party="housing", label=None, status="never", evidence=at(4)),
        Known(party="hospital", label=None, status="part", first_known="2020-02", evidence=at(5)),
        Known(party="midwifery", label=None, status="unknown", evidence=at(6)),
    ),
)
PREGNANCY = Followed(
    "child-larch",
    "the pregnancy",
    (
        Known(party="gp", label="GP2", status="never", evidence=at(7)),
        Known(party="gp", label="GP1", status="part", first_known="2020-03", evidence=at(8)),
    ),
)
KNOWN = st.builds(
    Known,
    party=st.sampled_from(vocabulary.codes("Party")),
    label=st.none() | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60),
    status=st.sampled_from(vocabulary.codes("KnowledgeStatus")),
    first_known=DATES,
    certainty=st.sampled_from(["certain", "possible"]),
    evidence=st.sampled_from([(), at(3)]),
)
TRACES = st.builds(
    Followed,
    case=st.just("any"),
    asked=st.text("abc def", min_size=1, max_size=60),
    knowledge=st.lists(KNOWN, max_size=14).map(tuple),
)


def test_each_status_of_the_ontology_has_its_look() -> None:
    assert set(LOOKS) == {*vocabulary.codes("KnowledgeStatus"), UNSHOWN}
    assert len({look.letter for look in LOOKS.values()}) == len(LOOKS)


@settings(max_examples=40, deadline=None)
@given(trace=TRACES, width=WIDTHS)
def test_every_row_has_its_cell(trace: Followed, width: float) -> None:
    drawn = Drawn(knowledge_map(trace, width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    assert len(drawn.titles) == len(trace.knowledge)


@settings(max_examples=25, deadline=None)
@given(traces=st.lists(TRACES, max_size=5), width=WIDTHS)
def test_every_party_has_its_cell_in_every_column(traces: list[Followed], width: float) -> None:
    drawn = Drawn(knowledge_matrix(traces, width))
    assert drawn.overlapping() == []
    assert drawn.outside() == []
    assert len(drawn.titles) == sum(len({one.party for one in trace.knowledge}) for trace in traces)


def test_who_knew_first_stands_first_and_who_did_not_last() -> None:
    titles = [one.split(":")[0].split(" (")[0] for one in Drawn(knowledge_map(DRINKING)).titles]
    assert titles[:4] == ["Mother", "Hospital", "General practice", "School or early years"]
    assert set(titles[4:6]) == {"Police", "Housing"}


def test_not_shown_to_have_known_is_told_apart_from_not_having_known() -> None:
    drawn = Drawn(knowledge_map(DRINKING))
    assert any(one.startswith("Police: not shown to have known") for one in drawn.titles)
    assert any(one.startswith("Housing: did not know, the review says") for one in drawn.titles)
    letters = [one.text for one in drawn.words if len(one.text) == 1]
    assert sorted(set(letters)) == sorted({look.letter for look in LOOKS.values()})


@pytest.mark.parametrize("width", [390, 760])
def test_of_several_rows_the_one_that_knew_most_counts(width: int) -> None:
    drawn = Drawn(knowledge_matrix([DRINKING, PREGNANCY], width))
    (cell,) = [one for one in drawn.titles if "the pregnancy" in one]
    assert cell == "General practice (GP1), the pregnancy: knew in part from March 2020 (paragraph 2.8)"


def test_cells_lead_to_their_evidence() -> None:
    svg = knowledge_map(DRINKING, link=lambda one: f"#e{one.evidence[0].start}" if one.evidence else None)
    root = Drawn(svg).root
    assert {one.get("href") for one in root.iter(f"{SVG}a")} == {f"#e{n}0" for n in (1, 2, 3, 4, 5, 6)}


def test_nobody_knew() -> None:
    assert "Nobody is shown to have known." in Drawn(knowledge_map(Followed("a", "b", ()))).text
    assert "Nobody is shown to have known." in Drawn(knowledge_matrix([])).text


def test_same_bytes_every_time() -> None:
    check_golden("knowledge-map.svg", knowledge_map(DRINKING))
    check_golden("knowledge-matrix.svg", knowledge_matrix([DRINKING, PREGNANCY]))
