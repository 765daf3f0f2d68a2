"""Reads a template file: its YAML front matter into a Template, with what is wrong said by key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ontology.errors import InvalidDataError, UnreadableError
from queries.hints import did_you_mean
from queries.parameters import Parameter
from queries.table import Column
from queries.template import Template, split

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KEYS = {
    "title": str,
    "question": str,
    "numbers": list,
    "group": str,
    "scope": str,
    "parameters": dict,
    "columns": dict,
    "evidence": str,
    "least_cases": int,
    "advice": str,
    "leads_to": list,
    "analysis": str,
    "gives": list,
}
PARAMETER_KEYS = ("type", "help", "default", "required", "many", "from_row")


def read_template(path: Path) -> Template:
    """The template in a file; its name is the file's stem.

    Raises UnreadableError when the file cannot be read, InvalidDataError when it is no template.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError("the template cannot be read", hint=str(error), source=str(path)) from None
    return parse_template(text, name=path.stem, source=str(path))


def parse_template(text: str, *, name: str, source: str) -> Template:
    """The template that a text holds. Raises InvalidDataError when it is none."""
    front, body = split(text, source)
    try:
        said = yaml.load(front, Loader=Loader)  # a safe loader: plain values only
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise InvalidDataError("the front matter is no YAML", hint=reason, source=source) from None
    fields = _checked(said, KEYS, source)
    fields["parameters"] = tuple(
        _parameter(key, value, source) for key, value in fields.get("parameters", {}).items()
    )
    columns = fields.get("columns", {})
    fields["columns"] = tuple(Column(str(key), _line(value)) for key, value in columns.items())
    for key in ("numbers", "leads_to", "gives"):
        fields[key] = tuple(fields.get(key, ()))
    for key in ("title", "question", "advice"):
        fields[key] = _line(fields.get(key))
    return Template(name=name, body=body, source=source, **fields)


def _parameter(name: str, said: object, source: str) -> Parameter:
    if isinstance(said, str):
        said = {"type": said}
    if not isinstance(said, Mapping) or not isinstance(said.get("type"), str):
        raise InvalidDataError(f"parameter '{name}' has no type", hint="type: case, text, …", source=source)
    for key in said:
        if key not in PARAMETER_KEYS:
            hint = did_you_mean(str(key), PARAMETER_KEYS, "keys of a parameter")
            raise InvalidDataError(f"parameter '{name}': unknown key '{key}'", hint=hint, source=source)
    columns = said.get("from_row", ())
    from_row = (columns,) if isinstance(columns, str) else tuple(columns)
    return Parameter(**{"help": "", **said, "name": name, "from_row": from_row})


def _checked(said: object, keys: Mapping[str, type], source: str) -> dict[str, Any]:
    """The front matter's keys, each known and of the kind it should be."""
    if not isinstance(said, Mapping):
        raise InvalidDataError("the front matter holds no keys", source=source)
    for key, value in said.items():
        if key not in keys:
            hint = did_you_mean(str(key), keys, "keys")
            raise InvalidDataError(f"unknown key '{key}' in the front matter", hint=hint, source=source)
        if value is not None and not isinstance(value, keys[key]):
            wanted = {str: "text", int: "a whole number", list: "a list", dict: "a mapping"}[keys[key]]
            raise InvalidDataError(f"'{key}' in the front matter is not {wanted}", source=source)
    return {key: value for key, value in said.items() if value is not None}


def _line(text: object) -> str:
    return " ".join(str(text or "").split())
