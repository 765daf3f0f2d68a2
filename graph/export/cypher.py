"""One Cypher script that makes the graph in any Neo4j: constraints, then nodes, then relationships.

For cypher-shell, Neo4j Browser and hosted databases, which import no files. Loading it twice changes
nothing. Values stand in the script as literals that cannot end early: see ``literal``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from graph.export.fetch import Resource, Subgraph, read_stored
from graph.export.flatten import FORBIDDEN
from graph.export.format import Format
from graph.export.schema import statements
from graph.export.stored import Stored, key_label
from graph.store import identifier

BATCH, LONGEST = 200, 500_000  # rows and characters of a statement
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write_cypher(graphs: Iterable[Subgraph], out: BinaryIO) -> None:
    """Write the script, a statement a line."""
    stored = Stored(graphs)
    for statement in chain(statements(), _nodes(stored), _relationships(stored)):
        out.write(f"{statement}\n".encode())


def literal(value: object) -> str:
    """Return a value as Cypher; text can neither end its literal nor be read as an escape.

    Cypher 5 turns a backslash followed by u into a character before it reads anything else, so a text
    that has the two is put together from parts.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    if not isinstance(value, str):
        return f'date("{value}")'
    plain = FORBIDDEN.sub("", value)
    return " + ".join(f'"{part.translate(ESCAPES)}"' for part in _apart(plain))


def _apart(text: str) -> Iterator[str]:
    """The text in parts, none with a backslash before a u."""
    head, *rest = text.split("\\u")
    for part in rest:
        yield head + "\\"
        head = "u" + part
    yield head


def _nodes(stored: Stored) -> Iterator[str]:
    for labels, _, resources in stored.resources():
        added = "".join(f" SET n:{identifier(label)}" for label in labels if label != key_label(labels))
        key = identifier(key_label(labels))
        for batch in _batches(f"{{uri: {literal(one.uri)}, said: {_map(one)}}}" for one in resources):
            rows = ", ".join(batch)
            yield f"UNWIND [{rows}] AS one MERGE (n:{key} {{uri: one.uri}}) SET n += one.said{added};"


def _relationships(stored: Stored) -> Iterator[str]:
    for (kind, source, target), pairs in stored.links():
        for batch in _batches(f"[{literal(one)}, {literal(other)}]" for one, other in pairs):
            yield (
                f"UNWIND [{', '.join(batch)}] AS pair MATCH (a:{identifier(source)} {{uri: pair[0]}}) "
                f"MATCH (b:{identifier(target)} {{uri: pair[1]}}) MERGE (a)-[:{identifier(kind)}]->(b);"
            )


def _map(resource: Resource) -> str:
    said = sorted(resource.properties.items())
    return "{" + ", ".join(f"{identifier(name)}: {literal(value)}" for name, value in said) + "}"


def _batches(items: Iterable[str]) -> Iterator[list[str]]:
    """The items in lists that make statements of a size which any client sends: texts are long."""
    batch: list[str] = []
    for item in items:
        if batch and (len(batch) == BATCH or sum(map(len, batch)) + len(item) > LONGEST):
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


FORMAT = Format(
    "cypher", "Neo4j: a script for a database that imports no files", read_stored, write_cypher, views=False
)
