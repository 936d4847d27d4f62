"""Sightings: every place in a text where a meeting is told of, with what the words there say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapporteur.config import Config
from rapporteur.language import cues, grammar
from rapporteur.language.cues import Shape
from rapporteur.reading.attendance import NOBODY, Group, past_setting, read_group
from rapporteur.reading.claims import ActorKind, Form, Place, Status, TimeExpression
from rapporteur.reading.meeting_cues import Kind, Trigger, forms, pattern, table, triggers, words
from rapporteur.reading.meeting_phrases import Phrase, is_definite, is_open, read_phrase
from rapporteur.reading.meeting_status import Negated, Standing, noun_standing, verb_standing
from rapporteur.reading.occasion import is_spoken, joined, place_of, remote_place, seat_of, times_of, venue_of, where
from rapporteur.reading.passages import Passage, is_day
from rapporteur.reading.series import named_series, ordinals, round_of
from rapporteur.reading.subjects import clause_end, clause_start, subject
from rapporteur.reading.tables import parties_of, party_of
from rapporteur.reading.verb_groups import verb_group
from rapporteur.spans import Span

NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FAR_OBJECT = 8  # words of titles between a verb and the person who is its object
_NOUNS = frozenset({Kind.OCCASION, Kind.TALKS, Kind.REMOTE, Kind.APPEARANCE})
_SMALL = (
    "adverbs", "auxiliaries", "conjunctions", "determiners", "modals", "objects", "prepositions", "pronouns",
    "relatives", "subordinators", "times", "verbs",
)  # fmt: skip
_PROPOSERS = "propos* suggest* offer* float*"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A meeting as one place in the text tells of it.

    ``definite`` points back to a meeting already told of, ``another`` opens a new one, ``open`` names none in
    particular; ``theirs`` is of several told of before, ``joined`` adds to those; ``weak`` counts only where the people of two sides are named.  ``brokers`` are parties with what they
    do for the talks; ``facing`` sets one side against another ("X met Y").  ``until`` is the day to which it
    lasts, ``days`` for how many; ``following`` is the round after the one told of.  ``travelling``: the day is that on which somebody sets out.
    """

    passage: Passage
    trigger: Trigger
    standing: Status | None
    group: Group = NOBODY
    times: tuple[TimeExpression, ...] = ()
    place: Place | None = None
    venue: str | None = None
    level: str | None = None
    form: str | None = None
    series: str | None = None
    round: int | None = None
    host: Group = NOBODY
    brokers: tuple[tuple[str, str], ...] = ()
    facing: bool = True
    definite: bool = False
    theirs: bool = False
    joined: bool = False
    until: TimeExpression | None = None
    days: int | None = None
    following: bool = False
    another: bool = False
    open: bool = False
    weak: bool = False
    travelling: bool = False

    @property
    def span(self) -> Span:
        """The sentence, which is the evidence."""
        return self.passage.line.sentence

    @property
    def is_appearance(self) -> bool:
        """Whether two sides appear together, having met."""
        return self.trigger.cue.kind in (Kind.APPEARANCE, Kind.ALONGSIDE)


def sightings(passage: Passage, config: Config) -> Iterator[Sighting]:
    """Yield what the sentence tells of meetings, in order."""
    for trigger in triggers(passage.line):
        if trigger.cue.kind in _NOUNS:
            yield from _by_noun(passage, trigger, config)
        elif trigger.cue.kind is Kind.ALONGSIDE:
            yield from _by_appearance(passage, trigger)
        elif trigger.cue.kind not in (Kind.VISIT, Kind.TRAVEL):
            yield from _by_verb(passage, trigger)


def _by_noun(passage: Passage, trigger: Trigger, config: Config) -> Iterator[Sighting]:
    phrase = read_phrase(passage, trigger)
    if _is_false_friend(passage, trigger) or _is_internal(phrase) or _is_beside(passage, phrase):
        return
    verb = object_of(passage, phrase.start, "hold")
    mediator = object_of(passage, phrase.start, "mediate")
    standing = noun_standing(passage, phrase, verb if verb is not None else mediator)
    if isinstance(standing, Negated):
        return
    _share_inner(passage, phrase)
    found = _phrase_sighting(passage, phrase, standing, config)
    if mediator is not None:
        found = replace(found, brokers=(*found.brokers, *_brokers(passage, mediator)))
    elif verb is not None:
        found = _held_by(passage, found, verb, phrase)
    elif _lacks_side(phrase):
        found = replace(found, group=subject(passage, phrase.start) + found.group)
    elif not phrase.group and passage.word(phrase.start - 1) == "for" and _travels(passage, phrase.start):
        found = replace(found, group=Group(subject(passage, phrase.start).people), facing=False)
    elif (
        not phrase.group
        and phrase.determiner in ("a", "an")
        and passage.word(phrase.start - 1) in ("at", "during", "in")
    ):
        who = subject(passage, phrase.start)
        found = replace(found, group=who if len(who.sides) + len(who.people) > 1 else NOBODY)
    yield found


def _travels(passage: Passage, at: int) -> bool:
    """Whether the clause around a phrase tells of a journey."""
    start = clause_start(passage, at)
    return any(t.cue.kind is Kind.TRAVEL and start <= t.first < at for t in triggers(passage.line))


def _share_inner(passage: Passage, phrase: Phrase) -> None:
    """Give "a summit" in "a summit and a dinner with X" its partner."""
    if phrase.group or passage.word(phrase.end) not in ("and", ","):
        return
    for trigger in triggers(passage.line):
        if phrase.end < trigger.first <= phrase.end + 4 and trigger.cue.is_noun:
            other = read_phrase(passage, trigger)
            if other.start == phrase.end + 1:
                phrase.inner, phrase.between = other.inner, other.between
            return


def _is_beside(passage: Passage, phrase: Phrase) -> bool:
    """Whether the noun only helps to name something else: the margins of a summit, "talks process", "the first round"."""
    if set(passage.text(phrase.start - 3, phrase.start).split()) & words("margins"):
        return True
    if phrase.trigger.cue.name in words("rounds"):
        counted = set(phrase.modifiers) & (words("another") | set(ordinals()))
        if not (counted or phrase.determiner == "another") or passage.word(phrase.trigger.end) == "of":
            return True
    alone = len(phrase.group.sides) == 1 and not phrase.group.people and not phrase.inner and not phrase.owner
    if alone and passage.cast[phrase.group.sides[0].party].kind is ActorKind.ORGANISATION:
        return True  # an organisation's own summit
    return _is_noun(passage, phrase.trigger.end)


def _is_noun(passage: Passage, at: int) -> bool:
    """Whether a noun stands at ``at``, as far as the word's form shows: what is before it then only qualifies it."""
    word = passage.word(at)
    if len(word) < 4 or not word.isalpha() or passage.line.is_capital(at) or passage.line.held[at] >= 0:
        return False
    if word.endswith(("ed", "ing", "ly")) or word in forms("happen") or passage.time_at(at):
        return False
    return not any(word in grammar.group(name) for name in _SMALL) and not passage.is_verb(at) and not _acts(word)


def _acts(word: str) -> bool:
    return word in cues.forms()


def _phrase_sighting(passage: Passage, phrase: Phrase, standing: Standing, config: Config) -> Sighting:
    trigger, group = phrase.trigger, phrase.group
    times = joined(passage, phrase.time) if phrase.time and not is_spoken(passage, phrase.time) else ()
    venue = venue_of(passage, phrase.start, phrase.end)
    place = where(phrase.place) if phrase.place else None
    place = place or (seat_of(passage, phrase.capital, capital=True) if phrase.capital else None)
    place = place or (venue[1] if venue else None) or place_of(passage, phrase.start, phrase.end)
    remote = _remote(passage, trigger, phrase.start, phrase.end)
    text = passage.line.span(phrase.start, phrase.end).of(passage.line.text)
    keys = [key for side in group.sides if (key := passage.cast[side.party].key)]
    return Sighting(
        passage=passage,
        trigger=trigger,
        standing=standing if isinstance(standing, Status) else None,
        group=group,
        times=times or times_of(passage, phrase.start, phrase.end),
        place=Place(remote) if remote else place,
        venue=venue[0] if venue and not remote else None,
        level=phrase.level or _level_word(phrase),
        form=_size_word(phrase),
        series=named_series(text, keys, config),
        round=round_of(phrase.modifiers, rounds="round" in (*phrase.modifiers, trigger.cue.name)),
        brokers=tuple(phrase.brokers),
        definite=is_definite(phrase),
        another=bool({phrase.determiner, *phrase.modifiers} & words("another")),
        joined=phrase.joined,
        until=phrase.until.thing if phrase.until else None,
        days=_length(phrase),
        following=following(phrase),
        theirs=phrase.determiner == "their",
        open=(is_open(phrase) and not times) or _is_habit(passage, trigger) or _is_wish(passage, phrase),
        weak=trigger.cue.weak,
        travelling=passage.word(phrase.start - 1) == "for",
    )


def _is_wish(passage: Passage, phrase: Phrase) -> bool:
    """Whether talks are the object of an aim, not of an arrangement: "to revive talks", "to speed up negotiations"."""
    before = passage.word(phrase.start - 1)
    aimed = passage.word(phrase.start - 2) == "to" and before.isalpha() and passage.line.held[phrase.start - 1] < 0
    return (
        aimed
        and phrase.trigger.cue.kind is Kind.TALKS
        and before not in forms("hold")
        and before not in forms("mediate")
    )


def _length(phrase: Phrase) -> int | None:
    """For how many days it lasts: "two-day talks"."""
    lengths = (word.removesuffix("-day") for word in phrase.modifiers if word.endswith("-day"))
    return next((NUMBERS.index(word) for word in lengths if word in NUMBERS), None)


def following(phrase: Phrase) -> bool:
    """Return whether a phrase means the round after the one told of: "the next round", "another round"."""
    rounds = "round" in (*phrase.modifiers, phrase.trigger.cue.name)
    return rounds and bool({phrase.determiner, *phrase.modifiers} & {"next", "another"})


def _held_by(passage: Passage, found: Sighting, verb: int, phrase: Phrase) -> Sighting:
    """The sighting with the subject of the verb: a host, or one of those who meet."""
    start = verb_group(passage.line, verb, Shape.PAST).start
    who = subject(passage, start)
    if passage.text(verb, verb + 2).split(" ")[0] in forms("host"):
        met = Group(who.people) if who.people else NOBODY
        return replace(found, host=who, group=met + found.group, place=found.place or _at_home(passage, start, who))
    if phrase.between and len(phrase.inner.people) + len(phrase.inner.sides) > 1 and not _takes_part(passage, verb):
        return found
    proposer = found.standing is Status.PROPOSED and not phrase.inner and _is_proposer(passage, verb)
    return found if proposer else replace(found, group=who + found.group)


def _at_home(passage: Passage, at: int, host: Group) -> Place | None:
    """Where a state that hosts talks does so: in its capital, if that stands for it, or else somewhere in it."""
    if len(host.sides) != 1 or host.people:
        return None
    who = next(
        (who for who in reversed(passage.line.whos) if who.end <= at and host.sides[0].party in who.actors), None
    )
    return seat_of(passage, host.sides[0].party, capital=who is not None and who.form is Form.METONYM)


def _takes_part(passage: Passage, verb: int) -> bool:
    """Whether the verb is one of taking part: "attended talks between X and Y"."""
    return any(passage.text(verb, verb + length) in forms("take_part") for length in (1, 2, 3))


def _is_proposer(passage: Passage, verb: int) -> bool:
    before = passage.word(verb - 1)
    return before.startswith(tuple(word.rstrip("*") for word in _PROPOSERS.split()))


def _brokers(passage: Passage, verb: int) -> Iterator[tuple[str, str]]:
    who = subject(passage, verb_group(passage.line, verb, Shape.PAST).start)
    parties = [*parties_of(passage.cast, who.people), *(side.party for side in who.sides)]
    return ((party, "mediated") for party in parties)


def _lacks_side(phrase: Phrase) -> bool:
    """Whether the phrase says with whom the subject of its clause meets: "after talks with X, Y said"."""
    appears = phrase.trigger.cue.kind is Kind.APPEARANCE
    return (bool(phrase.inner) and not phrase.between and not phrase.owner) or (appears and not phrase.owner)


def object_of(passage: Passage, start: int, verbs: str) -> int | None:
    """Return where the verb of a list stands of which the phrase that begins at ``start`` is the object."""
    for at in range(start - 1, max(-1, start - 5), -1):
        if passage.text(at, start) in forms(verbs) and passage.line.held[at] < 0:
            return at
    return None


def _by_verb(passage: Passage, trigger: Trigger) -> Iterator[Sighting]:
    standing = verb_standing(passage, trigger)
    if isinstance(standing, Negated) or _is_false_friend(passage, trigger):
        return
    shape = trigger.cue.shape or Shape.PAST
    verb = verb_group(passage.line, trigger.first, shape)
    if _is_habit(passage, trigger) or (verb.passive and trigger.cue.kind is Kind.MEET):
        return
    who = subject(passage, verb.start)
    if trigger.cue.kind is Kind.MEET:
        found = _met(passage, trigger, who)
    elif verb.passive:
        by = passage.word(trigger.end) == "by"
        found = [who + read_group(passage, trigger.end + 1)] if by else []
    else:
        whom = read_group(passage, trigger.end) if _is_direct(passage, trigger.end) else NOBODY
        found = [who + whom] if whom.people or any(side.level for side in whom.sides) else []
    host = NOBODY
    if trigger.cue.kind is Kind.RECEIVE:
        host = read_group(passage, trigger.end + 1) if verb.passive else who
    for group in found:
        sighting = _verb_sighting(passage, trigger, standing, group, host, facing=group is not who)
        yield _on_own_day(passage, sighting) if len(found) > 1 else sighting


def _is_direct(passage: Passage, at: int) -> bool:
    """Whether the person behind a verb is its object: no other noun, comma or number stands between."""
    who = next((who for who in passage.line.whos if who.first >= at and passage.people(who)), None)
    if who is None or who.first - at > _FAR_OBJECT:
        return who is None
    between = passage.line.words[at : who.first]
    return not any(word == "," or word[0].isdigit() or word in grammar.group("prepositions") for word in between)


def _on_own_day(passage: Passage, sighting: Sighting) -> Sighting:
    """The sighting with the day that stands right behind the person met: "X on Monday and Y on Tuesday"."""
    last = [
        who for who in passage.line.whos if who.first >= sighting.trigger.end and who.actors[0] in sighting.group.people
    ]
    for time in passage.times if last else ():
        if 0 <= time.first - last[-1].end <= 1 and is_day(time.thing):
            return replace(sighting, times=joined(passage, time))
    return sighting


def _is_habit(passage: Passage, trigger: Trigger) -> bool:
    """Whether people meet as a rule rather than once."""
    first, end = clause_start(passage, trigger.first), clause_end(passage, trigger.end)
    return pattern("habitual").search(passage.text(first, end)) is not None


def _met(passage: Passage, trigger: Trigger, who: Group) -> list[Group]:
    """Who met whom: one group for each meeting; none where those met are no party to talks."""
    takes = trigger.cue.takes
    adverb = _past_adverbs(passage, trigger.end)
    joint = passage.word(adverb)
    if joint in ("it", "that", "this", "these"):
        return []
    if "topic" in takes:
        at = next((i for i in range(trigger.end, clause_end(passage, trigger.end)) if passage.word(i) == "with"), None)
        whom = read_group(passage, at + 1) if at is not None else NOBODY
        ranked = len(who.people) + sum(side.level is not None for side in who.sides)
        return [who + whom] if whom.people or ranked > 1 else []
    if joint in takes:
        whom = read_group(passage, adverb + 1)
    elif "object" in takes:
        whom = read_group(passage, adverb)
    else:
        whom = NOBODY
    if whom:
        return [] if whom.bystanders and not whom.people else split(passage, who, whom)
    return [who] if "none" in takes and not whom.bystanders and _is_intransitive(passage, adverb) else []


def _past_adverbs(passage: Passage, at: int) -> int:
    """Where the object begins, or "with": behind "again", "by telephone", "in Streslau on Tuesday"."""
    here = at
    while here < len(passage):
        word = passage.word(here)
        remote = next(
            (
                m
                for place in table()["remotely"]
                if (m := pattern("remotely", place).match(passage.text(here, here + 4)))
            ),
            None,
        )
        if remote:
            here += len(remote[0].split())
        elif time := passage.time_at(here):
            here = time.end
        elif (after := past_setting(passage, here)) > here:
            here = after
        elif word.endswith("ly") or word in ("again", "also", "later", "earlier", "separately", "there", "here"):
            here += 1
        else:
            break
    return here if passage.word(here) in ("with", "to") or here == at else _past_ly(passage, at)


def _past_ly(passage: Passage, at: int) -> int:
    return at + (passage.word(at).endswith("ly") or passage.word(at) in ("again", "also", "later"))


def _is_intransitive(passage: Passage, at: int) -> bool:
    """Whether no object follows a verb: what is met is no party, where one does ("met the deadline")."""
    word = passage.word(at)
    if not word or not word[0].isalnum() or passage.time_at(at) or word in ("to", "privately", "secretly"):
        return True
    small = ("prepositions", "conjunctions", "subordinators", "adverbs", "times")
    return any(word in grammar.group(name) for name in small) or word.endswith("ly")


def split(passage: Passage, who: Group, whom: Group) -> list[Group]:
    """Part those whom somebody met: people of one party, and those whom the list sets apart, were met one by one."""
    guests = {*parties_of(passage.cast, who.people), *(side.party for side in who.sides)}
    parties = {party_of(passage.cast, person) for person in whom.people}
    if len(guests) > 1 or len(who.people) > 1 or len(whom.people) < 2 or whom.sides:
        return [who + whom]
    if whom.apart or len(parties) == 1:
        return [who + Group((person,)) for person in whom.people]
    return [who + whom]


def _verb_sighting(
    passage: Passage, trigger: Trigger, standing: Standing, group: Group, host: Group, *, facing: bool = True
) -> Sighting:
    remote = _remote(passage, trigger, trigger.first, trigger.end)
    venue = venue_of(passage, trigger.first, trigger.end)
    place = (venue[1] if venue else None) or place_of(passage, trigger.first, trigger.end)
    return Sighting(
        passage=passage,
        trigger=trigger,
        standing=standing if isinstance(standing, Status) else None,
        group=group,
        times=times_of(passage, trigger.first, trigger.end),
        place=Place(remote) if remote else place,
        venue=venue[0] if venue and not remote else None,
        host=host,
        facing=facing,
        weak=trigger.cue.weak,
        open=trigger.cue.name in words("only_remote") and not remote,
    )


def _by_appearance(passage: Passage, trigger: Trigger) -> Iterator[Sighting]:
    whom = read_group(passage, trigger.end)
    who = subject(passage, trigger.first)
    if whom.people and who.people:
        yield _verb_sighting(passage, trigger, Status.HELD, who + Group(whom.people), NOBODY)


def _remote(passage: Passage, trigger: Trigger, first: int, end: int) -> str | None:
    if trigger.cue.kind is Kind.TELEPHONE:
        return "phone call"
    if trigger.cue.kind is Kind.REMOTE:
        return next(place for place, nouns in table()["remote"].items() if trigger.cue.name in nouns)
    return remote_place(passage, first, end)


def _level_word(phrase: Phrase) -> str | None:
    text = " ".join(reversed(phrase.modifiers))
    return next((level for level, nouns in table()["levels"].items() if _has(nouns, text)), None)


def _has(nouns: list[str], text: str) -> bool:
    return any(f" {noun} " in f" {text} " for noun in nouns)


def _size_word(phrase: Phrase) -> str | None:
    return next((form for form, sizes in table()["sizes"].items() if set(sizes) & set(phrase.modifiers)), None)


def _is_false_friend(passage: Passage, trigger: Trigger) -> bool:
    text = passage.text(trigger.first, trigger.end + 3)
    return pattern("false_friends").match(text) is not None


def _is_internal(phrase: Phrase) -> bool:
    """Whether the meeting is one of a single side's organs, by the words before the noun."""
    text = f" {' '.join(reversed(phrase.modifiers))} "
    return not phrase.group and any(f" {word} " in text for word in words("internal"))


__all__ = ["Sighting", "object_of", "sightings", "split"]
