"""One name for each outlet: what articles call it differs in capitals, accents and a leading article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapporteur.reference.forms import fold


def outlet_names(outlets: Iterable[str | None]) -> Mapping[str, str]:
    """For every spelling of an outlet, the one that the record uses.

    That is the spelling of most articles, one in mixed case before one in capitals, the longest of equals.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for outlet in outlets:
        if outlet:
            spellings[_key(outlet)][outlet] += 1
    return {
        spelling: max(found, key=lambda name: (not name.isupper(), found[name], len(name), name))
        for found in spellings.values()
        for spelling in found
    }


def _key(outlet: str) -> str:
    return fold(outlet).removeprefix("the ")
