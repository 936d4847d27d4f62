"""The commands put together, and what every one of them does with errors."""

from __future__ import annotations

import sys

import typer

from rapporteur._version import __version__
from rapporteur.cli.build import build
from rapporteur.cli.changes import changed
from rapporteur.cli.compare import compare
from rapporteur.cli.dossier import dossier
from rapporteur.cli.export import export
from rapporteur.cli.judge import app as judge
from rapporteur.cli.judge import judgements
from rapporteur.cli.lists import register
from rapporteur.cli.output import complain
from rapporteur.cli.read import read
from rapporteur.cli.remove import remove
from rapporteur.cli.search import search
from rapporteur.cli.serve import desk, serve
from rapporteur.cli.show import show
from rapporteur.cli.verify import verify
from rapporteur.errors import RapporteurError

app = typer.Typer(
    name="rapporteur",
    help="Read what the press reports of a diplomatic process, and keep the record, with evidence, offline.",
    epilog="Exit status: 0 all went well; 2 wrong usage; 3 some files could not be read; 4 the record cannot be used; "
    "5 evidence does not hold.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (build, read, show, compare, search, dossier, serve, desk, export, verify, remove, judgements):
    app.command()(command)
app.command("changes")(changed)
app.add_typer(judge)
register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rapporteur {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Read what the press reports of a diplomatic process, and keep the record, with evidence, offline."""


def main() -> None:
    """Run the command line; every error of ours becomes one line, a hint and its exit status."""
    try:
        status = app(sys.argv[1:] or ["--help"], standalone_mode=False)
    except RapporteurError as error:
        complain(error.message, error.hint)
        status = error.exit_code
    except typer.TyperException as error:
        complain(error.format_message(), "Try: rapporteur --help")
        status = error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        complain("Interrupted.", "What was read is kept; run the same command again to go on.")
        status = 130
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    sys.exit(status if isinstance(status, int) else 0)
