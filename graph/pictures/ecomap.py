"""The child and the family in the middle, the agencies around them: how much contact, how many gaps.

The line to an agency is the thicker the more facts tell of its part in the case (meetings it attended,
communications it sent or received, events with it); a dashed line beside it stands for gaps that it held
or that should have reached it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from graph.pictures.canvas import INK, SOFT, Box, Canvas, Element, circle, group, line, mark, rect, text
from graph.pictures.legend import draw_legend, draw_notes
from graph.pictures.metrics import wrap
from graph.pictures.tallies import Contact, contacts
from graph.pictures.tones import tint, tone
from graph.pictures.wording import counted, name
from ontology.model import Review

WIDTH, LEAST, EDGE = 760.0, 366.0, 8.0
LINE, PAD, APART = 13.0, 7.0, 10.0  # line of words, room around them, room between boxes
THICK = 10.0  # of the thickest line
DASH = "6 4"
PartyLink = Callable[[str], str | None]
TIE, BROKEN = tone("Agency"), tone("Gap")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency in its box."""

    contact: Contact
    box: Box
    lines: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Its height on the sheet."""
        return (self.box.top + self.box.bottom) / 2


def no_party(_: str) -> str | None:
    """Parties of a picture that stands alone lead nowhere."""
    return None


def ecomap(review: Review, width: float = WIDTH, *, link_party: PartyLink = no_party) -> str:
    """Return the ecomap of a review as SVG, ``width`` pixels wide (366 at least).

    ``link_party`` tells where the mark of an agency, by its code, leads; None for nowhere.
    """
    across = max(width, LEAST)
    found = contacts(review)
    subject = review.case.subject or review.case.title or review.id
    told = "; ".join(_told(one) for one in found) or "No agency is named"
    linked = link_party is not no_party
    canvas = Canvas(f"ecomap-{review.id}", f"Agencies around {subject}", f"{told}.", linked=linked)
    radius = 44.0 if across < 600 else 62.0
    agencies = _place(found, across, radius)
    bottom = max([one.box.bottom for one in agencies] + [2 * radius + 2 * EDGE])
    centre = (across / 2, max(bottom / 2, radius + EDGE))
    most = max((one.contacts for one in found), default=1)
    for one in agencies:
        party = one.contact.party
        _draw(mark(canvas.root, _told(one.contact), link_party(party)), one, centre, radius, most)
    _family(canvas.root, subject, centre, radius)
    entries = [(_contact_sign, "contact, the more the thicker"), (_gap_sign, "gaps on that side")]
    bottom = draw_legend(canvas.root, entries, EDGE, across - EDGE, bottom + 10)
    notes = ["Contacts: meetings attended, communications and events that the report tells of, dated or not."]
    canvas.size(across, draw_notes(canvas.root, notes, EDGE, across - EDGE, bottom) + 4)
    return str(canvas)


def _told(one: Contact) -> str:
    parts = [counted(one.contacts, "contact"), counted(one.gaps, "gap")]
    return f"{name('Party', one.party)}: {', '.join(parts)}"


def _place(found: Sequence[Contact], across: float, radius: float) -> list[Agency]:
    """Boxes in two columns, left and right in turn, each column in the middle of the height."""
    room = min(190.0, (across - 2 * EDGE - 2 * radius - 80) / 2)
    columns = [list(_column(found[side::2], room)) for side in (0, 1)]
    deepest = max((boxes[-1].box.bottom for boxes in columns if boxes), default=0.0)
    placed = []
    for side, boxes in enumerate(columns):
        if not boxes:
            continue
        down = (deepest - boxes[-1].box.bottom) / 2
        left = EDGE if side == 0 else across - EDGE - room
        placed += [
            Agency(
                one.contact,
                Box(left, one.box.top + down, left + room, one.box.bottom + down),
                one.lines,
                one.said,
            )
            for one in boxes
        ]
    return sorted(placed, key=lambda one: found.index(one.contact))


def _column(found: Sequence[Contact], room: float) -> Iterator[Agency]:
    top = EDGE
    for one in found:
        lines = tuple(wrap(name("Party", one.party), room - 2 * PAD, bold=True))
        count = [counted(one.contacts, "contact")] if one.contacts else []
        count += [counted(one.gaps, "gap")] if one.gaps else []
        said = tuple(wrap(", ".join(count), room - 2 * PAD))
        bottom = top + LINE * (len(lines) + len(said)) + PAD + 3
        yield Agency(one, Box(0, top, room, bottom), lines, said)
        top = bottom + APART


def _draw(parent: Element, one: Agency, centre: tuple[float, float], radius: float, most: int) -> None:
    x = one.box.right if one.box.right < centre[0] else one.box.left
    away = hypot(x - centre[0], one.middle - centre[1])
    ahead = ((x - centre[0]) / away, (one.middle - centre[1]) / away)
    start = (centre[0] + radius * ahead[0], centre[1] + radius * ahead[1])
    thick = 1 + (THICK - 1) * sqrt(one.contact.contacts / max(most, 1)) if one.contact.contacts else 0.0
    if thick:
        line(parent, *start, x, one.middle, stroke=TIE, stroke_width=thick)
    if one.contact.gaps:
        aside = (thick / 2 + 3) * (1 if ahead[0] > 0 else -1) if thick else 0.0
        shift = (-aside * ahead[1], aside * ahead[0])
        ends = (start[0] + shift[0], start[1] + shift[1], x + shift[0], one.middle + shift[1])
        line(parent, *ends, stroke=BROKEN, stroke_width=2, stroke_dasharray=DASH)
    rect(parent, one.box, rx=5, fill=tint("Agency", 0.1), stroke=TIE)
    base = one.box.top + LINE
    for number, words in enumerate((*one.lines, *one.said)):
        bold = number < len(one.lines)
        fill = INK if bold else SOFT
        text(parent, one.box.left + PAD, base + LINE * number, words, bold=bold, fill=fill)


def _family(parent: Element, subject: str, centre: tuple[float, float], radius: float) -> None:
    circle(parent, *centre, radius, fill="#ffffff", stroke=INK, stroke_width=1.6)
    circle(parent, *centre, radius - 4, fill="#ffffff", stroke=INK)
    lines = wrap(subject, 1.5 * radius, bold=True)[:3]
    first = centre[1] - LINE * len(lines) / 2 + 4
    box = group(parent)
    for number, words in enumerate([*lines, "and family"]):
        bold = number < len(lines)
        fill = INK if bold else SOFT
        text(box, centre[0], first + LINE * number, words, anchor="middle", bold=bold, fill=fill)


def _contact_sign(parent: Element, x: float, y: float) -> None:
    line(parent, x - 12, y - 4, x + 12, y - 4, stroke=TIE, stroke_width=1.5)
    line(parent, x - 12, y + 3, x + 12, y + 3, stroke=TIE, stroke_width=6)


def _gap_sign(parent: Element, x: float, y: float) -> None:
    line(parent, x - 12, y, x + 12, y, stroke=BROKEN, stroke_width=2, stroke_dasharray=DASH)
