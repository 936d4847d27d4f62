"""The day on which a dispatch was written, where its dateline tells it: "today" and "on Sunday" count from there.

A paper prints "ALGIERS, Wednesday" or "Sept. 3" over a story on the next day, and the story still says "today".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.intake.datelines import opening_dateline
from rapporteur.language.parse import Parse
from rapporteur.reading.dates.grammar import SLOTS, weekday_number
from rapporteur.reading.dates.rules import Step
from rapporteur.spans import Span
from rapporteur.when import When

_WEEKDAY = re.compile(
    rf"[A-ZÀ-Þ]{{2,}}(?:[ '’.-]+[A-ZÀ-Þ]{{2,}}){{0,4}}\.?,\s+(?P<weekday>{SLOTS['weekday']})\.?"
    r"(?=\s*\n|\s*\([^()\n]{2,30}\)|\s*[-–—]{1,3}\s)"
)


def home_steps(text: str, parse: Parse) -> tuple[Step, ...]:
    """The step from the publication day to that of the dateline; none if no dateline tells a day."""
    if not parse.paragraphs:
        return ()
    first = parse.paragraphs[0]
    for start in (first.start, _line_above(text, first.start)):
        step = _step_at(text, Span(start, first.end))
        if step:
            return (step,)
    return ()


def _line_above(text: str, start: int) -> int:
    """Where the last line with words before a place begins."""
    end = len(text[:start].rstrip())
    return text.rfind("\n", 0, end) + 1


def _step_at(text: str, span: Span) -> Step | None:
    line = opening_dateline(text, span)
    if line and line.month and line.day and not line.year:
        return Step("monthday", 0, f"{line.month:02d}-{line.day:02d} near")
    match = _WEEKDAY.match(text, span.start, span.end)
    return Step("weekday", weekday_number(match["weekday"]), "past") if match else None


def from_home(steps: Sequence[Step], home: Sequence[Step], published: When) -> tuple[Step, ...]:
    """Steps that count days from the publication day, counted from the dateline's instead.

    Where the publication day is known, weekdays count from it: it is never a week away from the dateline's.
    """
    counted = ("day",) if published.day else ("day", "weekday")
    return (*home, *steps) if steps and steps[0].kind in counted else tuple(steps)
