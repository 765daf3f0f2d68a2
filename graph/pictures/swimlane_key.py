"""The legend of the swimlane: each sign drawn as the picture draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from graph.pictures.canvas import INK, Element, line
from graph.pictures.legend import Entry
from graph.pictures.swimlane_layout import Spot, Upright
from graph.pictures.swimlane_marks import draw_event, draw_upright
from graph.pictures.uprights import Ends
from ontology.model import Communication, Event, Gap, Meeting

HERE, THERE = "here", "there"
ACROSS = 7.0  # half the height of a sign that stands across lanes


def entries() -> Sequence[Entry]:
    """The signs and what they mean."""
    meeting = Meeting(evidence=(), type="")
    went, lacked = Ends((HERE,), goals=(THERE,)), Ends((HERE,), missing=(THERE,))
    return (
        (_upright(meeting, Ends((HERE, THERE))), "meeting: ■ attended"),
        (_upright(meeting, lacked), "meeting: ⊠ absent or not invited"),
        (_upright(Meeting(evidence=(), type="", held=False), Ends((HERE, THERE))), "meeting not held"),
        (_upright(Communication(evidence=()), went), "communication, sender to receiver"),
        (_upright(Communication(evidence=(), received=False), went), "sent, not received"),
        (_upright(Gap(evidence=(), kind=""), lacked), "gap: did not reach, or not well"),
        (_upright(Gap(evidence=(), kind=""), Ends((HERE,)), flat=True), "gap, no receiver stated"),
        (_event(Event(evidence=(), type="", date="2000-01-01"), 3), "event"),
        (_event(Event(evidence=(), type="missed_appointment", date="2000-01-01"), 3), "missed appointment"),
        (_event(Event(evidence=(), type="", date="2000-01", date_end="2000-02"), 11), "event that lasted"),
        (_event(Event(evidence=(), type="", date="2000-01"), 11), "event, month or year known only"),
        (_inexact, "month or year known only"),
        (_turn, "birth of the child; incident"),
    )


def _upright(
    fact: Meeting | Communication | Gap, ends: Ends, *, flat: bool = False
) -> Callable[[Element, float, float], None]:
    def draw(parent: Element, x: float, y: float) -> None:
        half = 0.0 if flat else ACROSS
        heights: Mapping[str, float] = {HERE: y - half, THERE: y + half}
        draw_upright(parent, Upright(fact, x, ends, heights, None))

    return draw


def _event(fact: Event, half: float) -> Callable[[Element, float, float], None]:
    def draw(parent: Element, x: float, y: float) -> None:
        draw_event(parent, Spot(fact, HERE, x - half, x + half, y))

    return draw


def _inexact(parent: Element, x: float, y: float) -> None:
    gap = Gap(evidence=(), kind="")
    spot = Spot(gap, HERE, x - 12, x + 12, y)
    draw_upright(parent, Upright(gap, x, Ends((HERE,)), {HERE: y}, spot))


def _turn(parent: Element, x: float, y: float) -> None:
    line(parent, x, y - 9, x, y + 9, stroke=INK, stroke_width=1.2, stroke_dasharray="8 3 2 3")
