"""Templates made into pages: one file each, style and script within it, and nothing fetched from anywhere.

Two libraries from npm go into a page, named and argued in graph/report/libraries: modern-normalize, under
our own style sheet, and Panzoom, which enlarges and moves pictures, where there are any. Each stands in an
element of its own, under its licence. Our scripts only add to what the page says without them: they show
evidence beside what is read, narrow the table of gaps, and give the pictures buttons and keys. For tables no
library is taken: DataTables, the one that Python carries (itables, MIT), weighs as much as a long case and
would do no more here than four lists to choose from.
A policy in the page itself forbids every connection, and every script and style but those named by hash.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph.report import wording
from graph.report.facts import anchor
from graph.report.flows import side
from graph.report.libraries import library
from ontology.vocabulary import definition, label

STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)


def render(template: str, **values: Any) -> str:
    """Return a template with its values as a page of its own, with what moves its pictures if it has any."""
    styles, scripts = [_library("modern-normalize"), _asset("page.css")], [_asset("page.js")]
    if "pictures" in values:
        scripts += [_library("@panzoom/panzoom"), _asset("pictures.js")]
    page = _environment().get_template(template).render(**values, styles=styles, scripts=scripts)
    return page.replace("POLICY", policy(page, scripts), 1)


def policy(page: str, scripts: Sequence[str]) -> str:
    """Return the content security policy of a page: its styles and these scripts by hash, no connection."""
    allowed = " ".join(_hash(script) for script in scripts)
    styles = " ".join(sorted({_hash(style) for style in STYLE.findall(page)}))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {styles}; style-src-attr 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> Markup:
    """A style or script of the package, which is ours and needs no escaping."""
    return Markup((files("graph.report") / "templates" / name).read_text(encoding="utf-8"))


def _library(name: str) -> Markup:
    """A library under its licence, as its authors wrote it."""
    return Markup(library(name).commented)


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
