"""What commands have in common at the terminal: progress, files to write to, tables, errors as one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from ontology.errors import CasetraceError, UsageError

if TYPE_CHECKING:
    from graph.store import Store
    from queries.table import Table

STANDARD_STREAM = "-"
FINDINGS, FAULT, STOPPED = 1, 1, 130  # exit codes: data not valid, a fault of our own, stopped by the user


def exit_code(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run a command and return what to leave with; an error is told in one line and a hint."""
    if "_CASETRACE_COMPLETE" in os.environ:
        from queries.bash_completion import install

        install()
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        code = command.main(args=arguments, prog_name="casetrace", standalone_mode=False)
    except CasetraceError as error:
        if debug:
            raise
        complain(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was not finished was not stored.", err=True)
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe has had enough
        sys.stdout = None
        return 0
    except Exception as fault:
        if debug:
            raise
        click.echo(f"Error: a fault in casetrace itself: {type(fault).__name__}: {fault}", err=True)
        click.echo("Hint: run it again with --debug and report what it shows", err=True)
        return FAULT
    return code if isinstance(code, int) else 0


def complain(error: CasetraceError) -> None:
    """Tell an error on standard error: what is wrong, where, and what to do."""
    place = f"{error.source}: " if error.source else ""
    click.echo(f"Error: {place}{error.message}", err=True)
    if error.hint:
        click.echo(f"Hint: {error.hint}", err=True)


def print_table(table: Table, format_: str = "table") -> None:
    """Print a table in one of the formats of ``queries.render``."""
    from queries.render import render

    click.echo(render(table, format_), nl=False)


@contextmanager
def output(target: str) -> Iterator[BinaryIO]:
    """Open a file to write bytes to, or standard output for "-"; a failed export leaves no file."""
    if target == STANDARD_STREAM:
        with nullcontext(sys.stdout.buffer) as out:
            yield out
        return
    from graph.whole import whole_file

    with whole_file(Path(target)) as out:
        yield out


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """Show on standard error how many of ``total`` things were read; call what it gives as each begins."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("", total=total)
        started = 0

        def step(name: str) -> None:
            nonlocal started
            shown.update(task, description=f"reading {Path(name).name}", completed=started)
            started += 1

        yield step


def announced(cases: Sequence[str]) -> Iterator[str]:
    """Yield cases one by one, showing how many were read."""
    with progress(len(cases)) as step:
        for case in cases:
            step(case)
            yield case


def load_documents(store: Store, documents: Sequence[str], **options: Any) -> int:
    """Load files, tell what became of each, and return the exit code."""
    from graph.batch import load_files
    from queries.summaries import dropped_table, loaded_table

    done = []
    with progress(len(documents)) as step:
        for outcome in load_files(store, documents, progress=step, **options):
            done.append(outcome)
    loaded = [outcome for outcome in done if outcome.error is None]
    failed = [outcome.error for outcome in done if outcome.error is not None]
    if loaded:
        print_table(loaded_table(loaded))
        click.echo()
        print_table(dropped_table(loaded))
    for error in failed:
        complain(error)
    if failed and len(done) > 1:
        click.echo(f"{len(loaded)} of {len(done)} files loaded.", err=True)
    return max((error.exit_code for error in failed), default=0)


def answer(
    store: Store,
    name: str,
    values: Mapping[str, Any],
    format_: str = "table",
    library: Sequence[Path] = (),
    **options: Any,
) -> None:
    """Ask a question by its name and print the answer."""
    from queries.catalogue import Catalogue
    from queries.runner import run_query

    catalogue = Catalogue.load(library)
    for note in catalogue.notes:
        click.echo(f"Note: {note}", err=True)
    print_table(run_query(store, catalogue.get(name), values, **options), format_)


def check_templates(store: Store, wanted: Sequence[str], library: Sequence[Path] = ()) -> int:
    """Check templates by name or file, or all there are, tell what is wrong, and return the exit code."""
    from graph.schema import prepare
    from queries.catalogue import Catalogue
    from queries.check import check_catalogue

    prepare(store)
    catalogue = Catalogue.load(library)
    chosen = catalogue.named(wanted) if wanted else catalogue
    problems = check_catalogue(chosen, store)
    for problem in problems:
        click.echo(problem)
    checked = "1 question" if len(chosen.files) == 1 else f"{len(chosen.files)} questions"
    wrong = len({problem.template for problem in problems})
    click.echo(f"{checked} checked, {wrong} with something wrong.", err=bool(problems))
    return FINDINGS if problems else 0


def converse(store: Store, case: str | None, library: Sequence[Path] = ()) -> None:
    """Ask for questions and answer them until the user has had enough.

    Raises UsageError where there is no case to ask about.
    """
    from graph.load import known_cases
    from queries.ask import Conversation
    from queries.catalogue import Catalogue

    known_cases(store, [case] if case else ())

    def hear(prompt: str) -> str:
        return str(click.prompt(prompt, default="", show_default=False, prompt_suffix=" "))

    try:
        Conversation(store, Catalogue.load(library), hear, click.echo, case or "").run()
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo()


def write_report(store: Store, case: str | None, target: str | None) -> None:
    """Write the page of a case, or the pages of every case into a folder, and tell where they are."""
    from graph.casefile import read_case
    from graph.load import known_cases
    from graph.report.case import case_page
    from graph.report.folder import INDEX, write_pages

    if case is None:
        folder = Path(target or "report")
        if target == STANDARD_STREAM:
            raise UsageError("several pages cannot go to standard output", hint="give a folder as -o")
        number = write_pages(store, announced(known_cases(store, ())), folder)
        click.echo(
            f"{number} page{'' if number == 1 else 's'} written; begin with {folder / INDEX}", err=True
        )
        return
    write_page(case_page(read_case(store, case)), target or f"{case}.html")


def write_page(page: str, target: str) -> None:
    """Write one page to a file, or to standard output, and tell where it is."""
    with output(target) as out:
        out.write(page.encode())
    if target != STANDARD_STREAM:
        click.echo(f"{target} is written; any browser opens it.", err=True)


def write_picture(picture: str, target: str) -> None:
    """Write a picture as SVG to a file, or to standard output."""
    with output(target) as out:
        out.write(picture.encode())
