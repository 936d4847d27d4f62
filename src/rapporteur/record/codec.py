"""Articles, readings and entries as JSON and back: what the store keeps."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

from rapporteur.record.model import (
    Actor,
    Commitment,
    Disagreement,
    Event,
    Issue,
    Meeting,
    Position,
    Process,
    Statement,
    StickingPoint,
)

Thing = TypeVar("Thing")

Entry = Actor | Meeting | Statement | Position | Issue | Commitment | Event | Disagreement | Process | StickingPoint

KINDS: dict[str, type[Entry]] = {
    "actors": Actor,
    "meetings": Meeting,
    "statements": Statement,
    "positions": Position,
    "issues": Issue,
    "commitments": Commitment,
    "events": Event,
    "disagreements": Disagreement,
    "processes": Process,
    "sticking_points": StickingPoint,
}
"""The record's lists, in the contract's order, and the class of their entries."""


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    """The adapter of a class, made once: building one takes longer than using it a thousand times."""
    if cls not in _ADAPTERS:
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def dump(thing: Any) -> str:
    """``thing``, a dataclass of ours, as JSON; what is at its default is left out."""
    return _adapter(type(thing)).dump_json(thing, exclude_defaults=True).decode()


def load(cls: type[Thing], text: str) -> Thing:
    """The inverse of ``dump``."""
    thing: Thing = _adapter(cls).validate_json(text)
    return thing
