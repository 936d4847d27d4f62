"""``rapporteur changes``: what is new in a record, as a short brief."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.text import Text

from rapporteur.analysis.changes import Change, changes
from rapporteur.cli.arguments import As, Format, RecordPath, first_day
from rapporteur.cli.output import console
from rapporteur.errors import UsageError
from rapporteur.export.changes_brief import brief, change_value
from rapporteur.record.record import Record
from rapporteur.record.store import Build

When = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="WHEN", help="A day, or the number of a build; by default the build before the last one."
    ),
]


def changed(path: RecordPath, since: When = None, how: As = Format.TABLE) -> None:
    """What is new, differs, was joined or is gone since a build or a day."""
    with Record.open(path) as record:
        builds = record.builds()
        after = _after(builds, since)
        found = changes(record, after)
        if how is Format.JSON:
            typer.echo(json.dumps([change_value(one) for one in found], ensure_ascii=False, indent=1))
        elif how is Format.CSV:
            raise UsageError("Changes are printed as text or as JSON.", hint="Use --format json.")
        else:
            _print(record, builds, after, found)


def _after(builds: tuple[Build, ...], since: str | None) -> int:
    """The number of the last build that is not told of any more."""
    if since is None:
        return builds[-2].number if len(builds) > 1 else 0
    if since.isdecimal() and len(since) < len("1900"):
        if int(since) not in {build.number for build in builds}:
            raise UsageError(f"There is no build {since}.", hint=f"There are {len(builds)}; or name a day.")
        return int(since)
    day = first_day(since)
    return max((build.number for build in builds if day and build.on[:10] < day.isoformat()), default=0)


def _print(record: Record, builds: tuple[Build, ...], after: int, found: tuple[Change, ...]) -> None:
    out = console()
    later = [build for build in builds if build.number > after]
    before = next((build.articles for build in builds if build.number == after), 0)
    if not later:
        out.print("Nothing has changed since.", markup=False)
        return
    more = later[-1].articles - before
    since = f"build {after} of {builds[after - 1].on[:10]}" if after else "the beginning"
    out.print(
        Text(f"Since {since}: {more} more article{'' if more == 1 else 's'}, {later[-1].articles} in all.", "bold")
    )
    for line in brief(record, found):
        out.print(Text(line, "bold" if not line.startswith(" ") else ""), soft_wrap=True)
    if not found:
        out.print("No entry changed.", markup=False)


__all__ = ["changed"]
