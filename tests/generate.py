"""Write the generated pages anew: ``python -m tests.generate``. A test fails when one is out of date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from cli import cli
from ontology.reference import reference_markdown
from queries.catalogue import Catalogue
from queries.reference import reference

ROOT = Path(__file__).parent.parent
WIDTH = 100


def cli_reference() -> str:
    """The help of every command, as Markdown."""
    parts = ["# Commands\n\nGenerated from `casetrace --help`; do not edit.\n"]
    for path, command in _commands(cli, "casetrace"):
        context = click.Context(command, info_name=path, max_content_width=WIDTH, terminal_width=WIDTH)
        context.help_option_names = ["-h", "--help"]
        parts.append(f"## {path}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _commands(command.commands[name], f"{path} {name}")


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": cli_reference,
    "docs/ontology.md": reference_markdown,
    "docs/queries.md": lambda: reference(Catalogue.load()),
}

if __name__ == "__main__":
    for page, write in PAGES.items():
        (ROOT / page).write_text(write(), encoding="utf-8", newline="\n")
