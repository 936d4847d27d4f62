"""Rapporteur reads what the press reports of a diplomatic process and keeps the record, with evidence, offline.

>>> import rapporteur
>>> with rapporteur.build(["articles/"], output="record.db") as record:
...     for meeting in record.meetings:
...         print(meeting.when.edtf, meeting.status, [record.name_of(p) for p in meeting.parties])
"""

from __future__ import annotations

from rapporteur._version import __version__
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
from rapporteur.pipeline import build, read_files, read_lines
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
    "build",
    "load_config",
    "open",
    "read_files",
    "read_lines",
]
