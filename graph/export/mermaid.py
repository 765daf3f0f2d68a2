"""Mermaid, which Markdown pages draw (https://mermaid.js.org/syntax/flowchart.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from graph.export.flatten import one_line
from graph.export.format import Format
from graph.export.network import Network
from graph.export.palette import hexadecimal, ink
from graph.export.views import read_network

# In a quoted label everything but letters, digits and plain marks is written as its code point.
UNSAFE = re.compile(r"[^\w\s.,:()/'–—…-]")


def write_mermaid(network: Network, out: BinaryIO) -> None:
    """Write the network as a flowchart; nodes are n0, n1 … in order, coloured by class.

    Pages draw up to 500 edges unless told otherwise: a view of agencies or people fits.
    """
    names = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    for line in _lines(network, names):
        out.write(f"{line}\n".encode())


def _lines(network: Network, names: Mapping[str, str]) -> Iterator[str]:
    yield "flowchart LR"
    for type_ in network.nodes.types:
        yield f"  classDef {type_}_ fill:{hexadecimal(type_)},color:{ink(type_)},stroke:#333333"
    for node in network.nodes:
        yield f'  {names[node.id]}["{escaped(node.label)}"]:::{node.type}_'
    for edge in network.edges:
        arrow = "-->" if edge.directed else "---"
        yield f'  {names[edge.source]} {arrow}|"{escaped(edge.type)}"| {names[edge.target]}'


def escaped(text: str) -> str:
    """Return a text as it may stand in a quoted label."""
    return UNSAFE.sub(lambda mark: f"#{ord(mark[0])};", one_line(text))


FORMAT = Format("mermaid", "Markdown pages: a drawing", read_network, write_mermaid)
