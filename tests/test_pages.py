"""The generated pages say what the code does, and the README names only commands that exist."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from cli import cli
from tests.generate import PAGES, ROOT


@pytest.mark.parametrize("page", PAGES)
def test_page_is_up_to_date(page: str) -> None:
    written = (ROOT / page).read_text(encoding="utf-8")
    assert written == PAGES[page](), "run: python -m tests.generate"


def readme_commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)```", text, re.S)
    lines = [line for block in blocks for line in re.split(r"\n|&&", block)]
    return [line.strip() for line in lines if line.strip().startswith("casetrace ")]


@pytest.mark.parametrize("line", readme_commands())
def test_readme_command_parses(line: str) -> None:
    command: click.Command = cli
    arguments = shlex.split(line.partition(" > ")[0])[1:]
    while isinstance(command, click.Group):
        name = arguments.pop(0)
        assert name in command.commands, f"{line}: no command {name}"
        command = command.commands[name]
    command.make_context(command.name, arguments, resilient_parsing=False)
