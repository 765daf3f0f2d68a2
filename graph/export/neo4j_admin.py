"""``neo4j-admin database import``: headers and rows for each label and relationship type, and the call.

The same headers serve apoc.import.csv. https://neo4j.com/docs/operations-manual/5/import
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from graph.export.fetch import Resource, Subgraph, read_subgraph
from graph.export.flatten import FORBIDDEN
from graph.export.format import Format
from graph.export.schema import statements

ARRAY = ";"
TYPES = {bool: "boolean", int: "long", float: "double"}
ID, LABELS = "uri:ID(Resource)", ":LABEL"
ENDS = (":START_ID(Resource)", ":END_ID(Resource)", ":TYPE")


def write_neo4j_admin(graph: Subgraph, folder: Path) -> None:
    """Write the tables, import.args with the options of the import, and schema.cypher to run after it.

    In the folder: ``neo4j-admin database import full neo4j @import.args``, the database's name first, since
    what follows an option counts as its file. The database must be new or empty. A semicolon inside an
    item of a list becomes a comma, since it parts the items.
    """
    options = ["--multiline-fields=true"]
    by_labels: defaultdict[tuple[str, ...], list[Resource]] = defaultdict(list)
    for _, resource in sorted(graph.resources.items()):
        by_labels[tuple(sorted(resource.labels))].append(resource)
    for labels, resources in sorted(by_labels.items()):
        name = "nodes-" + "-".join(labels)
        _write_nodes(folder, name, labels, resources)
        options.append(f"--nodes={name}-header.csv,{name}.csv")
    by_type: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for source, kind, target in graph.relationships:
        by_type[kind].append((source, target, kind))
    for kind, rows in sorted(by_type.items()):
        name = f"relationships-{kind}"
        _write(folder / f"{name}-header.csv", [ENDS])
        _write(folder / f"{name}.csv", rows)
        options.append(f"--relationships={name}-header.csv,{name}.csv")
    _lines(folder / "import.args", options)
    _lines(folder / "schema.cypher", statements())


def _write_nodes(folder: Path, name: str, labels: Sequence[str], resources: list[Resource]) -> None:
    types = _types(resources)
    header = [ID, *(f"{key}:{type_}" for key, type_ in types.items()), LABELS]
    _write(folder / f"{name}-header.csv", [header])
    rows = (
        [one.uri, *(_field(one.properties.get(key)) for key in types), ARRAY.join(labels)]
        for one in resources
    )
    _write(folder / f"{name}.csv", rows)


def _types(resources: list[Resource]) -> Mapping[str, str]:
    """The import's type for each property; text where nodes differ."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in resources:
        for key, value in one.properties.items():
            if value is not None:
                found[key].add(_type(value))
    return {key: types.pop() if len(types) == 1 else "string" for key, types in sorted(found.items())}


def _type(value: object) -> str:
    if isinstance(value, list | tuple):
        return "string[]"
    return TYPES.get(type(value)) or ("string" if isinstance(value, str) else "date")


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
    read_subgraph,
    put_files=write_neo4j_admin,
    views=False,
)
