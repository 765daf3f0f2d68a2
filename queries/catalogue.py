"""All questions that can be asked: those that ship, and those in the user's own folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import CasetraceError, UsageError
from queries.frontmatter import read_template
from queries.hints import did_you_mean
from queries.template import Template

LIBRARY = Path(__file__).parent / "library"
SUFFIX = ".cypher"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The template files by name; ``notes`` say which shipped ones a user's file stands in for."""

    files: dict[str, Path]
    notes: tuple[str, ...] = ()

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Catalogue:
        """The shipped library and the folders in ``extra``, later ones winning.

        Files are read only when they are asked for, so that one broken file does not stand in the way
        of the others. Raises UsageError when a folder does not exist.
        """
        files: dict[str, Path] = {}
        notes: list[str] = []
        for folder in (LIBRARY, *extra):
            if not folder.is_dir():
                raise UsageError(
                    f"no such folder of templates: {folder}", hint="give --library an existing folder"
                )
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                if path.stem in files:
                    notes.append(f"'{path.stem}' is taken from {path}, not from {files[path.stem].parent}")
                files[path.stem] = path
        return cls(files, tuple(notes))

    def names(self) -> tuple[str, ...]:
        """The names of all templates, sorted."""
        return tuple(sorted(self.files))

    def get(self, name: str) -> Template:
        """The template of that name. Raises UsageError for none, InvalidDataError for a broken one."""
        if name not in self.files:
            raise UsageError(f"no query '{name}'", hint=did_you_mean(name, self.files, "queries"))
        return read_template(self.files[name])

    def named(self, wanted: Sequence[str]) -> Catalogue:
        """Only the wanted templates: names of this catalogue, or files (told by a slash or their ending).

        Raises UsageError for a name that is not here, and for a file that does not exist.
        """
        files: dict[str, Path] = {}
        for one in wanted:
            path = Path(one)
            if path.suffix == SUFFIX or path.name != one:
                if not path.is_file():
                    raise UsageError(f"no such file: {one}", hint=f"a template is a file NAME{SUFFIX}")
                files[path.stem] = path
            elif one in self.files:
                files[one] = self.files[one]
            else:
                raise UsageError(f"no query '{one}'", hint=did_you_mean(one, self.files, "queries"))
        return Catalogue(files)

    def __iter__(self) -> Iterator[Template]:
        """Every template that can be read, by name; ``broken`` tells of the others."""
        for name in self.names():
            try:
                template = self.get(name)
            except CasetraceError:
                continue
            yield template

    def broken(self) -> dict[str, CasetraceError]:
        """The templates that cannot be read, by name, each with what is wrong."""
        found = {}
        for name in self.names():
            try:
                self.get(name)
            except CasetraceError as error:
                found[name] = error
        return found
