"""Judgements as a file that people read, merge and keep under version control.

YAML, one block a judgement, in the order in which they were made. The blocks of two files can stand in one, in any
order and twice: a judgement's id follows from what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from rapporteur.errors import UsageError
from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict

_HEAD = """# Judgements on a record of Rapporteur: `rapporteur judgements RECORD --import FILE` takes them in.
# Files of several people can be laid together; what stands in them twice counts once.
"""
_SHAPE = (
    "Each block needs at least `verdict`, `about`, `by` and `on`, as `rapporteur judgements RECORD --export` writes."
)


def judgements_yaml(judgements: Iterable[Judgement]) -> str:
    """The judgements as YAML, in their order."""
    rows = [_row(judgement) for judgement in sorted(judgements, key=lambda one: one.order)]
    return _HEAD + (yaml.safe_dump(rows, sort_keys=False, allow_unicode=True, width=120) if rows else "[]\n")


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file.

    Raises:
        UsageError: the file cannot be read, or holds something else.
    """
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", hint="Name a file of judgements.") from error
    except yaml.YAMLError as error:
        raise UsageError(f"{path} is no YAML: {error}.", hint=_SHAPE) from error
    if not isinstance(rows, list):
        raise UsageError(f"{path} holds no list of judgements.", hint=_SHAPE)
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(_judgement(row))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"Judgement {number} of {path} cannot be understood: {error}.", hint=_SHAPE) from error
    return tuple(found)


def _row(judgement: Judgement) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "about": [_reference_row(reference) for reference in judgement.about],
        "field": judgement.field,
        "value": judgement.value,
        "was": judgement.was,
        "given": dict(judgement.given),
        "undoes": judgement.undoes,
        "reason": judgement.reason,
        "by": judgement.by,
        "on": judgement.on,
    }
    return {name: value for name, value in row.items() if value or name in ("verdict", "by", "on")}


def _reference_row(reference: Reference) -> dict[str, Any]:
    return {
        "kind": reference.kind,
        "id": reference.id,
        "is": reference.label,
        "in": [_anchor_text(anchor) for anchor in reference.anchors],
    }


def _anchor_text(anchor: Anchor) -> str:
    """An anchor in one line: ``a-0123456789ab 10-42``, ``a-0123456789ab: Ada Brehm``, ``: a wording``."""
    return f"{anchor.article}: {anchor.name}" if anchor.name else f"{anchor.article} {anchor.start}-{anchor.end}"


def _anchor(text: str) -> Anchor:
    article, colon, name = text.partition(": ")
    if colon:
        return Anchor(article, name=name)
    article, _, span = text.partition(" ")
    start, _, end = span.partition("-")
    return Anchor(article, int(start), int(end))


def _judgement(row: Mapping[str, Any]) -> Judgement:
    about = tuple(
        Reference(one["kind"], one["id"], one.get("is", ""), tuple(_anchor(text) for text in one.get("in", ())))
        for one in row.get("about", ())
    )
    return Judgement(
        verdict=Verdict(row["verdict"]),
        about=about,
        by=str(row["by"]),
        on=str(row["on"]),
        given=tuple((str(name), str(value)) for name, value in row.get("given", {}).items()),
        **{name: str(row.get(name, "")) for name in ("reason", "field", "value", "was", "undoes")},
    )


__all__ = ["judgements_yaml", "read_judgements"]
