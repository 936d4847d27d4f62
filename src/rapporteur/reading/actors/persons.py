"""Persons on the stage: full names first, then the surnames and other names that stand for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rapporteur.language.names.lexicon import names, plain
from rapporteur.language.names.titles import name_openers
from rapporteur.language.names.words import Piece
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.offices import titles_of
from rapporteur.reading.actors.personal_names import parts, same_name, surnames
from rapporteur.reading.actors.pronouns import gender_before, pronouns
from rapporteur.reading.actors.rows import figures_between
from rapporteur.reading.actors.title_words import Title
from rapporteur.reading.claims import ActorKind, Form
from rapporteur.reference import offices


def settle_persons(stage: Stage) -> None:
    """Settle whom every personal name means."""
    full = [figure for figure in stage.figures if figure.kind is ActorKind.PERSON]
    for piece in stage.pieces(NameKind.PERSON, NameKind.OTHER):
        words = stage.words(piece)
        if stage.piece_figure(piece) is None and (bearer := _bearer_of_alias(stage, piece)):
            stage.mean(piece, bearer, Form.NAME)
        elif piece.kind is NameKind.PERSON and len(parts(words)) > 1 and stage.piece_figure(piece) is None:
            full.append(_full(stage, piece, words, full))
    bare = Counter(
        parts(stage.words(piece))[-1] for piece in stage.pieces(NameKind.PERSON) if len(parts(stage.words(piece))) == 1
    )
    known = _by_surname(dict.fromkeys(full), bare)
    _add_forenames(known, dict.fromkeys(full))
    for piece in stage.pieces(NameKind.PERSON, NameKind.OTHER):
        if stage.piece_figure(piece) is None:
            _settle_short(stage, piece, known)
    _settle_titled(stage)


def _full(stage: Stage, piece: Piece, words: str, full: list[Figure]) -> Figure:
    figure = next((known for known in full if any(same_name(words, form) for form in known.forms)), None)
    if figure is None:
        figure = stage.add(Figure(ActorKind.PERSON, words))
    stage.mean(piece, figure, Form.NAME)
    if len(words) > len(figure.name):
        figure.name = words
    return figure


def _bearer_of_alias(stage: Stage, piece: Piece) -> Figure | None:
    """The person named before "known as X", "his alias X" in the sentence."""
    row = stage.row
    start, _ = stage.sentence(piece.start)
    at = piece.start - 1
    while at > start and row.words[at] in ("“", '"', "'", "‘", "''", "the"):
        at -= 1
    known = row.words[at] == "as" and row.words[at - 1] in ("known", "called")
    if at <= start or not (known or row.words[at] in names("also_known")):
        return None
    people = figures_between(stage, start, at, NameKind.PERSON)
    return people[-1] if people else None


def _by_surname(figures: Iterable[Figure], bare: Counter[str]) -> dict[str, list[Figure]]:
    """The figures that each bare surname can mean; of a name's parts those count that the text uses alone."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        options = surnames(figure.name)
        used = [part for part in options if bare[part]] or list(options[:1])
        used += [parts(form)[0] for form in figure.forms if len(parts(form)) == 1]
        for part in dict.fromkeys(used):
            found.setdefault(part, []).append(figure)
    return found


def _add_forenames(known: dict[str, list[Figure]], figures: Iterable[Figure]) -> None:
    """Add each forename that is nobody's surname: of many people it is the usual short form."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(parts(figure.name)[0], []).append(figure)
    for forename, bearers in found.items():
        known.setdefault(forename, bearers)


def _settle_short(stage: Stage, piece: Piece, known: dict[str, list[Figure]]) -> None:
    words = stage.words(piece)
    key = parts(words)
    options = _possible(stage, piece, known.get(key[-1], []) if len(key) == 1 else [])
    if piece.kind is NameKind.OTHER and not options:
        return
    if len(options) > 1 and all(key[-1] not in surnames(figure.name) for figure in options):
        return  # a forename that several share
    figure = _choose(stage, piece, options) if options else None
    if figure is None and not options:
        figure = stage.add(Figure(ActorKind.PERSON, words))
        known.setdefault(key[-1], []).append(figure)
    if figure is None:
        return
    stage.mean(piece, figure, Form.SHORT if figure.name != words else Form.NAME)


def _possible(stage: Stage, piece: Piece, options: list[Figure]) -> list[Figure]:
    """Of those a bare name can mean, the ones whom the words before it allow.

    "King Hussein" is nobody whose forename is Hussein, and "Mrs. Lowe" no man.
    """
    words = stage.words(piece).split()
    if len(words) > 1 and words[0] in name_openers():
        options = [figure for figure in options if parts(figure.name)[0] != parts(stage.words(piece))[0]]
    gender = gender_before(stage, piece)
    if gender is None:
        return options
    return [figure for figure in options if _gender(stage, figure) in (None, gender)]


def _gender(stage: Stage, figure: Figure) -> str | None:
    """The gender that the words around a figure's names so far tell: a title before, or the next pronoun behind."""
    for piece in stage.pieces(NameKind.PERSON):
        if stage.piece_figure(piece) is figure and (gender := gender_before(stage, piece) or _behind(stage, piece)):
            return gender
    return None


def _behind(stage: Stage, piece: Piece) -> str | None:
    """The gender of the first pronoun behind a name in its sentence, if nobody else is named before it."""
    for at in range(piece.end, stage.sentence(piece.start)[1]):
        if stage.row.kind(at) is NameKind.PERSON:
            return None
        for gender in ("he", "she"):
            if stage.row.words[at].lower() in pronouns(gender):
                return gender
    return None


def _settle_titled(stage: Stage) -> None:
    """Keep the forms with a title or a form of address: "President Carter", "Mr. Carter"."""
    for piece in stage.pieces(NameKind.PERSON):
        title = stage.row.taken.get(piece.start - 1) if piece.start else None
        figure = stage.piece_figure(piece)
        if figure and title and title.kind is NameKind.TITLE and stage.row.touches(piece.start):
            words = stage.words(title)
            if plain(words) in offices.honorifics() or _is_office(words):
                figure.forms[f"{words} {stage.words(piece)}"] += 1


def _is_office(title: str) -> bool:
    return offices.role_of(title) is not None and title[:1].isupper() and "." not in title


def _choose(stage: Stage, piece: Piece, options: list[Figure]) -> Figure | None:
    """Of several of one surname: the one with the title here, else the one last called so, else the last named."""
    if len(options) == 1:
        return options[0]
    titles = titles_of(stage, piece)
    if titles:
        fitting = [figure for figure in options if _bears(stage, figure, titles[0])]
        if len(fitting) == 1:
            return fitting[0]
    before = stage.row.tokens[piece.start].start
    named = {
        figure: max((span.start for span, form in figure.mentions if span.start < before), default=-1)
        for figure in options
    }
    short = [
        figure
        for figure in options
        if any(form is Form.SHORT and span.start < before for span, form in figure.mentions)
    ]
    pool = short if len(short) == 1 else [figure for figure in options if named[figure] >= 0]
    return max(pool, key=lambda figure: named[figure], default=None)


def _bears(stage: Stage, figure: Figure, title: Title) -> bool:
    """Whether one of the figure's own full mentions has this title's role."""
    for piece in stage.pieces(NameKind.PERSON):
        if stage.piece_figure(piece) is figure and any(seen.role == title.role for seen in titles_of(stage, piece)):
            return True
    return False
