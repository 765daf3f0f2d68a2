"""Each shipped question asked of the three small reviews; the answers were worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.load import load_review
from graph.store import Store
from ontology.document import Document, Passage
from ontology.model import Case, Gap, Review
from queries.catalogue import Catalogue
from queries.check import check_catalogue
from queries.frontmatter import parse_template
from queries.runner import run_query
from queries.skeleton import skeleton
from queries.table import Table
from tests.queries.conftest import Ask
from tests.queries.small import PARAGRAPHS, evidence

CASE = {"case": "child-juniper"}
HV, GP, CSC = "Health visiting", "General practice", "Children's social care"
LESS = "Author of the review"

# Question, its parameters, the columns looked at, the rows expected of them.
ANSWERS: list[tuple[str, dict[str, Any], str, list[tuple[Any, ...]]]] = [
    (
        "information-gaps",
        CASE,
        "kind holder receiver about date paragraph confidence",
        [
            ("not_shared", (GP,), ("Police",), "drinking", None, "3.1", 0.8),
            ("no_handover", (HV,), (), None, "2020-02-20", "3.2", 0.7),
            ("not_sought", (GP, "Midwifery"), (), None, None, "3.3", 0.9),
            ("not_shared", ("Adult mental health",), (CSC,), "drinking", None, "3.6", 0.9),
        ],
    ),
    ("information-gaps", {**CASE, "holder": "gp", "kind": "not_shared"}, "paragraph", [("3.1",)]),
    ("information-gaps", {**CASE, "receiver": CSC}, "paragraph", [("3.6",)]),
    ("information-gaps", {**CASE, "about": "DRINK", "min_confidence": "0.85"}, "paragraph", [("3.6",)]),
    (
        "missed-opportunities",
        CASE,
        "kind holder voice reason",
        [
            ("not_assessed", (CSC,), LESS, "Belief about threshold"),
            ("not_heard", ("The network as a whole",), LESS, None),
            ("not_challenged", (), LESS, None),
        ],
    ),
    ("missed-opportunities", {**CASE, "holder": CSC}, "kind", [("not_assessed",)]),
    (
        "meetings-and-absences",
        CASE,
        "date type held attended absent",
        [
            ("2020-02-03", "Core group", True, (GP, HV), ("Police",)),
            (None, "Strategy meeting", False, (), ()),
        ],
    ),
    ("meetings-and-absences", {**CASE, "absent": "police", "type": "core_group"}, "paragraph", [("2.2",)]),
    ("meetings-and-absences", {**CASE, "absences_only": "yes"}, "paragraph", [("2.2",), ("2.6",)]),
    (
        "communications",
        CASE,
        "date sender receiver channel about received",
        [
            ("2020-02-05", "Maternal grandmother", (HV,), "In person", "drinking", None),
            ("2020-02-10", HV, (GP,), "Telephone", "drinking", True),
            ("2020-02-12", GP, (CSC,), "Letter", None, False),
        ],
    ),
    ("communications", {**CASE, "sender": "gp", "channel": "letter"}, "paragraph", [("2.5",)]),
    ("communications", {**CASE, "receiver": "gp", "about": "surgery"}, "paragraph", [("2.4",)]),
    (
        "agencies-involved",
        CASE,
        "agency type involved meetings communications gaps",
        [
            ("The Elms Surgery", GP, True, 1, 2, 2),
            ("Borough health visiting", HV, True, 1, 2, 1),
        ],
    ),
    (
        "case-timeline",
        {**CASE, "since": "2020-02", "until": "2020-02"},
        "date what parties",
        [
            ("2020-02-03", "meeting", (GP, HV, "Police")),
            ("2020-02-05", "communication", (HV, "Maternal grandmother")),
            ("2020-02-10", "communication", (GP, HV)),
            ("2020-02-12", "communication", (CSC, GP)),
            ("2020-02-15", "event", (HV,)),
            ("2020-02-20", "gap", (HV,)),
        ],
    ),
    ("case-timeline", {**CASE, "party": "mother"}, "date type", [("2020-01", "Move")]),
    ("recommendations", CASE, "label addressed_to paragraph", [("Recommendation 1", (GP,), "4.1")]),
    ("recommendations", {**CASE, "addressed_to": "police"}, "label", []),
    (
        "gap-kinds-by-agency-pair",
        {},
        "holder receiver kind gaps cases",
        [
            ("Adult mental health", CSC, "not_shared", 3, 3),
            (GP, "Police", "not_shared", 3, 3),
        ],
    ),
    (
        "gap-kinds-over-years",
        {"show_small": True, "kind": "not_shared"},
        "year kind gaps cases",
        [(year, "not_shared", 2, 1) for year in ("2021", "2022", "2023")],
    ),
    ("gap-kinds-over-years", {}, "year", []),
    (
        "factors-by-gap-kind",
        {"factor": "parental_alcohol", "kind": "not_shared,not_used"},
        "factor kind cases all_cases lift",
        [("Parental alcohol use", "not_shared", 3, 3, 1.0)],
    ),
    (
        "factors-together",
        {"factor": "self_report_reliance"},
        "factor other cases lift",
        [("Reliance on self-report", "Parental alcohol use", 3, 1.0)],
    ),
    (
        "evidence",
        {**CASE, "paragraph": "3.1"},
        "what type parties about confidence",
        [
            ("passage", "Paragraph", (), None, None),
            ("gap", "Not shared", (GP, "Police"), "drinking", 0.8),
        ],
    ),
    (
        "item-through-the-case",
        {**CASE, "topic": "Drinking"},
        "paragraph",
        [("2.3",), ("2.4",), ("3.1",), ("3.6",)],
    ),
    (
        "item-of-information",
        {**CASE, "topic": "drinking"},
        "party status first_known from paragraph",
        [
            (HV, "Knew", "2020-02-05", "Maternal grandmother", "2.3"),
            ("Maternal grandmother", "Knew", "2020-02-05", None, "2.3"),
            (GP, "Knew", "2020-02-10", HV, "2.4"),
            ("Adult mental health", "Knew", None, None, "3.6"),
            (CSC, "Never knew", None, None, "3.6"),
            ("Police", "Never knew", None, None, "3.1"),
        ],
    ),
    (
        "item-of-information",
        {**CASE, "topic": "drinking", "without": "yes"},
        "party",
        [(CSC,), ("Police",)],
    ),
    (
        "where-it-stopped",
        {**CASE, "topic": "drinking"},
        "holder since contact kind date certainty paragraph",
        [(GP, "2020-02-10", CSC, "letter", "2020-02-12", "certain", "2.5")],
    ),
    ("where-it-stopped", {**CASE, "topic": "drinking"}, "days_lost days_lost_most", [(None, None)]),
    (
        "where-it-stopped",
        {**CASE, "topic": "drinking", "ruled_out": "yes"},
        "certainty",
        [("certain",), ("impossible",)],
    ),
    (
        "time-to-sharing",
        {},
        "agency items shared lower_quartile median upper_quartile longest cases",
        [(HV, 3, 3, 5.0, 5.0, 5.0, 5, 3)],
    ),
    ("time-to-sharing", {"show_small": True, "agency_type": "gp"}, "items shared median", [(3, 0, None)]),
    ("time-to-sharing", {"show_small": True, "factor": "neglect"}, "agency", []),
    (
        "held-but-never-together",
        CASE,
        "topic holders first together met",
        [("drinking", ("Adult mental health", GP, HV), "2020-02-05", 0, 2)],
    ),
    ("held-but-never-together", {**CASE, "least": 4}, "topic", []),
    ("information-gaps", {**CASE, "kind": "no_handover"}, "topics", [((),)]),
    ("communications", {**CASE, "receiver": "gp"}, "topics", [(("drinking",),)]),
    ("adult-services-to-children", CASE, "paragraph", [("3.6",)]),
    (
        "adult-services-to-children",
        {**CASE, "childrens_service": "childrens_social_care"},
        "kind holder receiver about",
        [
            ("not_shared", ("Adult mental health",), (CSC,), "drinking"),
            (None, ("Adult mental health",), (), "drinking"),
        ],
    ),
    ("concerns-from-family", CASE, "sender followed", [("Maternal grandmother", 2)]),
    ("concerns-from-family", {**CASE, "nothing_followed": True}, "paragraph", []),
    ("concerns-from-family", {**CASE, "days": 5}, "followed", [(1,)]),
    ("sent-not-received", CASE, "paragraph received", [("2.3", None), ("2.5", False)]),
    ("sent-not-received", {**CASE, "stated": "yes"}, "paragraph", [("2.5",)]),
    (
        "absences-by-meeting-type",
        {},
        "type agency absent attended cases",
        [("Core group", "Police", 3, 0, 3)],
    ),
    ("meetings-not-held", CASE, "what type paragraph", [("meeting", "Strategy meeting", "2.6")]),
    ("closed-then-concern", CASE, "closed next days_after", [("2020-03-01", "Missed appointment", 19)]),
    ("closed-then-concern", {**CASE, "days": 7}, "closed", []),
    (
        "transfers",
        CASE,
        "what gaps_after",
        [("Move", ("no_handover",)), ("Change of worker", ("no_handover",)), ("No handover", ())],
    ),
    ("worker-changes", CASE, "date gaps_after", [("2020-02-15", ("no_handover",))]),
    ("worker-changes", {**CASE, "days": 2}, "gaps_after", [((),)]),
    ("disagreement", CASE, "paragraph", [("3.8",)]),
    ("childs-voice", CASE, "what paragraph", [("Not heard", "3.5")]),
    ("adults-in-the-household", CASE, "member kinship gaps", [("Mr Ash", "Partner", ("not_sought",))]),
    ("factors", CASE, "factor places", [("Parental alcohol use", 1), ("Reliance on self-report", 1)]),
    ("accumulating-concerns", CASE, "concern number", [("Arrest or offence", 3), ("Incident", 4)]),
    ("self-report", CASE, "what", [("Not sought",), ("Reliance on self-report",)]),
    (
        "recommendations-for-gaps",
        {**CASE, "none_only": "no"},
        "holder kind recommendations",
        [
            ("Adult mental health", "not_shared", ()),
            (CSC, "not_assessed", ()),
            (GP, "not_shared", ("Recommendation 1",)),
            (GP, "not_sought", ("Recommendation 1",)),
            (HV, "no_handover", ()),
            ("Midwifery", "not_sought", ()),
            ("The network as a whole", "not_heard", ()),
        ],
    ),
    ("recurring-recommendations", {}, "agency cases first_year last_year", [(GP, 3, "2021", "2023")]),
    ("reasons-for-gaps", {}, "reason kind gaps cases", [("Belief about threshold", "not_assessed", 3, 3)]),
    ("good-practice", CASE, "what paragraph", [("Communication", "2.4"), ("Passage", "3.7")]),
    (
        "how-sure",
        CASE,
        "what findings to_the_day less_exact undated reviewed",
        [
            ("gap", 7, 1, 0, 6, 0),
            ("event", 6, 5, 1, 0, 0),
            ("communication", 3, 3, 0, 0, 0),
            ("knowledge", 3, 1, 0, 2, 0),
            ("agency", 2, 0, 0, 0, 0),
            ("factor", 2, 0, 0, 0, 0),
            ("meeting", 2, 1, 0, 1, 0),
            ("family member", 1, 0, 0, 0, 0),
            ("recommendation", 1, 0, 0, 0, 0),
            ("topic", 1, 0, 0, 0, 0),
        ],
    ),
    ("statutory-clocks", CASE, "clock", []),
    (
        "expected-attendance",
        CASE,
        "type present absent not_mentioned",
        [("Core group", (HV,), (), (CSC,))],
    ),
    ("similar-cases", {**CASE, "limit": 1}, "report likeness agencies", [("child-hazel", 1.0, 2)]),
]


def test_the_answers_are_those_worked_out_by_hand(ask: Ask) -> None:
    """All in one test: to load the reviews takes longer than to ask every question."""
    given = [_columns(ask(name, **values), columns) for name, values, columns, _ in ANSWERS]
    wrong = [
        (name, values, got, expected)
        for (name, values, _, expected), got in zip(ANSWERS, given, strict=True)
        if got != expected
    ]
    assert wrong == []
    for row in ask("information-gaps", **CASE).records():
        assert str(row["quote"]) in " ".join(PARAGRAPHS.values())


def test_every_question_has_an_answer_worked_out_by_hand() -> None:
    assert {name for name, *_ in ANSWERS} == set(Catalogue.load().names())


def test_the_engine_takes_every_text_of_every_question(store: Store) -> None:
    assert [str(problem) for problem in check_catalogue(Catalogue.load(), store)] == []


def test_a_skeleton_can_be_asked_as_it_stands(ask: Ask, store: Store) -> None:
    mine = parse_template(skeleton("mine"), name="mine", source="mine.cypher")
    answer = run_query(store, mine, {**CASE, "holder": "health visiting"})
    assert _columns(answer, "kind paragraph") == [("No handover", "3.2")]


def test_few_reports_are_held_back_on_request_only(ask: Ask) -> None:
    assert len(ask("factors-together", factor="parental_alcohol").rows) == 1
    assert ask("factors-together", show_small=True).withheld is None


def test_a_reading_without_number_or_page_is_found_by_its_heading(store: Store) -> None:
    text = "Findings\nThe surgery did not tell the police.\n"
    report = Document(
        name="plain.txt",
        media_type="text/plain",
        text=text,
        passages=(
            Passage(kind="heading", start=0, end=8, level=1),
            Passage(kind="paragraph", start=9, end=len(text) - 1),
        ),
    )
    (place,) = evidence(report, "The surgery did not tell the police")
    gap = Gap(kind="not_shared", evidence=(replace(place, page=None),))
    (title,) = evidence(report, "Findings")
    load_review(store, Review(id="plain", document=report, case=Case(evidence=(title,)), gaps=(gap,)))
    catalogue = Catalogue.load()
    answer = run_query(store, catalogue.get("information-gaps"), {"case": "plain"})
    assert _columns(answer, "paragraph") == [("under Findings",)]
    said = run_query(store, catalogue.get("evidence"), {"case": "plain", "paragraph": "under Findings"})
    assert "gap" in [row["what"] for row in said.records()]


def _columns(table: Table, names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names.split()) for row in table.records()]
