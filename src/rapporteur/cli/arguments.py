"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.errors import UsageError


class Format(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="A record made by `build`.", show_default=False)]
Party = Annotated[
    str | None, typer.Option("--party", metavar="NAME", help="Only what involves this actor or those who speak for it.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only what may lie on or after 2023-05-10.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only what may lie on or before this day.")]
About = Annotated[str | None, typer.Option("--about", metavar="WORDS", help="Only what holds all these words.")]
Status = Annotated[
    str | None, typer.Option("--status", metavar="WORD", help="Only this status (meetings, commitments) or stance.")
]
WithEvidence = Annotated[bool, typer.Option("--evidence", help="Each entry with its source and quotation.")]
As = Annotated[Format, typer.Option("--format", help="How to print.")]


def day(value: str | None, option: str) -> dt.date | None:
    """A day as given on the command line.

    Raises:
        UsageError: it is no day in ISO 8601.
    """
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{option} {value!r} is no day.", hint="Write it as 2023-05-10.") from None
