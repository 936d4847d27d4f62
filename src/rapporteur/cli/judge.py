"""``rapporteur judge`` and ``rapporteur judgements``: what people decide about a record."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rapporteur.cli.arguments import As, Format, RecordPath
from rapporteur.cli.naming import named
from rapporteur.cli.output import console, print_table
from rapporteur.errors import UsageError
from rapporteur.export.labels import label
from rapporteur.export.record_json import judgement_values
from rapporteur.export.table_csv import table_csv
from rapporteur.export.tables import Table, judgement_table
from rapporteur.record.judgements.file import judgements_yaml, read_judgements
from rapporteur.record.judgements.judgement import Judgement
from rapporteur.record.record import Record

app = typer.Typer(
    name="judge",
    help="Decide about an entry: what is the same, right, wrong, another value; nothing is lost, all can be undone.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_ID = "An id or its beginning, or an actor's name."
One = Annotated[str, typer.Argument(metavar="ID", help=_ID, show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other one.", show_default=False)]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges; by default the name of the account.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]


@app.command()
def same(path: RecordPath, one: One, other: Other, by: By = "", reason: Reason = "") -> None:
    """Two actors, meetings, issues or statements are one."""
    _judged(path, lambda r: r.judge.same(_id(r, one), _id(r, other), by=by, reason=reason))


@app.command("not-same")
def not_same(
    path: RecordPath,
    one: One,
    other: Annotated[str, typer.Argument(metavar="[OTHER]", help="The other one.", show_default=False)] = "",
    articles: Annotated[
        list[str] | None,
        typer.Option("--in", metavar="ARTICLE", help="An article whose report is of another one; may be given again."),
    ] = None,
    by: By = "",
    reason: Reason = "",
) -> None:
    """Two entries are not one; or, with --in, what some articles report as one entry is another."""
    if bool(other) == bool(articles):
        raise UsageError("Name another entry, or articles with --in.", hint="rapporteur judge not-same --help")

    def decide(record: Record) -> Judgement:
        found = [_id(record, article) for article in articles or ()]
        second = _id(record, other) if other else None
        return record.judge.not_same(_id(record, one), second, articles=found, by=by, reason=reason)

    _judged(path, decide)


@app.command()
def right(path: RecordPath, one: One, by: By = "", reason: Reason = "") -> None:
    """An entry is right."""
    _judged(path, lambda r: r.judge.right(_id(r, one), by=by, reason=reason))


@app.command()
def wrong(path: RecordPath, one: One, by: By = "", reason: Reason = "") -> None:
    """An entry is wrong: it leaves the record until that is undone."""
    _judged(path, lambda r: r.judge.wrong(_id(r, one), by=by, reason=reason))


@app.command()
def value(
    path: RecordPath,
    one: One,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="As in the JSON: when, place, speaker, stance...")],
    to: Annotated[
        str, typer.Argument(metavar="VALUE", help="Days as 2023-05-10, actors by name, several by ; - none.")
    ],
    by: By = "",
    reason: Reason = "",
) -> None:
    """A field of an entry has another value."""
    _judged(path, lambda r: r.judge.value(_id(r, one), field, to, by=by, reason=reason))


@app.command()
def rename(path: RecordPath, one: One, name: Other, by: By = "", reason: Reason = "") -> None:
    """An actor, an issue or a process is called otherwise."""
    _judged(path, lambda r: r.judge.value(_id(r, one), "name", name, by=by, reason=reason))


@app.command()
def add(
    path: RecordPath,
    kind: Annotated[str, typer.Argument(metavar="LIST", help="meetings, statements, positions, commitments, events.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id or its file's name.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words it stands on, exactly as in the article.")],
    fields: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help="What it says.")] = None,
    by: By = "",
    reason: Reason = "",
) -> None:
    """An article tells of an entry that the record lacks."""
    wrong_ones = [field for field in fields or () if "=" not in field]
    if wrong_ones:
        raise UsageError(f"{wrong_ones[0]!r} is no field with a value.", hint="Write party=Norway stance=demands ...")
    given = {name.strip(): text.strip() for name, _, text in (field.partition("=") for field in fields or ())}
    _judged(path, lambda r: r.judge.add(kind, _id(r, article), words, given, by=by, reason=reason))


@app.command()
def undo(
    path: RecordPath,
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id or the beginning of it.")],
    by: By = "",
    reason: Reason = "",
) -> None:
    """A judgement does not hold; the undoing can be undone too."""
    _judged(path, lambda r: r.judge.undo(judgement, by=by, reason=reason))


def judgements(
    path: RecordPath,
    how: As = Format.TABLE,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write them to a YAML file, to merge and keep.")
    ] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take in those of a file; twice changes nothing.")
    ] = None,
) -> None:
    """What people decided: by whom, when and why, what it is about now, and where the reports now say otherwise."""
    with Record.open(path) as record:
        if take:
            new = record.judge.take(read_judgements(take))
            console().print(f"{new} new judgement{'' if new == 1 else 's'} taken in.", markup=False)
        if export:
            _write(export, judgements_yaml(record.judgements))
        if not take and not export:
            _list(record, how)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", hint="Name another file.") from error


def _list(record: Record, how: Format) -> None:
    table: Table = judgement_table(record)
    if how is Format.JSON:
        typer.echo(json.dumps(judgement_values(record), ensure_ascii=False, indent=1))
    elif how is Format.CSV:
        typer.echo(table_csv(table), nl=False)
    elif table.rows:
        print_table(record, table, evidence=False, title="judgements")
    else:
        console().print("Nobody has judged anything in the record.")


def _judged(path: Path, decide: Callable[[Record], Judgement]) -> None:
    with Record.open(path) as record:
        judgement = decide(record)
        judged = record.judged(judgement.id)
        out = console()
        out.print(Text.assemble((judgement.id, "bold"), f"  {judgement.verdict.value}, by {judgement.by}"))
        for name in judged.entries if judged else ():
            if name in record:
                out.print(Text(f"  {label(record, record[name])}"), soft_wrap=True)
        if judged and judged.remark:
            out.print(Text(f"  {judged.remark}", "yellow"), soft_wrap=True)
        undo = f"rapporteur judge undo {shlex.quote(str(path))} {judgement.id[10:17]}"
        out.print(Text(f"Undo it with: {undo}", "dim"), soft_wrap=True)


def _id(record: Record, name: str) -> str:
    """The id of an entry or article, from an id, its beginning, or a name."""
    return named(record, name).id


__all__ = ["app", "judgements"]
