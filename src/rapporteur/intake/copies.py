"""Copies of one story across articles: wire text in two outlets, two versions of one report.

Articles are compared by passages of eight words.  Two writers who report one event share names, figures and quotations,
but hardly ever eight words of narration; an editor who cuts a dispatch leaves whole sentences.  What counts is how much
of the shorter text lies in the longer one (containment): an edited copy of a dispatch is short of half of all
passages that the two hold together, but keeps most of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapporteur.intake.article import Article

PASSAGE = 8
"""Words of a passage.  Six let stock phrases of diplomacy through, ten lose too much to small edits."""

CONTAINED = 0.4
"""The share of the shorter article's passages that makes a copy.

Every changed word costs eight passages, so that a version with a word changed in every second sentence keeps about
half; two accounts that quote the same statement at length, a third of each, stay below once quotations are set aside.
"""

ENOUGH = 20
"""Shared passages below which nothing is said: about the length of one sentence and a half."""

OPENING, LEAD = 12, 60
"""Words: the opening of a story that ran elsewhere stands in the lead there, behind another dateline perhaps."""

ANCHORS = 8
"""How many holders of a passage all others are paired with: a story in 200 outlets costs 1,600 pairs, not 20,000."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”\n]{0,1500}(?:”|(?=\n)|$)|\"[^\"\n]{0,1500}(?:\"|(?=\n)|$)")


def fingerprints(article: Article) -> frozenset[int]:
    """The passages of an article's body as 63-bit numbers; words in quotation marks, which all reports share, left out.

    The same text gives the same numbers everywhere, so that they can be stored.
    """
    found: set[int] = set()
    for part in _narration(article):
        found.update(_passages(_words(part)))
    return frozenset(found)


def find_copies(articles: Sequence[Article]) -> dict[str, str]:
    """For each article that is a copy, the id of the one that it copies.

    The original of a group is the earliest by day of publication, where that is known; then the longest; then the one
    of the smallest id.  Every copy points to it directly, and the order of ``articles`` changes nothing.
    """
    return copies_of({article.id: fingerprints(article) for article in articles}, articles)


def copies_of(prints: Mapping[str, frozenset[int]], articles: Sequence[Article]) -> dict[str, str]:
    """As `find_copies`, from stored `fingerprints` by article id."""
    by_id = {article.id: article for article in articles}
    root = {name: name for name in by_id}
    for one, other in _pairs({name: prints[name] for name in by_id}):
        low, high = sorted((_root(root, one), _root(root, other)))
        root[high] = low
    groups: dict[str, list[Article]] = defaultdict(list)
    for name in sorted(by_id):
        groups[_root(root, name)].append(by_id[name])
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=_precedence)
        found.update((article.id, first.id) for article in group if article.id != first.id)
    return dict(sorted(found.items()))


def shares_lead(one: Article, other: Article) -> bool:
    """Whether two articles begin alike.

    Copies that do ran at about the same time. Of those that do not, what they share may be the background of two
    stories years apart, or what an outlet puts under everything.
    """
    return any(_opening(a, OPENING) & _opening(b, LEAD) for a, b in ((one, other), (other, one)))


def _opening(article: Article, length: int) -> set[int]:
    words = [word for part in _narration(article) for word in _words(part)]
    return set(_passages(words[:length]))


def _narration(article: Article) -> Iterable[str]:
    """The stretches of the body between quotations."""
    for span in article.body:
        yield from _QUOTED.split(span.of(article.text))


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _passages(words: Sequence[str]) -> Iterator[int]:
    return (_number(words[at : at + PASSAGE]) for at in range(len(words) - PASSAGE + 1))


def _number(words: Sequence[str]) -> int:
    digest = hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def _pairs(prints: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """The pairs of which one contains enough of the other, found through the articles that share a passage."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(prints):
        for passage in prints[name]:
            holders[passage].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        shared.update((one, other) for at, one in enumerate(names[:ANCHORS]) for other in names[at + 1 :])
    return sorted(
        pair
        for pair, count in shared.items()
        if count >= ENOUGH and count >= CONTAINED * min(len(prints[pair[0]]), len(prints[pair[1]]))
    )


def _root(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        name = root[name]
    return name


def _precedence(article: Article) -> tuple[bool, str, int, str]:
    day = article.published.earliest
    return day is None, day.isoformat() if day else "", -sum(map(len, article.body)), article.id
