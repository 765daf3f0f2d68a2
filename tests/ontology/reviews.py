"""Reviews to test with: any that the value types allow (hypothesis), and one small fictional one."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import strategies as st

from ontology import vocabulary
from ontology.document import Cell, Document, Passage
from ontology.facts import FACT_FIELDS, camel
from ontology.model import Case, Communication, Evidence, Fact, FamilyMember, Gap, Meeting, Review, Topic
from ontology.vocabulary import class_info

WORDS = st.text("abc é“£\n\t\\\"'<&;=|", min_size=1, max_size=12)
DATES = st.one_of(
    st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat()),
    st.integers(1900, 2099).map(str),
    st.tuples(st.integers(1900, 2099), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
)
AREAS = st.sampled_from(["Aldermere", "Nether Vale", "Coldharbour"])
LITERALS = {"string": WORDS, "boolean": st.booleans(), "date": DATES, "Area": AREAS}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pieces = draw(st.lists(WORDS, min_size=1, max_size=5))
    passages, place = [], 0
    for piece in pieces:
        end = place + len(piece)
        cells = (Cell(start=place, end=end, column=0),) if draw(st.booleans()) else ()
        passages.append(
            Passage(
                kind=draw(st.sampled_from(vocabulary.codes("PassageKind"))),
                start=place,
                end=end,
                number=draw(st.none() | WORDS),
                level=draw(st.integers(0, 3)),
                page=draw(st.none() | st.integers(1, 9)),
                table=draw(st.none() | st.integers(0, 3)),
                header=draw(st.booleans()),
                cells=cells,
            )
        )
        place = end + 1
    return Document("a.txt", "text/plain", "\n".join(pieces), tuple(passages), page_count=3)


@st.composite
def evidence(draw: st.DrawFn, text: str) -> Evidence:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Evidence(
        start=start,
        end=end,
        quote=text[start:end],
        paragraph=draw(st.none() | WORDS),
        page=draw(st.none() | st.integers(1, 9)),
        extractor="rule",
        confidence=draw(st.integers(0, 1000)) / 1000,  # Turtle writes seven digits of a double
        supports=draw(st.none() | st.just("date")),
    )


@st.composite
def facts(draw: st.DrawFn, kind: type[Fact], text: str) -> Fact:
    values: dict[str, object] = {"evidence": tuple(draw(st.lists(evidence(text), min_size=1, max_size=3)))}
    for field in fields(kind):
        if field.name in ("evidence", "topics"):
            continue
        properties = {info.name: info for info in class_info(kind.__name__).properties}
        info = properties[camel(field.name)]
        if info.range in LITERALS:
            one = LITERALS[info.range]
        else:
            one = st.sampled_from(vocabulary.codes(info.range))
        if str(field.type).startswith("tuple"):
            values[field.name] = tuple(draw(st.lists(one, max_size=3, unique=True)))
        else:
            values[field.name] = draw(one if info.required else st.none() | one)
    return kind(**values)  # type: ignore[arg-type]


@st.composite
def about(draw: st.DrawFn, labels: list[str], fact: Fact) -> Fact:
    """The fact, about some of the topics where it can be about any."""
    if not labels or not hasattr(fact, "topics"):
        return fact
    chosen = draw(st.lists(st.sampled_from(labels), unique=True))
    return replace(fact, topics=tuple(chosen))  # type: ignore[call-arg]


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    document = draw(documents())
    told = {
        name: tuple(draw(st.lists(facts(kind, document.text), max_size=3)))
        for name, kind in FACT_FIELDS.items()
    }
    topics = draw(st.lists(facts(Topic, document.text), max_size=3, unique_by=lambda topic: topic.label))
    labels = [topic.label for topic in topics]
    for name, told_facts in told.items():
        told[name] = tuple(draw(about(labels, fact)) for fact in told_facts)
    told["topics"] = tuple(topics)
    case = draw(facts(Case, document.text))
    assert isinstance(case, Case)
    return Review(id="child-wren", document=document, case=case, **told)  # type: ignore[arg-type]


TEXT = (
    "Child Wren\n"
    "1.1 A strategy meeting was held in January 2021. The GP was not invited.\n"
    "1.2 The midwife rang the social worker, who did not pass this to the health visitor.\n"
)


def spot(words: str, supports: str | None = None) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    one = Evidence(
        start=start, end=start + len(words), quote=words, extractor="rule", confidence=0.8, supports=supports
    )
    return (one,)


def small_review() -> Review:
    """A review of three sentences with one fact of the main sorts."""
    breaks = [0, *(place + 1 for place, letter in enumerate(TEXT) if letter == "\n")]
    kinds = ("title", "paragraph", "paragraph")
    passages = tuple(
        Passage(kind=kind, start=start, end=end - 1)
        for kind, start, end in zip(kinds, breaks, breaks[1:], strict=False)
    )
    return Review(
        id="child-wren",
        document=Document(
            "child-wren.txt", "text/plain", TEXT, passages, properties=(("author", "R. Alder"),)
        ),
        case=Case(evidence=spot("Child Wren"), subject="Child Wren", areas=("Aldermere",), published="2021"),
        family=(FamilyMember(evidence=spot("Child Wren"), label="Child Wren", kinship="subject"),),
        meetings=(
            Meeting(
                evidence=spot("strategy meeting"), type="strategy_meeting", date="2021-01", absent=("gp",)
            ),
        ),
        communications=(
            Communication(
                evidence=spot("The midwife rang"),
                sender="midwifery",
                receiver=("childrens_social_care",),
                channel="phone",
            ),
        ),
        gaps=(
            Gap(
                evidence=spot("The GP was not invited"),
                kind="not_included",
                holder=("childrens_social_care",),
            ),
            Gap(
                evidence=spot("did not pass this"),
                kind="not_shared",
                holder=("childrens_social_care",),
                receiver=("health_visiting",),
            ),
        ),
    )
