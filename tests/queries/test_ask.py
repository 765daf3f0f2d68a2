"""The conversation: lines in, lines out, as over a pipe."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.load import load_review
from graph.store import Store
from ontology.errors import UsageError
from queries.ask import Conversation, command, row_values
from queries.catalogue import Catalogue
from queries.menu import chosen, in_order
from queries.parameters import Parameter
from tests.queries.small import REVIEWS


def talk(store: Store, lines: Iterable[str], case: str = "") -> str:
    """What is said while these lines are typed; EOFError where they run out."""
    typed, said = iter(lines), []

    def hear(prompt: str) -> str:
        said.append(prompt)
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    Conversation(store, Catalogue.load(), hear, said.append, case).run()
    return "\n".join(said)


@pytest.fixture
def filled(store: Store) -> Store:
    for review in REVIEWS:
        load_review(store, review)
    return store


def test_an_empty_line_leaves(filled: Store) -> None:
    said = talk(filled, [""])
    assert "Information flow" in said
    assert "Learning and quality" in said


def test_a_question_is_asked_answered_and_followed_by_the_next(filled: Store) -> None:
    lines = [
        "information-gaps",
        "2",  # child-juniper, the second case
        "not_shared",
        "general practice",  # a label will do
        *[""] * 3,
        "evidence",
        "1",  # of the first row
        "",
        "",
    ]
    said = talk(filled, lines)
    assert "Information-sharing gaps: child-juniper" in said
    asked = 'information-gaps -p case=child-juniper -p kind=not_shared -p "holder=general practice"'
    assert asked.replace('"', "'") in said
    assert "What one paragraph says: child-juniper" in said
    assert "-p paragraph=3.1" in said
    assert said.count("did not pass on what it knew about the drinking") > 1


def test_the_topic_stays_the_same_in_what_follows(filled: Store) -> None:
    lines = [
        "information-gaps",
        "child-juniper",
        *[""] * 5,
        "where-it-stopped",
        "1",
        "item-of-information",
        "",
        "",
    ]
    said = talk(filled, lines)
    assert "Where an item of information stopped: child-juniper" in said
    assert "item-of-information -p case=child-juniper -p topic=drinking" in said


def test_what_is_wrong_is_told_and_asked_again(filled: Store) -> None:
    lines = ["recommendation", "recommendations", "child-hazle", "child-hazel", "", "", ""]
    said = talk(filled, lines)
    assert "did you mean 'recommendations'" in said
    assert "did you mean 'child-hazel'" in said
    with pytest.raises(EOFError):
        talk(filled, ["evidence", "child-rowan", ""])
    lines = ["closed-then-concern", "", "many", "?", "90", "inciden", "incident", "", ""]
    said = talk(filled, lines, case="child-rowan")
    assert "'many' is not a whole number" in said
    assert "Any words will do" in said
    assert "did you mean 'incident'" in said
    assert "Closed, then a new concern: child-rowan" in said


def test_the_case_last_asked_about_is_offered_again(filled: Store) -> None:
    said = talk(filled, ["recommendations", "child-hazel", "", "", "how-sure", "", "", ""])
    assert "Enter: child-hazel" in said
    assert "How sure we are: child-hazel" in said


def test_groups_come_as_the_projects_list_has_them() -> None:
    groups = dict.fromkeys(one.group for one in in_order(Catalogue.load()))
    assert list(groups) == [
        "Information flow",
        "Meetings and process",
        "Child, family, risk",
        "Learning and quality",
    ]


@pytest.mark.parametrize(
    ("line", "many", "value"),
    [
        ("2", False, "phone"),
        ("1, 2", True, "letter,phone"),
        ("phone", False, "phone"),
        ("7", False, "7"),
        ("", False, ""),
        (" , ", True, ""),
    ],
)
def test_numbers_stand_for_what_is_listed(line: str, many: bool, value: str) -> None:
    assert chosen(line, {"letter": "Letter", "phone": "Telephone"}, many=many) == value


def test_a_row_gives_the_first_of_its_columns_that_holds_something() -> None:
    topic = Parameter(name="topic", type="topic", from_row=("topics", "about"))
    assert row_values([topic], {"topics": (), "about": "iron"}) == {"topic": "iron"}
    assert row_values([topic], {"topics": ("iron", "milk"), "about": "x"}) == {"topic": "iron"}
    assert row_values([topic], {"kind": "x"}) == {}


def test_the_command_is_ready_to_paste() -> None:
    template = Catalogue.load().get("evidence")
    assert command(template, {"case": "child-x", "paragraph": "under Key findings"}).endswith(
        "-p 'paragraph=under Key findings'"
    )


def test_an_empty_graph_says_what_to_do(store: Store) -> None:
    from queries.terminal import converse

    with pytest.raises(UsageError, match="casetrace load"):
        converse(store, None)
