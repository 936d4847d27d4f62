"""The articles that a page describes in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

Item = Mapping[str, Any]

_TYPES = re.compile(r"(?:Article|BlogPosting|Report)$")
_DEPTH = 12
"""How deep the data is searched; a page that nests deeper means no good."""


def articles(tree: HtmlElement) -> Iterator[Item]:
    """The descriptions of articles on the page, in order; a block that is no JSON is passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold().startswith("application/ld+json"):
            yield from (item for item in _items(_parsed(script.text or ""), _DEPTH) if _is_article(item))


def text_of(value: object) -> str:
    """A name: a string, an object with a name, or a list of these, joined."""
    if isinstance(value, str):
        return " ".join(html.unescape(value).split())
    if isinstance(value, dict):
        return text_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, dict.fromkeys(text_of(part) for part in value)))
    return ""


def address_of(value: object) -> str:
    """An address: a string, or an object with an ``@id``."""
    if isinstance(value, dict):
        return address_of(value.get("@id", ""))
    return value if isinstance(value, str) else ""


def _parsed(source: str) -> object:
    try:
        return json.loads(source.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _items(data: object, depth: int) -> Iterator[Item]:
    if depth and isinstance(data, list):
        for part in data:
            yield from _items(part, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _items(data.get(key), depth - 1)


def _is_article(item: Item) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and _TYPES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
