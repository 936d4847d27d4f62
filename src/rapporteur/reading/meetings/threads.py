"""Which sightings of an article are of one meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.reading.claims import ActorKind, Status
from rapporteur.reading.meetings.attendance import read_group
from rapporteur.reading.meetings.cues import Kind
from rapporteur.reading.meetings.drafts import DONE, Draft, level_fits, table_of
from rapporteur.reading.meetings.fit import fit, is_settled, opens, other_place, points_out
from rapporteur.reading.meetings.groups import NOBODY, Group
from rapporteur.reading.meetings.levels import LEADER, level_of, size_of
from rapporteur.reading.meetings.passages import Passage
from rapporteur.reading.meetings.sighting import Sighting
from rapporteur.reading.meetings.tables import parties_of, party_of
from rapporteur.reading.scene import Cast

_WHERE = frozenset({"across", "in", "inside", "into", "near", "over", "throughout", "within"})
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
    pending: list[Sighting] = field(default_factory=list)  # settled, but of whom it is not yet told
    half: list[Sighting] = field(default_factory=list)  # those of one side named, those of the other not

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
        elif (opens(full, self.cast) and (full is sighting or points_out(full) or is_settled(full))) or (
            self._awaiting(full)
        ):
            self._open(self._numbered(full))
        else:
            self._keep(sighting, full)

    def _keep(self, sighting: Sighting, full: Sighting) -> None:
        """Keep a sighting that neither is of a meeting told of nor opens one, until more is said."""
        if is_settled(full) and full.trigger.cue.is_noun and len(table_of(full.group, self.cast)) < 2:
            self.pending.append(full)
        if _is_half_named(sighting):
            self.half.append(sighting)

    def half_named(self) -> Iterator[Draft]:
        """Yield a meeting for each sighting that names one side only, and is of no other."""
        taken = [sighting for draft in self.drafts for sighting in draft.sightings]
        for sighting in self.half:
            if sighting not in taken:
                draft = Draft(self.cast)
                draft.take(sighting)
                yield draft

    def _open(self, sighting: Sighting) -> None:
        """Open a meeting with a sighting, and with those just before it that were of it but did not say of whom."""
        draft = Draft(self.cast)
        draft.take(sighting)
        for earlier in self._awaiting(sighting):
            draft.take(earlier)
        self.drafts.append(draft)
        self.pending.clear()

    def _awaiting(self, sighting: Sighting) -> list[Sighting]:
        """The settled sightings just before, that a sighting which points back completes."""
        if not sighting.definite or len(table_of(sighting.group, self.cast)) < 2:
            return []
        draft = Draft(self.cast)
        draft.take(sighting)
        near = (p for p in self.pending if sighting.passage.number - p.passage.number <= _COMPANY_REACH)
        return [earlier for earlier in near if fit(replace(earlier, definite=True), draft)]

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
            (draft for draft in self.drafts if set(draft.statuses) & DONE and not other_place(sighting, draft)), None
        )

    def _filled(self, sighting: Sighting) -> Sighting:
        """The sighting with those whom it only points to: "the two ministers", "another round"."""
        own = table_of(sighting.group, self.cast)
        brokers = {party for party, _ in sighting.brokers}
        if sighting.alone:
            return sighting
        alone = len(own) == 1 and sighting.trigger.cue.kind is Kind.MEET and not points_out(sighting)
        if alone or (len(set(own) | brokers) > 1 and not sighting.form):
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
        recent = sighting.theirs or sighting.another or sighting.group.level is not None
        drafts = sorted(self.drafts, key=lambda d: -d.last if recent else (-len(d.sightings), -d.last))
        told = [_all_of(draft) for draft in drafts]
        if sighting.another or sighting.theirs or sighting.group.level:
            yield from told
        own = set(sighting.group.people)
        yield from sorted((company.group for company in reversed(near)), key=lambda group: not own <= set(group.people))
        if not sighting.indefinite:
            yield from told
        if (
            sighting.form
            or sighting.another
            or sighting.brokers
            or (sighting.indefinite and sighting.round is not None)
        ):
            yield from self._often(sighting.passage.number if points else None)

    def _often(self, last: int | None) -> list[Group]:
        """Those named together, the oftenest first: anywhere, for what does not point back may be told of later."""
        named = [company.group for company in self.companies if last is None or company.number <= last]
        often = Counter(frozenset(table_of(group, self.cast)) for group in named)
        return sorted(named, key=lambda group: -often[frozenset(table_of(group, self.cast))])


def _is_of(group: Group, sighting: Sighting, cast: Cast) -> bool:
    """Whether those named together can be those whom a sighting means: of its level, its subject among them."""
    if not set(sighting.group.people) <= set(group.people) and group.people:
        return False
    level = sighting.group.level or sighting.level
    if level is None:
        return True
    levels = {level_of(cast[person], cast[party].key) for person in group.people if (party := party_of(cast, person))}
    if level == LEADER:
        known = {one for one in levels if one}
        return known <= {"head_of_state", "head_of_government"} and (bool(levels) or sighting.form is not None)
    return levels <= {level} and all(level_fits(level, side.level) for side in group.sides)


def _is_half_named(sighting: Sighting) -> bool:
    """Whether somebody known meets others who are known by their office only: "X met the prime minister"."""
    group, unsaid = sighting.group, sighting.standing in (None, Status.CANCELLED)
    ranked = any(side.level is not None for side in group.sides)
    named = bool(group.people) or ranked or (bool(group) and not sighting.weak)
    told = sighting.facing or sighting.trigger.cue.kind is Kind.MEET
    return named and bool(group.unnamed) and told and not unsaid


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


def threads(passages: Sequence[Passage], found: Sequence[Sequence[Sighting]], cast: Cast) -> Iterator[Draft]:
    """Yield the meetings of an article, in the order in which they are first told of."""
    told = Threads(cast, tuple(companies(passages, cast)))
    for sightings in found:
        for sighting in sightings:
            told.take(sighting)
    yield from sorted((*told.drafts, *told.half_named()), key=lambda draft: draft.first.span)


__all__ = ["Threads", "threads"]
