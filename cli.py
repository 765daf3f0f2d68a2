"""The command line: parse, call one function, print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from ontology.errors import CasetraceError, UsageError

if TYPE_CHECKING:
    from graph.embedded import Embedded
    from graph.store import Store
    from queries.table import Table

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ["table", "csv", "json", "jsonl", "markdown"]
SAMPLE = "child-wren.txt"
STANDARD_STREAM = "-"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options of the command itself say: which database, which data folder."""

    uri: str | None
    username: str | None
    password: str | None
    database: str | None
    data: Path | None


def output_format(command: F) -> F:
    """Add --format, the same on every command that prints a table."""
    return click.option(
        "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True
    )(command)


def case_option(text: str) -> Callable[[F], F]:
    """Add --case with completion of the cases in the graph."""
    return click.option("--case", shell_complete=complete_case, help=text)


def confidence_option(command: F) -> F:
    """Add --min-confidence, the least probability a fact must have to be kept."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        help="Keep facts at least this likely (default: the best balance for each category).",
    )(command)


def complete_query(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Complete the name of a question."""
    from queries.catalogue import Catalogue

    return [name for name in Catalogue.load().names() if name.startswith(incomplete)]


def complete_case(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Complete the id of a case that is in the graph; nothing where the database does not answer."""
    from graph.load import known_cases

    try:
        context.find_root().obj = {"settings": Settings(**_database_options(context.find_root()))}
        with _store(context.find_root()) as store:
            return [case for case in known_cases(store, ()) if case.startswith(incomplete)]
    except CasetraceError:
        return []


def _database_options(context: click.Context) -> dict[str, Any]:
    return {name: context.params.get(name) for name in Settings.__dataclass_fields__}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="casetrace")
@click.option("--uri", envvar="NEO4J_URI", help="Bolt address of a Neo4j server; else the embedded one.")
@click.option("--username", envvar="NEO4J_USERNAME", help="User name at that server.")
@click.option("--password", envvar="NEO4J_PASSWORD", help="Password (better: set NEO4J_PASSWORD).")
@click.option("--database", envvar="NEO4J_DATABASE", help="Database at that server.")
@click.option(
    "--data",
    envvar="CASETRACE_DATA",
    type=click.Path(path_type=Path),
    help="Folder of the embedded database (default: the user's data folder).",
)
@click.option("--debug", is_flag=True, help="Show the stack of an error.")
@click.pass_context
def cli(context: click.Context, /, debug: bool, **options: Any) -> None:
    """Who knew what, when, and where it stopped: a knowledge graph of safeguarding reviews.

    Reads published reviews, keeps what they say as a graph with the evidence for each fact, and
    answers named questions about it. Nothing leaves this machine.
    """
    context.ensure_object(dict)["debug"] = debug
    context.obj["settings"] = Settings(**options)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; an error is one line and a hint."""
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        code = cli.main(args=arguments, prog_name="casetrace", standalone_mode=False)
    except CasetraceError as error:
        if debug:
            raise
        _complain(error)
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was not finished was not stored.", err=True)
        code = 130
    except BrokenPipeError:  # the reader of a pipe has had enough
        sys.stdout = None
        code = 0
    except Exception as fault:
        if debug:
            raise
        click.echo(f"Error: a fault in casetrace itself: {type(fault).__name__}: {fault}", err=True)
        click.echo("Hint: run it again with --debug and report what it shows", err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _complain(error: CasetraceError) -> None:
    place = f"{error.source}: " if error.source else ""
    click.echo(f"Error: {place}{error.message}", err=True)
    if error.hint:
        click.echo(f"Hint: {error.hint}", err=True)


@contextmanager
def _store(context: click.Context) -> Iterator[Store]:
    from graph.connection import connect

    settings: Settings = context.obj["settings"]
    with connect(
        uri=settings.uri,
        username=settings.username,
        password=settings.password,
        database=settings.database,
        data=settings.data,
    ) as store:
        yield store


@contextmanager
def _output(target: str) -> Iterator[BinaryIO]:
    """Open a file to write bytes to, or standard output for "-"; a failed export leaves no file."""
    if target == "-":
        with nullcontext(sys.stdout.buffer) as out:
            yield out
        return
    path = Path(target)
    partial = path.with_name(path.name + ".part")
    try:
        with partial.open("wb") as out:
            yield out
        partial.replace(path)
    except OSError as cause:
        raise UsageError(f"cannot write: {cause.strerror}", source=target, hint="give another -o") from cause
    finally:
        partial.unlink(missing_ok=True)


def _show(table: Table, format_: str) -> None:
    from queries.render import render

    click.echo(render(table, format_), nl=False)


@cli.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Load the fictional sample review and show its information-sharing gaps."""
    with as_file(files("loaders") / "sample" / SAMPLE) as sample, _store(context) as store:
        code = _load(store, [str(sample)], case_id=None, min_confidence=None, restore=True)
        _run(store, "information-gaps", {"case": sample.stem}, format_="table")
    click.echo(f"Next: casetrace show {sample.stem}, casetrace query list", err=True)
    context.exit(code)


@cli.command()
@click.argument("documents", nargs=-1, required=True, metavar="FILE...")
@case_option("Case id to load a single file under (default: the file's name).")
@confidence_option
@click.option("--restore", is_flag=True, help="Load a review again that was withdrawn.")
@click.pass_context
def load(context: click.Context, /, documents: tuple[str, ...], restore: bool, **options: Any) -> None:
    """Read reviews (text, Markdown, PDF, DOCX, HTML) and keep what they say in the graph.

    Each file is loaded whole or not at all. Loading a file again changes nothing; a changed file
    replaces what its earlier version said. "-" reads standard input.
    """
    with _store(context) as store:
        context.exit(
            _load(
                store,
                list(documents),
                case_id=options["case"],
                min_confidence=options["min_confidence"],
                restore=restore,
            )
        )


def _load(store: Store, documents: list[str], **options: Any) -> int:
    """Load files with progress on standard error; return the exit code."""
    from graph.batch import load_files
    from queries.summaries import dropped_line, loaded_table

    done = []
    with _progress(len(documents)) as step:
        for outcome in load_files(store, documents, progress=step, **options):
            done.append(outcome)
    loaded = [outcome for outcome in done if outcome.error is None]
    failed = [outcome.error for outcome in done if outcome.error is not None]
    if loaded:
        _show(loaded_table(loaded), "table")
        click.echo(dropped_line(loaded))
    for error in failed:
        _complain(error)
    if failed and len(done) > 1:
        click.echo(f"{len(loaded)} of {len(done)} files loaded.", err=True)
    return max((error.exit_code for error in failed), default=0)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        started = 0

        def step(name: str) -> None:
            nonlocal started
            progress.update(task, description=f"reading {Path(name).name}", completed=started)
            started += 1

        yield step


@cli.command()
@click.argument("document", metavar="FILE")
@click.option("--format", "format_", type=click.Choice(["json", "table"]), default="json", show_default=True)
@confidence_option
@click.option(
    "--explain", is_flag=True, help="Show how each sentence with a cue was judged as a gap, and why."
)
@click.option("--paragraph", help="With --explain: only this paragraph, by its number as printed.")
def extract(
    document: str, format_: str, min_confidence: float | None, explain: bool, paragraph: str | None
) -> None:
    """Read one document and print what it says; no database is needed.

    "-" reads standard input. The JSON is the contract between this and other tools.
    """
    from graph.batch import explanations, read_review
    from loaders.extract.contract import contract
    from queries.summaries import found_table

    if explain or paragraph:
        for line in explanations(document, paragraph):
            click.echo(line)
        return
    review, _ = read_review(document, min_confidence=min_confidence)
    if format_ == "json":
        click.echo(json.dumps(contract(review), ensure_ascii=False, indent=1))
    else:
        _show(found_table(review), format_)


@cli.command()
@output_format
@click.pass_context
def cases(context: click.Context, format_: str) -> None:
    """List the cases in the graph."""
    from queries.overview import cases_table

    with _store(context) as store:
        _show(cases_table(store), format_)


@cli.command()
@click.argument("case", shell_complete=complete_case)
@output_format
@click.pass_context
def show(context: click.Context, case: str, format_: str) -> None:
    """Show one case whole: who is who, what happened, what was missed, what was recommended."""
    from queries.overview import show_case

    with _store(context) as store:
        click.echo(show_case(store, case, format_), nl=False)


@cli.group()
def query() -> None:
    """Ask named questions of the graph."""


def library_option(command: F) -> F:
    """Add --library, the user's own folders of templates."""
    return click.option(
        "--library",
        envvar="CASETRACE_LIBRARY",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Folder with query templates of your own (may be repeated).",
    )(command)


@query.command("list")
@library_option
@output_format
def query_list(library: tuple[Path, ...], format_: str) -> None:
    """List the questions that can be asked."""
    from queries.catalogue import Catalogue
    from queries.listing import catalogue_table

    _show(catalogue_table(Catalogue.load(library)), format_)


@query.command("show")
@click.argument("name", shell_complete=complete_query)
@library_option
def query_show(name: str, library: tuple[Path, ...]) -> None:
    """Show one question: parameters, columns, reading advice and its Cypher."""
    from queries.catalogue import Catalogue
    from queries.listing import describe

    click.echo(describe(Catalogue.load(library).get(name)))


@query.command("run")
@click.argument("name", shell_complete=complete_query)
@case_option("The case to ask about (same as -p case=…).")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter.")
@click.option("--all", "show_small", is_flag=True, help="Show rows that rest on few reports too.")
@click.option("--explain", is_flag=True, help="Print the Cypher and its parameters; do not run it.")
@library_option
@output_format
@click.pass_context
def query_run(
    context: click.Context,
    /,
    name: str,
    case: str | None,
    parameters: tuple[str, ...],
    format_: str,
    **options: Any,
) -> None:
    """Ask a question and print the answer."""
    from queries.catalogue import Catalogue
    from queries.listing import explain_query

    values = _values(parameters) | ({"case": case} if case else {})
    if options["explain"]:
        template = Catalogue.load(options["library"]).get(name)
        click.echo(explain_query(template, values))
        return
    with _store(context) as store:
        _run(store, name, values, format_, options["library"], show_small=options["show_small"])


def _run(
    store: Any,
    name: str,
    values: dict[str, Any],
    format_: str,
    library: tuple[Path, ...] = (),
    **options: Any,
) -> None:
    from queries.catalogue import Catalogue
    from queries.runner import run_query

    catalogue = Catalogue.load(library)
    for note in catalogue.notes:
        click.echo(f"Note: {note}", err=True)
    _show(run_query(store, catalogue.get(name), values, **options), format_)


def _values(parameters: tuple[str, ...]) -> dict[str, Any]:
    """Return NAME=VALUE options as a mapping; a name given more than once has a list."""
    values: dict[str, Any] = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals:
            raise UsageError(f"-p {parameter} has no value", hint="write -p NAME=VALUE")
        values[name] = [*_listed(values[name]), value] if name in values else value
    return values


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@cli.command()
@click.option("--format", "format_", default="graphml", show_default=True, help="One of --list.")
@click.option("--list", "list_", is_flag=True, help="List the formats and leave.")
@click.option(
    "--case",
    "case_ids",
    multiple=True,
    shell_complete=complete_case,
    help="Only this case (may be repeated).",
)
@click.option("--view", default="full", show_default=True, help="What becomes node and edge; see --list.")
@click.option(
    "-o", "--output", default=STANDARD_STREAM, show_default=True, help='File or folder, "-": standard output.'
)
@click.pass_context
def export(context: click.Context, /, format_: str, list_: bool, **options: Any) -> None:
    """Write cases in a format that other tools open."""
    from graph.export.registry import exporter
    from graph.load import known_cases
    from queries.summaries import formats_table, views_table

    if list_:
        _show(formats_table(), "table")
        _show(views_table(), "table")
        return
    chosen = exporter(format_)
    with _store(context) as store:
        cases = known_cases(store, options["case_ids"])
        if chosen.folder and options["output"] != STANDARD_STREAM:
            chosen.write(store, cases, options["view"], Path(options["output"]))
            return
        with _output(options["output"]) as out:
            chosen.write(store, cases, options["view"], out)


@cli.command()
@click.argument("case", required=False, shell_complete=complete_case)
@output_format
@click.pass_context
def check(context: click.Context, case: str | None, format_: str) -> None:
    """Check what is stored against the ontology's shapes; exit 1 where it does not conform."""
    from graph.check import check_cases
    from queries.summaries import violations_table

    with _store(context) as store:
        violations = check_cases(store, [case] if case else [])
    if violations or format_ != "table":
        _show(violations_table(violations), format_)
    else:
        click.echo("Everything stored meets the ontology's shapes.")
    context.exit(1 if violations else 0)


@cli.command()
@click.argument("case", shell_complete=complete_case)
@click.pass_context
def withdraw(context: click.Context, case: str) -> None:
    """Remove a case's text, quotes and facts; its id and the hash of its file stay."""
    from graph.withdraw import withdraw as withdraw_case

    with _store(context) as store:
        withdraw_case(store, case)
    click.echo(f"{case}: text, quotes and facts removed; id and hash kept.")


@cli.command()
@click.option(
    "--format", "format_", type=click.Choice(["markdown", "turtle"]), default="markdown", show_default=True
)
def ontology(format_: str) -> None:
    """Print the ontology: a readable reference, or Turtle."""
    from ontology.reference import reference_markdown, turtle

    click.echo(turtle() if format_ == "turtle" else reference_markdown(), nl=False)


@cli.group()
def db() -> None:
    """The embedded database: where it is, start it, stop it."""


@db.command("status")
@output_format
@click.pass_context
def db_status(context: click.Context, format_: str) -> None:
    """Say whether the embedded database runs, where its data and log are."""
    from queries.summaries import server_table

    _show(server_table(_embedded(context)), format_)


@db.command("start")
@click.pass_context
def db_start(context: click.Context) -> None:
    """Start the embedded database, or find the one that runs."""
    server = _embedded(context)
    click.echo(f"The embedded database runs at {server.start().uri}, its data in {server.folder}.")


@db.command("stop")
@click.pass_context
def db_stop(context: click.Context) -> None:
    """Stop the embedded database; its data stays."""
    stopped = _embedded(context).stop()
    click.echo("Stopped." if stopped else "It was not running.")


def _embedded(context: click.Context) -> Embedded:
    from graph.embedded import Embedded

    return Embedded.at(context.obj["settings"].data)


if __name__ == "__main__":
    main()
