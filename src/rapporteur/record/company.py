"""With whom a meeting was that an article names beside some words: "said after a meeting with fishermen".

Such words belong to no meeting at which those people were not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapporteur.language.attribution import grammar
from rapporteur.reading.claims import Form, Mention
from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

_BEFORE = 3
"""How many words may stand between "a meeting" and "with"."""
_LONGEST = 8
"""The most words of those behind "with"."""
_WORD = re.compile(r"[^\W_]+")
_GOES_ON = frozenset({"and", "from", "of"})
_POINTING = frozenset({Form.PRONOUN, Form.NOMINAL})


@dataclass(frozen=True)
class Company:
    """Those behind "with": the actors by name, and whether the words may also mean whoever was there."""

    actors: frozenset[str]
    is_open: bool

    def was_at(self, people: frozenset[str], parties: frozenset[str], sides: Mapping[str, str | None]) -> bool:
        """Whether they may have been at a meeting of ``people`` for ``parties``; ``sides`` says for whom people speak.

        Somebody who is not named there may have been, where nobody is named for that side.
        """
        if not self.actors:
            return self.is_open
        named = {sides.get(person) for person in people}
        return any(
            actor in people or actor in parties or ((side := sides.get(actor)) in parties and side not in named)
            for actor in self.actors
        )


def company_in(text: str, pieces: Iterable[Span], mentions: Sequence[Mention], own: frozenset[str]) -> Company | None:
    """Return with whom the meeting was that ``pieces`` of ``text`` name; None where they do not say.

    Args:
        text: the article.
        pieces: the sentences beside what was said, without its words.
        mentions: of the record's actors, in the order of the text.
        own: the speaker and the speaker's party, who are no company.
    """
    for words in _words_behind_with(text, pieces):
        if not words:
            continue
        span = words[0].to(words[-1])
        named = {
            mention.actor
            for mention in mentions
            if mention.form not in _POINTING and mention.span.overlaps(span) and mention.actor not in own
        }
        is_open = any(fold(word.of(text)) in _anybody() for word in words)
        return Company(frozenset(named), is_open)
    return None


def _words_behind_with(text: str, pieces: Iterable[Span]) -> Iterator[Sequence[Span]]:
    for piece in pieces:
        words = [Span(match.start(), match.end()) for match in _WORD.finditer(text, piece.start, piece.end)]
        folded = [fold(word.of(text)) for word in words]
        for at, word in enumerate(folded):
            if word in _meetings() and (behind := _with(folded, at + 1)):
                yield _phrase(text, words, folded, behind)


def _with(folded: Sequence[str], first: int) -> int | None:
    """The place behind "with" near ``first``."""
    near = range(first, min(len(folded), first + _BEFORE + 1))
    return next((at + 1 for at in near if folded[at] == "with"), None)


def _phrase(text: str, words: Sequence[Span], folded: Sequence[str], first: int) -> Sequence[Span]:
    """The words from ``first`` on as far as the phrase goes: to a mark, a preposition or a verb."""
    end = first
    while end < min(len(words), first + _LONGEST) and not _ends(folded[end]):
        if end > first and _is_parted(text[words[end - 1].end : words[end].start]):
            break
        end += 1
    return words[first:end]


def _ends(word: str) -> bool:
    small = word in grammar.group("prepositions") or word in grammar.group("times") or word == "that"
    return (small and word not in _GOES_ON) or word in grammar.group("auxiliaries")


def _is_parted(between: str) -> bool:
    return any(mark in between for mark in ',;:()"“”')


@cache
def _meetings() -> frozenset[str]:
    """The last words of nouns for meetings."""
    return frozenset(fold(noun).split()[-1] for noun in load("occasions")["meetings"])


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(fold, load("occasions")["anybody"]))


__all__ = ["Company", "company_in"]
