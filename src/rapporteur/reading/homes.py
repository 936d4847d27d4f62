"""States left unsaid: those of the outlet, of the dateline, and of titles that one state alone has."""

from __future__ import annotations

from rapporteur.intake.article import Article
from rapporteur.language.lexicon import CAPITAL, city_country, plain
from rapporteur.language.parse import NameKind
from rapporteur.reading.claims import ActorKind, OfficeSeen
from rapporteur.reading.figures import Figure, Stage
from rapporteur.reading.nouns import nouns, titles_of_states
from rapporteur.reference import organisations, states
from rapporteur.reference.forms import fold

_DATELINE = 14
"""How many words a dateline may have: "STRELSAU, Ruritania, Dec. 7 (Agency) —"."""


def settle_homes(stage: Stage, article: Article) -> None:
    """Give persons whose office is one of a state, but who have no party yet, the state that goes without saying."""
    home = _home(stage, article)
    for figure in stage.figures:
        if figure.kind is not ActorKind.PERSON or figure.party is not None:
            continue
        for number, (office, party) in enumerate(figure.offices):
            own = stage.by_key.get(titles_of_states().get(fold(office.title), ""))
            state = own or (home if office.role in nouns("state_roles") and _is_unsaid(stage, office, home) else None)
            if state and party is None:
                figure.party = figure.party or state
                figure.offices[number] = (office, state)


def _home(stage: Stage, article: Article) -> Figure | None:
    """The state for whose readers, or from which, the article is written, if the article speaks of it.

    An outlet for one country names no country for that country's offices; an outlet for the world names none for those
    of the country in its dateline, unless that is only where a conference meets: the country must play a part.
    """
    end = _dateline_end(stage)
    outlet = _outlet_state(stage, article, end)
    if outlet:
        return stage.by_key.get(outlet)
    figure = stage.by_key.get(_dateline_state(stage, end) or "")
    return figure if figure and len(figure.mentions) > 1 and figure in _leading(stage) else None


def _leading(stage: Stage) -> list[Figure]:
    """The three states that are most often meant."""
    found = [figure for figure in stage.figures if figure.kind is ActorKind.STATE]
    return sorted(found, key=lambda figure: (-len(figure.mentions), figure.first))[:3]


def _outlet_state(stage: Stage, article: Article, end: int) -> str | None:
    """The state whose public the outlet addresses: from the article's outlet, else from the agency in the dateline."""
    entry = stage.known.lookup(article.outlet) if article.outlet else None
    if article.outlet and entry is None:
        return _state_in(stage, article.outlet)
    keys = [entry.key] if entry else []
    keys += [piece.key for piece in stage.pieces(NameKind.ORGANISATION) if piece.end <= end]
    for key in keys:
        outlet = organisations.organisations().get(key or "")
        if outlet and outlet.state and outlet.key not in nouns("world_press"):
            return outlet.state
    return None


def _dateline_end(stage: Stage) -> int:
    """The word behind the dateline: a dash among the first words; 0 where there is none."""
    row = stage.row
    return next((at for at in range(min(_DATELINE, len(row.words))) if row.words[at] in ("—", "–", "--", "-")), 0)


def _dateline_state(stage: Stage, end: int) -> str | None:
    row = stage.row
    for piece in stage.pieces(NameKind.STATE, NameKind.PLACE):
        key = (piece.key or "").removeprefix(CAPITAL)
        if piece.end <= end and key in states.states():
            return key
    country = city_country(row.words[0].title()) if end else None
    return next((key for key, state in states.states().items() if country and state.iso2 == country), None)


def _state_in(stage: Stage, outlet: str) -> str | None:
    """The state that an unlisted outlet's name tells: "The Strelsau Times"."""
    words = [plain(word) for word in outlet.split()]
    found = (stage.known.match(words, at, len(words)) for at in range(len(words)))
    entry = next((entry for match in found if match for entry in match[1:] if entry.key), None)
    key = (entry.key or "").removeprefix(CAPITAL) if entry else ""
    return key if key in states.states() else None


def _is_unsaid(stage: Stage, office: OfficeSeen, home: Figure | None) -> bool:
    """Whether the sentence names no other state before the title; a dateline does not count."""
    sentence = stage.parse.sentence_at(office.span.start)
    if home is None or sentence is None:
        return False
    end = _dateline_end(stage)
    start = max(sentence.start, stage.row.tokens[end].start if end else 0)
    return not any(
        start <= span.start < office.span.start
        for figure in stage.figures
        if figure.kind is ActorKind.STATE and figure is not home
        for span, _ in figure.mentions
    )
