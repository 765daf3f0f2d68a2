"""DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from graph.export.format import Format
from graph.export.network import Network
from graph.export.palette import hexadecimal, ink
from graph.export.views import read_network

OPENING = """digraph casetrace {
  graph [rankdir=LR];
  node [shape=box, style="rounded,filled", fontname="sans-serif"];
  edge [fontname="sans-serif", fontsize=10];
"""


def write_dot(network: Network, out: BinaryIO) -> None:
    """Write the network; an edge without direction has no arrow, a weighted one is as thick as its weight."""
    out.write(OPENING.encode())
    for node in network.nodes:
        colours = {"fillcolor": hexadecimal(node.type), "fontcolor": ink(node.type)}
        out.write(f"  {quoted(node.id)} {_attributes({'label': node.label, **colours})};\n".encode())
    for edge in network.edges:
        said = {"label": edge.type}
        if not edge.directed:
            said["dir"] = "none"
        if weight := edge.properties.get("weight"):
            said["penwidth"] = f"{min(8.0, float(weight)):g}"
        out.write(f"  {quoted(edge.source)} -> {quoted(edge.target)} {_attributes(said)};\n".encode())
    out.write(b"}\n")


def quoted(text: str) -> str:
    """Return a text as a DOT string; a backslash stays one, since DOT reads escapes in labels."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n")
    return f'"{escaped}"'


def _attributes(said: Mapping[str, str]) -> str:
    return "[" + ", ".join(f"{name}={quoted(value)}" for name, value in said.items()) + "]"


FORMAT = Format("dot", "Graphviz: a drawing", read_network, write_dot)
