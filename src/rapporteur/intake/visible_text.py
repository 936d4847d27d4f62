"""The visible text of a page, read without building a tree: no depth of nesting and no fault of mark-up loses any."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

from rapporteur.reference import load

_COMMENTS = re.compile(r"\b(?:comments?|disqus\w*|respond)\b", re.IGNORECASE)


def visible_text(source: str) -> str:
    """What a reader sees of a page, a line for each block, without menus, forms, comments and the foot of the page."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    text = re.sub(r"[ \t\xa0]*\n[ \t\xa0]*", "\n", "".join(reader.said))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


class _Reader(HTMLParser):
    """Collects text; what is left out ends where the element that began it does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._left_out = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            self._depth += tag == self._left_out
            return
        if tag in _elements("left_out") or (tag in ("div", "section", "ol", "ul") and _is_aside(attrs)):
            self._left_out, self._depth = tag, 1
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if not self._left_out:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._depth -= tag == self._left_out
            if not self._depth:
                self._left_out = ""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.said.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in _elements("apart"):
            self.said.append("\n\n")
        elif tag in _elements("lines"):
            self.said.append("\n")


@cache
def _elements(kind: str) -> frozenset[str]:
    return frozenset(load("page_elements")[kind])


def _is_aside(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether an element is hidden, or holds comments by its name."""
    said = {name: value or "" for name, value in attrs}
    if "hidden" in said or "display:none" in said.get("style", "").replace(" ", ""):
        return True
    return _COMMENTS.search(f"{said.get('id', '')} {said.get('class', '')}") is not None
