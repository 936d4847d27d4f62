"""``rapporteur search``: full text over articles and entries."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.text import Text

from rapporteur.cli.arguments import As, Format, RecordPath
from rapporteur.cli.naming import shortened
from rapporteur.cli.output import console
from rapporteur.errors import UsageError
from rapporteur.export.labels import label
from rapporteur.record.record import Found, Record

Words = Annotated[str, typer.Argument(metavar="WORDS", help='All of them must occur; "a phrase" in quotation marks.')]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many matches at most.")]


def search(path: RecordPath, words: Words, limit: Limit = 20, how: As = Format.TABLE) -> None:
    """Search articles and entries for words, best match first."""
    with Record.open(path) as record:
        found = record.search(words, limit=limit)
        if how is Format.JSON:
            typer.echo(json.dumps([_value(record, match) for match in found], ensure_ascii=False, indent=1))
        elif how is Format.CSV:
            raise UsageError("A search is printed as a table or as JSON.", hint="Use --format json.")
        else:
            _print(record, found, words)


def _value(record: Record, match: Found) -> dict[str, str]:
    plain = match.snippet.replace("\x02", "").replace("\x03", "")
    return {"id": match.id, "kind": match.kind, "label": label(record, record[match.id]), "snippet": plain}


def _print(record: Record, found: tuple[Found, ...], words: str) -> None:
    out = console()
    short = shortened([match.id for match in found])
    for match, number in zip(found, short, strict=True):
        name = label(record, record[match.id])
        out.print(Text.assemble((f"{number}  ", "dim"), (name, "bold")), soft_wrap=True)
        out.print(_snippet(match.snippet), soft_wrap=True)
    count = f"{len(found)} {'matches' if len(found) > 1 else 'match'}"
    out.print(Text(count if found else f"Nothing in the record holds {words!r}.", "dim"))


def _snippet(snippet: str) -> Text:
    """The snippet on one line, the words found set off: in colour on a terminal, in brackets elsewhere."""
    text = Text("    ")
    for part in " ".join(snippet.split(" ")).replace("\n", " ").split("\x02"):
        marked, closed, rest = part.partition("\x03")
        text.append(marked, "bold yellow" if closed else "")
        text.append(rest)
    return text
