"""Personal names in pieces: which part is the surname, and when two spellings are one name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

from rapporteur.language.names.titles import name_openers
from rapporteur.reference import load

_SPLIT = re.compile(r"[\s\-]+")
_ARTICLE = re.compile(r"^(?:al|el|as|ad|ash|an|ar|at|az|ul|ur|ol|d|l)['’]?-(?=\w)|^(?:d|l)['’](?=\w)", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def parts(name: str) -> tuple[str, ...]:
    """The name's parts, folded, in order; particles, articles and forms of address are left out."""
    found: list[str] = []
    for word in name.split():
        bare = _ARTICLE.sub("", word) if _is_articled(word) else word
        if not found and word in _addresses():
            continue
        found.extend(part for part in _SPLIT.split(_fold(bare)) if part and part not in _particles())
    return tuple(found) or (_fold(name),)


@lru_cache(maxsize=50_000)
def surnames(name: str) -> tuple[str, ...]:
    """The parts that may stand for the whole name, likeliest first."""
    found = parts(name)
    if len(found) == 1:
        return found
    if is_surname_first(name):
        return tuple(dict.fromkeys((found[0], found[-1])))
    last = [part for part in found[1:] if part not in _suffixes()]
    return tuple(dict.fromkeys(reversed(last))) or found[-1:]


@lru_cache(maxsize=50_000)
def is_surname_first(name: str) -> bool:
    """Whether the name is written with its surname first: by a Korean or Chinese spelling, or a listed family name."""
    words = name.split()
    if len(words) not in (2, 3, 4):
        return False
    if len(words) == 2 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", words[1]):
        return True
    return _fold(words[0]) in _family_names() and not any("." in word for word in words)


def same_name(left: str, right: str) -> bool:
    """Whether two full names can be one person's: the same parts, some left out, or spelt a little otherwise."""
    one, other = parts(left), parts(right)
    if one == other:
        return True
    if is_surname_first(left) or is_surname_first(right):
        return signature(left) == signature(right)
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if len(short) < len(long) and short == long[-len(short) :]:
        return True
    if len(short) < len(long) and joined(left) == joined(right):
        return True
    return alike(short[-1], long[-1]) and alike(short[0], long[0]) and _is_within(short, long)


@lru_cache(maxsize=50_000)
def signature(name: str) -> tuple[str, ...]:
    """What all spellings of a full name have in common: its parts, each by `spelling`.

    A name in the Chinese or Korean order keeps its letters, its given name in one piece, and its surname first.
    """
    found = parts(name)
    if is_surname_first(name):
        return (found[0], "".join(found[1:]))
    if re.fullmatch(r"[A-Z][a-z]+-[a-z]+ [A-Z][a-z]+", name) and found[-1] in _family_names():
        return (found[-1], "".join(found[:-1]))
    return tuple(spelling(part) for part in found if part not in _suffixes())


def spelling(part: str) -> str:
    """What the spellings of one part of a name have in common; short parts keep their letters."""
    return _skeleton(part) if len(part) > 3 else part


@lru_cache(maxsize=50_000)
def joined(name: str) -> str:
    """The signature in one piece, so that "Abdel Rahman" is "Abdelrahman"."""
    return "".join(signature(name))


def alike(one: str, other: str) -> bool:
    """Whether two parts are spellings of one name: "sergei" and "sergey", "mohammad" and "muhammad"."""
    return spelling(one) == spelling(other)


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(alike(part, other) or (part[0] == other and len(part) == 1) for other in rest) for part in short)


_RULES = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"[^a-z]", ""),
        (r"(?:iy|yy|ii|ij|ey|ei|y)$", "i"),
        (r"^(?:ye|je)", "e"),
        (r"(?:yov|iov)$", "ev"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"(?:off|ow|of)$", "ov"),
        (r"(?:ph)", "f"),
        (r"ou|oo", "u"),
        (r"ck|q", "k"),
        (r"(?:tch|tsch|ch|c(?=[aou]))", "c"),
        (r"(?:sch|sh)", "s"),
        (r"w", "v"),
        (r"ei|ey|ai|ay", "e"),
        (r"ee", "i"),
        (r"dj|dzh", "j"),
        (r"ou", "u"),
        (r"(.)\1+", r"\1"),
        (r"^mohamed$|^muhamad$|^mohamad$|^muhamed$|^mehmed$", "mohamad"),
        (r"y|j(?=[aeiou])", "i"),
        (r"ss", "s"),
    )
)


@lru_cache(maxsize=50_000)
def _skeleton(part: str) -> str:
    for pattern, into in _RULES:
        part = pattern.sub(into, part)
    return part


def _fold(word: str) -> str:
    return anyascii(word).casefold().replace(".", "").replace("'", "")


def _is_articled(word: str) -> bool:
    return "-" in word or "'" in word or "’" in word


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("names")["particles"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(_fold(word) for word in load("names")["suffixes"])


@cache
def _addresses() -> frozenset[str]:
    return name_openers()


@cache
def _family_names() -> frozenset[str]:
    return frozenset(name for names in load("family_names").values() for name in names)
