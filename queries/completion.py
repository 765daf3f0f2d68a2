"""What the Tab key offers: questions, cases, parameters and their values; it is silent when it fails."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Thread
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from graph.store import Store
    from queries.parameters import Parameter

    Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]

PATIENCE = 2.0  # seconds after which a Tab gives up on a database that does not answer


def _silent(complete: Complete) -> Complete:
    """Offer nothing where completing fails or takes too long: a Tab has no place for an error."""

    @wraps(complete)
    def completed(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        found: list[CompletionItem[str]] = []

        def work() -> None:
            try:
                found.extend(complete(context, parameter, incomplete))
            except Exception:  # whatever it is, the user is typing
                found.clear()

        thread = Thread(target=work, daemon=True)
        thread.start()
        thread.join(PATIENCE)
        return [] if thread.is_alive() else found

    return completed


@_silent
def complete_query(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete the name of a question."""
    from queries.catalogue import Catalogue

    return _items(dict.fromkeys(Catalogue.load(_library(context)).names(), ""), incomplete)


@_silent
def complete_case(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete the id of a case that is in the graph."""
    from queries.parameters import Parameter

    return _items(_values(context, Parameter(name="case", type="case"), {}), incomplete)


@_silent
def complete_topic(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete the name of a topic of the case that stands before it."""
    from queries.parameters import Parameter

    return _items(_values(context, Parameter(name="topic", type="topic"), context.params), incomplete)


@_silent
def complete_value(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete NAME=VALUE for the question that stands before it: first the name, then the value."""
    from queries.catalogue import Catalogue

    # An option that waits for its value ends click's parsing: what stands before it is left over.
    asked = context.params["name"] or context.args[0]
    template = Catalogue.load(_library(context)).get(asked)
    name, equals, begun = incomplete.partition("=")
    names = {one.name: one for one in template.parameters if one.name.startswith(name)}
    if not equals:
        if len(names) != 1:
            return _items({f"{one.name}=": one.help for one in names.values()}, incomplete)
        name = next(iter(names))
    parameter = names[name]
    first, comma, _begun = begun.rpartition(",") if parameter.many else ("", "", begun)
    values = _values(context, parameter, context.params)
    return _items(
        {f"{name}={first}{comma}{value}": said for value, said in values.items()},
        incomplete if equals else f"{name}=",
    )


def _values(context: click.Context, parameter: Parameter, given: dict[str, Any]) -> dict[str, str]:
    from queries.offers import in_graph, offered

    if not in_graph(parameter):
        return offered(parameter, None)
    said = dict(one.partition("=")[::2] for one in given.get("parameters") or ())
    store = _store(context)
    if store is None:
        return {}
    with store:
        return offered(parameter, store, given.get("case") or said.get("case"))


def _items(values: dict[str, str], incomplete: str) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(value, help=said or None)
        for value, said in values.items()
        if value.lower().startswith(incomplete.lower())
    ]


def _library(context: click.Context) -> tuple[Path, ...]:
    return tuple(context.params.get("library") or ())


def _store(context: click.Context) -> Store | None:
    """The database that the options name; an embedded one only while it runs: a Tab starts nothing."""
    from graph.connection import connect
    from graph.embedded import Embedded

    options = context.find_root().params
    if not options.get("uri") and Embedded.at(options.get("data")).running() is None:
        return None
    names = ("uri", "username", "password", "database", "data")
    return connect(**{name: options.get(name) for name in names})
