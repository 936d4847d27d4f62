"""The shipped files of the model, and one clear error where they are missing or damaged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rapporteur.errors import ModelError

FOLDER = Path(__file__).parent / "shipped"
REINSTALL = "Install rapporteur again."


def file(name: str) -> Path:
    """Where the shipped file ``name`` lies.

    Raises:
        ModelError: it is not there.
    """
    path = FOLDER / name
    if not path.is_file():
        raise ModelError(f"A file of the language model is missing: {path}.", hint=REINSTALL)
    return path


def damaged(name: str, error: Exception) -> ModelError:
    """The error to raise where the shipped file ``name`` cannot be understood."""
    first = str(error).partition("\n")[0]
    return ModelError(f"A file of the language model is damaged: {FOLDER / name} ({first}).", hint=REINSTALL)


@cache
def table(name: str) -> Mapping[str, Any]:
    """The shipped JSON table ``name``, read once.

    Raises:
        ModelError: it is not there, or is no JSON.
    """
    try:
        found: dict[str, Any] = json.loads(file(name).read_text(encoding="utf-8"))
    except ValueError as error:
        raise damaged(name, error) from error
    return found


__all__ = ["FOLDER", "damaged", "file", "table"]
