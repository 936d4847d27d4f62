"""Names of newspapers, agencies and broadcasters: known ones, and ones that sound like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from rapporteur.reference import load
from rapporteur.reference.forms import fold
from rapporteur.reference.organisations import lexicon, organisations
from rapporteur.reference.states import by_name

_PRESS = frozenset({"news_agency", "newspaper", "magazine", "broadcaster", "news_site"})
_DIVIDERS = re.compile(r"\s+[|•·–—-]+\s+|\s+::?\s+|\s*\|\s*")
_ABBREVIATION = re.compile(r"[A-Z]{3,6}")
_SMALL = frozenset({"of", "the", "de", "and", "&", "for"})


def canonical(name: str) -> str | None:
    """The usual name of the known outlet that ``name`` names, if it is one."""
    return _known().get(fold(name)) or _known().get(fold(name.removeprefix("The ")))


def is_press(name: str) -> bool:
    """Whether ``name`` is a known outlet's, or has the words of one: ``The Lakeshore Herald``."""
    words = name.split()
    if not 1 <= len(words) <= 6 or any(char.isdigit() for char in name):
        return False
    if canonical(name):
        return True
    named = {word.strip(".,").casefold() for word in words}
    said, unsaid = load("article_headers")["press"], load("article_headers")["not_press"]
    if len(words) < 2 or named.isdisjoint(said) or not named.isdisjoint(unsaid):
        return False
    return all(word[0].isupper() or word in _SMALL for word in words)


def agency_name(short: str, around: str) -> str | None:
    """The agency that a dateline calls ``short``: a known one, or one that ``around`` spells out; ``None`` if none.

    An abbreviation that nothing explains is a name of its own, unless it is a state's.
    """
    if name := canonical(short):
        return name
    keys = lexicon().get(short, ())
    if len(keys) == 1:
        return organisations()[keys[0]].name
    if _ABBREVIATION.fullmatch(short) and not by_name(short):
        return _spelt_out(short, around) or short
    return short if short in load("boilerplate")["agencies"] or is_press(short) else None


def _spelt_out(short: str, around: str) -> str | None:
    """The press-like name in ``around`` whose words begin with the letters of ``short``."""
    name = re.compile(r"\b" + r"[^\S\n]".join(rf"{letter}[\w'’-]+" for letter in short) + r"(?!\w)")
    return next((match[0] for match in name.finditer(around) if is_press(match[0])), None)


def known_outlet(url: str) -> str | None:
    """The known outlet whose name, run together, is a label of the host of ``url``; none of one that is damaged."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # a bracket of an IPv6 address without its other half
        return None
    return next((_hosts()[label] for label in host.split(".") if label in _hosts()), None)


def last_part(title: str) -> str:
    """The end of a page's title, where its outlet stands: ``Talks resume | World | The Lakeshore Herald``."""
    return _DIVIDERS.split(title)[-1].strip()


def without_outlet(title: str, names: Sequence[str] = ()) -> str:
    """``title`` without section and outlet at its end, if it ends with the name of an outlet or one of ``names``."""
    parts = [part for part in _DIVIDERS.split(title) if part]
    if len(parts) < 2 or not (is_press(parts[-1]) or parts[-1] in names):
        return title
    longest = max(parts[:-1], key=len)
    return title[: title.index(longest) + len(longest)].strip() if longest == parts[0] else longest.strip()


def often_named(text: str) -> str | None:
    """The one known outlet that ``text`` names more than once."""
    plain = fold(text)
    counts = dict.fromkeys(_known().values(), 0)
    for form, name in _known().items():
        if len(form) > 8 and " " in form and not form.startswith("the ") and form in plain:
            counts[name] += len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", plain))
    named = [name for name, count in counts.items() if count > 1]
    return named[0] if len(named) == 1 else None


@cache
def _known() -> dict[str, str]:
    """The usual name of every known outlet by its folded forms."""
    known = organisations()
    pairs = ((fold(form), known[key]) for form, keys in lexicon().items() for key in keys)
    return {form: item.name for form, item in pairs if item.subkind in _PRESS}


@cache
def _hosts() -> dict[str, str]:
    """The usual name of every known outlet by its forms run together, with and without the article."""
    forms = ((form, name) for known, name in _known().items() for form in (known.removeprefix("the "), known))
    return {run: name for form, name in forms if len(run := re.sub(r"\W", "", form)) > 3}
