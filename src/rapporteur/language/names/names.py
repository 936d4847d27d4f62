"""Names: reference data first, then titles, then what capitals and their neighbours tell, then what the model finds."""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.config import Config
from rapporteur.language.model.analysis import Labelled
from rapporteur.language.names.capitals import take_capitals
from rapporteur.language.names.known import parts_of_compounds, take_bodies, take_known
from rapporteur.language.names.learned import give_up_titles, take_learned
from rapporteur.language.names.lexicon import lexicon
from rapporteur.language.names.owners import parted
from rapporteur.language.names.titles import take_titles
from rapporteur.language.names.words import Row
from rapporteur.language.parse import Name, Token
from rapporteur.spans import Span


def find(
    text: str, sentences: Sequence[Span], words: Sequence[Token], config: Config, learned: Sequence[Labelled] = ()
) -> tuple[Name, ...]:
    """Return the names, titles and demonyms of ``text`` in order; none overlaps another.

    ``learned`` are the names that the model found.

    A name's ``key`` is the reference data's: of a state, an organisation, a named body; ``capital:`` and a state's key
    for a city that can stand for its government; a state's key, ``:`` and the organ for a generic body of a state
    ("TUR:defence_ministry").  Where a form has several readings the keys are divided by ``|``.
    """
    row = Row.of(text, sentences, words)
    known = lexicon(config)
    take_known(row, known)
    parts = parts_of_compounds(row, known)
    take_bodies(row)
    take_titles(row)
    told = frozenset(row.taken.values())
    take_capitals(row)
    if learned:
        parts = take_learned(row, learned, known, parts, told)
        give_up_titles(row, learned)
    pieces = [part for piece in dict.fromkeys(row.taken.values()) for part in parted(row, piece, known)]
    return tuple(sorted((*map(row.name, pieces), *parts), key=lambda name: name.span))
