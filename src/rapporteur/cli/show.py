"""``rapporteur show``: everything about one entry or article."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.text import Text

from rapporteur.cli.arguments import As, Format, RecordPath
from rapporteur.cli.naming import named
from rapporteur.cli.output import cite, console
from rapporteur.errors import UsageError
from rapporteur.export.labels import label, openings_label
from rapporteur.export.record_json import article_value, entry_value
from rapporteur.export.tables import outlet_of
from rapporteur.intake.article import Article
from rapporteur.record.codec import Entry
from rapporteur.record.model import StickingPoint
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of

Name = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id or its beginning, an actor's name or an article's file.", show_default=False
    ),
]


def show(path: RecordPath, name: Name, how: As = Format.TABLE) -> None:
    """Show one entry or article whole, with the evidence it stands on."""
    with Record.open(path) as record:
        thing = named(record, name)
        if isinstance(thing, Article):
            value = article_value(thing, record.copies().get(thing.id))
        else:
            value = entry_value(thing)
        if how is Format.JSON:
            typer.echo(json.dumps(value, ensure_ascii=False, indent=1))
        elif how is Format.CSV:
            raise UsageError("One entry is printed as text or as JSON.", hint="Use --format json.")
        else:
            _print(record, thing, value)


def _print(record: Record, thing: Entry | Article, value: dict[str, object]) -> None:
    out = console()
    out.print(Text(label(record, thing), "bold"), soft_wrap=True)
    for field, content in value.items():
        if field in ("evidence", "body", "provenance") or content in (None, [], "") or _is_bare(field, content):
            continue
        written = str(content) if field == "id" else _written(record, content)
        if field == "openings" and isinstance(thing, StickingPoint):
            written = openings_label(record, thing)
        out.print(Text.assemble((f"  {field.replace('_', ' '):14}", "dim"), written), soft_wrap=True)
    for line in _judgements(record, thing):
        out.print(Text.assemble((f"  {'judged':14}", "dim"), line), soft_wrap=True)
    pieces = () if isinstance(thing, Article) else evidence_of(thing)
    for line in dict.fromkeys(cite(record, piece) for piece in pieces):
        out.print(Text(f"    {line}", "italic"), soft_wrap=True)


def _is_bare(field: str, content: object) -> bool:
    """Whether a history tells no more than that something was promised, or of one stage alone."""
    return field == "history" and isinstance(content, list) and len(content) < 2


def _judgements(record: Record, thing: Entry | Article) -> list[str]:
    """What people decided about an entry, each in a line."""
    about = [one for one in record.judgements if (judged := record.judged(one.id)) and thing.id in judged.entries]
    lines = []
    for one in about:
        what = f"{one.field}: {one.value}, was {one.was}" if one.field else one.verdict.value
        judged = record.judged(one.id)
        told = "; ".join(filter(None, (one.reason, judged.remark if judged else "")))
        lines.append(f"{what}, by {one.by}, {one.on[:10]}{f' ({told})' if told else ''}")
    return lines


def _written(record: Record, content: object) -> str:
    """A field as a reader wants it: actors by their names, articles by their outlets, days and places in short."""
    match content:
        case {"status": status, "when": {"edtf": edtf}, "due": due}:
            put_off = f", to {due['edtf']}" if due else ""
            return f"{edtf or 'day unknown'} {status}{put_off}"
        case {"status": status, "when": {"edtf": edtf}}:
            return f"{status}, told {edtf or 'on a day unknown'}"
        case {"edtf": edtf, "why": why}:
            return f"{edtf or 'unknown'}{f' ({why})' if why else ''}"
        case {"name": str(name), "country": country}:
            return f"{name} ({country})" if country else name
        case dict():
            first, *rest = [_written(record, v) for k, v in content.items() if v and k != "evidence"] or [""]
            more = ", ".join(x for x in dict.fromkeys(rest) if x.casefold() != first.casefold())
            return f"{first} ({more})" if more else first
        case list():
            return "; ".join(dict.fromkeys(_written(record, item) for item in content))
    return _named(record, str(content))


def _named(record: Record, word: str) -> str:
    """What an id stands for, or the word itself."""
    if word not in record:
        return word
    thing = record[word]
    return outlet_of(record, word) if isinstance(thing, Article) else label(record, thing)
