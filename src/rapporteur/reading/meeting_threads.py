"""Which sightings of an article are of one meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.reading.attendance import NOBODY, Group, read_group
from rapporteur.reading.claims import ActorKind, Status
from rapporteur.reading.levels import LEADER, level_of, size_of
from rapporteur.reading.meeting_cues import Kind
from rapporteur.reading.meeting_drafts import AHEAD, DONE, Draft, can_be_one, level_fits, table_of, time_of
from rapporteur.reading.passages import Passage
from rapporteur.reading.scene import Cast
from rapporteur.reading.sightings import Sighting
from rapporteur.reading.tables import parties_of, party_of

# What an agreement with a meeting already told of weighs, and how much it takes to be of that meeting.
SAME_PEOPLE, SAME_PARTIES, SOME_PARTIES = 3.0, 1.5, 1.0
SAME_DAY, SAME_PLACE, SAME_ROUND, SAME_LEVEL = 2.0, 1.5, 2.0, 0.5
POINTS_BACK, NEXT_TO = 1.0, 0.5
ENOUGH, ENOUGH_POINTING_BACK = 2.5, 1.0
_WHERE = frozenset({"across", "in", "inside", "into", "near", "over", "throughout", "within"})
_NEIGHBOURS = 2  # sentences
_COMPANY_REACH = 3  # sentences back in which those who are meant by "the two" were named


@dataclass(frozen=True, slots=True)
class Company:
    """Several of different parties named together in one sentence."""

    group: Group
    number: int
    listed: int = 1  # for how many sentences they are meant where nothing points back to them


@dataclass
class Threads:
    """The meetings of one article so far, and who are named together anywhere in it."""

    cast: Cast
    companies: Sequence[Company]
    drafts: list[Draft] = field(default_factory=list)

    def take(self, sighting: Sighting) -> None:
        """Bring a sighting to the meeting it is of, or let it open another one; one that names none is dropped."""
        if sighting.open or _is_internal(sighting, self.cast):
            return
        if (draft := self._put_off(sighting)) is not None:
            draft.further.append(sighting.span)
            return
        if (draft := self._best(sighting)) is not None:
            draft.take(sighting)
            return
        if sighting.standing is None and (draft := self._best(replace(sighting, standing=Status.PLANNED))) is not None:
            draft.take(replace(sighting, standing=Status.PLANNED))
            return
        full = self._filled(sighting)
        if full is not sighting and (draft := self._best(full)) is not None:
            draft.take(full)
        elif opens(full, self.cast) and (full is sighting or points_out(full) or is_settled(full)):
            new = Draft(self.cast)
            new.take(self._numbered(full))
            self.drafts.append(new)

    def _numbered(self, sighting: Sighting) -> Sighting:
        """The sighting of "the next round" with its number, where the last one's is told."""
        if not sighting.following or sighting.round is not None:
            return sighting
        parties = set(table_of(sighting.group, self.cast))
        last = [draft.round for draft in self.drafts if draft.round and parties & set(draft.parties)]
        return replace(sighting, round=max(last) + 1) if last else sighting

    def _best(self, sighting: Sighting) -> Draft | None:
        """The meeting that a sighting fits best: of equals no meeting of long ago, and the one last told of."""
        weighed = [
            (weight, not draft.is_past, draft.last, at)
            for at, draft in enumerate(self.drafts)
            if (weight := fit(sighting, draft))
        ]
        return self.drafts[max(weighed)[-1]] if weighed else None

    def _put_off(self, sighting: Sighting) -> Draft | None:
        """The meeting whose first date was not kept: "it was to begin on Sunday but was postponed"."""
        if sighting.standing is not Status.CANCELLED or len(table_of(sighting.group, self.cast)) > 1:
            return None
        return next(
            (draft for draft in self.drafts if set(draft.statuses) & DONE and not _other_place(sighting, draft)), None
        )

    def _filled(self, sighting: Sighting) -> Sighting:
        """The sighting with those whom it only points to: "the two ministers", "another round"."""
        own = table_of(sighting.group, self.cast)
        brokers = {party for party, _ in sighting.brokers}
        if len(set(own) | brokers) > 1 and not sighting.form:
            return sighting
        size = size_of(sighting.form) if sighting.form else None
        if size and len(own) >= size:
            return sighting
        for group in self._candidates(sighting):
            parties = set(table_of(group, self.cast))
            fits = set(own) <= parties and (not size or len(parties | brokers) == size)
            if fits and _is_of(group, sighting, self.cast):
                return replace(sighting, group=group + sighting.group)
        return sighting

    def _candidates(self, sighting: Sighting) -> Iterator[Group]:
        """Those whom a sighting can point to, the likeliest first."""
        points = sighting.theirs or sighting.group.level is not None or sighting.is_appearance
        near = [
            company
            for company in self.companies
            if 0 <= sighting.passage.number - company.number <= (_COMPANY_REACH if points else company.listed)
        ]
        told = [_all_of(draft) for draft in sorted(self.drafts, key=lambda draft: -draft.last)]
        if sighting.another or sighting.theirs or sighting.group.level:
            yield from told
        own = set(sighting.group.people)
        yield from sorted((company.group for company in reversed(near)), key=lambda group: not own <= set(group.people))
        yield from told
        if sighting.form or sighting.another or sighting.brokers:
            often = Counter(frozenset(table_of(company.group, self.cast)) for company in self.companies)
            yield from sorted(
                (c.group for c in self.companies), key=lambda g: -often[frozenset(table_of(g, self.cast))]
            )


def _is_of(group: Group, sighting: Sighting, cast: Cast) -> bool:
    """Whether those named together can be those whom a sighting means: of its level, its subject among them."""
    if not set(sighting.group.people) <= set(group.people) and group.people:
        return False
    level = sighting.group.level or sighting.level
    if level is None:
        return True
    levels = {level_of(cast[person], cast[party].key) for person in group.people if (party := party_of(cast, person))}
    if level == LEADER:
        return levels <= {"head_of_state", "head_of_government"} and (bool(levels) or sighting.form is not None)
    return levels <= {level} and all(level_fits(level, side.level) for side in group.sides)


def _is_internal(sighting: Sighting, cast: Cast) -> bool:
    """Whether all who are said to meet are of one party."""
    people = sighting.group.people
    return (
        len(people) > 1
        and all(party_of(cast, person) for person in people)
        and len(table_of(sighting.group, cast)) == 1
    )


def _all_of(draft: Draft) -> Group:
    """Those who take part in a meeting, as far as its first sightings name them."""
    whole = NOBODY
    for sighting in draft.sightings:
        whole = whole + replace(sighting.group, level=None)
    return whole


def companies(passages: Sequence[Passage], cast: Cast) -> Iterator[Company]:
    """Yield those of different parties who are named together: in a list, or the only two persons of a sentence."""
    for passage in passages:
        at = 0
        for who in passage.line.whos:
            if who.first < at:
                continue
            group = read_group(passage, who.first)
            if passage.word(who.first - 1 - (passage.word(who.first - 1) == "the")) in _WHERE:
                continue
            at = max(group.end, who.end)
            if len(table_of(group, cast)) > 1:
                yield Company(group, passage.number)
        whos = dict.fromkeys(actor for who in passage.line.whos for actor in who.actors)
        people = [actor for actor in whos if cast[actor].kind is ActorKind.PERSON]
        if len(people) == 2 and len(parties_of(cast, people)) == 2:
            yield Company(Group(tuple(people)), passage.number, listed=0)


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
    settled = bool(sighting.place or sighting.times)
    return sighting.definite or sighting.is_appearance or sighting.another or (settled and near)


def _shared(sighting: Sighting, draft: Draft, parties: set[str]) -> float:
    if len(set(sighting.group.people) & set(draft.people)) > 1:
        return SAME_PEOPLE
    if not parties:
        return 0.0
    return SAME_PARTIES if parties == set(draft.parties) else SOME_PARTIES if parties & set(draft.parties) else 0.0


def _excluded(sighting: Sighting, draft: Draft) -> bool:
    checks = (_other_people, _other_day, _other_place, _other_kind, _other_standing)
    return any(check(sighting, draft) for check in checks)


def _other_people(sighting: Sighting, draft: Draft) -> bool:
    cast, parties = draft.cast, set(table_of(sighting.group, draft.cast))
    both = set(sighting.group.people) & set(draft.people)
    several = len(sighting.group.people) > 1 and len(draft.people) > 1 and len(both) < 2
    if several and sighting.facing and _has_strangers(sighting, draft):
        return True
    if not (sighting.joined or parties <= set(draft.parties) | set(draft.brokers) or set(draft.parties) <= parties):
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
    when, _ = time_of(sighting)
    if not when or not draft.when or when.meets(draft.when):
        return False
    if not sighting.definite or not when.earliest or not draft.when.latest:
        return True
    return abs((when.earliest - draft.when.latest).days) > 1  # "Thursday's talks" after "Wednesday's": one meeting


def _other_place(sighting: Sighting, draft: Draft) -> bool:
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
    if len(people | parties if sighting.facing else parties) < 2:
        return False
    settled = is_settled(sighting) or sighting.standing is Status.CANCELLED
    if len(parties) < 2 and not _is_plain(sighting, cast):
        return False
    if sighting.weak:
        ranked = sum(side.level is not None for side in sighting.group.sides)
        return len(people) > 1 or (settled and ranked + len(people) > 1 and not sighting.trigger.cue.is_noun)
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
    kind = sighting.trigger.cue.kind
    if len(sighting.group.people) < 2 or kind is Kind.RECEIVE:
        return False
    outright = not sighting.weak and kind in (Kind.MEET, Kind.OCCASION, Kind.REMOTE)
    return outright or bool(table_of(sighting.group, cast))


def threads(passages: Sequence[Passage], found: Sequence[Sequence[Sighting]], cast: Cast) -> Iterator[Draft]:
    """Yield the meetings of an article, in the order in which they are first told of."""
    told = Threads(cast, tuple(companies(passages, cast)))
    for sightings in found:
        for sighting in sightings:
            told.take(sighting)
    yield from told.drafts


__all__ = ["Threads", "fit", "opens", "threads"]
