"""What a page's mark-up says of its article: JSON-LD, meta elements, links and times, in the order of their worth."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from rapporteur.intake.calendar_dates import calendar_dates
from rapporteur.intake.linked_data import Item, address_of, articles, text_of
from rapporteur.intake.metadata import Field, Metadata
from rapporteur.intake.outlets import known_outlet, without_outlet
from rapporteur.intake.published import Published, url_day
from rapporteur.reference import load
from rapporteur.when import UNKNOWN, Basis, on

_PACKED = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)")


@dataclass(frozen=True, slots=True)
class _Head:
    """A page's declarations: the articles of its JSON-LD, and the first meta element of each name."""

    tree: HtmlElement
    items: tuple[Item, ...]
    metas: Mapping[str, str]

    def named(self, field: str) -> Iterator[Field]:
        """The meta elements that declare ``field``, the best first."""
        for name in load("page_fields")[field]:
            if name in self.metas:
                yield Field(self.metas[name], f"meta {name}")

    def linked(self, key: str) -> Iterator[Field]:
        """What the articles of the JSON-LD give under ``key``."""
        yield from (Field(text_of(item.get(key)), "json-ld") for item in self.items)


def page_fields(tree: HtmlElement, *, url: str | None = None) -> tuple[Metadata, str | None]:
    """The fields that a page declares with where each stood, and the language that it declares.

    ``url`` is where the page was saved from, if that is known.
    """
    head = _head(tree)
    address = _url(head)
    saved_from = url or (address.value if address else None)
    outlet = _first(_outlets(head))
    if not outlet and saved_from and (name := known_outlet(saved_from)):
        outlet = Field(name, "url")
    title = _first(_titles(head))
    if title:
        title = Field(without_outlet(title.value, [outlet.value] if outlet else []), title.where)
    found = {"url": address, "outlet": outlet, "byline": _first(_bylines(head)), "title": title}
    fields = {name: field for name, field in found.items() if field}
    return Metadata(fields, _published(head, saved_from)), _language(head)


def _head(tree: HtmlElement) -> _Head:
    return _Head(tree, tuple(articles(tree)), _metas(tree))


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().casefold()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _first(fields: Iterator[Field]) -> Field | None:
    return next((field for field in fields if field.value.strip()), None)


def _titles(head: _Head) -> Iterator[Field]:
    yield from head.linked("headline")
    yield from head.named("title")
    for tag in ("h1", "title"):
        yield from (Field(" ".join(str(found.text_content()).split()), tag) for found in head.tree.iter(tag))


def _outlets(head: _Head) -> Iterator[Field]:
    yield from head.linked("publisher")
    yield from (Field(field.value.lstrip("@"), field.where) for field in head.named("outlet"))


def _bylines(head: _Head) -> Iterator[Field]:
    for field in (*head.linked("author"), *head.named("byline")):
        if "://" not in field.value:
            yield Field(re.sub(r"^[Bb]y\s+", "", field.value), field.where)


def _url(head: _Head) -> Field | None:
    links = (link.get("href") or "" for link in head.tree.iter("link") if link.get("rel") == "canonical")
    said = [Field(link.strip(), "link canonical") for link in links]
    said += head.named("url")
    said += [Field(address_of(item.get("url") or item.get("mainEntityOfPage")), "json-ld") for item in head.items]
    return next((field for field in said if "://" in field.value), None)


def _language(head: _Head) -> str | None:
    said = (
        head.tree.get("lang"),
        head.metas.get("og:locale"),
        *(text_of(item.get("inLanguage")) for item in head.items),
    )
    return next(filter(None, said), None)


def _published(head: _Head, url: str | None) -> Published:
    """The earliest day of publication that the page declares; the day of a change is never taken for it."""
    said = [(_day(field.value), field.where) for field in (*head.linked("datePublished"), *head.named("published"))]
    days = [(day, where) for day, where in said if day] or [(day, where) for day, where in _times(head.tree) if day]
    in_path, own = url_day(url)
    if not days and in_path and own:
        days = [(in_path, "url")]
    if days:
        day, where = min(days, key=lambda found: found[0])
        later = sorted({other for other, _ in days} - {day})
        why = f"the page's {where} says so" + (f", the earliest beside {', '.join(map(str, later))}" if later else "")
        return Published(on(day, Basis.METADATA, why), where)
    if changed_days(head.tree):
        return Published(UNKNOWN.because("the page gives only the day of a change"))
    return Published()


def changed_days(tree: HtmlElement) -> frozenset[dt.date]:
    """The days on which a page says that its article was changed."""
    head = _head(tree)
    said = [_day(field.value) for field in (*head.linked("dateModified"), *head.named("changed"))]
    said += [_time(element) for element in tree.iter("time") if _is_marked(element, "changes")]
    return frozenset(day for day in said if day)


def _times(tree: HtmlElement) -> Iterator[tuple[dt.date | None, str]]:
    """The element that is marked as the time of publication; else the only time, or the first in an article's head."""
    dated = [
        element for element in tree.iter("*") if element.tag == "time" or "date" in (element.get("itemprop") or "")
    ]
    for element in dated:
        if element.get("pubdate") is not None or _is_marked(element, "marks"):
            yield _time(element), "time"
            return
    times = [element for element in dated if element.tag == "time" and not _is_marked(element, "changes")]
    inside = [
        element for element in times if any(above.tag in ("header", "article") for above in element.iterancestors())
    ]
    if len(times) == 1 or inside:
        yield _time((inside or times)[0]), "time"


def _is_marked(element: HtmlElement, kind: str) -> bool:
    about = " ".join(element.get(name) or "" for name in ("itemprop", "class", "id")).casefold()
    return any(mark in about for mark in load("page_fields")[kind])


def _time(element: HtmlElement) -> dt.date | None:
    return _day(element.get("datetime") or element.get("content") or str(element.text_content()))


def _day(value: str) -> dt.date | None:
    dates = calendar_dates(value)
    if dates:
        return dates[0][1]
    packed = _PACKED.match(value)
    try:
        return dt.date(int(packed["y"]), int(packed["m"]), int(packed["d"])) if packed else None
    except ValueError:
        return None
