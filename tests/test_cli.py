"""The command line as a user types it: what it prints, what it ends with, what bad input gets."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from cli import main
from graph.connection import connect
from graph.embedded import Embedded
from graph.report.corpus import SECTIONS
from tests.graph.report.pages import parsed, words

SAMPLE = Path(str(files("loaders"))) / "sample" / "child-wren.txt"
NAMED_DATABASE = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "CASETRACE_DATA")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command ended with and printed."""

    code: int
    output: str
    errors: str


Command = Callable[..., Outcome]


@pytest.fixture
def casetrace(
    embedded: Embedded, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """Run a command on the embedded database of the test run."""
    for name in NAMED_DATABASE:
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Outcome:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main(["--data", str(embedded.folder), *arguments])
        captured = capfd.readouterr()
        return Outcome(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture(scope="module")
def loaded(embedded: Embedded) -> None:
    """The sample review, alone in the embedded database."""
    with connect(data=embedded.folder) as store:
        store.run("MATCH (n) WHERE NOT n:Concept AND NOT n:Ontology DETACH DELETE n")
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit):
        for name in NAMED_DATABASE:
            patch.delenv(name, raising=False)
        main(["--data", str(embedded.folder), "load", str(SAMPLE)])


@pytest.mark.usefixtures("loaded")
class TestOnTheSample:
    """Commands that read what is stored of the sample review."""

    def test_demo_says_that_nothing_changed_and_shows_the_gaps(self, casetrace: Command) -> None:
        shown = casetrace("demo")
        assert shown.code == 0
        assert "unchanged" in shown.output
        assert "Information-sharing gaps" in shown.output
        assert max(map(len, shown.output.splitlines())) <= 100

    def test_cases(self, casetrace: Command) -> None:
        assert "child-wren" in casetrace("cases").output
        rows = json.loads(casetrace("cases", "--format", "json").output)
        assert [row["case"] for row in rows] == ["child-wren"]

    def test_trace_shows_who_knew_and_what_was_missing(self, casetrace: Command) -> None:
        shown = casetrace("trace", "child-wren", "take-home", "doses")
        assert shown.code == 0
        for part in ("Who knew", "The way it took", "Where it stopped", "What the review says was missing"):
            assert part in shown.output
        assert "Substance misuse service" in shown.output
        assert max(map(len, shown.output.splitlines())) <= 100

    def test_trace_gives_programs_the_same(self, casetrace: Command) -> None:
        told = json.loads(casetrace("trace", "child-wren", "methadone", "--format", "json").output)
        assert (told["case"], told["topic"]) == ("child-wren", "methadone")
        listed = casetrace("trace", "child-wren", "methadone", "--format", "csv").output.splitlines()
        assert len(listed) == len(told["knowledge"]) + 1

    def test_trace_draws_who_knew(self, casetrace: Command, tmp_path: Path) -> None:
        drawn = tmp_path / "known.svg"
        shown = casetrace("trace", "child-wren", "methadone", "--svg", str(drawn))
        assert (shown.code, shown.output) == (0, "")
        assert drawn.read_text(encoding="utf-8").startswith("<svg")

    def test_trace_of_what_is_not_there_says_so(self, casetrace: Command) -> None:
        shown = casetrace("trace", "child-wren", "ferrets")
        assert (shown.code, shown.output) == (1, "")
        assert "nothing in child-wren matches 'ferrets'" in shown.errors
        assert casetrace("trace", "child-wern", "methadone").code == 2

    def test_timeline_in_words_and_as_a_picture(self, casetrace: Command, tmp_path: Path) -> None:
        assert "Core group" in casetrace("timeline", "child-wren").output
        file = tmp_path / "wren.svg"
        assert casetrace("timeline", "child-wren", "--svg", str(file), "--width", "900").code == 0
        picture = file.read_text(encoding="utf-8")
        assert picture.startswith("<svg") and 'width="900"' in picture
        assert casetrace("timeline", "child-wren", "--svg", "-", "--width", "900").output == picture

    def test_show(self, casetrace: Command) -> None:
        shown = casetrace("show", "child-wren")
        assert shown.code == 0
        assert "(Mother)" in shown.output
        assert max(map(len, shown.output.splitlines())) <= 100
        assert json.loads(casetrace("show", "child-wren", "--format", "json").output)["gap-kinds"]

    @pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl", "markdown"])
    def test_query_in_every_format(self, casetrace: Command, format_: str) -> None:
        answer = casetrace("query", "run", "information-gaps", "--case", "child-wren", "--format", format_)
        assert answer.code == 0
        assert "not_shared" in answer.output.replace("\\_", "_")

    def test_query_explained_is_ready_to_paste(self, casetrace: Command) -> None:
        explained = casetrace("query", "run", "information-gaps", "--case", "child-wren", "--explain")
        assert ':param case => "child-wren";' in explained.output
        assert "MATCH (:Case {id: $case})" in explained.output

    def test_a_question_of_ones_own(self, casetrace: Command, tmp_path: Path) -> None:
        library = ("--library", str(tmp_path))
        written = casetrace("query", "new", "my-own", *library)
        assert written.code == 0
        assert str(tmp_path / "my-own.cypher") in written.output
        assert casetrace("query", "check", "my-own", *library).code == 0
        assert casetrace("query", "run", "my-own", "--case", "child-wren", *library).code == 0
        assert "there already" in casetrace("query", "new", "my-own", *library).errors
        (tmp_path / "my-own.cypher").write_text("MATCH (n) RETURN n", encoding="utf-8")
        for named in ("my-own", str(tmp_path / "my-own.cypher")):
            checked = casetrace("query", "check", named, *library)
            assert (checked.code, "no front matter" in checked.output) == (1, True)

    def test_check_finds_that_what_is_stored_conforms(self, casetrace: Command) -> None:
        checked = casetrace("check")
        assert checked.code == 0, checked.output

    @pytest.mark.parametrize("format_", ["graphml", "gexf", "turtle"])
    def test_export_to_a_file_and_to_standard_output(
        self, casetrace: Command, tmp_path: Path, format_: str
    ) -> None:
        file = tmp_path / "wren"
        assert casetrace("export", "--format", format_, "-o", str(file)).code == 0
        assert casetrace("export", "--format", format_, "-o", "-").output == file.read_text(encoding="utf-8")

    def test_a_case_on_one_page(self, casetrace: Command, tmp_path: Path) -> None:
        page = tmp_path / "wren.html"
        written = casetrace("report", "child-wren", "-o", str(page))
        assert written.code == 0 and str(page) in written.errors
        assert casetrace("report", "child-wren", "-o", "-").output == page.read_text(encoding="utf-8")

    def test_every_case_in_a_folder(self, casetrace: Command, tmp_path: Path) -> None:
        written = casetrace("report", "--all", "-o", str(tmp_path / "pages"))
        assert written.code == 0 and "1 page written" in written.errors
        names = sorted(path.name for path in (tmp_path / "pages").iterdir())
        assert names == ["child-wren.html", "index.html"]

    def test_report_of_the_corpus(self, casetrace: Command, tmp_path: Path) -> None:
        page = tmp_path / "all.html"
        written = casetrace("report", "--corpus", "-o", str(page))
        assert written.code == 0 and str(page) in written.errors
        tree = parsed(page.read_text(encoding="utf-8"))
        assert [words(one) for one in tree.xpath("//title | //h1")] == ["Patterns across 1 report"] * 2
        sections = {one.get("id"): words(one) for one in tree.xpath("//section")}
        assert list(sections) == list(SECTIONS)
        assert "child-wren" in sections["reports"]
        held_back = ("agencies", "circumstances", "years", "recommendations")
        assert all("Nothing that enough reports describe" in sections[one] for one in held_back)

    def test_a_failed_report_writes_no_file_and_keeps_the_one_there_was(
        self, casetrace: Command, tmp_path: Path
    ) -> None:
        kept = tmp_path / "kept.html"
        kept.write_text("an earlier page", encoding="utf-8")
        for file in (tmp_path / "out.html", kept):
            refused = casetrace("report", "nobody", "-o", str(file))
            assert (refused.code, refused.output) == (2, "")
            assert "no case 'nobody'" in refused.errors
        assert {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()} == {
            "kept.html": "an earlier page"
        }

    @pytest.mark.parametrize(
        ("arguments", "code", "told"),
        [
            (("show", "child-wran"), 2, "did you mean 'child-wren'"),
            (("export", "--case", "nobody"), 2, "no case 'nobody'"),
            (("withdraw", "nobody"), 2, "no case 'nobody'"),
            (
                ("query", "run", "information-gap", "--case", "child-wren"),
                2,
                "did you mean 'information-gaps'",
            ),
            (("query", "run", "information-gaps"), 2, "case"),
            (("query", "run", "information-gaps", "-p", "case"), 2, "has no value"),
            (("query", "run", "information-gaps", "-p", "case=child-wren", "-p", "kin=x"), 2, "kind"),
            (
                ("query", "run", "information-gaps", "-p", "case=child-wren", "-p", "kind=not_sharde"),
                2,
                "not_shared",
            ),
            (("export", "--format", "gefx"), 2, "gexf"),
            (("export", "-o", "/nowhere/at/all"), 2, "cannot write"),
            (("report", "child-wran"), 2, "did you mean 'child-wren'"),
            (("report",), 2, "name one case, or say --all"),
            (("report", "child-wren", "--all"), 2, "name one case, or say --all"),
            (("report", "--all", "-o", "-"), 2, "give a folder"),
            (("report", "child-wren", "-o", "/nowhere/at/all"), 2, "cannot write"),
            (("report", "--all", "-o", "/dev/null/pages"), 2, "cannot write"),
            (("show", "child-wren", "--format", "xml"), 2, "xml"),
            (("query", "list", "--library", "/nowhere"), 2, "no such folder"),
            (("query", "new", "../mine"), 2, "no name for a question"),
            (("query", "check", "information-gap"), 2, "did you mean 'information-gaps'"),
            (("query", "check", "/nowhere.cypher"), 2, "no such file"),
            (("--uri", "bolt://127.0.0.1:9", "--password", "x", "cases"), 3, "cannot be reached"),
            (("--uri", "bolt://127.0.0.1:9", "cases"), 2, "NEO4J_PASSWORD"),
            (("load", "/nowhere.txt"), 3, "/nowhere.txt"),
        ],
    )
    def test_what_cannot_be_done_is_told_with_a_hint(
        self, casetrace: Command, arguments: tuple[str, ...], code: int, told: str
    ) -> None:
        refused = casetrace(*arguments)
        assert refused.code == code
        assert told in refused.errors
        assert "Traceback" not in refused.errors

    def test_a_failed_export_writes_no_file_and_keeps_the_one_there_was(
        self, casetrace: Command, tmp_path: Path
    ) -> None:
        kept = tmp_path / "kept.graphml"
        kept.write_text("an earlier graph", encoding="utf-8")
        for file in (tmp_path / "out", kept):
            refused = casetrace("export", "--case", "nobody", "-o", str(file))
            assert (refused.code, refused.output) == (2, "")
            assert "no case 'nobody'" in refused.errors
        assert {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()} == {
            "kept.graphml": "an earlier graph"
        }

    def test_the_database_tells_where_it_is(self, casetrace: Command) -> None:
        assert "running" in casetrace("db", "status").output
        assert "bolt://127.0.0.1" in casetrace("db", "start").output


def test_what_cannot_be_read_stops_no_other_file(casetrace: Command, tmp_path: Path) -> None:
    bad = {"empty.txt": b"", "noise.txt": bytes(range(256)) * 40, "false.pdf": b"plain words, no PDF at all"}
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "menu.txt").write_text("Soup of the day\n\nBread and butter\n")
    names = [str(tmp_path / name) for name in [*bad, "menu.txt"]]
    done = casetrace("load", *names, str(SAMPLE))
    assert done.code == 3
    assert "child-wren" in done.output
    assert all(name in done.errors for name in names)
    assert "does not read as a review" in done.errors
    assert "1 of 5 files loaded" in done.errors
    assert json.loads(casetrace("cases", "--format", "json").output)[0]["case"] == "child-wren"


def test_what_is_no_review_ends_with_1(casetrace: Command, tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_text("Soup of the day\n\nBread and butter\n")
    assert casetrace("extract", str(tmp_path / "menu.txt")).code == 1


def test_extract_reads_standard_input(casetrace: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input = io.TextIOWrapper(io.BytesIO(SAMPLE.read_bytes()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", standard_input)
    found = json.loads(casetrace("extract", "-", "--format", "json").output)
    assert found["gaps"]
    assert casetrace("load", "-").code == 2  # a case needs a name


def test_a_conversation_over_a_pipe_ends_quietly(casetrace: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    casetrace("load", "--restore", str(SAMPLE))
    typed = b"recommendations\n\n\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
    talked = casetrace("ask", "--case", "child-wren")
    assert (talked.code, talked.errors) == (0, "")
    assert "casetrace query run recommendations -p case=child-wren" in talked.output


def test_extract_for_people(casetrace: Command) -> None:
    assert "gaps" in casetrace("extract", str(SAMPLE), "--format", "table").output


def test_withdrawing_and_restoring(casetrace: Command) -> None:
    casetrace("load", str(SAMPLE))
    assert casetrace("withdraw", "child-wren").code == 0
    refused = casetrace("load", str(SAMPLE))
    assert refused.code == 2
    assert "--restore" in refused.errors
    assert "restored" in casetrace("load", "--restore", str(SAMPLE)).output


def test_ontology_as_reference_and_as_turtle(casetrace: Command) -> None:
    assert casetrace("ontology").output.startswith("# ")
    assert "@prefix" in casetrace("ontology", "--format", "turtle").output


def test_version(casetrace: Command) -> None:
    assert casetrace("--version").output.startswith("casetrace")


def test_lists(casetrace: Command) -> None:
    assert "information-gaps" in casetrace("query", "list").output
    assert "min_confidence" in casetrace("query", "show", "information-gaps").output
    assert "gexf" in casetrace("export", "--list").output
