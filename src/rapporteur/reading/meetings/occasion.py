"""Where and when: the place, the house and the day that belong to a trigger, and not to the speech that reports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapporteur.language.attribution import grammar
from rapporteur.reading.claims import Form, Place, TimeExpression
from rapporteur.reading.meetings.attendance import past_apposition
from rapporteur.reading.meetings.cues import Kind, Trigger, forms, pattern, table, words
from rapporteur.reading.meetings.passages import Passage, Time, is_day
from rapporteur.reading.meetings.passages import Place as Spot
from rapporteur.reading.meetings.subjects import clause_end, clause_start
from rapporteur.reading.meetings.venues import venue_of
from rapporteur.reading.places.gazetteer import COUNTRY
from rapporteur.reading.places.toponyms import city_of
from rapporteur.reference import states

_POINTS = frozenset({"city", "site"})  # places that are known to be one, though no country is given for them
LONG = 31  # days; a longer stretch dates something only where no shorter one does
_SPEECH_REACH = 6  # words between a verb of speech and the day on which it was spoken
_AT = frozenset({"in", "at", "near", "outside", "to", "into", "inside"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when one trigger sets a meeting; ``remote`` ones have no venue."""

    times: tuple[TimeExpression, ...]
    place: Place | None
    venue: str | None = None
    remote: bool = False


def setting_of(passage: Passage, trigger: Trigger, first: int, end: int, *, place: Place | None = None) -> Setting:
    """Return where and when what stands at words ``first`` to ``end`` is.

    Args:
        passage: the sentence.
        trigger: the trigger in it.
        first: where the trigger with all that belongs to it begins.
        end: where that ends.
        place: the place that the words themselves name; a house named in the clause settles less.
    """
    times = times_of(passage, first, end)
    if remote := _remote(passage, trigger, first, end):
        return Setting(times, Place(remote), remote=True)
    venue = venue_of(passage, first, end)
    place = place or (venue.place if venue else None) or place_of(passage, first, end)
    return Setting(times, place, venue.name if venue else None)


def _remote(passage: Passage, trigger: Trigger, first: int, end: int) -> str | None:
    """Return "phone call" or "video call" where the two did not meet in person."""
    if trigger.cue.kind is Kind.TELEPHONE:
        return "phone call"
    if trigger.cue.kind is Kind.REMOTE:
        places: dict[str, list[str]] = table()["remote"]
        return next(place for place, nouns in places.items() if trigger.cue.name in nouns)
    text = passage.text(clause_start(passage, first), clause_end(passage, end))
    return next((place for place in ("video call", "phone call") if pattern("remotely", place).search(text)), None)


def times_of(passage: Passage, first: int, end: int) -> tuple[TimeExpression, ...]:
    """Return the days of what stands at words ``first`` to ``end``: the nearest in its clause.

    Two days joined by "and" are both returned.
    """
    start, stop = clause_start(passage, first), clause_end(passage, end)
    days = [time for time in passage.times if _dates(passage, time)]
    behind = [time for time in days if end <= time.first < stop and _reaches(passage, end, time.first)]
    before = [
        time for time in days if start <= time.first < first and (time.first <= start + 2 or first - time.end <= 2)
    ]
    chosen = sorted(behind, key=_is_long)[:1] or before[-1:]
    return joined(passage, chosen[0]) if chosen else ()


def _is_long(time: Time) -> bool:
    return (time.thing.when.days or 0) > LONG


def joined(passage: Passage, time: Time) -> tuple[TimeExpression, ...]:
    """Return a day with the one that "and" or "to" joins to it: "on Friday and Saturday"."""
    found = [time]
    for other in passage.times:
        if other.first == time.end + 1 and passage.word(time.end) in ("and", "to", "&", "–") and _dates(passage, other):
            found.append(other)
        elif time.first == other.end + 1 and passage.word(other.end) in ("and", "&") and _dates(passage, other):
            found.insert(0, other)
    return tuple(one.thing for one in found)


def is_spoken(passage: Passage, time: Time) -> bool:
    """Return whether a day is the day of a speech: "the ministry said on Tuesday", "Friday, he told reporters"."""
    for at in range(time.first - 1, max(-1, time.first - 1 - _SPEECH_REACH), -1):
        if passage.word(at) in (",", ";", ":", "that", "and", '"', "”"):
            break
        if passage.is_speech(at):
            return True
    return any(passage.is_speech(at) for at in range(time.end, min(time.end + 2, len(passage))))


def _dates(passage: Passage, time: Time) -> bool:
    return is_day(time.thing) and not is_spoken(passage, time) and not passage.tells_since(time)


def place_of(passage: Passage, first: int, end: int) -> Place | None:
    """Return where what stands at words ``first`` to ``end`` is: the nearest place behind it, or one before."""
    start, stop = clause_start(passage, first), clause_end(passage, end)
    spots = [spot for spot in passage.places if _is_where(passage, spot)]
    behind = [spot for spot in spots if end <= spot.first < stop and _reaches(passage, end, spot.first)]
    near = first if passage.word(first - 1) == "for" else start + 4  # "travelled to Streslau for talks"
    before = [spot for spot in spots if start <= spot.first < min(near, first)]
    chosen = _finest(behind) or (before[-1] if before else None)
    if chosen:
        return where(chosen)
    here = "here" in passage.line.words[end:stop] and not any(spot.first < stop for spot in behind)
    return passage.dateline if here else _capital(passage, first, end)


def _finest(spots: list[Spot]) -> Spot | None:
    """The first of some places, or one inside it: "in Ruritania, probably in Streslau"."""
    if not spots or not is_country(spots[0]):
        return spots[0] if spots else None
    inside = (spot for spot in spots if spot.thing.country == spots[0].thing.country and not is_country(spot))
    return next(inside, spots[0])


def is_country(spot: Spot) -> bool:
    """Return whether a spot is a whole country."""
    return spot.thing.kind == COUNTRY


def where(spot: Spot) -> Place | None:
    """Return the place of a meeting that a spot stands for, a country by its usual name."""
    place = city_of(spot.thing)
    state = _states().get(spot.thing.country or "") if place and is_country(spot) else None
    return replace(place, name=state.name) if place and state else place


@cache
def _states() -> Mapping[str, states.State]:
    return {state.iso2: state for state in states.states().values() if state.iso2 and state.until is None}


_DASHES = ("-", "–", "—")


def _is_where(passage: Passage, spot: Spot) -> bool:
    """Whether a place is where something is: behind "in" or "at", no demonym, no part of the world."""
    at = spot.first - 1
    while passage.word(at) in words("towards_place") or _is_adjective(passage, at):
        at -= 1
    settled = spot.thing.country is not None or spot.thing.kind in _POINTS
    return passage.word(at) in _AT and city_of(spot.thing) is not None and settled and not _is_half(passage, spot)


def _is_half(passage: Passage, spot: Spot) -> bool:
    """Whether a dash joins a place to another word: "in the Peru–Chile border zone"."""
    text, end = passage.line.text, spot.thing.span.end
    return text[end : end + 1] in _DASHES and text[end + 1 : end + 2].isalpha()


def _is_adjective(passage: Passage, at: int) -> bool:
    """Whether the word at ``at`` is a demonym: "the Ruritanian town of Zenda"."""
    who = passage.line.who_at(at)
    return who is not None and who.form is Form.DEMONYM


def _reaches(passage: Passage, end: int, at: int) -> bool:
    """Whether a trigger's place or day is at ``at``: no other verb between, and no apposition around it."""
    between = range(end, at)
    beside = (past_apposition(passage, who.end) for who in passage.line.whos if who.end in between)
    if any(at < after for after in beside) or any(passage.word(place) in words("listing") for place in between):
        return False
    return not any(_is_other(passage, place) or passage.turns_quoted(place, at) for place in between)


def _is_other(passage: Passage, at: int) -> bool:
    """Whether another verb than that of the meeting stands at ``at``."""
    word = passage.word(at)
    if (
        passage.line.held[at] >= 0
        or passage.line.is_capital(at)
        or word in words("transparent")
        or word in forms("happen")
        or word in forms("hold")
    ):
        return False
    if word in grammar.group("auxiliaries") or word in grammar.group("modals"):
        return False
    return passage.is_verb(at) or (len(word) > 4 and word.endswith(("ed", "ing")) and passage.word(at - 1) != "the")


def _capital(passage: Passage, first: int, end: int) -> Place | None:
    """The capital named as such: "in the Ruritanian capital"."""
    for at in range(clause_start(passage, first), clause_end(passage, end)):
        found = passage.capital_at(at) if passage.word(at - 1) in ("in", "the") else None
        if found:
            return seat_of(passage, found[0], capital=True)
    return None


def seat_of(passage: Passage, actor: str, *, capital: bool) -> Place | None:
    """Return a state as a place: its capital, or the country itself."""
    state = states.states().get(passage.cast[actor].key or "")
    if state is None:
        return None
    return Place(state.capital, state.iso2) if capital and state.capital else Place(state.name, state.iso2)


__all__ = ["Setting", "is_spoken", "joined", "place_of", "seat_of", "setting_of", "times_of", "where"]
