"""What a page takes from npm, fixed by ``package-lock.json`` and fetched when casetrace is built.

Two packages, MIT both, small, kept up, and without dependencies of their own:

- ``@panzoom/panzoom`` (10 kB) enlarges and moves pictures by pinch, drag and button, within a frame and not
  beyond it. It binds neither wheel nor keys, so that a reader scrolls past a picture as past anything else.
  svg-pan-zoom (30 kB) takes the wheel and needs a second library for the pinch; d3-zoom is as good, but comes
  as nine packages (65 kB), and there is nothing else for them to do here.
- ``modern-normalize`` (3 kB) makes browsers agree on boxes, fonts and buttons, before the sheet of the page
  says the rest. Sheets that style all of HTML (Pico, water.css) bring dark colours and wide spaces that dense
  tables, marks and print would have to undo.

Only the one file of each that a page needs is taken, and its licence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph.report.libraries.fetch import FETCHED, is_fetched
from graph.report.libraries.lock import locked
from ontology.errors import UsageError


@dataclass(frozen=True, slots=True)
class Library:
    """A file of an npm package, and the terms under which it may be passed on."""

    name: str
    version: str
    text: str
    licence: str

    @property
    def commented(self) -> str:
        """The text, under a comment with name, version and licence; right for style and script alike."""
        return f"/*!\n{self.name} {self.version}\n\n{self.licence.strip()}\n*/\n{self.text}"


@cache
def library(name: str) -> Library:
    """Return a library by its name on npm. Raises UsageError where its version of the lock is not here."""
    (package,) = (one for one in locked() if one.name == name)
    if not is_fetched(package):
        raise UsageError(
            f"{name} {package.version}, which pages need, is not here",
            source=str(FETCHED),
            hint="run: python -m graph.report.libraries",
        )
    text, licence = ((FETCHED / kept).read_text(encoding="utf-8") for kept in package.kept)
    return Library(name, package.version, text, licence)
