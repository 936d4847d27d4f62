"""What an analyser says of a text, whichever it is: the shipped model or a pipeline plugged in for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rapporteur.language.parse import NameKind, Token
from rapporteur.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Labelled:
    """A stretch of text with a kind and the chance of it, between 0 and 1."""

    span: Span
    kind: str
    chance: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tokens with tags and heads; name spans by `NameKind` or "date"; sources and cues; contents.

    Each in order, and none of a kind overlaps another.
    """

    tokens: tuple[Token, ...]
    names: tuple[Labelled, ...] = ()
    roles: tuple[Labelled, ...] = ()
    contents: tuple[Labelled, ...] = ()


class Analyser(Protocol):
    """Gives tokens their tags, and finds spans."""

    def analyse(self, text: str, sentences: Sequence[Span], tokens: Sequence[Span]) -> Analysis:
        """Analyse the ``tokens`` of ``text``, which lie in ``sentences``, both in order."""
        ...


KINDS = {
    "per": NameKind.PERSON,
    "title": NameKind.TITLE,
    "state": NameKind.STATE,
    "dem": NameKind.DEMONYM,
    "place": NameKind.PLACE,
    "org": NameKind.ORGANISATION,
    "group": NameKind.ARMED_GROUP,
    "body": NameKind.BODY,
    "other": NameKind.OTHER,
}
"""The name kinds by the model's labels."""
DATE = "date"

__all__ = ["DATE", "KINDS", "Analyser", "Analysis", "Labelled"]
