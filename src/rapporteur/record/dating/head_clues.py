"""What the lines around an article tell of its publication day: stamps without a year, the page's clock, the rights."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from rapporteur.intake.article import Article
from rapporteur.intake.calendar_dates import calendar_dates, month_number
from rapporteur.intake.furniture import is_byline, is_stamp
from rapporteur.intake.headers import HeaderLine, header_lines
from rapporteur.record.dating.clue import Clue
from rapporteur.record.dating.day_sets import of_days, stretch

_YEARS = range(1760, 2240)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})[.,]*\s+"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_STAMP = re.compile(
    rf"(?<!\w){_WEEKDAY}(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH}))(?!\w|[:./]\d)"
    r"(?P<rest>(?:[,\s]*\d{1,2}[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)\s*$",
    re.IGNORECASE,
)
_APART = re.compile(r"[|/•·,:–—-]\s*$")
_PART = re.compile(r"\s+[|/•·–—-]\s+")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©(c)]*(?P<year>(?:18|19|20)\d\d)\b(?!\s*[-–—,]\s*(?:\d|present))", re.IGNORECASE
)


def head_clues(article: Article) -> tuple[Clue, ...]:
    """Clues from the lines before and after the body; of those below other headings, only the rights are heard."""
    around = header_lines(article.text, article.body)
    rights = frozenset(int(found["year"]) for line in around for found in _RIGHTS.finditer(line.text))
    lines = [line for line in around if line.place != "beyond"]
    return (*_drawn(lines), *_signed(article, lines), *_stamped(article, lines, rights))


def _drawn(lines: Sequence[HeaderLine]) -> Iterator[Clue]:
    """A date alone at the head is that of publication or the page's; a copy is changed or saved later still."""
    clocks = [day for line in lines for day in line.days[:1] if _is_clock(line)]
    if clocks:
        last = max(clocks)  # a clock may be a time zone behind
        yield Clue(stretch(None, last + dt.timedelta(days=1)), f"a line beside it says {last}")


def _is_clock(line: HeaderLine) -> bool:
    if line.field in ("changed", "fetched"):
        return True
    return line.place == "head" and line.field is None and any(map(is_stamp, (line.text, *line.parts)))


def _signed(article: Article, lines: Sequence[HeaderLine]) -> Iterator[Clue]:
    """The only date that stands by itself in the line of the byline, or in the one after it."""
    byline = article.provenance.get("byline", "").removeprefix("line ")
    near = [line for line in lines if byline.isdecimal() and 0 <= line.number - int(byline) <= 1]
    parts = [part for line in near if line.field in (None, "byline") for part in _PART.split(line.text)]
    days = {day for part in parts if is_stamp(part) for _, day in calendar_dates(part)}
    if len(days) == 1:
        yield Clue(of_days(days), f"beside its byline stands {min(days)}")


def _stamped(article: Article, lines: Sequence[HeaderLine], rights: frozenset[int]) -> Iterator[Clue]:
    """A day with its weekday, but no year, under the headline; the year of the rights decides if it is one of those."""
    title = article.provenance.get("title", "").removeprefix("line ")
    for line in lines:
        match = _STAMP.search(line.text)
        if not match or line.place != "head" or line.field in ("changed", "fetched"):
            continue
        below = title.isdecimal() and line.number > int(title)
        alone = not line.text[: match.start()].strip() or _APART.search(line.text[: match.start()])
        if is_byline(line.text[: match.start()]) or line.text[:3].casefold() == "by " or (below and alone):
            yield from _of_weekday(match, rights)


def _of_weekday(match: re.Match[str], rights: frozenset[int]) -> Iterator[Clue]:
    weekday = match["weekday"][:3].casefold()
    month, number = month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    days = [day for year in _YEARS if (day := _day(year, month, number)) and f"{day:%a}".casefold() == weekday]
    said = match[0].removesuffix(match["rest"]).strip()
    settled = [day for day in days if rights == {day.year}]
    if settled:
        yield Clue(of_days(settled), f"it is stamped {said}, and its rights are of {settled[0].year}")
    elif days:
        yield Clue(of_days(days), f"it is stamped {said}")


def _day(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
