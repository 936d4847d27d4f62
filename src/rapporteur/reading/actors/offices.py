"""Titles beside a name: who holds which office, for whom, and still, once or not yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.language.names.lexicon import names, plain
from rapporteur.language.names.titles import is_form_of_address
from rapporteur.language.names.words import CLITICS, Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.actors.roles import is_plural
from rapporteur.reading.actors.title_words import OPENERS, PARTIES, STOPS, Title, owner_before, read_title, tail_behind
from rapporteur.reading.claims import Tenure
from rapporteur.reference import offices

_LINKS = ("who", "is", "was", "as", "serves", "served", "currently")


def titles_of(stage: Stage, piece: Piece) -> list[Title]:
    """The offices that stand right before a person's name and right behind it."""
    party = party_behind(stage, piece)
    before = [replace(title, party=title.party or party) for title in _before(stage, piece)]
    found = [*before, *_behind(stage, piece)]
    found += [title for title in _appointed(stage, piece) if title.start not in {known.start for known in found}]
    stage.offices_read.update(title.start for title in found)
    return found


def party_behind(stage: Stage, name: Piece) -> Figure | None:
    """The state or organisation in "X of Ruritania"."""
    row = stage.row
    article = row.words[name.end + 1 : name.end + 2] == ("the",)
    after = row.taken.get(name.end + 1 + article) if row.words[name.end : name.end + 1] == ("of",) else None
    return stage.piece_figure(after) if after and after.kind in (NameKind.STATE, NameKind.ORGANISATION) else None


def _before(stage: Stage, name: Piece) -> Iterator[Title]:
    row = stage.row
    start, _ = stage.sentence(name.start)
    address = row.taken.get(name.start - 1) if name.start > start and row.touches(name.start) else None
    if address and address.kind is NameKind.TITLE and plain(stage.words(address)) in offices.honorifics():
        if not is_form_of_address(stage.words(address)):
            yield read_title(stage, address, tail=False)
        yield from _before(stage, replace(name, start=address.start))
        return
    at = name.start - 1
    comma = at > start and row.words[at] == ","
    piece = _title_ending(stage, at - comma, start)
    if piece is None or is_plural(stage.words(piece)) or (comma and not _is_apposition(stage, name, piece, start)):
        return
    if piece.end <= at - comma and not comma and tail_behind(stage, piece.end)[1] != name.start:
        return
    yield read_title(stage, piece, tail=piece.end <= at - comma)
    other = row.taken.get(piece.start - 2) if piece.start - 2 >= start and row.words[piece.start - 1] == "and" else None
    if other and other.kind is NameKind.TITLE and not is_plural(stage.words(other)):
        yield read_title(stage, other, tail=False)


def _title_ending(stage: Stage, at: int, start: int) -> Piece | None:
    """The title that ends at ``at``, or before "of the Ruritanian General Staff" there."""
    row = stage.row
    linked = False
    for _ in range(10):
        piece = row.taken.get(at)
        if piece and piece.kind is NameKind.TITLE:
            return piece if linked or piece.end == at + 1 else None
        if piece and piece.kind is NameKind.PERSON:
            return None
        if piece is None and not _is_of_tail(row.words[at]):
            return None
        linked |= row.words[at] in ("of", "for", "to")
        at = (piece.start if piece else at) - 1
        if at < start:
            return None
    return None


def _is_of_tail(word: str) -> bool:
    return word in ("of", "for", "to", "the", "(", ")", *OPENERS, *CLITICS) or (
        word.islower() and word not in STOPS and word.isalpha()
    )


def _is_apposition(stage: Stage, name: Piece, title: Piece, start: int) -> bool:
    """Whether "the title, Name" is one person: the title has its article or owner, and the name ends the apposition."""
    row = stage.row
    _, first = owner_before(stage, title.start)
    before = row.words[first - 1] if first > start else ""
    follows = row.words[name.end] if name.end < len(row.words) else "."
    opens = first - (before.lower() in OPENERS) - 1
    named = stage.row.kind(opens - 1) if opens > start and stage.row.words[opens] == "," else None
    owned = first < title.start or before.lower() in OPENERS
    if named is NameKind.PERSON:  # "A, the minister, B": the title is A's
        return False
    return owned and (not follows[0].isalnum() or follows in names("reporting") or follows in ("and", *names("doing")))


def _behind(stage: Stage, name: Piece) -> Iterator[Title]:
    row = stage.row
    _, end = stage.sentence(name.start)
    at = name.end
    if row.words[at : at + 1] == ("of",) and row.kind(at + 1) is NameKind.STATE:
        at = row.taken[at + 1].end
    if at + 3 < end and row.words[at] == "(" and row.words[at + 1][:1].isdigit() and ")" in row.words[at + 2 : at + 6]:
        at += row.words[at : at + 6].index(")") + 1
    if at >= end or row.words[at] not in (",", "(", "—", "–", "--", "-", "is", "was", "became", "becomes"):
        return
    at += 1
    at, first = _behind_as(row.words, at, end), True
    while at < end:
        title = _title_from(stage, at, end)
        if title is None or is_plural(stage.words(title)) or _names_another(stage, title, end, comma=not first):
            return
        first = False
        past = nouns("until") & set(row.words[name.end : title.start])
        seen = read_title(stage, title)
        yield replace(seen, tenure=Tenure.FORMER) if past else seen
        _, at = tail_behind(stage, title.end)
        at += row.words[at : at + 1] == (",",)
        if row.words[at : at + 1] != ("and",):
            return
        at += 1


def _appointed(stage: Stage, name: Piece) -> Iterator[Title]:
    """The office in "A was named minister", "A, who was ambassador, was sworn in on Sunday as minister"."""
    row = stage.row
    _, end = stage.sentence(name.start)
    for at in range(name.end + 1, end):
        if row.kind(at) is NameKind.PERSON:
            return
        if row.words[at] in names("installed") and row.words[at - 1] in ("was", "is", "been"):
            near = row.words[at + 1 : min(end, at + 7)]
            title = _title_from(stage, at + 2 + near.index("as") if "as" in near else at + 1, end)
            if title and not is_plural(stage.words(title)) and not _names_another(stage, title, end, comma=False):
                yield read_title(stage, title)
            return


def _title_from(stage: Stage, at: int, end: int) -> Piece | None:
    """The title that begins at ``at`` behind an article, a party and small adjectives."""
    row = stage.row
    for number in range(at, min(end, at + 9)):
        piece = row.taken.get(number)
        if piece and piece.kind is NameKind.TITLE:
            return piece
        if piece and (piece.kind not in (*PARTIES, NameKind.PERSON) or not _leads_to_title(stage, piece, end)):
            return None
        word = row.words[number]
        small = word in OPENERS or word in CLITICS or word in _LINKS or word in names("calendar")
        if (
            piece is None
            and not small
            and not (word.islower() and word.replace("-", "").isalpha() and word not in STOPS)
        ):
            return None
    return None


def _leads_to_title(stage: Stage, piece: Piece, end: int) -> bool:
    """Whether a party before a title stands next to it or owns it: "Ruritanian minister", "Ruritania's minister"."""
    if piece.kind is not NameKind.PERSON:
        return True
    return piece.end < end and stage.row.words[piece.end] in CLITICS


def _behind_as(words: Sequence[str], at: int, end: int) -> int:
    """Where the title begins in ", sworn in as minister" and ", who served as minister"; else ``at``."""
    near = words[at : min(end, at + 10)]
    opens = near[:1] == ("who",) or (near[:1] and near[0] in names("installed"))
    return at + near.index("as") + 1 if opens and "as" in near else at


def _names_another(stage: Stage, title: Piece, end: int, *, comma: bool) -> bool:
    """Whether a person's name follows, to whom the title belongs; with ``comma`` also behind a comma."""
    at = title.end + (comma and stage.row.words[title.end : title.end + 1] == (",",))
    after = stage.row.taken.get(at) if at < end else None
    return after is not None and after.kind is NameKind.PERSON
