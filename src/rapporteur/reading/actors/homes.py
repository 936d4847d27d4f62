"""States left unsaid: those of titles that one state alone has, of the outlet, of the dateline, of a host's capital."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.intake.article import Article
from rapporteur.language.names.lexicon import CAPITAL, city_country, plain
from rapporteur.language.parse import NameKind
from rapporteur.reading.actors.figures import Figure, Stage
from rapporteur.reading.actors.nouns import nouns, titles_of_states
from rapporteur.reading.claims import ActorKind, OfficeSeen, Tenure
from rapporteur.reference import organisations, states
from rapporteur.reference.forms import fold
from rapporteur.spans import Span

_DATELINE = 14
"""How many words a dateline may have: "STRELSAU, Ruritania, Dec. 7 (Agency) —"."""


@dataclass(frozen=True, slots=True)
class _Home:
    """The state of which an article speaks without naming it; ``dateline``: only because it is written from there."""

    state: Figure
    dateline: bool


def settle_homes(stage: Stage, article: Article) -> None:
    """Give persons whose office is one of a state, but who have no party yet, the state that goes without saying."""
    home = _home(stage, article)
    people = [f for f in stage.figures if f.kind is ActorKind.PERSON and f.party is None]
    rivals = Counter(role for figure in people for role in figure.roles & nouns("sole_roles"))
    for figure in sorted(people, key=lambda figure: figure.first):
        for number, (office, party) in enumerate(figure.offices):
            if party is None and (state := _state_of(stage, office, figure, home, alone=rivals[office.role] < 2)):
                figure.party = figure.party or state
                figure.offices[number] = (office, state)


def _state_of(stage: Stage, office: OfficeSeen, who: Figure, home: _Home | None, *, alone: bool) -> Figure | None:
    """The state of an office for which its words name none.

    One that the title itself tells is as good as said; any other is marked as inferred, and only of an office that
    the state has, that nobody else is said to hold, and for which no second person without a party comes in question.
    """
    if own := stage.by_key.get(titles_of_states().get(fold(office.title), "")):
        return own
    if office.role not in nouns("state_roles"):
        return None
    if (master := _master(stage, office, who)) is not None:
        who.inferred = master.inferred
        return master.party
    state = _hosts_state(stage, office) or _home_of(stage, office, who, home)
    if state is None or not alone or not _can_be_of(stage, office, state):
        return None
    who.inferred = who.party is None
    return state


def _master(stage: Stage, office: OfficeSeen, who: Figure) -> Figure | None:
    """The one person with a party whom "his" or "her" before the title can mean: the last named before it.

    "His counterpart" is of another state.
    """
    at = _word_at(stage, office.span.start) - 1
    sentence = stage.parse.sentence_at(office.span.start)
    if at < 0 or sentence is None or stage.row.words[at].lower() not in ("his", "her"):
        return None
    if nouns("counterparts") & set(office.title.split()):
        return None
    number = stage.parse.sentences.index(sentence)
    here = Span(sentence.start, office.span.start)
    for where in (here, *stage.parse.sentences[max(0, number - 1) : number]):
        found = [figure for figure in _named(stage, where, who) if figure.kind is ActorKind.PERSON]
        if found:
            return found[0] if len(found) == 1 and found[0].party else None
    return None


def _hosts_state(stage: Stage, office: OfficeSeen) -> Figure | None:
    """The state of a capital in which the holder receives or speaks: "flew to X for talks with President A".

    So too "In X, President A said" at the beginning of a sentence.
    """
    row = stage.row
    title = _word_at(stage, office.span.start)
    start, _ = stage.sentence(title)
    start = max(start, _dateline_end(stage) + 1) if _dateline_end(stage) > start else start
    for piece in stage.pieces(NameKind.PLACE):
        state = stage.by_key.get((piece.key or "").removeprefix(CAPITAL))
        if state is None or not state.mentions or not start < piece.end < title:
            continue
        behind = piece.end + (row.words[piece.end] == ",")
        opens = piece.start == start + 1 and row.words[start] == "In" and behind == piece.end + 1
        received = row.words[behind] in nouns("visits_for") and row.words[title - 1] in nouns("received_by")
        if (opens and title - behind < 3) or (received and behind < title):
            return state
    return None


def _home_of(stage: Stage, office: OfficeSeen, who: Figure, home: _Home | None) -> Figure | None:
    """The home, unless somebody or some capital of another state is named before the office in its sentence.

    Of an article that is only written from there, the sentence must go on with the state: "said that Ruritania".
    """
    sentence = stage.parse.sentence_at(office.span.start)
    if sentence is None or home is None:
        return None
    end = _dateline_end(stage)
    before = Span(max(sentence.start, stage.row.tokens[end].start if end else 0), office.span.start)
    others = [f.speaks_for for f in _named(stage, before, who) if f.speaks_for and f.speaks_for is not home.state]
    if others or _capitals(stage, before):
        return None
    return home.state if not home.dateline or _goes_on_with(stage, office, sentence, home.state) else None


def _goes_on_with(stage: Stage, office: OfficeSeen, sentence: Span, state: Figure) -> bool:
    """Whether ``state`` is the first that is named behind the office, and not as a place or another side."""
    later = [
        (span.start, figure is state)
        for figure in stage.figures
        if figure.kind is ActorKind.STATE
        for span, _ in figure.mentions
        if span in sentence and span.start > office.span.end
    ]
    first, is_home = min(later, default=(0, False))
    word = stage.row.words[_word_at(stage, first) - 1].lower() if is_home else ""
    return is_home and word not in nouns("place_before") and word not in nouns("party_before")


def _can_be_of(stage: Stage, office: OfficeSeen, state: Figure) -> bool:
    """Whether ``state`` has the office and, where one alone holds it, nobody else is said to."""
    if office.role in nouns("sole_roles") and office.tenure is Tenure.CURRENT:
        for figure in stage.figures:
            holds = (seen.role == office.role and seen.tenure is Tenure.CURRENT for seen, _ in figure.offices)
            if figure.party is state and any(holds):
                return False
    if office.role == "monarch":
        return state.key in nouns("monarchies")
    lacking = {"president": "without_acting_president", "prime minister": "without_prime_minister"}
    return office.role not in lacking or state.key not in nouns(lacking[office.role])


def _named(stage: Stage, where: Span, but: Figure) -> Iterator[Figure]:
    """The figures meant in ``where``, but one."""
    return (f for f in stage.figures if f is not but and any(span in where for span, _ in f.mentions))


def _word_at(stage: Stage, offset: int) -> int:
    """The number of the word that begins at ``offset``."""
    return bisect_left(stage.row.tokens, offset, key=lambda token: token.start)


def _home(stage: Stage, article: Article) -> _Home | None:
    """The state for whose readers, or from which, the article is written, if the article speaks of it.

    An outlet for one country names no country for that country's offices; an outlet for the world names none for those
    of the country in its dateline, unless that is only where a conference meets: the country must play a part.
    """
    end = _dateline_end(stage)
    if outlet := _outlet_state(stage, article, end):
        state = stage.by_key.get(outlet)
        return _Home(state, dateline=False) if state else None
    figure = stage.by_key.get(_dateline_state(stage, end) or "")
    plays = figure is not None and len(figure.mentions) > 1 and figure in _leading(stage)
    return _Home(figure, dateline=True) if figure and plays else None


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


def _capitals(stage: Stage, where: Span) -> list[Figure]:
    """The states, of those on the stage, whose capitals stand as places in ``where``."""
    found: dict[Figure, None] = {}
    for piece in stage.pieces(NameKind.PLACE):
        state = stage.by_key.get((piece.key or "").removeprefix(CAPITAL))
        if state and state.mentions and stage.span(piece.start, piece.end) in where:
            found[state] = None
    return list(found)
