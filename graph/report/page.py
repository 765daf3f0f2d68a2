"""Templates made into pages: one file each, style and script within it, and nothing fetched from anywhere.

The script is our own, some 120 lines, and only adds to what the page says without it: it shows evidence
beside what is read, narrows tables and widens pictures. Libraries were weighed. DataTables, the one that a
Python package ships without further dependencies (itables 2.9, MIT), takes 725 kB of each page, as much as a
long case takes whole, and for a table of this size does no more than four lists to choose from. Libraries
that pan and zoom come in Python only within generators of documentation, and take the wheel and the arrow
keys from the reader. Style is one sheet without a framework: system fonts, a few rules, print.
A policy in the page itself forbids every connection, and every script and style but those named by hash.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph.report import wording
from graph.report.facts import anchor
from graph.report.flows import side
from ontology.vocabulary import definition, label

STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)


def render(template: str, **values: Any) -> str:
    """Return a template with its values as a page of its own."""
    page = (
        _environment()
        .get_template(template)
        .render(**values, style=_asset("page.css"), script=_asset("page.js"))
    )
    return page.replace("POLICY", policy(page), 1)


def policy(page: str) -> str:
    """Return the content security policy of a page: its own styles and script by hash, no connection."""
    styles = " ".join(sorted({_hash(style) for style in STYLE.findall(page)}))
    script = _hash(_asset("page.js"))
    return (
        f"default-src 'none'; script-src {script}; style-src {styles}; style-src-attr 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> Markup:
    """A style or script of the package, which is ours and needs no escaping."""
    return Markup((files("graph.report") / "templates" / name).read_text(encoding="utf-8"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("graph.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = ("when", "percent", "listed", "party", "parties", "place", "plain", "coded")
    environment.filters.update({name: getattr(wording, name) for name in words}, anchor=anchor, side=side)
    environment.globals.update(label=label, definition=definition, span=wording.span)
    return environment
