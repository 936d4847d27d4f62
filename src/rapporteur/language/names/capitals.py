"""What the reference data does not know: runs of capitals, told apart by the words in and around them."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.language.names.evidence import Evidence, Run
from rapporteur.language.names.headed import take_headed
from rapporteur.language.names.lexicon import is_everyday, names
from rapporteur.language.names.titles import is_form_of_address
from rapporteur.language.names.words import Piece, Row
from rapporteur.language.parse import NameKind

_OPENING = frozenset('"“‘«:;—–-*•(')
_LIKE_NAMES = (NameKind.PLACE, NameKind.STATE)


def take_capitals(row: Row) -> None:
    """Take the names that are still free: those with a telling head first, then the others by evidence."""
    plain = [bounds for bounds in row.sentences if not _is_headline(row, *bounds)]
    for start, end in plain:
        take_headed(row, start, end)
    _take_short_headed(row)
    runs = [run for start, end in plain for run in _runs(row, start, end)]
    evidence = Evidence(row, [*runs, *_with_neighbours(row, runs)])
    for run in runs:
        for wider in _with_neighbours(row, [run]):
            if evidence.kind(wider) is NameKind.PERSON:
                row.take(Piece(*wider, NameKind.PERSON))
    for run in runs:
        if run[0] not in row.taken and run[1] - 1 not in row.taken:
            row.take(Piece(*run, evidence.kind(run)))
    _take_surnames(row, evidence)


def _take_short_headed(row: Row) -> None:
    """Take "the League" where the text has an organisation whose name ends so."""
    heads = {row.words[piece.end - 1] for piece in row.taken.values() if piece.kind is NameKind.ORGANISATION}
    for at in range(1, len(row.words)):
        if at not in row.taken and row.words[at] in heads and row.words[at - 1].lower() == "the" and row.is_capital(at):
            row.take(Piece(at, at + 1, NameKind.ORGANISATION))


def _take_surnames(row: Row, evidence: Evidence) -> None:
    """Take the surnames of persons that the text names elsewhere, in headlines and where a place has the same name."""
    for at, word in enumerate(row.words):
        piece = row.taken.get(at)
        if (piece is None and word in evidence.surnames and (not is_everyday(word) or _does(row, at))) or (
            piece and piece.kind in _LIKE_NAMES and piece.end - piece.start == 1 and _is_person_here(row, at, evidence)
        ):
            row.take(Piece(at, at + 1, NameKind.PERSON))


def _does(row: Row, at: int) -> bool:
    """Whether a verb that persons are the subject of follows."""
    after = row.words[at + 1] if at + 1 < len(row.words) else ""
    return after in names("reporting") or after in names("doing")


def _is_person_here(row: Row, at: int, evidence: Evidence) -> bool:
    """Whether a place's name is a surname here: behind "Mrs", or a known one that no preposition places."""
    title = row.taken.get(at - 1)
    if title and title.kind is NameKind.TITLE and row.touches(at):
        return is_form_of_address(" ".join(row.words[title.start : title.end]))
    placed = at > 0 and row.words[at - 1].lower() in (*names("place_before"), "of", ",")
    return row.kind(at) is NameKind.PLACE and row.words[at] in evidence.surnames and not placed


def _runs(row: Row, start: int, end: int) -> Iterator[Run]:
    """Stretches of free capitals, with the small words inside a name."""
    at = start
    while at < end:
        if not _opens(row, at, start, end):
            at += 1
            continue
        stop = _after_particles(row, at, end)
        while (after := _next_of(row, stop, end)) is not None:
            stop = after
        yield _without_rank(row, at, stop), stop
        at = stop


def _without_rank(row: Row, start: int, stop: int) -> int:
    """Where the run begins once everyday words before a full name are left out: "Officer Jonah Kell"."""
    while stop - start > 2 and is_everyday(row.words[start]) and not is_everyday(row.words[start + 1]):
        if sum(row.is_capital(at) and row.words[at] not in names("suffixes") for at in range(start + 1, stop)) < 2:
            break
        start += 1
    return start


def _opens(row: Row, at: int, start: int, end: int) -> bool:
    """Whether a name can begin at ``at``."""
    if at in row.taken or not row.is_capital(at):
        return _opens_with_particle(row, at, start, end)
    if row.words[at] in names("affiliations") | names("creed") and at + 1 < end and row.is_capital(at + 1):
        return False
    return not _is_plain_start(row, at, start, end) and not _is_participle(row.words[at])


def _is_participle(word: str) -> bool:
    """Whether a hyphen ties a name to a word that describes: "Vienna-based", "NLF-held"."""
    return word.rpartition("-")[2] in names("participles") and "-" in word


def _opens_with_particle(row: Row, at: int, start: int, end: int) -> bool:
    """Whether a name begins with a particle here: only behind a title, as in "President de Gaulle"."""
    if at in row.taken or at == start or row.words[at] not in names("particles"):
        return False
    stop = _after_particles(row, at, end)
    return row.kind(at - 1) is NameKind.TITLE and stop - at > 1


def _after_particles(row: Row, at: int, end: int) -> int:
    """The end of the first capital at or behind ``at``, particles before it passed over."""
    first = at
    while at < end and at not in row.taken and at - first < 3 and row.words[at] in names("particles"):
        at += 1
    return at + 1 if at < end and at not in row.taken and row.is_capital(at) else first


def _next_of(row: Row, at: int, end: int) -> int | None:
    """The end of the run's next word at ``at``, particles before it included; None where the run ends."""
    if at >= end or not row.touches(at):
        return None
    stop = _after_particles(row, at, end)
    if stop == at or row.words[stop - 1] in names("function") or _is_participle(row.words[stop - 1]):
        return None
    return stop


def _is_plain_start(row: Row, at: int, start: int, end: int) -> bool:
    """Whether the word begins a sentence, a quotation or a bracket and is an everyday word."""
    if row.words[at] in names("function"):
        return True
    begins = at == start or row.text[row.tokens[at - 1].start] in _OPENING
    followed = at + 1 < end and at + 1 not in row.taken and row.is_capital(at + 1) and row.touches(at + 1)
    return begins and not followed and is_everyday(row.words[at])


def _with_neighbours(row: Row, runs: list[Run]) -> Iterator[Run]:
    """Each run with the place or state that touches it and may be part of a person's name: "Margot Kingston"."""
    for start, end in runs:
        after = row.taken.get(end) if end < len(row.words) and row.touches(end) else None
        if after and after.end - after.start == 1 and after.kind in _LIKE_NAMES and _is_unlike_a_word(row.words[start]):
            yield start, after.end
        before = row.taken.get(start - 1) if start and row.touches(start) else None
        if before and before.end - before.start == 1 and before.kind in (*_LIKE_NAMES, NameKind.ORGANISATION):
            title = row.taken.get(before.start - 1)
            if title and title.kind is NameKind.TITLE and row.touches(before.start):
                yield before.start, end


def _is_unlike_a_word(word: str) -> bool:
    return not is_everyday(word) and word not in names("creed")


def _is_headline(row: Row, start: int, end: int) -> bool:
    """Whether the sentence is a headline that writes every longer word with a capital and ends without a stop."""
    if row.words[end - 1] in (".", "”", '"', ",", ":", ")"):
        return False
    long = [at for at in range(start, end) if len(row.words[at]) > 3 and row.words[at].isalpha()]
    return len(long) >= 4 and sum(row.words[at][0].isupper() for at in long) >= 0.8 * len(long)
