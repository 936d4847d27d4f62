"""Search over everything, with the kinds of what was found beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.record.codec import KINDS, Entry
from rapporteur.web.view import View

_MOST = 400
"""Matches that are looked at; more than that are too many to read."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Match:
    """A match: what was found, its kind, and words around it in pieces, every other one being what was searched for."""

    thing: Entry | Article
    kind: str
    pieces: tuple[str, ...]


def search(view: View, query: Mapping[str, str]) -> dict[str, Any]:
    """What holds the words of an address's ``q``; ``kind`` narrows to one kind."""
    words, kind = query.get("q", "").strip()[:300], query.get("kind", "")
    found = view.record.search(words, limit=_MOST) if any(map(str.isalnum, words)) else ()
    counted = Counter(match.kind for match in found)
    wanted = kind if kind in (*KINDS, "articles") else ""
    matches = [
        Match(thing, match.kind, _pieces(match.snippet))
        for match in found
        if (not wanted or match.kind == wanted) and (thing := view.articles.get(match.id) or view.entry(match.id))
    ]
    return {
        "words": words,
        "kind": wanted,
        "counted": counted.most_common(),
        "matches": matches[:_SHOWN],
        "total": len(matches),
        "cut": len(found) == _MOST,
    }


def _pieces(snippet: str) -> tuple[str, ...]:
    return tuple(snippet.replace("\x03", "\x02").split("\x02"))


__all__ = ["Match", "search"]
