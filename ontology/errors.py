"""The one family of errors that reaches a user: a message, a hint, a source, an exit code."""

from __future__ import annotations


class CasetraceError(Exception):
    """A failure told in one line.

    ``message`` says what is wrong, ``hint`` what to do about it, ``source`` where it is (a file, with
    its page or paragraph where known). ``exit_code`` is what the command line ends with: 1 the data is
    invalid or nothing matched a check, 2 usage, 3 a file cannot be read or the database not reached.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None, source: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.source = source

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"


class InvalidDataError(CasetraceError):
    """The data was read but is not what it should be: no review in it, shapes not met."""


class UsageError(CasetraceError):
    """The request cannot be met as it was put: an unknown case, query, parameter or format."""

    exit_code = 2


class UnreadableError(CasetraceError):
    """A file cannot be read: missing, empty, encrypted, scanned, truncated, of another kind."""

    exit_code = 3


class DatabaseError(CasetraceError):
    """The database cannot be reached, refuses the credentials, or fails while it works."""

    exit_code = 3
