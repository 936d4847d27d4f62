"""Meetings: who met, meets or is to meet whom, where and when, at what level, as one article has it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from rapporteur.config import Config
from rapporteur.reading.claims import MeetingClaim, Participant, Status, TimeRule
from rapporteur.reading.dates.rules import Step, encode, resolve
from rapporteur.reading.meetings.cues import Kind, words
from rapporteur.reading.meetings.delegations import Delegation, delegations
from rapporteur.reading.meetings.drafts import DONE, JOURNEY, Draft
from rapporteur.reading.meetings.grounds import grounds
from rapporteur.reading.meetings.levels import LEADER, RANKS, format_of, level_of, office, shared_level, size_of
from rapporteur.reading.meetings.outcomes import outcomes, topics
from rapporteur.reading.meetings.passages import passages
from rapporteur.reading.meetings.sightings import sightings
from rapporteur.reading.meetings.tables import parties_of, party_of
from rapporteur.reading.meetings.threads import threads
from rapporteur.reading.meetings.visits import Visit, visits
from rapporteur.reading.scene import Scene
from rapporteur.reference.states import states
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, between

_NEWS = 3  # days: what is told at the top of an article as done, with no day, was so at most these days before
_TOP = 3  # sentences
_SINGLE = frozenset(RANKS[:5])  # levels of which a party has one holder


def find_meetings(scene: Scene, config: Config) -> tuple[MeetingClaim, ...]:
    """Find the meetings that an article reports, announces, proposes or calls off.

    Args:
        scene: the article with its parse, cast, times and places.
        config: the analyst's own named series of meetings.

    Returns:
        One claim for each meeting, in the order of their first mention; its evidence are the sentences that tell of it,
        or the clauses where a sentence tells of several.
    """
    told = tuple(passages(scene))
    found = [tuple(sightings(passage, config)) for passage in told]
    drafts = list(threads(told, found, scene.cast))
    stays = [visit for passage in told for visit in visits(passage)]
    teams = [team for passage in told for team in delegations(passage)]
    for draft in drafts:
        _join_brokers(draft)
        _adopt(draft, stays)
        _settle_stay(draft, stays, scene)
        _adopt(draft, stays)
        _name_holders(draft, scene)
    _seat(drafts, teams)
    drafts = [draft for draft in drafts if _is_meeting(draft)]
    return tuple(_claim(draft, scene, evidence) for draft, evidence in zip(drafts, grounds(drafts), strict=True))


def _is_meeting(draft: Draft) -> bool:
    """Whether two sides meet, and not one side's own people."""
    strangers = sum(draft.party_of(person) is None for person in draft.people)
    faced = any(sighting.facing for sighting in draft.sightings)
    if len(draft.parties) > 1:
        return True
    if draft.unnamed and (faced or draft.first.trigger.cue.kind is Kind.MEET):
        return bool(draft.people or draft.parties)
    return len(draft.people) > 1 and len(draft.parties) + strangers > 1 and (faced or not draft.parties)


def _claim(draft: Draft, scene: Scene, evidence: tuple[Span, ...]) -> MeetingClaim:
    status = _status(draft, scene)
    when, rule = (draft.when, draft.rule) if draft.when or draft.rule else _news(draft, status, scene)
    told = tuple(sighting.passage for sighting in draft.sightings)
    return MeetingClaim(
        status=status,
        parties=draft.parties,
        evidence=evidence,
        participants=tuple(_participants(draft)),
        when=when,
        rule=rule,
        place=draft.place,
        venue=draft.venue,
        level=shared_level(draft.sides_levels()) or (draft.level if draft.level != LEADER else None),
        format=draft.form or format_of(max(2, len(draft.parties))),
        named_format=draft.series,
        round=draft.round,
        host=next(iter(draft.hosts), None),
        facilitators=tuple(party for party in draft.brokers if party not in draft.parties),
        topics=topics(told),
        outcomes=outcomes(told),
        unnamed=draft.unnamed,
        recent=any(sighting.recent for sighting in draft.sightings),
    )


def _join_brokers(draft: Draft) -> None:
    """Put those who lead talks at the table, and as many brokers and hosts as the format still has places for."""
    size = size_of(draft.form) if draft.form else None
    for party in (*draft.brokers, *draft.hosts):
        leads = draft.brokers.get(party) in words("at_table") and draft.form is not None
        if party not in draft.parties and ((size and len(draft.parties) < size) or leads):
            draft.sides.setdefault(party, None)


def _name_holders(draft: Draft, scene: Scene) -> None:
    """Name the holder of the office at which a party takes part, where the article shows only one."""
    for party, stated in draft.sides.items():
        level = stated or draft.level
        if level in _SINGLE and not draft.of_party(party) and _is_recent(draft, scene):
            holders = [actor.id for actor in scene.cast.actors if _holds(scene, actor.id, party, level)]
            draft.people += holders if len(holders) == 1 else []


def _is_recent(draft: Draft, scene: Scene) -> bool:
    """Whether those who hold the offices now held them at the time of the meeting, as far as can be seen."""
    latest, published = draft.when.latest, scene.article.published.earliest
    return not latest or not published or (published - latest).days < 100


def _holds(scene: Scene, actor: str, party: str, level: str | None) -> bool:
    same = actor != party and party_of(scene.cast, actor) == party
    return same and level_of(scene.cast[actor], scene.cast[party].key) == level


def _seat(drafts: Sequence[Draft], teams: Sequence[Delegation]) -> None:
    """Give each delegation that the article lists its seat in the meeting of which it tells."""
    for team in teams:
        fitting = [draft for draft in drafts if team.party in draft.parties and _seats(draft, team)]
        if fitting:
            draft = max(fitting, key=lambda d: (len(d.sightings), -abs(d.last - team.number)))
            draft.people += [person for person in team.people if person not in draft.people]
            draft.level = draft.level or "delegation"
            draft.further.append(team.span)


def _seats(draft: Draft, team: Delegation) -> bool:
    loose = draft.rank not in _SINGLE and not draft.of_party(team.party)
    return loose or bool(draft.of_party(team.party) & set(team.people))


def _status(draft: Draft, scene: Scene) -> Status:
    """How far the meeting has come: what is done is done, unless its day has yet to come."""
    published, when, told = scene.article.published, draft.when, draft.statuses
    ahead = bool(when.earliest and published.latest and when.earliest > published.latest)
    lasts = bool(draft.until and published.latest and (draft.until.when.latest or published.latest) > published.latest)
    for status in (Status.HELD, Status.ONGOING):
        if status in told:
            return Status.PLANNED if ahead else Status.ONGOING if lasts else status
    if Status.CANCELLED in told:
        return Status.PLANNED if told[-1] is Status.PLANNED else Status.CANCELLED
    for status in (Status.PLANNED, Status.PROPOSED):
        if status in told:
            return status
    return Status.PLANNED if ahead else Status.HELD


def _settle_stay(draft: Draft, stays: Sequence[Visit], scene: Scene) -> None:
    """Give a meeting the place and the days of the visit during which it is."""
    if draft.place and draft.when:
        return
    if _status(draft, scene) not in DONE:
        stays = [stay for stay in stays if not _is_over(stay, scene)]
    told = [(sighting.passage.number, sighting.trigger.first) for sighting in draft.sightings]
    often = Counter(stay.place.country for stay in stays)

    def nearness(stay: Visit) -> tuple[bool, int, int]:
        away = min(abs(stay.number - number) for number, _ in told)
        return away > 0, -often[stay.place.country], away

    for stay in sorted(stays, key=nearness):
        before = any(stay.is_told_before(number, at) for number, at in told)
        guests = set(stay.travellers) & set(draft.people)
        if before and guests and _receives(draft, stay, guests):
            draft.place = draft.place or stay.place
            _settle_days(draft, stay)


def _is_over(stay: Visit, scene: Scene) -> bool:
    latest, published = stay.times[0].when.latest if stay.times else None, scene.article.published.earliest
    return latest is not None and published is not None and latest < published


def _adopt(draft: Draft, stays: Sequence[Visit]) -> None:
    """Take those whom a traveller meets, and of whom no more is said, for people of the country visited.

    Where the meeting has a place, it is the country of that.
    """
    coming = [stay for stay in stays if set(stay.travellers) & set(draft.people)]
    travellers = {person for stay in coming for person in stay.travellers}
    strangers = [person for person in draft.people if draft.party_of(person) is None and person not in travellers]
    visited = {stay.place.country for stay in coming}
    countries = visited & {draft.place.country} if draft.place else visited
    home = parties_of(draft.cast, draft.people)
    states_here = ((actor, states().get(actor.key or "")) for actor in draft.cast.actors if actor.id not in home)
    hosts = [actor for actor, state in states_here if state and state.iso2 in countries]
    if len(hosts) == 1:
        draft.adopted.update(dict.fromkeys(strangers, hosts[0].id))


def _settle_days(draft: Draft, stay: Visit) -> None:
    """Give a meeting without a day the days of a visit: those from its beginning on, where no more is known."""
    if draft.when or draft.rule or not stay.times:
        return
    when, rule = stay.times[0].when, stay.times[0].rule
    if stay.lasts and when.day:
        draft.when = between(when.day, when.day + dt.timedelta(days=JOURNEY), Basis.INFERRED, "during a visit")
    elif when.days or (rule and not stay.lasts):
        draft.when, draft.rule = when, rule  # of an article without a date the rule alone: it is settled with the date


def _receives(draft: Draft, stay: Visit, guests: set[str]) -> bool:
    """Whether somebody of the country visited, and not the guest's own, takes part."""
    home = set(parties_of(draft.cast, guests))
    others = (states().get(draft.cast[party].key or "") for party in draft.parties if party not in home)
    return any(state is not None and state.iso2 == stay.place.country for state in others)


def _news(draft: Draft, status: Status, scene: Scene) -> tuple[When, TimeRule | None]:
    """The days of a meeting without a day, and their rule: news is told soon after, an appearance of two on the day."""
    published = scene.article.published
    if status not in DONE:
        return UNKNOWN, None
    if published.day and draft.until and draft.until.when.latest and draft.until.when.latest >= published.day:
        first = draft.until.when.latest - dt.timedelta(days=(draft.days or 2) - 1)
        why = "under way, to last until then"
        return between(min(first, published.day), draft.until.when.latest, Basis.INFERRED, why), None
    reach = _NEWS if draft.first.passage.number < _TOP else 1 if any(s.is_appearance for s in draft.sightings) else None
    if reach is None:
        return UNKNOWN, None
    rule = encode([Step("span", -reach, "day")])
    return resolve(rule, published)[1].because("told as news on the day of publication"), rule


def _participants(draft: Draft) -> Iterator[Participant]:
    for person in draft.people:
        held = office(draft.cast[person])
        yield Participant(person, held.role if held else None, draft.party_of(person))


__all__ = ["find_meetings"]
