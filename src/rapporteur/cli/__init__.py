"""The command line: a file a command; options and printing, nothing else."""

from __future__ import annotations

from rapporteur.cli.app import app, main

__all__ = ["app", "main"]
