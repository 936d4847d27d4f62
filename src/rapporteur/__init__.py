"""Rapporteur reads what the press reports of a diplomatic process and keeps the record, with evidence, offline.

>>> import rapporteur
>>> with rapporteur.build(["articles/"], output="record.db") as record:
...     for meeting in record.meetings:
...         print(meeting.when.edtf, meeting.status, [record.name_of(p) for p in meeting.parties])

A name's module is imported when the name is first asked for, so that no part waits for those that it does not use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rapporteur._version import __version__

if TYPE_CHECKING:
    from rapporteur.config import Config, load_config
    from rapporteur.errors import (
        ConfigError,
        IntakeError,
        ModelError,
        NoRecordError,
        NotInRecordError,
        RapporteurError,
        RecordError,
        RefusedError,
        UnreadableError,
        UsageError,
        VerifyError,
    )
    from rapporteur.intake.article import Article
    from rapporteur.intake.document import Skipped
    from rapporteur.pipeline import add, build, read_files, read_lines
    from rapporteur.reading.claims import Reading
    from rapporteur.record.record import Found, Record
    from rapporteur.record.report import BuildReport
    from rapporteur.spans import Span
    from rapporteur.when import When

    open = Record.open  # noqa: A001 - rapporteur.open(path) reads as what it does

__all__ = [
    "Article",
    "BuildReport",
    "Config",
    "ConfigError",
    "Found",
    "IntakeError",
    "ModelError",
    "NoRecordError",
    "NotInRecordError",
    "RapporteurError",
    "Reading",
    "Record",
    "RecordError",
    "RefusedError",
    "Skipped",
    "Span",
    "UnreadableError",
    "UsageError",
    "VerifyError",
    "When",
    "__version__",
    "add",
    "build",
    "load_config",
    "open",
    "read_files",
    "read_lines",
]

_HOMES = {
    "config": ("Config", "load_config"),
    "errors": tuple(name for name in __all__ if name.endswith("Error")),
    "intake.article": ("Article",),
    "intake.document": ("Skipped",),
    "pipeline": ("add", "build", "read_files", "read_lines"),
    "reading.claims": ("Reading",),
    "record.record": ("Found", "Record"),
    "record.report": ("BuildReport",),
    "spans": ("Span",),
    "when": ("When",),
}
_HOME = {name: f"rapporteur.{home}" for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public name ``name``, from the module that defines it."""
    if name == "open":
        return import_module("rapporteur.record.record").Record.open
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
