"""The family as a genogram, in the signs of McGoldrick and others: only what the review states.

A square is male, a circle female, a diamond a person whose sex the role does not tell; a double outline is
the child whom the review is about, a cross marks a death, a dashed outline a child not yet born. Who lived
with whom, and whether parents were married, is not drawn: reviews seldom say, and a picture must not guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.pictures.canvas import (
    INK,
    SOFT,
    Box,
    Canvas,
    Element,
    Link,
    circle,
    group,
    line,
    mark,
    no_link,
    path,
    rect,
    text,
)
from graph.pictures.genogram_layout import CELL, Family, Person, Row, family
from graph.pictures.kinship import FEMALE, GRANDPARENTS, MALE, MATERNAL, PATERNAL
from graph.pictures.legend import Entry, draw_legend, draw_notes
from graph.pictures.metrics import clip, wrap
from graph.pictures.wording import day, name, title
from ontology.model import Case, Review

HALF = 18.0  # of a sign
STEP, TOP, EDGE = 128.0, 30.0, 12.0  # from one generation to the next; the first; at the sides
LEAST = 366.0  # pixels across, for the legend
WORDS = 4  # lines of words under a sign
LINE, WORDS_ABOVE = 13.0, 40.0  # from line to line; room for the words over the grandparents


def genogram(review: Review, *, link: Link = no_link) -> str:
    """Return the genogram of a review's family as SVG, as wide as the family needs.

    ``link`` tells where the mark of a fact leads, None for nowhere.
    """
    people = family(review)
    across = max(people.across + 2 * EDGE, LEAST)
    subject = review.case.subject or review.case.title or review.id
    named = "; ".join(_said(one, review) for row in _rows(people) for one in row)
    canvas = Canvas(f"genogram-{review.id}", f"Family of {subject}", f"{named}.", linked=link is not no_link)
    body = group(canvas.root, transform=f"translate({(across - people.across) / 2:.1f} 0)")
    heights = _heights(people)
    _lines(body, people, heights)
    for row, y in zip(_rows(people), heights, strict=True):
        for one in row:
            _draw(mark(body, _said(one, review), link(one.fact)), one, y, review)
    bottom = max(y for row, y in zip(_rows(people), heights, strict=True) if row) + HALF + 14 * WORDS + 8
    bottom = draw_legend(canvas.root, _entries(people, review), EDGE, across - EDGE, bottom)
    bottom = draw_notes(canvas.root, _notes(people), EDGE, across - EDGE, bottom)
    canvas.size(across, bottom + 4)
    return str(canvas)


def _rows(people: Family) -> tuple[Row, ...]:
    return people.grandparents, people.parents, people.children, people.elsewhere


def _heights(people: Family) -> list[float]:
    """The middle of each row's signs; an empty row takes no room."""
    heights, y = [], TOP + (WORDS_ABOVE if people.grandparents else 0.0)
    for row in _rows(people):
        heights.append(y)
        y += (STEP - (WORDS_ABOVE if row is people.grandparents else 0.0)) if row else 0.0
    return heights


def _said(one: Person, review: Review) -> str:
    died = ", who died" if _has_died(one, review) else ""
    if isinstance(one.fact, Case):
        born = f", born {day(one.fact.subject_born)}" if one.fact.subject_born else ""
        return f"{one.label}: the child whom the review is about{born}{died}"
    return f"{title(one.fact)}{died}"


def _has_died(one: Person, review: Review) -> bool:
    """Only the child's death is stated as such; of others it is not read."""
    return one.is_subject and review.case.outcome == "death"


def _draw(parent: Element, one: Person, y: float, review: Review) -> None:
    sign(parent, one.x, y, one.place.sex, double=one.is_subject, dashed=one.unborn)
    if _has_died(one, review):
        _cross(parent, one.x, y, one.place.sex)
    words = _words(one, review)
    first = y + HALF + 16
    if one.place.generation == GRANDPARENTS:  # below them the line of descent comes down
        first = y - HALF - 7 - LINE * (len(words) - 1)
    for number, (said, bold) in enumerate(words):
        fill = INK if bold else SOFT
        text(parent, one.x, first + LINE * number, said, anchor="middle", bold=bold, fill=fill)


def _words(one: Person, review: Review) -> list[tuple[str, bool]]:
    """Name, role and birth, each with whether it is bold."""
    role = name("FamilyRole", one.kinship)
    room = 3 if one.place.generation == GRANDPARENTS else WORDS
    words = [(said, True) for said in wrap(one.label, CELL - 6, bold=True)[:2]]
    if role.lower() != one.label.lower():
        words += [(said, False) for said in wrap(role, CELL - 6)]
    born = review.case.subject_born if one.is_subject else None
    if born:
        words.append((clip(f"born {day(born, short=True)}", CELL - 2), False))
    return words[:room]


def sign(
    parent: Element, x: float, y: float, sex: str, *, double: bool = False, dashed: bool = False
) -> None:
    """Draw the sign of a person: square, circle or diamond."""
    for half in (HALF, HALF - 4) if double else (HALF,):
        style: dict[str, str | float | None] = {
            "fill": "#ffffff",
            "stroke": INK,
            "stroke_width": 1.6,
            "stroke_dasharray": "4 3" if dashed else None,
        }
        if sex == MALE:
            rect(parent, Box(x - half, y - half, x + half, y + half), **style)
        elif sex == FEMALE:
            circle(parent, x, y, half, **style)
        else:
            steps = ("M", x, y - half, "L", x + half, y, "L", x, y + half, "L", x - half, y, "Z")
            path(parent, *steps, **style)


def _cross(parent: Element, x: float, y: float, sex: str) -> None:
    """A cross from edge to edge."""
    reach = HALF * {MALE: 1.0, FEMALE: 0.71}.get(sex, 0.5)
    for way in (1, -1):
        line(parent, x - reach, y - reach * way, x + reach, y + reach * way, stroke_width=1.4)


def _lines(body: Element, people: Family, heights: Sequence[float]) -> None:
    """Lines of descent, behind the signs."""
    over, among, under, _ = heights
    for side, parent in ((PATERNAL, "father"), (MATERNAL, "mother")):
        elders = [one for one in people.grandparents if one.place.side == side]
        sibship = [one for one in people.parents if one.place.side == side]
        if len(people.of(parent)) > 1:  # whose brother or sister is meant is not told
            sibship = [one for one in sibship if one.kinship != parent]
        _descend(body, elders, over, sibship, among)
    parents = [*people.of("father")[:1], *people.of("mother")[:1]]
    full = [one for one in people.children if one.kinship != "half_sibling"]
    bar, end = _descend(body, parents, among, full, under)
    for one in people.children:
        if one.kinship == "half_sibling":
            dots: dict[str, str | float | None] = {"stroke_dasharray": "2 3", "stroke": SOFT}
            path(body, "M", end, bar, "L", one.x, bar, "L", one.x, under - HALF, **dots)
    for one in people.of("stepfather"):
        for mother in people.of("mother")[:1]:
            y = among + HALF + 6
            steps = ("M", mother.x, among + HALF, "L", mother.x, y, "L", one.x, y, "L", one.x, among + HALF)
            path(body, *steps, stroke=INK, stroke_dasharray="5 3")


def _descend(
    body: Element, parents: Sequence[Person], above: float, children: Sequence[Person], below: float
) -> tuple[float, float]:
    """Join parents, and children to them or to one another; return the right end of the children's bar."""
    bar = below - HALF - 16
    if len(parents) == 2:
        line(body, parents[0].x, above, parents[1].x, above)
    if not children or (not parents and len(children) == 1):
        return bar, max((one.x for one in children), default=0.0)
    twins = [one for one in children if one.kinship in ("subject", "twin")]
    joint = sum(one.x for one in twins) / max(len(twins), 1)
    tops = [joint if one in twins else one.x for one in children]
    if parents:
        middle = sum(one.x for one in parents) / len(parents)
        line(body, middle, above, middle, bar)
        line(body, min(*tops, middle), bar, max(*tops, middle), bar)
    else:
        line(body, min(tops), bar, max(tops), bar)
    for one, top in zip(children, tops, strict=True):
        line(body, top, bar, one.x, below - HALF)
    return bar, max(tops)


def _entries(people: Family, review: Review) -> list[Entry]:
    """The signs that this genogram uses, and what they mean."""

    def shape(sex: str, **more: bool) -> Entry:
        return (lambda parent, x, y: _small(parent, x, y, sex, **more)), ""

    everyone = [one for row in _rows(people) for one in row]
    entries = [
        (shape(sex)[0], words)
        for sex, words in ((MALE, "male"), (FEMALE, "female"))
        if any(one.place.sex == sex for one in everyone)
    ]
    entries.append((shape("")[0], "sex not told by the role"))
    entries.append((shape("", double=True)[0], "child of the review"))
    if review.case.outcome == "death":
        entries.append((shape("", crossed=True)[0], "died"))
    if any(one.unborn for one in everyone):
        entries.append((shape("", dashed=True)[0], "not yet born"))
    return entries


def _small(
    parent: Element,
    x: float,
    y: float,
    sex: str,
    *,
    double: bool = False,
    dashed: bool = False,
    crossed: bool = False,
) -> None:
    """A sign at the size of the legend."""
    shrunk = group(parent, transform=f"translate({x:.1f} {y:.1f}) scale(0.45)")
    sign(shrunk, 0, 0, sex, double=double, dashed=dashed)
    if crossed:
        _cross(shrunk, 0, 0, sex)


def _notes(people: Family) -> Iterator[str]:
    if len(people.of("father")) and len(people.of("mother")):
        yield "The line between parents says only that they are the child's parents."
    if people.of("half_sibling"):
        yield "Dotted: one parent shared; which, is not told."
    if people.of("partner"):
        yield "A partner stands without a line where the role does not tell whose partner is meant."
    if people.elsewhere:
        yield "Last row: relatives and friends whose place in the family the role does not tell."
