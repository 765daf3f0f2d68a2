"""The questions and the values of their parameters as numbered lists, to be chosen from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill

from queries.parameters import Parameter
from queries.screen import WIDTH
from queries.template import Template

FEW = 12  # values that are listed without being asked for
LAST = 99  # where a question without a number stands


def in_order(templates: Iterable[Template]) -> list[Template]:
    """The questions group by group, each as the project's list of questions numbers them."""
    listed = list(templates)
    groups: dict[str, int] = {}
    for one in listed:
        groups[one.group] = min(groups.get(one.group, LAST), *one.numbers, LAST)
    return sorted(
        listed, key=lambda one: (groups[one.group], one.group, min(one.numbers, default=0), one.name)
    )


def question_lines(ordered: Sequence[Template]) -> Iterator[str]:
    """The questions under their groups, numbered from 1."""
    group = None
    for number, one in enumerate(ordered, 1):
        if one.group != group:
            group = one.group
            yield f"\n{group}"
        across = " (across cases)" if one.scope != "case" else ""
        yield f"{number:>4}  {one.title}{across}"


def value_lines(values: Mapping[str, str]) -> Iterator[str]:
    """Values with their meaning, numbered from 1; on shared lines where none has a meaning of its own."""
    told = [f"{number} {value}" for number, value in enumerate(values, 1)]
    if not any(said for value, said in values.items() if said and said.lower() != value.replace("_", " ")):
        yield fill(
            ", ".join(told), WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
        )
        return
    width = min(max(map(len, values), default=0), 40)
    for number, (value, said) in enumerate(values.items(), 1):
        yield f"{number:>4}  {value:<{width}}  {said}"[:WIDTH].rstrip()


def asked_for(parameter: Parameter, values: Mapping[str, str], default: str) -> str:
    """The line that asks for a parameter."""
    notes = ["several with commas"] if parameter.many else []
    if default:
        notes.append(f"Enter: {default}")
    elif not parameter.required:
        notes.append("Enter: any")
    if len(values) > FEW:
        notes.append(f"? lists {len(values)}")
    told = f" [{'; '.join(notes)}]" if notes else ""
    return f"{parameter.name}, {parameter.help}{told}:"


def chosen(line: str, values: Mapping[str, str], *, many: bool) -> str:
    """What was typed, with the numbers of listed values made the values themselves.

    A number that is itself a value is that value.
    """
    listed = list(values)

    def value(word: str) -> str:
        by_number = word.isdecimal() and word not in values and 1 <= int(word) <= len(listed)
        return listed[int(word) - 1] if by_number else word

    words = [word.strip() for word in line.split(",")] if many else [line.strip()]
    return ",".join(value(word) for word in words if word)
