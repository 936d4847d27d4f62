"""Everything that can go wrong, as one tree.

    RapporteurError            1  something is wrong that has no better name
    ├── UsageError             2  the call cannot be understood
    │   └── ConfigError        2  rapporteur.toml cannot be understood
    ├── IntakeError            3  a file cannot be read; the others are
    │   ├── UnreadableError    3  damaged, encrypted, empty or not of a known format
    │   └── RefusedError       3  too large, too deep, a bomb, or a path that leaves its archive
    ├── RecordError            4  the record cannot be used
    │   ├── NoRecordError      4  there is no record at that place
    │   ├── NotInRecordError   4  the record has no entry of that id
    │   └── VerifyError        5  a piece of evidence or a reference does not hold
    └── ModelError             6  the language model cannot be used

The number is the exit status of the command line.  Every message says what happened; ``hint`` says what to do.
"""

from __future__ import annotations


class RapporteurError(Exception):
    """The root of the tree.  ``hint`` is one sentence on what to do next, or empty."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(RapporteurError):
    """The call cannot be understood."""

    exit_code = 2


class ConfigError(UsageError):
    """The project's ``rapporteur.toml`` cannot be understood."""


class IntakeError(RapporteurError):
    """A file cannot be read.  ``reason`` is the short word that the build report shows."""

    exit_code = 3

    def __init__(self, message: str, *, reason: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


class UnreadableError(IntakeError):
    """Damaged, encrypted, empty, or not of a format that the program reads."""


class RefusedError(IntakeError):
    """Readable perhaps, but not safe to read: too large, too deep, a bomb, or a path that leaves its archive."""


class RecordError(RapporteurError):
    """The record cannot be used."""

    exit_code = 4


class NoRecordError(RecordError):
    """There is no record at that place, or the file is something else."""


class NotInRecordError(RecordError):
    """The record has no entry of that id."""


class VerifyError(RecordError):
    """A piece of evidence or a reference does not hold."""

    exit_code = 5


class ModelError(RapporteurError):
    """The language model's files are missing or damaged, or the pipeline named instead of it cannot be used."""

    exit_code = 6
