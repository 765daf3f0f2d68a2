"""Completion in Bash for values that stand after an equals sign, where Bash begins a new word."""

from __future__ import annotations

import re
from typing import Any

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

SPECIAL = re.compile(r"[^\w@%+:,./=-]")


class EqualsComplete(BashComplete):
    """Joins what Bash takes apart (case = child-w), and gives back only what stands after the sign."""

    apart = False

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is begun, and that one."""
        args, incomplete = super().get_completion_args()
        if incomplete == "=" and args:
            incomplete, self.apart = f"{args.pop()}=", True
        elif len(args) > 1 and args[-1] == "=":
            incomplete, self.apart = f"{args[-2]}={incomplete}", True
            args = args[:-2]
        return _joined(args), incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """The line that the script in the shell reads; it takes one level of backslashes away."""
        name, equals, value = str(item.value).partition("=")
        value = value if self.apart and equals else f"{name}{equals}{value}"
        plain = SPECIAL.sub(lambda mark: rf"\\{mark[0]}", value)
        return f"{item.type},{plain}"


def _joined(words: list[str]) -> list[str]:
    """The words with each NAME = VALUE made one again."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def install() -> None:
    """Let this stand in for click's own completion in Bash."""
    add_completion_class(EqualsComplete)
