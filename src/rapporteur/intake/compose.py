"""From one document to one article: the seam between the readers of formats and everything behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapporteur.intake.article import Article, article_id
from rapporteur.intake.body import find_body
from rapporteur.intake.document import Document
from rapporteur.intake.encoding import clean
from rapporteur.intake.languages import UNDETERMINED, language_of
from rapporteur.intake.metadata import DATELINE, Field, Metadata, read_metadata
from rapporteur.intake.outlets import canonical, is_press
from rapporteur.intake.published import Published, stated_value
from rapporteur.spans import Span


def compose(document: Document) -> Article:
    """The article of ``document``: its text, its body, and its fields with where each came from.

    What the container says goes before what a page's mark-up says, and that before what the text says.  Characters
    that cannot be stored (half of a surrogate pair, as JSON can hold) become U+FFFD here, whatever brought them.
    """
    document = _storable(document)
    if document.markup == "html":
        from rapporteur.intake.page import read_page  # noqa: PLC0415 - its libraries load slowly, and text needs none

        page = read_page(document.content, url=document.fields.get("url"))
        text, body, found, hint = clean(page.text), page.body, page.metadata, page.language
    else:
        text = document.content
        body = find_body(text)
        found, hint = read_metadata(text, body), None
    fields = _with_outlet({**found.fields, **_stated(document)})
    published = _published(document, found)
    where = {name: field.where for name, field in fields.items()}
    if published.where:
        where["published"] = published.where
    if found.dateline:
        where["dateline"] = found.dateline.span.of(text).strip()
    return Article(
        id=article_id(document.file, text),
        file=document.file,
        source=document.source,
        text=text,
        body=body,
        url=_value(fields, "url"),
        outlet=_value(fields, "outlet"),
        title=_value(fields, "title"),
        byline=_value(fields, "byline"),
        published=replace(published.when, why=clean(published.when.why)),
        language=_language(text, body, document.fields.get("language") or hint),
        provenance=dict(sorted(where.items())),
    )


def _language(text: str, body: Sequence[Span], hint: str | None) -> str:
    """The language of the body (of all the text where there is none); what the source says where that tells nothing."""
    found = language_of("\n".join(span.of(text) for span in body) or text)
    said = re.split(r"[-_;,]", (hint or "").strip().casefold())[0]
    return said if found == UNDETERMINED and re.fullmatch(r"[a-z]{2,3}", said) else found


def _stated(document: Document) -> dict[str, Field]:
    """The container's fields that are not empty."""
    names = ("url", "outlet", "title", "byline")
    said = {name: " ".join(document.fields.get(name, "").split()) for name in names}
    return {name: Field(value, document.origin) for name, value in said.items() if value}


def _published(document: Document, found: Metadata) -> Published:
    value = document.fields.get("published", "")
    stated = stated_value(value, document.origin)
    if stated or (not found.published.when and value.strip()):
        return Published(stated, document.origin)
    return found.published


def _value(fields: dict[str, Field], name: str) -> str | None:
    return clean(fields[name].value) if name in fields else None


def _with_outlet(fields: dict[str, Field]) -> dict[str, Field]:
    """``fields``, and the byline as their outlet if it names one (``Agence France-Presse``) and no better is known."""
    outlet, byline = fields.get("outlet"), fields.get("byline")
    if (outlet and outlet.where != DATELINE) or not byline or not is_press(byline.value):
        return fields
    return {**fields, "outlet": Field(canonical(byline.value) or byline.value, "byline")}


def _storable(document: Document) -> Document:
    return replace(
        document,
        file=clean(document.file),
        source=clean(document.source),
        content=clean(document.content),
        fields={name: clean(value) for name, value in document.fields.items()},
    )
