"""Words of one family, as far as endings tell: "acquire" and "acquisition", "arrest" and "arrested"."""

from __future__ import annotations

from functools import cache

from rapporteur.reference import load

_SHORTEST = 4
"""Letters that an ending leaves at least."""
_TELLING = 5
"""The first letters by which a family is known: behind them words change ("acquire", "acquisition")."""


def family_of(word: str) -> str:
    """Return what the words of a family have in common: the first letters of the word without its ending."""
    low = word.casefold()
    ending = next((end for end in _endings() if low.endswith(end) and len(low) - len(end) >= _SHORTEST), "")
    return low.removesuffix(ending)[:_TELLING]


@cache
def _endings() -> tuple[str, ...]:
    """The endings of words made from others, the longest first."""
    return tuple(sorted(load("inflection")["endings"], key=lambda end: (-len(end), end)))


__all__ = ["family_of"]
