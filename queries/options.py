"""What commands take: options that several share, completion, and the store that the options name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ontology.errors import UsageError
from queries.completion import complete_case, complete_value

if TYPE_CHECKING:
    from graph.embedded import Embedded
    from graph.store import Store

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


FIELDS = tuple(Settings.__dataclass_fields__)


@contextmanager
def open_store(context: click.Context) -> Iterator[Store]:
    """Connect to the database that the options name, else to the embedded one."""
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


def embedded(context: click.Context) -> Embedded:
    """Return the embedded database of the data folder that the options name."""
    from graph.embedded import Embedded

    return Embedded.at(context.obj["settings"].data)


def database_options(command: F) -> F:
    """Add the options that name a database: --uri, --username, --password, --database, --data."""
    for option in reversed(
        (
            click.option(
                "--uri", envvar="NEO4J_URI", help="Bolt address of a Neo4j server; else the embedded one."
            ),
            click.option("--username", envvar="NEO4J_USERNAME", help="User name at that server."),
            click.option(
                "--password", envvar="NEO4J_PASSWORD", help="Password (better: set NEO4J_PASSWORD)."
            ),
            click.option("--database", envvar="NEO4J_DATABASE", help="Database at that server."),
            click.option(
                "--data",
                envvar="CASETRACE_DATA",
                type=click.Path(path_type=Path),
                help="Folder of the embedded database (default: the user's data folder).",
            ),
        )
    ):
        command = option(command)
    return command


def output_format(command: F) -> F:
    """Add --format, the same on every command that prints a table."""
    return click.option(
        "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True
    )(command)


def case_option(text: str, **more: Any) -> Callable[[F], F]:
    """Add --case with completion of the cases in the graph; ``more`` goes to click.option."""
    names = ("--case", "case_ids") if more.get("multiple") else ("--case",)
    return click.option(*names, shell_complete=complete_case, help=text, **more)


def case_argument(**more: Any) -> Callable[[F], F]:
    """Add CASE as an argument with completion of the cases in the graph."""
    return click.argument("case", shell_complete=complete_case, **more)


def picture_options(text: str) -> Callable[[F], F]:
    """Add --svg, the file of a picture, and --width."""

    def add(command: F) -> F:
        wide = click.option(
            "--width",
            type=click.IntRange(min=320),
            default=1280,
            show_default=True,
            help="Width of the picture in pixels.",
        )
        return click.option("--svg", metavar="FILE", help=text)(wide(command))

    return add


def confidence_option(command: F) -> F:
    """Add --min-confidence, the least probability a fact must have to be kept."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        help="Keep facts at least this likely (default: the best balance for each category).",
    )(command)


def library_option(command: F) -> F:
    """Add --library, the user's own folders of templates."""
    return click.option(
        "--library",
        envvar="CASETRACE_LIBRARY",
        multiple=True,
        type=click.Path(path_type=Path),
        callback=lambda context, _, folders: folders or _own_library(context),
        help="Folder with queries of your own (default: library in the data folder; may be repeated).",
    )(command)


def own_library(context: click.Context) -> Path:
    """Return the user's folder of templates, which need not be there yet."""
    return embedded(context).folder / "library"


def _own_library(context: click.Context) -> tuple[Path, ...]:
    """The user's folder of templates, where there is one."""
    root = context.find_root()
    if root.obj is None:  # completing: the command itself is not run
        root.obj = {"settings": Settings(**{name: root.params.get(name) for name in FIELDS})}
    folder = own_library(root)
    return (folder,) if folder.is_dir() else ()


def parameter_option(command: F) -> F:
    """Add -p NAME=VALUE with completion of the names and values that the question takes."""
    return click.option(
        "-p",
        "--parameter",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        shell_complete=complete_value,
        help="A parameter (may be repeated).",
    )(command)


def parameter_values(parameters: Sequence[str]) -> dict[str, Any]:
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
