"""Writes the generated part of the documentation: ``docs/cli.md``, from the commands' own help."""

from __future__ import annotations

from pathlib import Path

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
    parts = [HEAD]
    for name in group.list_commands(root):
        command = group.commands[name]
        context = typer.Context(command, info_name=name, parent=root, terminal_width=88, max_content_width=88)
        parts.append(f"## rapporteur {name}\n\n```text\n{command.get_help(context).strip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
