"""Writes the generated part of the documentation: ``docs/cli.md``, from the commands' own help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
import typer.main

from rapporteur.cli import app

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"

HEAD = """# Commands

Written by `make docs` from the commands' own help.

Every list takes the same filters, and `--evidence` puts under each entry the words it stands on.
Exit status: 0 all went well; 1 something is wrong; 2 wrong usage; 3 some files could not be read (the others were);
4 the record cannot be used; 5 evidence does not hold; 6 the language model cannot be used; 130 interrupted.
"""


def page() -> str:
    """The whole page."""
    group = typer.main.get_group(app)
    root = typer.Context(group, info_name="rapporteur", terminal_width=88, max_content_width=88)
    return "\n".join([HEAD, *_sections(group, root, "##")])


def _sections(group: Any, context: Any, heading: str) -> Iterator[str]:
    """A section for each command of a group, those of a group within it one level below."""
    for name in group.list_commands(context):
        command = group.commands[name]
        own = typer.Context(command, info_name=name, parent=context, terminal_width=88, max_content_width=88)
        yield f"{heading} {own.command_path}\n\n```text\n{command.get_help(own).strip()}\n```\n"
        if hasattr(command, "commands"):
            yield from _sections(command, own, f"{heading}#")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
