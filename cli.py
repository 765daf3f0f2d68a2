"""The command line: parse, call one function, print."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from ontology.errors import CasetraceError, UsageError

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ["table", "csv", "json", "jsonl", "markdown"]


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
def cli(context: click.Context, debug: bool, **options: Any) -> None:
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
    sys.exit(code if isinstance(code, int) else 0)


def _complain(error: CasetraceError) -> None:
    place = f"{error.source}: " if error.source else ""
    click.echo(f"Error: {place}{error.message}", err=True)
    if error.hint:
        click.echo(f"Hint: {error.hint}", err=True)


@contextmanager
def _store(context: click.Context) -> Iterator[Any]:
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


if __name__ == "__main__":
    main()
