"""Publication days: known ones kept, unknown ones bounded by all that the articles say of them and of each other.

Every article's day begins as any day. Clues cut days away: its own words (`date_clues`), the article it is a copy of,
and meetings that a dated article tells too (`shared_meetings`). Days that become known date other articles, until
nothing changes. Each round looks only at the round before, so the order of the articles never matters. Clues that
contradict each other bound nothing, and the reason says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rapporteur.intake.article import Article
from rapporteur.intake.copies import shares_lead
from rapporteur.reading.claims import Reading, TimeRule
from rapporteur.reading.dates.rules import resolve
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.date_clues import clues, is_trusted, of_published
from rapporteur.record.dating.day_sets import ALL, DaySet, of_when, stretch
from rapporteur.record.dating.manner_clues import manner_clues
from rapporteur.record.dating.office_clues import office_clues
from rapporteur.record.dating.recent_clues import recent_clues
from rapporteur.record.dating.shared_days import Calendar, calendar_clues, calendar_of, dated_days
from rapporteur.record.dating.shared_meetings import Told, meeting_clues, tellings
from rapporteur.record.dating.shared_passages import Passages, passage_clues, passages
from rapporteur.record.dating.weekday_clues import weekday_clues
from rapporteur.record.memory import Memory
from rapporteur.reference import load
from rapporteur.when import UNKNOWN, Basis, When

Claim = TypeVar("Claim")
Made = TypeVar("Made")
_ROUNDS = 8
"""Each round can date articles by those dated in the last; chains of evidence are short."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """What the articles can tell of each other, whatever their publication days."""

    articles: Mapping[str, Article]
    copies: Mapping[str, str]
    told: Mapping[str, Sequence[Told]]
    calendars: Mapping[str, Calendar]
    passages: Mapping[str, Passages]


def date_articles(
    readings: Sequence[tuple[Article, Reading]], copies: Mapping[str, str], memory: Memory | None = None
) -> dict[str, When]:
    """The publication day of every article, weighed against all the others.

    Args:
        readings: the articles with what they say.
        copies: for each copy, the article it is a copy of.
        memory: what was made of readings before.

    Returns:
        A `When` for every article id. A stated day and one from metadata are kept as they are, unless the article
        itself contradicts them; of the others the basis is ``inferred`` if anything bounds them.
    """
    memory = memory or Memory()
    alone = dict(memory.each("dated alone", readings, _dated_alone))
    undated = [article.id for article, _ in readings if not is_trusted(article)]
    if not undated:
        return {name: when for name, (when, _) in alone.items()}
    found = alone
    dating = _Dating(readings, copies, undated, memory)
    for _ in range(_ROUNDS):
        after = found | dating.again(found)
        if after == found:
            break
        found = after
    return {name: when for name, (when, _) in found.items()}


class _Dating:
    """The dating of articles by each other."""

    def __init__(
        self,
        readings: Sequence[tuple[Article, Reading]],
        copies: Mapping[str, str],
        undated: Sequence[str],
        memory: Memory,
    ) -> None:
        self._readings = {article.id: (article, reading) for article, reading in readings}
        self._undated = undated
        self._own = {name: _own(*self._readings[name]) for name in undated}
        self._offices = {name: office_clues(self._readings[name][1]) for name in undated}
        self._witness = _Witness(
            {article.id: article for article, _ in readings},
            dict(copies),
            dict(memory.each("tellings", readings, _by_id(tellings))),
            dict(memory.each("calendars", readings, _by_id(calendar_of))),
            dict(memory.each("passages", readings, _by_id(passages))),
        )

    def again(self, found: Mapping[str, tuple[When, DaySet]]) -> dict[str, tuple[When, DaySet]]:
        """The days of undated articles by what is known of all others now."""
        whens = {name: when for name, (when, _) in found.items()}
        days = {name: left for name, (_, left) in found.items()}
        dated = {name: dated_days(self._witness.calendars[name], when) for name, when in whens.items()}
        others = {name: _by_others(name, self._witness, whens, days, dated) for name in self._undated}
        return {
            name: _dated(self._readings[name][0], self._own[name], others[name], self._offices[name])
            for name in self._undated
        }


def _own(article: Article, reading: Reading) -> tuple[Clue, ...]:
    """What the words of an article tell of its day."""
    return (
        *clues(article, reading),
        *weekday_clues(article, reading),
        *recent_clues(reading),
        *manner_clues(article, reading),
    )


def _dated_alone(read: tuple[Article, Reading]) -> tuple[str, tuple[When, DaySet]]:
    """What an article by itself, and what the reference data say of offices in it, leave of its publication day."""
    article, reading = read
    offices = () if is_trusted(article) else office_clues(reading)
    return article.id, _dated(article, _own(article, reading), (), offices)


def _by_id(make: Callable[[Article, Reading], Made]) -> Callable[[tuple[Article, Reading]], tuple[str, Made]]:
    """``make`` of an article and its reading, with the article's id."""
    return lambda read: (read[0].id, make(*read))


def _dated(
    article: Article, own: Sequence[Clue], others: Sequence[Clue], offices: Sequence[Clue]
) -> tuple[When, DaySet]:
    """What the article's date and all clues leave of its publication day: the bounds, and the days between them.

    Clues from other articles are weaker witnesses than the article's own, and what the reference data say of offices is
    the weakest: where they contradict the stronger, or each other, they are not heard.
    """
    if is_trusted(article):
        when = _kept(article.published, [clue for clue in own if not clue.days & of_published(article.published)])
        return when, of_when(when)
    left = _left(own)
    if not left:
        return UNKNOWN.because(f"the article contradicts itself: {_reasons(own)}"), ALL
    narrower = left & _left(others)
    if not narrower:
        why = f"{_reasons(_telling(own))}; other articles contradict this: {_reasons(others)}"
        return _bounded(left, why), left
    agreed = _agreed(offices, narrower)
    heard = (*own, *others, *agreed)
    receipt = _receipt(_left([clue for clue in heard if not clue.loose]), article.received)
    narrowest = narrower & _left((*agreed, *receipt))
    return _bounded(narrowest, _reasons(_telling((*heard, *receipt))), article.published.why), narrowest


def _receipt(known: DaySet, received: dt.date | None) -> tuple[Clue, ...]:
    """That an article was in hand on a day excludes the years after, where what is known of it recurs with the years.

    Where the day of receipt, or the one after for time zones, is itself among the days that are left, it bounds
    nothing: the end stays open. So a record built later is the same, until a day that is left has come round again.
    """
    if received is None:
        return ()
    clock = received + dt.timedelta(1)
    later = known & stretch(clock + dt.timedelta(1), None)
    if received in known or clock in known or not later or not known & stretch(None, clock):
        return ()
    return (Clue(stretch(None, clock), f"it was in hand before such days came again on {next(iter(later))}"),)


def _agreed(offices: Sequence[Clue], known: DaySet) -> Sequence[Clue]:
    """The clues from offices if they agree with what is known, without one that all others contradict; else none."""
    if known & _left(offices):
        return offices
    without = ([clue for clue in offices if clue is not one] for one in offices)
    return next((rest for rest in without if len(rest) > 1 and known & _left(rest)), ())


def _telling(heard: Sequence[Clue]) -> Sequence[Clue]:
    """Clues that give the bounds by themselves, none of which is needless; the first ones go first."""
    whole = _left(heard)
    needed = list(heard)
    for clue in heard:
        rest = [other for other in needed if other is not clue]
        left = _left(rest)
        if (left.first, left.last) == (whole.first, whole.last):
            needed = rest
    return needed or heard


def _left(heard: Sequence[Clue]) -> DaySet:
    left = ALL
    for clue in heard:
        left &= clue.days
    return left


def _bounded(days: DaySet, why: str, before: str = "") -> When:
    if days.first is None and days.last is None:
        return UNKNOWN.because(why.strip("; ") or before)
    return When(days.first, days.last, Basis.INFERRED, why.strip("; "))


def _kept(stated: When, against: Sequence[Clue]) -> When:
    """A date as it stands; if it cannot be right, all days from it to those that the article's own words allow."""
    days = of_when(stated)
    for clue in against:
        days |= clue.days
    if not against:
        return stated
    return When(days.first, days.last, Basis.INFERRED, f"dated {stated.edtf}, but {_reasons(against)}")


def _reasons(heard: Sequence[Clue]) -> str:
    return "; ".join(sorted({clue.why for clue in heard}))


def _by_copy(
    name: str, articles: Mapping[str, Article], copies: Mapping[str, str], days: Mapping[str, DaySet]
) -> tuple[Clue, ...]:
    """What the days of its original, or of its copies, tell of an article: they ran within days of each other."""
    limits = load("dating")["copies"]
    before, after = dt.timedelta(limits["before"]), dt.timedelta(limits["after"])
    found = []
    for copy, original in sorted(copies.items()):
        other = original if copy == name else copy if original == name else None
        if other is None or other not in days or days[other].is_all:
            continue
        if not shares_lead(articles[name], articles[other]):
            continue
        first, last = days[other].first, days[other].last
        low, high = (before, after) if copy == name else (after, before)
        reach = stretch(first - low if first else None, last + high if last else None)
        found.append(Clue(reach, f"its text is also in {articles[other].file}, and copies run within days"))
    return tuple(found)


def _by_others(
    name: str,
    witness: _Witness,
    whens: Mapping[str, When],
    days: Mapping[str, DaySet],
    dated: Mapping[str, frozenset[dt.date]],
) -> tuple[Clue, ...]:
    """What other articles tell of the publication day of one, as far as their own are known."""
    rest = [other for other in sorted(witness.articles) if other != name]
    meetings = [(telling, days[other]) for other in rest for telling in witness.told[other]]
    calendars = [(witness.calendars[other], dated[other]) for other in rest]
    texts = [(witness.articles[other].file, witness.passages[other], whens[other]) for other in rest]
    return (
        *_by_copy(name, witness.articles, witness.copies, days),
        *meeting_clues(witness.told[name], meetings),
        *calendar_clues(witness.calendars[name], calendars),
        *passage_clues(witness.passages[name], texts),
    )


def redate(claim: Claim, published: When) -> Claim:
    """`claim` with the days that its rule gives for a sharper publication day.

    Works for every dataclass with ``rule`` and ``when``; one without a rule, or whose rule gives no day, is returned as
    it is. A time expression's value is brought up to date too.
    """
    rule: TimeRule | None = getattr(claim, "rule", None)
    if rule is None:
        return claim
    value, when = resolve(rule, published)
    if not when:
        return claim
    fresh: dict[str, Any] = {"when": when}
    if hasattr(claim, "value"):
        fresh["value"] = value
    return replace(claim, **fresh)  # type: ignore[type-var]
