"""What the Tab key gives, word by word as a shell sends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete, get_completion_class

from cli import cli
from graph.connection import connect
from graph.embedded import Embedded
from graph.load import load_review
from ontology import vocabulary
from queries.bash_completion import EqualsComplete
from tests.queries.small import REVIEWS

RUN = ("query", "run", "information-gaps")


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no reason for a test to fail."""
    monkeypatch.setattr("queries.completion.PATIENCE", 60)


@pytest.fixture
def data(embedded: Embedded, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an embedded database that holds the small reviews."""
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.delenv("CASETRACE_LIBRARY", raising=False)
    with connect(data=embedded.folder) as store:
        store.run("MATCH (n) WHERE NOT n:Concept AND NOT n:Ontology DETACH DELETE n")
        for review in REVIEWS:
            load_review(store, review)
    monkeypatch.setenv("CASETRACE_DATA", str(embedded.folder))
    return embedded.folder


def offered(*words: str) -> list[str]:
    """What is offered for the last word, as zsh and fish send it."""
    shell = ShellComplete(cli, {}, "casetrace", "_CASETRACE_COMPLETE")
    return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]


def in_bash(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """The lines that Bash reads, which takes words apart at an equals sign."""
    monkeypatch.setenv("COMP_WORDS", "\n".join(("casetrace", *words)))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    lines = EqualsComplete(cli, {}, "casetrace", "_CASETRACE_COMPLETE").complete().splitlines()
    return [line.partition(",")[2] for line in lines]


def test_questions() -> None:
    assert offered("query", "run", "information-g") == ["information-gaps"]
    assert "information-gaps" in offered("query", "show", "")


def test_names_of_parameters_and_the_values_of_the_only_one() -> None:
    assert {"kind=", "holder=", "about="} <= set(offered(*RUN, "-p", ""))
    assert offered(*RUN, "-p", "ki")[0].startswith("kind=")


def test_codes_of_every_kind_of_list() -> None:
    kinds = [f"kind={code}" for code in vocabulary.codes("GapKind")]
    assert offered(*RUN, "-p", "kind=") == kinds
    assert offered(*RUN, "-p", "kind=not_sha") == ["kind=not_shared"]
    assert "holder=mother" in offered(*RUN, "-p", "holder=mo")
    assert offered(*RUN, "-p", "kind=not_used,not_sha") == ["kind=not_used,not_shared"]
    assert offered("query", "run", "childs-voice", "-p", "not_heard=") == ["not_heard=yes", "not_heard=no"]


@pytest.mark.usefixtures("data")
def test_cases_come_from_the_graph() -> None:
    assert offered(*RUN, "-p", "case=child-j") == ["case=child-juniper"]
    assert offered(*RUN, "--case", "child-") == ["child-hazel", "child-juniper", "child-rowan"]
    assert offered("show", "child-r") == ["child-rowan"]


@pytest.mark.usefixtures("data")
def test_topics_come_from_the_graph() -> None:
    asked = ("query", "run", "item-of-information")
    assert offered(*asked, "--case", "child-juniper", "-p", "topic=") == ["topic=drinking"]
    assert offered(*asked, "-p", "case=child-juniper", "-p", "topic=dr") == ["topic=drinking"]
    assert offered(*asked, "-p", "topic=dr") == ["topic=drinking"]
    assert offered("trace", "child-juniper", "dr") == ["drinking"]


@pytest.mark.usefixtures("data")
def test_bash_takes_words_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_bash(monkeypatch, *RUN, "-p", "case", "=", "child-j") == ["child-juniper"]
    assert in_bash(monkeypatch, *RUN, "-p", "case", "=", "child-rowan", "-p", "kind", "=", "not_sha") == [
        "not_shared"
    ]
    assert in_bash(monkeypatch, *RUN, "-p", "kind", "=")[:1] == [vocabulary.codes("GapKind")[0]]
    assert in_bash(monkeypatch, *RUN, "-p", "cas") == [
        f"case={one.id}" for one in sorted(REVIEWS, key=lambda one: one.id)
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("query", "run", "no-such-question", "-p", "case="),
        (*RUN, "-p", "no_such=x"),
        ("--uri", "bolt://127.0.0.1:9", "--password", "x", "show", ""),
        ("--uri", "bolt://127.0.0.1:9", "show", ""),
        ("--data", "/nowhere/at/all", "show", ""),
        ("query", "run", "--library", "/nowhere", ""),
    ],
)
def test_it_is_silent_where_it_fails(
    words: tuple[str, ...], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASETRACE_DATA", raising=False)
    assert offered(*words) == []
    assert capfd.readouterr() == ("", "")


def test_bash_has_it(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    from queries.terminal import exit_code

    monkeypatch.setenv("_CASETRACE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "casetrace quer")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit):
        exit_code(cli, [])
    assert capfd.readouterr().out == "plain,query\n"
    assert get_completion_class("bash") is EqualsComplete
