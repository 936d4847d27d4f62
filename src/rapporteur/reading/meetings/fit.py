"""Whether a sighting is of a meeting already told of, and whether it can open another."""

from __future__ import annotations

from rapporteur.reading.claims import Status
from rapporteur.reading.meetings.cues import Kind
from rapporteur.reading.meetings.drafts import AHEAD, DONE, Draft, can_be_one, level_fits, table_of, time_of, told_apart
from rapporteur.reading.meetings.levels import level_of
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.tables import parties_of, party_of
from rapporteur.reading.scene import Cast

# What an agreement with a meeting already told of weighs, and how much it takes to be of that meeting.
SAME_PEOPLE, SAME_PARTIES, SOME_PARTIES = 3.0, 1.5, 1.0
SAME_DAY, SAME_PLACE, SAME_ROUND, SAME_LEVEL = 2.0, 1.5, 2.0, 0.5
POINTS_BACK, NEXT_TO = 1.0, 0.5
ENOUGH, ENOUGH_POINTING_BACK = 2.5, 1.0
_NEIGHBOURS = 2  # sentences


def fit(sighting: Sighting, draft: Draft) -> float:
    """Return how well a sighting fits a meeting already told of; 0 where it is not of it."""
    parties = set(table_of(sighting.group, draft.cast))
    if _excluded(sighting, draft) or (not parties and not _can_point(sighting, draft)):
        return 0.0
    known = sighting.joined or parties <= set(draft.parties) | set(draft.brokers)
    points_back = (sighting.definite or sighting.is_appearance or not parties) and not sighting.another and known
    when, _ = time_of(sighting)
    weight = POINTS_BACK if points_back else 0.0
    weight += NEXT_TO if abs(sighting.passage.number - draft.last) <= _NEIGHBOURS else 0.0
    weight += _shared(sighting, draft, parties)
    weight += SAME_DAY if when and draft.when else 0.0
    weight += SAME_PLACE if sighting.place and draft.place else 0.0
    weight += SAME_ROUND if sighting.round is not None and sighting.round == draft.round else 0.0
    level = sighting.level or sighting.group.level
    weight += SAME_LEVEL if level and level == draft.rank else 0.0
    return weight if weight >= (ENOUGH_POINTING_BACK if points_back else ENOUGH) else 0.0


def _can_point(sighting: Sighting, draft: Draft) -> bool:
    """Whether a noun without people can mean a meeting: a definite one, or a bare one with its day or place."""
    if sighting.weak and not sighting.is_appearance:
        return sighting.definite and any(
            sighting.trigger.cue.name == other.trigger.cue.name for other in draft.sightings
        )
    near = sighting.passage.number - draft.last <= _NEIGHBOURS
    settled = bool(sighting.place or sighting.times) and not sighting.indefinite
    return sighting.definite or sighting.is_appearance or sighting.another or (settled and near)


def _shared(sighting: Sighting, draft: Draft, parties: set[str]) -> float:
    if len(set(sighting.group.people) & set(draft.people)) > 1:
        return SAME_PEOPLE
    if not parties:
        return 0.0
    return SAME_PARTIES if parties == set(draft.parties) else SOME_PARTIES if parties & set(draft.parties) else 0.0


def _excluded(sighting: Sighting, draft: Draft) -> bool:
    checks = (_other_people, _other_day, other_place, _other_kind, _other_standing)
    return any(check(sighting, draft) for check in checks)


def _other_people(sighting: Sighting, draft: Draft) -> bool:
    cast, parties = draft.cast, set(table_of(sighting.group, draft.cast))
    both = set(sighting.group.people) & set(draft.people)
    several = len(sighting.group.people) > 1 and len(draft.people) > 1 and len(both) < 2
    if several and sighting.facing and _has_strangers(sighting, draft):
        return True
    if not (sighting.joined or parties <= set(draft.parties) | set(draft.brokers) or set(draft.parties) <= parties):
        return True
    if any(not level_fits(side.level, draft.sides.get(side.party)) for side in sighting.group.sides):
        return True
    for party in parties_of(cast, sighting.group.people):
        mine = {person for person in sighting.group.people if party_of(cast, person) == party}
        theirs = draft.of_party(party)
        if theirs and not mine & theirs:
            return True
        stated = draft.sides.get(party) or draft.level
        levels = {level_of(cast[person], cast[party].key) for person in mine}
        if not theirs and stated and not any(level_fits(stated, level) for level in levels):
            return True
    return False


def _has_strangers(sighting: Sighting, draft: Draft) -> bool:
    """Whether somebody without a known party is named on one side only."""
    apart = set(sighting.group.people) ^ set(draft.people)
    return any(party_of(draft.cast, person) is None for person in apart)


def _other_day(sighting: Sighting, draft: Draft) -> bool:
    when, rule = time_of(sighting)
    if not when or not draft.when:
        return not sighting.definite and told_apart(rule, draft.rule)
    if when.meets(draft.when):
        return False
    if not sighting.definite or not when.earliest or not draft.when.latest:
        return True
    return abs((when.earliest - draft.when.latest).days) > 1  # "Thursday's talks" after "Wednesday's": one meeting


def other_place(sighting: Sighting, draft: Draft) -> bool:
    """Return whether a sighting is somewhere else than a meeting."""
    return bool(sighting.place and draft.place and not can_be_one(sighting.place, draft.place))


def _other_kind(sighting: Sighting, draft: Draft) -> bool:
    if sighting.round is not None and draft.round is not None and sighting.round != draft.round:
        return True
    if sighting.another and not draft.first.another:
        return True
    if sighting.form and draft.form and sighting.form != draft.form:
        return True
    return not level_fits(sighting.level or sighting.group.level, draft.rank)


def _other_standing(sighting: Sighting, draft: Draft) -> bool:
    standing = sighting.standing
    if standing is None or not draft.statuses:
        return False
    told = set(draft.statuses)
    if standing in DONE:
        return told <= AHEAD | {Status.CANCELLED}
    bare = sighting.definite and not table_of(sighting.group, draft.cast)
    return bool(standing in AHEAD and told & DONE) and not bare


def opens(sighting: Sighting, cast: Cast) -> bool:
    """Return whether a sighting is of an occasion that can be told from others, by its people, place, day or number."""
    people = {party_of(cast, person) or person for person in sighting.group.people}
    parties = {*table_of(sighting.group, cast), *(party for party, _ in sighting.brokers)}
    several = people | parties if sighting.facing or not parties else parties
    if len(several) < 2:
        return False
    settled = is_settled(sighting) or sighting.standing is Status.CANCELLED
    sides = len(sighting.group.sides)
    if len(parties) < 2 and not _is_plain(sighting, cast):
        return False
    if sighting.weak:
        ranked = sum(side.level is not None for side in sighting.group.sides)
        told = sides > 1 if sighting.trigger.cue.is_noun else ranked + len(people) > 1
        return len(people) > 1 or (settled and told and sighting.standing is not None)
    if sighting.standing is None or sighting.standing is Status.PROPOSED:
        return len(people) > 1 or (settled and sighting.standing is not None)
    if sighting.trigger.cue.kind is Kind.TALKS or sighting.trigger.cue.plural:
        return settled or len(people) > 1
    return settled or len(people) > 1 or sighting.trigger.cue.is_noun


def is_settled(sighting: Sighting) -> bool:
    """Return whether a sighting has a day, a place or a number of its own."""
    when, rule = time_of(sighting)
    return bool(when or rule or sighting.place or sighting.round or sighting.series)


def points_out(sighting: Sighting) -> bool:
    """Return whether a sighting says whom it means, though not by name: "the two ministers", "another round"."""
    return sighting.theirs or sighting.another or sighting.group.level is not None or sighting.form is not None


def _is_plain(sighting: Sighting, cast: Cast) -> bool:
    """Whether two people of whom the article does not say for whom they speak are said outright to meet."""
    people, kind = sighting.group.people, sighting.trigger.cue.kind
    if len(people) < 2:
        return False
    if all(party_of(cast, person) or level_of(cast[person], None) or cast[person].offices for person in people):
        return True
    outright = not sighting.weak and kind in (Kind.MEET, Kind.OCCASION, Kind.REMOTE)
    return outright or (kind is not Kind.RECEIVE and bool(table_of(sighting.group, cast)))


__all__ = ["fit", "is_settled", "opens", "other_place", "points_out"]
