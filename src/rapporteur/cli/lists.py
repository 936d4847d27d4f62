"""``rapporteur meetings`` and its siblings: the record's lists, filtered."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import chain

import typer

from rapporteur.analysis.knots import knots
from rapporteur.analysis.timeline import chronological
from rapporteur.cli.arguments import (
    About,
    As,
    Format,
    InProcess,
    Party,
    RecordPath,
    Since,
    Status,
    Until,
    WithEvidence,
    first_day,
    last_day,
)
from rapporteur.cli.naming import shortened
from rapporteur.cli.output import console, print_table
from rapporteur.export.labels import knot_label
from rapporteur.export.record_json import entry_value
from rapporteur.export.table_csv import table_csv
from rapporteur.export.tables import tabulate
from rapporteur.record.codec import Entry
from rapporteur.record.model import StickingPoint
from rapporteur.record.record import Record
from rapporteur.record.rows import status_of

LISTS = {
    "meetings": "Who met whom, or means to: day, status, parties, people, level, place.",
    "statements": "Who said what.",
    "positions": "What each party demands, refuses, supports and makes a precondition.",
    "commitments": "What was promised or agreed, and what became of it.",
    "actors": "Who acts: people, states, organisations, with offices and other names.",
    "disagreements": "Where reports differ.",
    "events": "Who did what to whom, in PLOVER's terms.",
    "issues": "What positions are about, with who holds any.",
    "processes": "Which meetings and issues belong together.",
    "sticking points": "What blocks what: one party's condition or demand, and another's refusal.",
}
"""The commands that print a list, and their help."""


TIMELINE = ("meetings", "commitments")
"""The lists that a timeline brings together."""


def register(app: typer.Typer) -> None:
    """Add a command for each list, and the timeline."""
    for kind, text in LISTS.items():
        app.command(kind.replace(" ", "-"), help=text)(_command((kind.replace(" ", "_"),), kind))
    app.command("timeline", help="What happened when: meetings and commitments by day.")(_command(TIMELINE, "timeline"))


def _command(kinds: tuple[str, ...], title: str) -> Callable[..., None]:
    def command(
        path: RecordPath,
        party: Party = None,
        since: Since = None,
        until: Until = None,
        about: About = None,
        status: Status = None,
        process: InProcess = None,
        evidence: WithEvidence = False,
        how: As = Format.TABLE,
    ) -> None:
        with Record.open(path) as record:
            first, last = first_day(since), last_day(until)
            found = [
                record.find(kind, party=party, since=first, until=last, about=about, status=status, process=process)
                for kind in kinds
            ]
            entries = in_order(title, tuple(chain(*found)))
            if entries or how is not Format.TABLE:
                print_list(record, title, entries, how=how, evidence=evidence)
            else:
                console().print(nothing(record, title, kinds, status), markup=False)

    return command


def nothing(record: Record, title: str, kinds: tuple[str, ...], status: str | None) -> str:
    """What to say of a list that came out empty: that there is none at all, or that none fits, and what would."""
    entries = list(chain(*(getattr(record, kind) for kind in kinds)))
    if not entries:
        return f"There are no {title} in the record."
    known = sorted({word for entry in entries if (word := status_of(entry))})
    if status and known and status not in known:
        return f"No {title} fit: none is {status!r}. There are: {', '.join(known)}."
    return f"No {title} fit."


def in_order(kind: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """``entries`` as a reader wants them: by day where they have one, actors by name."""
    if kind == "actors":
        return tuple(sorted(entries, key=lambda actor: (actor.kind, actor.name.casefold())))  # type: ignore[union-attr]
    if kind == "issues":
        return tuple(sorted(entries, key=lambda issue: issue.name.casefold()))  # type: ignore[union-attr]
    return chronological(entries) if entries and hasattr(entries[0], "when") else entries  # type: ignore[arg-type]


def print_list(record: Record, kind: str, entries: tuple[Entry, ...], *, how: Format, evidence: bool) -> None:
    """Print ``entries`` in the format asked for."""
    if how is Format.JSON:
        typer.echo(json.dumps([entry_value(entry) for entry in entries], ensure_ascii=False, indent=1))
        return
    table = tabulate(record, kind, entries)
    if how is Format.CSV:
        typer.echo(table_csv(table, evidence=evidence), nl=False)
    else:
        print_table(record, table, evidence=evidence, title=kind)
        if kind == "sticking points":
            _print_knots(record, entries)


def _print_knots(record: Record, entries: tuple[Entry, ...]) -> None:
    """Say of sticking points that hang together which moves, as few as can be, would open them all."""
    for knot in knots([entry for entry in entries if isinstance(entry, StickingPoint)]):
        named = " and ".join(shortened(knot.points))
        console().print(f"{named} hang together. {knot_label(record, knot)}", markup=False)
