"""What a text says of its article: title, outlet, byline, address and day of publication, each with where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.intake import furniture
from rapporteur.intake.datelines import Dateline, opening_dateline
from rapporteur.intake.headers import HeaderLine, header_lines
from rapporteur.intake.outlets import agency_name, canonical, is_press, known_outlet, last_part, often_named
from rapporteur.intake.published import Published, published
from rapporteur.intake.titles import find_title, short_lines
from rapporteur.spans import Span

# A byline run into what stands before it: "(ADDS quotes)By Ana Maric"; and one in a line of its own.
_BY = re.compile(
    r"(?:^|[).\]]\s?)(?:By|BY)\s+(?P<who>[A-ZÀ-Þ][\w.’'-]+(?:\s(?:[A-ZÀ-Þ][\w.’'-]*|and|de|van|von|bin|al|el|in|,))*)\W*$"
)
_BY_LINE = re.compile(
    r"(?:(?:Written|Reported|Reporting|Interview|Text|Story) )?by\s+(?P<who>[^,|/–—]+)", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d)?[\s,]*(?P<who>[A-Z][\w&.’' -]{2,50})", re.IGNORECASE
)

DATELINE = "dateline"
"""Where an outlet was found of which only the dateline tells."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value and where it stood, in words for ``Article.provenance``."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found: ``fields`` by the article's names for them, lacking what is not said; the day; the dateline."""

    fields: dict[str, Field]
    published: Published
    dateline: Dateline | None = None


def read_metadata(text: str, body: Sequence[Span], *, of_page: bool = False) -> Metadata:
    """What head, foot and dateline of ``text`` say; ``body`` is its prose, as `find_body` finds it.

    In the visible text ``of_page`` a date above the headline may be the page's clock, however clean the text is.
    """
    lines = header_lines(text, body)
    dateline = opening_dateline(text, body[0]) if body else None
    url = _url(lines)
    title, title_line = find_title(lines) or (None, None)
    found = {
        "title": _at(title_line, title),
        "url": url,
        "outlet": _outlet(lines, title_line) or _outlet_around(lines, url, dateline),
        "byline": _byline(lines),
    }
    said = published(
        lines,
        title_line=title_line.number if title_line else None,
        url=url.value if url else None,
        dateline=dateline,
        opening=text[body[0].start : body[0].start + 700] if body else "",
        of_page=of_page,
    )
    return Metadata({name: field for name, field in found.items() if field}, said, dateline)


def _at(line: HeaderLine | None, value: str | None) -> Field | None:
    return Field(value, f"line {line.number}") if line and value else None


def _labelled(lines: Sequence[HeaderLine], field: str) -> HeaderLine | None:
    return next((line for line in lines if line.field == field and line.value), None)


def _url(lines: Sequence[HeaderLine]) -> Field | None:
    """A labelled address, or one that is alone in a line of the head."""
    labelled = next((line for line in lines if line.field == "url" and line.urls), None)
    if labelled:
        return _at(labelled, labelled.urls[0])
    for line in lines:
        if line.place == "head" and line.urls and furniture.link_share(line.text) > 0.95 and "](" not in line.text:
            return _at(line, line.urls[0])
    return None


def _outlet(lines: Sequence[HeaderLine], title: HeaderLine | None) -> Field | None:
    """A labelled outlet, the end of the page's title, a line of the head, or what follows a writer's name."""
    if labelled := _labelled(lines, "outlet"):
        return _at(labelled, labelled.value)
    head = [line for line in lines if line.place == "head"]
    end = last_part(title.text) if title else ""
    if title and end != title.text and (is_press(end) or end in short_lines(head)):
        return _at(title, end)
    others = [line for line in head if line is not title and not line.field]
    for line in others:
        parts = [line.text.rpartition(",")[2].strip()] if furniture.is_byline(line.text) else line.parts
        if name := next((part for part in parts if is_press(part)), None):
            return _at(line, name)
    return None


def _outlet_around(lines: Sequence[HeaderLine], url: Field | None, dateline: Dateline | None) -> Field | None:
    """The outlet by its address, by who holds the rights, by what stands around, or the agency of the dateline."""
    if url and (name := known_outlet(url.value)):
        return Field(name, "url")
    for line in lines:
        match = _RIGHTS.search(line.text)
        if match and is_press(match["who"].strip(" .")):
            return _at(line, match["who"].strip(" ."))
    if name := often_named(" ".join(line.text for line in lines)):
        return Field(name, "named around the text")
    for line in lines:
        if line.place == "foot" and is_press(alone := line.text.strip("()[] ")):
            return _at(line, canonical(alone) or alone)
    around = "\n".join(line.text for line in lines if line.place != "beyond")
    agency = agency_name(dateline.agency, around) if dateline and dateline.agency else None
    return Field(agency, DATELINE) if agency else None


def _byline(lines: Sequence[HeaderLine]) -> Field | None:
    if labelled := _labelled(lines, "byline"):
        return _at(labelled, re.sub(r"^[Bb]y\s+", "", labelled.value))
    for line in lines:
        match = _BY.search(line.text) or (_BY_LINE.match(line.text) if furniture.is_byline(line.text) else None)
        if line.place == "head" and match and match["who"][0].isupper():
            return _at(line, match["who"].strip(" ,"))
    return None
