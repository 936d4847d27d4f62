"""The fields of an article in a row of data, whatever the row calls them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from rapporteur.config import Config
from rapporteur.errors import IntakeError, UnreadableError
from rapporteur.intake.document import Markup
from rapporteur.intake.encoding import clean
from rapporteur.intake.formats import stamps
from rapporteur.intake.formats.pages import tidy
from rapporteur.reference import load

FIELDS = ("title", "published", "url", "outlet", "byline", "id")
_MARKED_UP = re.compile(r"</?(?:p|div|br|h[1-6]|article|html|body|span|ul|li|blockquote|a)\b[^<>]*>", re.IGNORECASE)
_DEEPEST = 4

Row = Mapping[str, Any]


@cache
def _names(field: str) -> tuple[str, ...]:
    return tuple(load("article_fields")["fields"][field])


@cache
def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def has_text(names: list[str], config: Config) -> bool:
    """Whether one of the ``names`` (of a table's columns) is an article's text."""
    folded = {_folded(name) for name in names}
    own = {config.fields.get("text", ""), config.fields.get("html", "")} - {""}
    return bool(own & set(names)) or bool(folded & {*_names("text"), *_names("html")})


def article_of(row: Row, config: Config) -> tuple[str, Markup, dict[str, str]] | None:
    """The content of the article in ``row``, its mark-up and its fields; ``None`` if the row has no field for a text.

    The text is empty where the row has such a field and leaves it empty. A row with a title and a teaser only is an
    article of one paragraph, and its ``teaser`` field says so.
    """
    row = _unwrapped(row, config)
    fields = {field: _value(row, field, config) for field in FIELDS}
    if page := _value(row, "html", config):
        return tidy(page), "html", fields
    if text := _value(row, "text", config):
        return (tidy(text), "html", fields) if len(_MARKED_UP.findall(text)) > 1 else (text, "text", fields)
    teaser = _value(row, "teaser", config)
    if teaser and fields["title"] and (fields["url"] or fields["published"]):
        return teaser, "html" if _MARKED_UP.search(teaser) else "text", {**fields, "teaser": "yes"}
    return ("", "text", fields) if has_text(list(row), config) else None


def list_of(data: object, config: Config, depth: int = 0) -> list[object] | None:
    """The list of articles that a JSON value is or keeps under one of the usual keys; ``None`` if there is none."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict) or depth > _DEEPEST:
        return None
    for key in load("article_fields")["lists"]:
        if (found := list_of(data.get(key), config, depth + 1)) is not None:
            return found
    return None


def no_articles(names: list[str]) -> IntakeError:
    """The report on a file of data none of whose ``names`` is an article's text."""
    shown = ", ".join(name[:40] for name in names[:8]) + (", ..." if len(names) > 8 else "")
    has = f"It has {shown}" if names else "It has no named fields"
    return UnreadableError(
        f"{has}: none of these is known to hold an article's text.",
        reason="no articles",
        hint='If one does, name it in rapporteur.toml: [fields] text = "its name".',
    )


def _unwrapped(row: Row, config: Config) -> Row:
    """The row itself, or the object inside it that search engines and newspapers' interfaces wrap an article in."""
    for key in load("article_fields")["wrapped"]:
        inner = row.get(key)
        if isinstance(inner, Mapping) and has_text(list(inner), config):
            return {**{name: value for name, value in row.items() if name != key}, **inner}
    return row


def _value(row: Row, field: str, config: Config) -> str:
    """The value of ``field``: under the project's own name for it if the row fills that, else under a usual one."""
    own = config.fields.get(field)
    if own and (text := _words(_at(row, own))):
        return text
    known = _names(field)
    filled = {_folded(name): value for name, value in reversed(list(row.items())) if _folded(name) in known}
    return next((text for name in known if (text := _words(filled.get(name), dated=field == "published"))), "")


def _at(row: Row, path: str) -> object:
    """The value under a name, or under names joined by full stops where objects lie in objects."""
    if path in row:
        return row[path]
    value: object = row
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _words(value: object, *, dated: bool = False, depth: int = 0) -> str:
    """A value as one text: the own value of an object, the parts of a list joined."""
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, int | float):
        return stamps.from_number(value) if dated else json.dumps(value)
    if isinstance(value, list):
        parts = [_words(part, dated=dated, depth=depth + 1) for part in value]
        long = any(len(part) > 80 for part in parts)
        return ("\n\n" if long else ", ").join(part for part in parts if part)
    if isinstance(value, Mapping):
        for key in load("article_fields")["inside"]:
            if found := _words(value.get(key), dated=dated, depth=depth + 1):
                return found
    return ""
