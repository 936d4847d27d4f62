"""The headline of an article's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.intake import furniture
from rapporteur.intake.captions import caption_weight, is_credit
from rapporteur.intake.headers import HeaderLine
from rapporteur.intake.outlets import is_press, without_outlet
from rapporteur.intake.phrases import listed
from rapporteur.intake.published import is_release

# The name that a wire gives to a story: "BC-RIVER-TALKS".
_SLUG = re.compile(r"\b[A-Z]{2,}-[A-Z]{2,}")


def find_title(lines: Sequence[HeaderLine]) -> tuple[str, HeaderLine] | None:
    """The headline, without the section and outlet that a page's title adds, and its line.

    In this order: what is labelled as one, a heading by mark-up, a first line that ends with an outlet's name, a line
    that stands twice at the head, the first of the headlines before the body.
    """
    labelled = next((line for line in lines if line.field == "title" and line.value), None)
    if labelled:
        return labelled.value, labelled
    head = [line for line in lines if line.place == "head"]
    line = next((line for line in head if line.heading and len(line.text.split()) > 2), None)
    line = line or _page_title(head) or _repeated(head) or _nearest(head)
    return (_headline_of(line, head), line) if line else None


def _headline_of(line: HeaderLine, head: Sequence[HeaderLine]) -> str:
    """A title's part that stands in the head by itself as well, or all but the section and outlet at its end."""
    parts = [part.strip() for part in line.text.split("|")]
    alone = {other.text for other in head if other is not line}
    longest = max(parts, key=len)
    return longest if len(parts) > 1 and longest in alone else without_outlet(line.text, short_lines(head))


def short_lines(head: Sequence[HeaderLine]) -> list[str]:
    """The lines of a head that may be an outlet's name."""
    return [line.text for line in head if len(line.text.split()) <= 5]


def _page_title(head: Sequence[HeaderLine]) -> HeaderLine | None:
    first = head[0] if head else None
    if not first or first.field or len(first.text.split()) < 4:
        return None
    return first if without_outlet(first.text, short_lines(head)) != first.text else None


def _repeated(head: Sequence[HeaderLine]) -> HeaderLine | None:
    texts = [line.text for line in head]
    return next((line for line in head if texts.count(line.text) == 2 and _is_headline(line)), None)


def _nearest(head: Sequence[HeaderLine]) -> HeaderLine | None:
    """The first of the headlines before the body, up to a menu; a tagline above it is shorter."""
    found: list[HeaderLine] = []
    for at in range(len(head) - 1, -1, -1):
        if _is_menu(head[at]) or is_release(head[at].text):
            break
        if _is_headline(head[at]) and not (at and furniture.opens_caption(head[at - 1].text)):
            found.insert(0, head[at])
    if len(found) > 1 and len(found[0].text.split()) < 5 < len(found[1].text.split()) and not found[0].text.isupper():
        return found[1]
    return found[0] if found else None


def _is_headline(line: HeaderLine) -> bool:
    text, words = line.text, line.text.split()
    if not 4 <= len(words) <= 30 or text.endswith(".") or (line.days and len(words) < 7):
        return False
    if words[0].casefold() in listed("imperatives") or "](" in text or text.startswith("!"):
        return False
    if _SLUG.search(text) and not text.isupper():
        return False
    if _is_trade(line) or _is_menu(line) or is_release(text) or is_press(re.sub(r"\s*\([^()]*\)$", "", text)):
        return False
    if caption_weight(text) >= 2 or any(furniture.is_stamp(part) for part in line.parts):
        return False
    return not (furniture.has_opening(text) or furniture.leftovers(text))


def _is_trade(line: HeaderLine) -> bool:
    """Whether a line is a label, a byline, a stamp, a credit, an address or a leftover."""
    text = line.text
    if line.field or furniture.is_line(text) or furniture.is_stamp(text) or furniture.is_byline(text):
        return True
    return is_credit(text) or furniture.is_field(text) or furniture.link_share(text) > 0.5


def _is_menu(line: HeaderLine) -> bool:
    """Whether a line is a menu or a trail through sections: short parts with bars, slashes or arrows between them."""
    parts = [part for part in re.split(r"\s+[|/>»›·•]\s+", line.text) if part]
    return len(parts) > 2 and max(len(part.split()) for part in parts[:-1]) <= 3
