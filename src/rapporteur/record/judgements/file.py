"""Judgements as a file that people read, merge and keep under version control.

YAML, one block a judgement, in the order in which they were made. The blocks of two files can stand in one, in any
order and twice: a judgement's id follows from what it says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from rapporteur.errors import UsageError
from rapporteur.record.codec import KINDS
from rapporteur.record.judgements.judgement import Anchor, Judgement, Reference, Verdict

_HEAD = """# Judgements on a record of Rapporteur: `rapporteur judgements RECORD --import FILE` takes them in.
# Files of several people can be laid together; what stands in them twice counts once.
"""
_SHAPE = (
    "Each block needs at least `verdict`, `about`, `by` and `at`, as `rapporteur judgements RECORD --export` writes."
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
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UsageError(f"{path} is no YAML that can be read: {error}.", hint=_SHAPE) from error
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
        "at": judgement.on,
    }
    return {name: value for name, value in row.items() if value or name in ("verdict", "by", "at")}


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
    """The judgement of a block.

    Raises:
        ValueError: it says too little, too much or something else.
    """
    verdict = Verdict(row["verdict"])
    about = tuple(_reference(one) for one in row.get("about", ()))
    needed = _ABOUT[verdict]
    if len(about) != needed:
        raise ValueError(f"{verdict.value!r} is about {needed} things, and {len(about)} are named")
    if any(one.kind not in KINDS for one in about) or len({one.kind for one in about}) > 1:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, and the same for both")
    judgement = Judgement(
        verdict=verdict,
        about=about,
        by=_text(row["by"]),
        on=_moment(row["at"]),
        given=tuple((_text(name), _text(value)) for name, value in row.get("given", {}).items()),
        **{name: _text(row.get(name, "")) for name in ("reason", "field", "value", "was", "undoes")},
    )
    missing = [name for name in _NEEDS.get(verdict, ()) if not getattr(judgement, name)]
    if missing or (verdict is Verdict.ADDED and not about[0].anchors):
        raise ValueError(f"{verdict.value!r} needs {', '.join(missing) or 'in'}")
    return judgement


_ABOUT = dict.fromkeys(Verdict, 1) | {Verdict.SAME: 2, Verdict.NOT_SAME: 2, Verdict.UNDONE: 0}
_NEEDS = {Verdict.VALUE: ("field",), Verdict.ADDED: ("value",), Verdict.UNDONE: ("undoes",)}


def _reference(row: Mapping[str, Any]) -> Reference:
    anchors = tuple(_anchor(_text(text)) for text in row.get("in", ()))
    return Reference(_text(row["kind"]), _text(row.get("id", "")), _text(row.get("is", "")), anchors)


def _text(value: object) -> str:
    """A value as text: what a person wrote without quotation marks may have been taken for a number or a day."""
    if isinstance(value, (dict, list)):
        raise ValueError(f"{value!r} is no text")
    text = "" if value is None else str(value)
    if text != text.encode("utf-8", "ignore").decode():
        raise ValueError("it holds characters that are none")
    return text


def _moment(value: object) -> str:
    """A moment as `Judgement.on` has it; YAML reads one without quotation marks as a time."""
    if isinstance(value, dt.datetime):
        utc = value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return utc.isoformat(timespec="microseconds").replace("+00:00", "Z")
    return _text(value)


__all__ = ["judgements_yaml", "read_judgements"]
