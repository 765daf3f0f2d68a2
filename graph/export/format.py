"""What a format is: a name, a word on what it is for, what it reads of the store, and how it is written.

A format of another package is a ``Format`` under the entry point group ``casetrace.exporters``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from graph.export.views import VIEWS
from graph.store import Store
from graph.whole import whole_file, whole_folder
from ontology.errors import UsageError

T = TypeVar("T")
Read = Callable[[Store, Iterable[str], str], T]
FULL = "full"


@dataclass(frozen=True, slots=True)
class Format(Generic[T]):
    """A format that cases can be written in.

    ``read`` takes what is needed of some cases from the store, ``put`` writes it to a stream or, with
    ``folder``, as several files into a folder. One without ``views`` has a form of its own and always
    holds everything.
    """

    name: str
    description: str
    read: Read[T]
    put: Callable[[T, BinaryIO], None] | None = None
    put_files: Callable[[T, Path], None] | None = None
    views: bool = True

    @property
    def folder(self) -> bool:
        """Whether it is several files in a folder, so that a folder must be named."""
        return self.put_files is not None

    def write(self, store: Store, cases: Iterable[str], view: str, out: BinaryIO | Path) -> None:
        """Write cases, one after the other, to a stream, a file or a folder.

        Raises UsageError for an unknown view, for a view of a format that has none, for a folder format
        without a folder, for a place that cannot be written.
        """
        self._check(view, out)
        content = self.read(store, cases, view)
        if self.put_files is not None and isinstance(out, Path):
            with whole_folder(out) as folder:
                self.put_files(content, folder)
        elif self.put is not None and isinstance(out, Path):
            with whole_file(out) as stream:
                self.put(content, stream)
        elif self.put is not None and not isinstance(out, Path):
            self.put(content, out)

    def _check(self, view: str, out: BinaryIO | Path) -> None:
        if view not in VIEWS:
            raise UsageError(f"unknown view '{view}'", hint=f"views: {', '.join(VIEWS)}")
        if view != FULL and not self.views:
            raise UsageError(
                f"{self.name} has no view '{view}'", hint="it holds everything; leave out --view"
            )
        if self.folder and not (isinstance(out, Path) and not out.is_file()):
            raise UsageError(f"{self.name} is several files", hint="name a folder for them with -o DIR")
