"""When an article was published, from what its text and address say.  A wrong day is worse than none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from rapporteur.intake.calendar_dates import calendar_dates, month_number
from rapporteur.intake.datelines import Dateline
from rapporteur.intake.furniture import ends_article, is_field, is_line, is_stamp
from rapporteur.intake.headers import HeaderLine
from rapporteur.reference import load
from rapporteur.when import UNKNOWN, Basis, When, in_month, in_year, on

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[a-z]{3,9})/(?P<d>\d{1,2})(?=/|$)", re.IGNORECASE)
_PACKED = re.compile(r"/(?P<y>(?:19|20)\d\d)-?(?P<m>\d\d)-?(?P<d>\d\d)(?=[/_.-]|$)")
_SLUG = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
# Beyond a month two dates are of two stories (a reprint, the date in a headline), not of one story and its update.
_ONE_STORY = dt.timedelta(days=31)
# A dispatch may be printed a day or two after its dateline, and a zone away a day before.
_CLOSE = dt.timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication as far as it is known, and where it was found."""

    when: When = UNKNOWN
    where: str = ""


def stated_value(value: str, origin: str) -> When:
    """What a container's own field says: a date, a month or a year; unknown, with the reason, if it cannot be read."""
    plain = value.strip()
    why = f"the {origin} gives {plain!r}"
    day = _timestamp(plain)
    if day:
        return on(day, Basis.METADATA, why)
    found = re.fullmatch(r"((?:1[5-9]|20)\d\d)(?:-(0[1-9]|1[0-2]))?", plain)
    if found:
        return (
            in_month(int(found[1]), int(found[2]), Basis.METADATA, why)
            if found[2]
            else in_year(int(found[1]), Basis.METADATA, why)
        )
    return UNKNOWN.because(f"{why}, which cannot be read as one day") if plain else UNKNOWN


def _timestamp(plain: str) -> dt.date | None:
    dates = calendar_dates(plain)
    if dates:
        return dates[0][1]
    packed = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", plain)
    if packed:
        return _day(packed[1], packed[2], packed[3])
    if re.fullmatch(r"\d{9,10}(?:\d{3})?", plain):
        return dt.datetime.fromtimestamp(int(plain[:10] if len(plain) > 10 else plain), dt.UTC).date()
    try:
        return parsedate_to_datetime(plain).date()
    except (ValueError, IndexError, TypeError):
        return None


def url_day(url: str | None) -> tuple[dt.date | None, bool]:
    """The day in an address, and whether it is a part of the path of its own, as a publishing system writes it."""
    for pattern, own in ((_PATH, True), (_PACKED, True), (_SLUG, False)):
        match = pattern.search(url or "")
        day = _day(match["y"], match["m"], match["d"]) if match else None
        if day:
            return day, own
    return None, False


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month) if month.isdigit() else month_number(month), int(day))
    except ValueError:
        return None


def published(
    lines: Sequence[HeaderLine],
    *,
    title_line: int | None,
    url: str | None,
    dateline: Dateline | None,
    opening: str,
    of_page: bool = False,
) -> Published:
    """Weigh what the head, the foot, the address and the dateline say; ``opening`` is the first words of the body.

    A labelled date, a date between headline and body, and a date that is a part of an address's path each stand alone.
    A date above the headline may be the clock of the page, and one in the words of an address the day of an event:
    they count only with a second witness.
    """
    in_path, own = url_day(url)
    labelled = _days(line for line in lines if line.field == "published" and line.place != "beyond")
    fetched = _days(line for line in lines if line.field in ("fetched", "changed"))
    below, above = _stamps(lines, title_line, clean=not of_page)
    strong = _earliest(labelled, "dated in its head") if labelled else _earliest(below, "dated under its headline")
    if in_path and own:
        strong = _with_path(strong, in_path, sure=bool(labelled))
    if not strong.when and not strong.when.why and dateline and dateline.year:
        strong = _from_dateline(dateline)
    if strong.when.day and below and not labelled and _contradicts(dateline, strong.when.day):
        return Published(UNKNOWN.because(f"the head says {strong.when.day}, the dateline another day"))
    if strong.when or strong.when.why:
        return strong
    weak = [(day, "head line") for day in above if day not in fetched]
    weak += [(in_path, "url")] if in_path else []
    return _confirmed(weak, dateline, opening)


def _days(lines: Iterable[HeaderLine]) -> list[dt.date]:
    return [day for line in lines for day in line.days[:1]]


def _stamps(lines: Sequence[HeaderLine], title_line: int | None, *, clean: bool) -> tuple[list[dt.date], list[dt.date]]:
    """The unlabelled dates of the head: those that are the article's by their place, and those above the headline.

    In an export, a press release and a text without any leftovers of a page, the latter are the article's too.
    """
    head = [line for line in lines if line.place == "head"]
    exported = sum(is_field(line.text) for line in head) >= 2 or any(is_release(line.text) for line in head)
    clean = clean and not any(is_line(line.text) or ends_article(line.text) for line in lines)
    sure = exported or clean
    dated = [line for line in head if line.field is None and line.days and _is_dated(line)]
    below = [line for line in dated if (title_line and line.number > title_line) or (sure and not _has_clock(line))]
    return _days(below), _days(line for line in dated if line not in below)


def _is_dated(line: HeaderLine) -> bool:
    """Whether a line is a date with little beside it: a stamp, a short line of a byline and a date, no sentence."""
    if is_stamp(line.text) or any(is_stamp(part) for part in line.parts):
        return True
    beside = len(line.text.split()) - 3
    return len(line.text) < 90 and (beside <= 4 or not line.text.endswith("."))


def _has_clock(line: HeaderLine) -> bool:
    return re.search(r"\b\d{1,2}[:.]\d\d\b", line.text) is not None


def is_release(line: str) -> bool:
    """Whether a line says that a press office issued the text."""
    return any(line.casefold().startswith(words) for words in load("article_headers")["release"])


def _earliest(days: Sequence[dt.date], where: str) -> Published:
    if not days:
        return Published()
    if max(days) - min(days) > _ONE_STORY:
        return Published(UNKNOWN.because(f"{where} {min(days)} and also {max(days)}"))
    why = where if min(days) == max(days) else f"{where}; the earlier of {min(days)} and {max(days)}"
    return Published(on(min(days), Basis.STATED, why), "head line")


def _with_path(found: Published, day: dt.date, *, sure: bool) -> Published:
    said = found.when.day
    if said is None:
        return Published(on(day, Basis.METADATA, "the date is part of its address"), "url")
    if abs(said - day) <= _CLOSE or sure:
        return found
    if abs(said - day) > _ONE_STORY:
        return Published(UNKNOWN.because(f"its head says {said}, its address {day}"))
    return Published(
        on(min(said, day), Basis.STATED, f"the earlier of {said} in its head and {day} in its address"), "head line"
    )


def _from_dateline(dateline: Dateline) -> Published:
    day = _day(str(dateline.year), str(dateline.month), str(dateline.day))
    return Published(on(day, Basis.STATED, "its dateline"), "dateline") if day else Published()


def _contradicts(dateline: Dateline | None, day: dt.date) -> bool:
    return dateline is not None and dateline.day is not None and not _near_dateline(dateline, day, 7)


def _near_dateline(dateline: Dateline, day: dt.date, days: int) -> bool:
    return any(dateline.fits(day + dt.timedelta(days=shift)) for shift in range(-days, 3))


def _confirmed(weak: Sequence[tuple[dt.date, str]], dateline: Dateline | None, opening: str) -> Published:
    """The first weak date that a second witness confirms: another one, the dateline, or a weekday in the opening."""
    for day, where in weak:
        others = [other for other, place in weak if place != where and abs(other - day) <= _CLOSE]
        if others:
            return Published(on(min(day, *others), Basis.STATED, "its head and its address agree"), where)
        if dateline and dateline.day and _near_dateline(dateline, day, 2):
            return Published(on(day, Basis.STATED, f"{where}, confirmed by the dateline"), where)
        if dateline is None or dateline.day is None:
            weekday = _WEEKDAYS[day.weekday()]
            if re.search(rf"\b{weekday}\b", opening):
                return Published(on(day, Basis.STATED, f"{where}, confirmed by “{weekday}” in the opening"), where)
    if weak:
        day, where = weak[0]
        return Published(UNKNOWN.because(f"{where} shows {day}, and nothing in the article confirms it"))
    return Published()
