"""``neo4j-admin database import``: headers and rows for each label and relationship type, and the call.

The same headers serve apoc.import.csv. https://neo4j.com/docs/operations-manual/5/import
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from graph.export.fetch import Resource, Subgraph, read_stored
from graph.export.flatten import FORBIDDEN
from graph.export.format import Format
from graph.export.schema import statements
from graph.export.stored import Stored, Types, labels_of

ARRAY = ";"
TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]", tuple: "string[]"}
ID, LABELS = "uri:ID(Resource)", ":LABEL"
ENDS = (":START_ID(Resource)", ":END_ID(Resource)", ":TYPE")


def write_neo4j_admin(graphs: Iterable[Subgraph], folder: Path) -> None:
    """Write the tables, import.args with the options of the import, and schema.cypher to run after it.

    In the folder: ``neo4j-admin database import full neo4j @import.args``, the database's name first, since
    what follows an option counts as its file. The database must be new or empty. A semicolon inside an
    item of a list becomes a comma, since it parts the items.
    """
    options = ["--multiline-fields=true"]
    stored = Stored(graphs)
    for labels, types, resources in stored.resources():
        name = "nodes-" + "-".join(labels)
        _write_nodes(folder, name, types, resources)
        options.append(f"--nodes={name}-header.csv,{name}.csv")
    for kind, alike in groupby(stored.links(), key=lambda one: one[0][0]):
        name = f"relationships-{kind}"
        _write(folder / f"{name}-header.csv", [ENDS])
        _write(folder / f"{name}.csv", ((*ends, kind) for _, pairs in alike for ends in pairs))
        options.append(f"--relationships={name}-header.csv,{name}.csv")
    _lines(folder / "import.args", options)
    _lines(folder / "schema.cypher", statements())


def _write_nodes(folder: Path, name: str, types: Types, resources: Iterable[Resource]) -> None:
    keys = sorted(types)
    header = [ID, *(f"{key}:{_type(types[key])}" for key in keys), LABELS]
    _write(folder / f"{name}-header.csv", [header])
    rows = (
        [one.uri, *(_field(one.properties.get(key)) for key in keys), ARRAY.join(labels_of(one))]
        for one in resources
    )
    _write(folder / f"{name}.csv", rows)


def _type(found: set[type]) -> str:
    """The import's type for a property; text where nodes differ, a date for the database's own type."""
    if len(found) > 1:
        return "string"
    return TYPES.get(next(iter(found)), "date")


def _field(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ARRAY.join(_text(item).replace(ARRAY, ",") for item in value)
    return _text(value)


def _text(value: object) -> str:
    return FORBIDDEN.sub("", str(value))


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def _lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


FORMAT = Format(
    "neo4j-admin",
    "Neo4j: tables for a bulk import into an empty database",
    read_stored,
    put_files=write_neo4j_admin,
    views=False,
)
