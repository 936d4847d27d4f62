"""How far two reports can be of one meeting: on which facts they agree, and on which they cannot both be right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import asin, cos, inf, radians, sin, sqrt

from rapporteur.reading.claims import Place, Status
from rapporteur.reading.meetings.levels import MIXED
from rapporteur.record.meetings.report import AFTER, BEFORE, MeetingReport
from rapporteur.reference.forms import fold
from rapporteur.reference.states import by_name
from rapporteur.when import When

REMOTE = frozenset({"phone call", "video call"})

# What an agreement weighs.  Two reports are of one meeting from ENOUGH on: the same people on both sides at the same
# level about the same time; or the same parties on the same day in the same city.  People alone, a day alone or a
# city alone never suffice.
ENOUGH = 4.0
SURE = 6.0  # from here on one differing fact is a disagreement between outlets, not a second meeting
SAME_DAY, SAME_WEEK, SAME_MONTH = 3.0, 2.0, 1.0
SAME_CITY, SAME_COUNTRY = 2.0, 0.5
BOTH_SIDES, ONE_SIDE = 3.0, 1.0
SAME_ROUND, SAME_FORMAT, SAME_LEVEL = 2.5, 1.0, 1.0
SAME_PARTIES, SAME_SIZE = 0.5, 0.5
NEAR = 1.5  # an undated report, the more the nearer its publication is to the other's day
UNTIMED = -2.0  # nothing tells when one of them was: the same people may have met twice
WIDER = -0.5  # one report has parties that the other does not name

LOOSE_LEVELS = frozenset({"envoy", "delegation", "deputy_minister"})
LEADERS = frozenset({"head_of_state", "head_of_government"})
UNDATED_REACH = 60  # days around its publication in which an undated report's meeting is looked for...
PLANNED_REACH = 180  # ...and after it, where the meeting is only planned or proposed
MOVED_BY = 10  # days by which a planned meeting may have been put off
NEARBY = 40.0  # kilometres within which two place names are one place


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are.

    ``clashes`` are the fields on which they exclude each other; ``differences`` those on which two outlets may differ
    about one meeting, if all the rest makes sure that it is one.
    """

    score: float = 0.0
    clashes: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()

    def __add__(self, other: Likeness) -> Likeness:
        return Likeness(self.score + other.score, self.clashes + other.clashes, self.differences + other.differences)

    @property
    def possible(self) -> bool:
        """Whether the two may stand in one record of one meeting."""
        if self.clashes or len(self.differences) > 1:
            return False
        return not self.differences or self.score >= (ENOUGH if self.differences == ("round",) else SURE)

    @property
    def enough(self) -> bool:
        """Whether the two alone show that they are of one meeting."""
        return self.possible and self.score >= ENOUGH


NOTHING = Likeness()


def _clash(field: str) -> Likeness:
    return Likeness(clashes=(field,))


def _differ(field: str) -> Likeness:
    return Likeness(differences=(field,))


def compare(one: MeetingReport, two: MeetingReport) -> Likeness:
    """Weigh two reports against each other; the order of the two does not matter."""
    likeness = NOTHING
    for check in (_days, _places, _people, _series, _levels, _parties, _statuses):
        likeness += check(one, two)
    return likeness


def _days(one: MeetingReport, two: MeetingReport) -> Likeness:
    a, b = one.possible, two.possible
    if not a.meets(b):
        if _put_off(one, two):
            return NOTHING
        return _differ("day") if _looking_back(one, two) else _clash("day")
    widths = [days for when in (one.claim.when, two.claim.when) if (days := when.days)]
    if len(widths) == 2:
        return Likeness(_shared_days(max(widths)))
    gap = _gap(_around(one), _around(two))
    return Likeness(UNTIMED if gap is None else NEAR * max(0.0, 1 - gap / UNDATED_REACH))


def _shared_days(widest: int) -> float:
    return SAME_DAY if widest <= 2 else SAME_WEEK if widest <= 9 else SAME_MONTH if widest <= 40 else 0.0


def _put_off(one: MeetingReport, two: MeetingReport) -> bool:
    """Whether a day that was planned was not kept: the earlier report plans, the later one has a later day."""
    first, second = sorted((one, two), key=lambda report: report.order)
    planned, kept = first.possible.latest, second.possible.earliest
    if first.claim.status not in BEFORE or not planned or not kept or one.article.id == two.article.id:
        return False
    same = _agreeing(one, two) > 1 or first.parties <= second.parties or second.parties <= first.parties
    return 0 < (kept - planned).days <= MOVED_BY and same


def _looking_back(one: MeetingReport, two: MeetingReport) -> bool:
    """Whether two later reports give neighbouring days, so that one of them errs.

    On the day itself an outlet cannot yet err about tomorrow: there, two days are two meetings.
    """
    if _gap(one.possible, two.possible) != 1:
        return False
    last = max(day for report in (one, two) if (day := report.possible.latest))
    return all((day := report.article.published.earliest) is not None and day >= last for report in (one, two))


def _around(report: MeetingReport) -> When:
    """The days of a dated report; of an undated one its publication."""
    return report.claim.when if report.claim.when.days else report.article.published


def _gap(one: When, two: When) -> int | None:
    """The days from one to the other, or None where that is open."""
    if one.meets(two):
        return 0 if one and two else None
    if one.latest and two.earliest and one.latest < two.earliest:
        return (two.earliest - one.latest).days
    return (one.earliest - two.latest).days if one.earliest and two.latest else None


def _places(one: MeetingReport, two: MeetingReport) -> Likeness:
    a, b = one.claim.place, two.claim.place
    if not a or not b:
        return NOTHING
    if same_place(a, b):
        return Likeness(SAME_COUNTRY if _is_country(a) or _is_country(b) else SAME_CITY)
    return _differ("place") if _on_one_day(one, two) else _clash("place")


def same_place(one: Place, two: Place) -> bool:
    """Whether two places can be one: the same name, near each other, or a country and a place in it."""
    if one.name in REMOTE or two.name in REMOTE:
        return one.name in REMOTE and two.name in REMOTE
    if fold(one.name) == fold(two.name):
        return True
    if _is_country(one) or _is_country(two):
        return bool(one.country) and one.country == two.country
    return _distance(one, two) <= NEARBY


def _is_country(place: Place) -> bool:
    return by_name(place.name) is not None


def _distance(one: Place, two: Place) -> float:
    """The great-circle distance in kilometres; infinite where a position is unknown."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return inf
    lat1, lon1, lat2, lon2 = map(radians, (one.lat, one.lon, two.lat, two.lon))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, chord)))


def _people(one: MeetingReport, two: MeetingReport) -> Likeness:
    agreeing = _agreeing(one, two)
    found = Likeness(BOTH_SIDES if agreeing > 1 else ONE_SIDE if agreeing else 0.0)
    apart = any(not one.people[party] & two.people[party] for party in one.people.keys() & two.people.keys())
    return found + _clash("participants") if apart and not (_is_loose(one) and _is_loose(two)) else found


def _agreeing(one: MeetingReport, two: MeetingReport) -> int:
    """The number of parties for which both reports name somebody in common."""
    return sum(bool(one.people[party] & two.people[party]) for party in one.people.keys() & two.people.keys())


def _is_loose(report: MeetingReport) -> bool:
    """Whether the report may name only some of those present: delegations and meetings of many."""
    many = len(report.parties) > 2 or any(len(people) > 1 for people in report.people.values())
    return report.claim.level in LOOSE_LEVELS or (report.claim.level is None and many)


def _series(one: MeetingReport, two: MeetingReport) -> Likeness:
    a, b = one.claim, two.claim
    if a.named_format and b.named_format and a.named_format != b.named_format:
        return _clash("named_format")
    found = Likeness(SAME_FORMAT if a.named_format and b.named_format else 0.0)
    if a.round is None or b.round is None:
        return found
    if a.round == b.round:
        return found + Likeness(SAME_ROUND)
    return found + (_differ("round") if _on_one_day(one, two) and _in_one_place(one, two) else _clash("round"))


def _on_one_day(one: MeetingReport, two: MeetingReport) -> bool:
    """Whether both reports are exact to the day or two, and agree."""
    widths = (one.claim.when.days, two.claim.when.days)
    return all(days and days <= 2 for days in widths) and one.possible.meets(two.possible)


def _in_one_place(one: MeetingReport, two: MeetingReport) -> bool:
    return bool(one.claim.place and two.claim.place and same_place(one.claim.place, two.claim.place))


def _levels(one: MeetingReport, two: MeetingReport) -> Likeness:
    a, b = one.claim.level, two.claim.level
    if not a or not b:
        return NOTHING
    if a == b:
        return Likeness(SAME_LEVEL)
    return NOTHING if levels_agree(a, b) else _differ("level")


def levels_agree(one: str, two: str) -> bool:
    """Whether two levels can be one meeting's: outlets call one delegation, or one leader, by several names."""
    both = {one, two}
    return one == two or MIXED in both or both <= LOOSE_LEVELS or both == LEADERS


def _parties(one: MeetingReport, two: MeetingReport) -> Likeness:
    a, b = one.parties, two.parties
    if a == b:
        return Likeness(SAME_PARTIES + (SAME_SIZE if one.claim.format == two.claim.format else 0.0))
    helpers = {*one.claim.facilitators, *two.claim.facilitators, one.claim.host, two.claim.host}
    shared = len(a & b)
    nested = a - helpers <= b or b - helpers <= a
    return Likeness(WIDER) if nested or (shared > 2 and 2 * shared >= len(a | b)) else _clash("parties")


def _statuses(one: MeetingReport, two: MeetingReport) -> Likeness:
    statuses = {one.claim.status, two.claim.status}
    if Status.CANCELLED in statuses and statuses & AFTER:
        return _clash("status")
    told_apart = one.article.id == two.article.id and statuses & AFTER and statuses & BEFORE
    return _clash("status") if told_apart else NOTHING


def reach(report: MeetingReport) -> tuple[dt.date, dt.date] | None:
    """The days within which reports of the same meeting are looked for, or None where nothing bounds them."""
    when, published = report.claim.when, report.article.published
    if when.earliest and when.latest and (when.latest - when.earliest).days <= UNDATED_REACH:
        return when.earliest, when.latest
    if published.earliest and published.latest:
        ahead = PLANNED_REACH if report.claim.status in BEFORE else UNDATED_REACH
        return _shifted(published.earliest, -UNDATED_REACH), _shifted(published.latest, ahead)
    return None


def _shifted(day: dt.date, days: int) -> dt.date:
    """``day`` moved by ``days``, but not out of the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


__all__ = ["Likeness", "compare", "levels_agree", "reach", "same_place"]
