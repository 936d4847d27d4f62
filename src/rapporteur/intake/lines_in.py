"""Articles handed over as lines of JSON, by another program, on standard input."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from rapporteur.intake.article import Article
from rapporteur.intake.calendar_dates import calendar_dates
from rapporteur.intake.compose import compose
from rapporteur.intake.document import Document, Skipped
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, on

SOURCE = "standard input"


class Line(BaseModel):
    """One article as a line gives it; fields that are not known are left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    id: str
    text: str | None = None
    html: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None

    @model_validator(mode="after")
    def _has_words(self) -> Line:
        if self.text is None and self.html is None:
            raise ValueError("neither text nor html is given")
        return self


def article_of_line(line: str, number: int) -> Article | Skipped:
    """The article on line ``number``, or why there is none."""
    try:
        given = Line.model_validate_json(line)
    except ValidationError as error:
        why = f"Line {number} of {SOURCE} is no article: {error.errors()[0]['msg']}."
        return Skipped(SOURCE, f"{SOURCE}!{number}", "no article", why, 'Give {"id": ..., "text": ...} on each line.')
    if given.text is not None:
        return _of_text(given, given.text)
    fields = {"url": given.url} if given.url else {}
    page = compose(Document(given.id, SOURCE, given.html or "", "html", fields, "line"))
    return replace(page, id=given.id, published=_published(given) or page.published)


def _of_text(given: Line, text: str) -> Article:
    return Article(
        id=given.id,
        file=given.id,
        source=SOURCE,
        text=text,
        body=(Span(0, len(text)),),
        url=given.url,
        title=given.title,
        published=_published(given),
    )


def _published(given: Line) -> When:
    dates = calendar_dates(given.published) if given.published else ()
    return on(dates[0][1], Basis.METADATA, "given with the article") if dates else UNKNOWN
