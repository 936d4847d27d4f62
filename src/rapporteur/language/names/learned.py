"""Names that the model finds, among those that the reference data knows and the rules take.

What is known keeps its key and its kind.  What is not is judged over the whole text: the model sees one mention at a
time, and a surname is one person's throughout.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from rapporteur.language.model.analysis import DATE, KINDS, Labelled
from rapporteur.language.names.lexicon import Lexicon, is_everyday, names
from rapporteur.language.names.words import Piece, Row
from rapporteur.language.parse import Name, NameKind
from rapporteur.spans import Span

LIKELY, SURE = 0.5, 0.8
"""The chance from which a name of the model goes before a guess of the rules, and before known names inside it."""
_ORGANISED = (NameKind.ORGANISATION, NameKind.BODY, NameKind.ARMED_GROUP)

_UNSURE = (NameKind.OTHER, NameKind.ARMED_GROUP)
"""Kinds of which the model knows too little to speak against a guess."""

Votes = Mapping[str, Mapping[NameKind, float]]
"""For each form, how much chance the model gives each kind over all of its mentions."""


def take_learned(
    row: Row, spans: Sequence[Labelled], lexicon: Lexicon, parts: Sequence[Name], known: Collection[Piece]
) -> list[Name]:
    """Take the model's names in ``row``; return ``parts``, names inside hyphenated words, with those of the model.

    ``known`` are the pieces that reference data or titles tell; the others are guesses from capitals.
    """
    named = [one for one in sorted(spans, key=lambda one: one.span) if one.kind != DATE and _ends_well(row, one)]
    votes = _votes(row, named)
    _give_up_guesses(row, named, votes, known)
    found = list(parts)
    for one in named:
        words = _words(row, one.span)
        if words is None:
            found += _part(row, one, lexicon, found)
        elif not row.compounds & set(words):
            _take(row, words, one, lexicon, votes)
    return found


def _ends_well(row: Row, one: Labelled) -> bool:
    """Whether a span ends in a word that a name can end in: not "Standing Committee of the"."""
    words = _words(row, one.span)
    return not words or row.words[words[-1]].lower() not in (*names("connectors"), "the")


def _give_up_guesses(row: Row, spans: Sequence[Labelled], votes: Votes, known: Collection[Piece]) -> None:
    """Free the words of names that only their capitals tell, where the model sees none or is against it."""
    seen = {at: one for one in spans for at in _words(row, one.span) or ()}
    surnames = {form.split()[-1] for form, kinds in votes.items() if " " in form and NameKind.PERSON in kinds}
    for piece in dict.fromkeys(row.taken.values()):
        alone = piece.kind is NameKind.PERSON and piece.end == piece.start + 1
        if piece in known or (alone and row.words[piece.start] in surnames):
            continue
        form = " ".join(row.words[piece.start : piece.end])
        over = {one for at in range(piece.start, piece.end) if (one := seen.get(at))}
        unseen = not over and form not in votes
        if unseen or any(_is_against(row, piece, one, votes, seen) for one in over):
            row.give_up(piece)


def _is_against(row: Row, piece: Piece, one: Labelled, votes: Votes, seen: Mapping[int, Labelled]) -> bool:
    """Whether a name of the model that overlaps a guess speaks against it."""
    kind, words = KINDS[one.kind], _words(row, one.span) or range(0)
    form = " ".join(row.words[piece.start : piece.end])
    if (kind in _UNSURE and piece.kind is not NameKind.OTHER) or votes.get(form, {}).get(piece.kind):
        return False
    if kind is piece.kind and words.start <= piece.start and piece.end <= words.stop:
        return False  # a longer name, perhaps with a title in it
    if piece.start < words.start or words.stop < piece.end:  # the model's name is shorter, or ends elsewhere
        is_open = piece.kind is NameKind.PERSON and not _is_whole(row, piece, words, seen)
        return (piece.kind is NameKind.OTHER or is_open) and one.chance >= LIKELY
    return one.chance >= (SURE if piece.kind is NameKind.PERSON else LIKELY)


def _is_whole(row: Row, piece: Piece, words: range, seen: Mapping[int, Labelled]) -> bool:
    """Whether the guess of a person stands although the model sees only ``words`` of it.

    A surname may be an everyday word too, and so may the first name behind a title.
    """
    if words.start == piece.start or row.kind(piece.start - 1) is NameKind.TITLE:
        return True
    lead = seen.get(piece.start)
    is_title = lead is not None and lead.kind == "title" and lead.chance >= LIKELY
    return words.start == piece.start + 1 and not is_title and not is_everyday(row.words[piece.start])


def give_up_titles(row: Row, spans: Sequence[Labelled]) -> None:
    """Free the words taken for titles in which the model sees none, and beside which nobody is named: "soldiers"."""
    seen = {at for one in spans if one.kind == "title" for at in _words(row, one.span) or ()}
    for piece in [p for p in dict.fromkeys(row.taken.values()) if p.kind is NameKind.TITLE]:
        words = range(piece.start, piece.end)
        named = any(row.is_capital(at) and at not in row.firsts for at in words)
        if not seen & set(words) and not named and not _is_beside_person(row, piece):
            row.give_up(piece)


def _is_beside_person(row: Row, piece: Piece) -> bool:
    return row.kind(piece.end) is NameKind.PERSON or row.kind(piece.start - 1) is NameKind.PERSON


def _votes(row: Row, spans: Iterable[Labelled]) -> Votes:
    found: defaultdict[str, defaultdict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for one in spans:
        if words := _words(row, one.span):
            found[" ".join(row.words[words.start : words.stop])][KINDS[one.kind]] += one.chance
    return found


def _voted(votes: Votes, form: str) -> NameKind:
    """The kind that the model gives a form over all of its mentions."""
    return max(votes[form].items(), key=lambda pair: (pair[1], pair[0]))[0]


def _words(row: Row, span: Span) -> range | None:
    """The words that a span is made of; None where it ends inside one."""
    first = bisect_left(row.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(row.tokens, span.end, key=lambda token: token.end)
    if first >= len(row.tokens) or last >= len(row.tokens) or last < first:
        return None
    whole = row.tokens[first].start == span.start and row.tokens[last].end == span.end
    return range(first, last + 1) if whole else None


def _part(row: Row, one: Labelled, lexicon: Lexicon, parts: Sequence[Name]) -> Iterable[Name]:
    """A name inside one hyphenated word, if it has a capital and nothing is taken there."""
    span = one.span
    at = bisect_left(row.tokens, span.start + 1, key=lambda token: token.start) - 1
    inside = at >= 0 and span.end <= row.tokens[at].end
    free = at not in row.taken and not any(part.span.overlaps(span) for part in parts)
    if inside and free and row.text[span.start].isupper():
        row.compounds.add(at)
        entry = lexicon.lookup(span.of(row.text))
        yield Name(span, entry.kind if entry else KINDS[one.kind], entry.key if entry else None)


def _take(row: Row, words: range, one: Labelled, lexicon: Lexicon, votes: Votes) -> None:
    kind = KINDS[one.kind]
    inside = list(dict.fromkeys(row.taken[at] for at in words if at in row.taken))
    low, high = min((p.start for p in inside), default=0), max((p.end for p in inside), default=0)
    if not inside:
        form = " ".join(row.words[words.start : words.stop])
        row.take(_looked_up(row, words, _voted(votes, form), lexicon))
    elif words.start <= low and high <= words.stop and (high - low) < len(words) and _goes_before(one, kind, inside):
        row.take(_looked_up(row, words, kind, lexicon))


def _goes_before(one: Labelled, kind: NameKind, inside: Sequence[Piece]) -> bool:
    """Whether a longer name of the model goes before the shorter names in it."""
    if kind is NameKind.TITLE:
        return one.chance >= LIKELY and all(piece.kind is NameKind.TITLE or piece.key is None for piece in inside)
    if one.chance < SURE or kind is NameKind.OTHER or any(piece.kind is NameKind.TITLE for piece in inside):
        return False
    return kind in _ORGANISED or all(piece.key is None for piece in inside)


def _looked_up(row: Row, words: range, kind: NameKind, lexicon: Lexicon) -> Piece:
    """A piece of ``kind``, with the key of the known name that it spells."""
    entry = lexicon.lookup(Span(row.tokens[words.start].start, row.tokens[words.stop - 1].end).of(row.text))
    if entry and entry.kind is kind:
        return Piece(words.start, words.stop, entry.kind, entry.key)
    return Piece(words.start, words.stop, kind)


__all__ = ["give_up_titles", "take_learned"]
