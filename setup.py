"""What setup.cfg cannot say: the libraries of pages are fetched before a wheel or an archive is made."""

import sys
from pathlib import Path

from setuptools import Command, setup
from setuptools.command.build import build
from setuptools.command.sdist import sdist
from setuptools.errors import BaseError

sys.path.insert(0, str(Path(__file__).parent))

from graph.report.libraries.fetch import fetch
from graph.report.libraries.lock import locked
from ontology.errors import CasetraceError


class BuildLibraries(Command):
    """Put the files of the npm packages into the source tree; the package's data then carries them."""

    description = "fetch the npm packages that pages need"
    user_options = []  # noqa: RUF012

    def initialize_options(self) -> None:
        """Nothing to set."""

    def finalize_options(self) -> None:
        """Nothing to settle."""

    def run(self) -> None:
        """Fetch what is not there yet; a failure ends the build with one line."""
        try:
            fetch(locked())
        except CasetraceError as error:
            raise BaseError(str(error)) from error


class BuildWithLibraries(build):
    """Everything is built after the libraries, also where casetrace is installed for editing."""

    sub_commands = [("build_libraries", None), *build.sub_commands]  # noqa: RUF012


class ArchiveWithLibraries(sdist):
    """A source archive carries the libraries, so that it installs without npm's registry."""

    def run(self) -> None:
        """Fetch, then archive."""
        self.run_command("build_libraries")
        super().run()


setup(
    cmdclass={"build_libraries": BuildLibraries, "build": BuildWithLibraries, "sdist": ArchiveWithLibraries}
)
