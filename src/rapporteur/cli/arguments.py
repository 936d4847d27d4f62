"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.errors import UsageError
from rapporteur.when import When, parse_edtf


class Format(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="A record made by `build`.", show_default=False)]
Party = Annotated[
    str | None, typer.Option("--party", metavar="NAME", help="Only what involves this actor or those who speak for it.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="Only what may lie on or after it: 1978-09-17, 1978-09, 1978."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only what may lie on or before it.")]
About = Annotated[str | None, typer.Option("--about", metavar="WORDS", help="Only what holds all these words.")]
Status = Annotated[
    str | None, typer.Option("--status", metavar="WORD", help="Only this status (meetings, commitments) or stance.")
]
InProcess = Annotated[
    str | None, typer.Option("--process", metavar="NAME", help="Only what belongs to this process (name or id).")
]
WithEvidence = Annotated[bool, typer.Option("--evidence", help="Each entry with its source and quotation.")]
As = Annotated[Format, typer.Option("--format", help="How to print.")]


def first_day(value: str | None) -> dt.date | None:
    """The first day of a day, month or year as given with ``--since``.

    Raises:
        UsageError: it is none of these.
    """
    found = _range("--since", value)
    return found.earliest if found else None


def last_day(value: str | None) -> dt.date | None:
    """The last day of a day, month or year as given with ``--until``.

    Raises:
        UsageError: it is none of these.
    """
    found = _range("--until", value)
    return found.latest if found else None


def _range(option: str, value: str | None) -> When | None:
    if value is None:
        return None
    try:
        return parse_edtf(value)
    except ValueError:
        hint = "Write it as 2023-05-10, 2023-05 or 2023."
        raise UsageError(f"{option} {value!r} is no day, month or year.", hint=hint) from None
