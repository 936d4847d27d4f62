"""Copies of one story across articles: wire text in two outlets, two versions of one report.

Articles are compared by passages of eight words.  Two writers who report one event share names, figures and quotations,
but hardly ever eight words of narration; an editor who cuts a dispatch leaves whole sentences.  What counts is how much
of the shorter text lies in the longer one (containment): an edited copy of a dispatch is short of half of all
passages that the two hold together, but keeps most of its own.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

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


def find_copies(articles: Sequence[Article], passages: Passages | None = None) -> dict[str, str]:
    """For each article that is a copy, the id of the one that it copies.

    The original of a group is the earliest by day of publication, where that is known; then the longest; then the one
    of the smallest id.  Every copy points to it directly, and the order of ``articles`` changes nothing.

    Args:
        articles: all articles.
        passages: those of the articles of an earlier call, which become those of these.
    """
    passages = passages or Passages()
    passages.become(articles)
    by_id = {article.id: article for article in articles}
    pairs = passages.pairs()
    root = {name: name for pair in pairs for name in pair}
    for one, other in pairs:
        low, high = sorted((_root(root, one), _root(root, other)))
        root[high] = low
    groups: dict[str, list[Article]] = defaultdict(list)
    for name in sorted(root):
        groups[_root(root, name)].append(by_id[name])
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=_precedence)
        found.update((article.id, first.id) for article in group if article.id != first.id)
    return dict(sorted(found.items()))


class Passages:
    """The passages of articles, and how many of them any two share.

    Invariant: of each passage the first `ANCHORS` holders by name are paired with all others.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._prints: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = {}
        self._shared: Counter[tuple[str, str]] = Counter()

    def become(self, articles: Iterable[Article]) -> None:
        """Hold the passages of ``articles`` and of no others."""
        now = {article.id: article for article in articles}
        for name in [name for name, article in self._articles.items() if now.get(name) is not article]:
            self._take_out(name)
        for name in sorted(now.keys() - self._prints.keys()):
            self._put_in(name, fingerprints(now[name]))
        self._articles = now

    def pairs(self) -> list[tuple[str, str]]:
        """The pairs of which one contains enough of the other."""
        return sorted(
            (one, other)
            for (one, other), count in self._shared.items()
            if count >= ENOUGH and count >= CONTAINED * min(len(self._prints[one]), len(self._prints[other]))
        )

    def _put_in(self, name: str, prints: frozenset[int]) -> None:
        self._prints[name] = prints
        for passage in prints:
            holders = self._holders.setdefault(passage, [])
            at = bisect(holders, name)
            if at < ANCHORS <= len(holders):  # the last anchor becomes one of the others
                self._count(holders[ANCHORS - 1], holders[ANCHORS:], -1)
            holders.insert(at, name)
            self._count(name, self._partners(holders, at), 1)

    def _take_out(self, name: str) -> None:
        for passage in self._prints.pop(name):
            holders = self._holders[passage]
            at = holders.index(name)
            self._count(name, self._partners(holders, at), -1)
            del holders[at]
            if at < ANCHORS <= len(holders):  # the first of the others becomes an anchor
                self._count(holders[ANCHORS - 1], holders[ANCHORS:], 1)
            if not holders:
                del self._holders[passage]

    @staticmethod
    def _partners(holders: Sequence[str], at: int) -> Sequence[str]:
        """Those with which a holder is paired."""
        return (*holders[:at], *holders[at + 1 :]) if at < ANCHORS else holders[:ANCHORS]

    def _count(self, name: str, others: Iterable[str], times: int) -> None:
        for other in others:
            pair = (name, other) if name < other else (other, name)
            self._shared[pair] += times
            if not self._shared[pair]:
                del self._shared[pair]


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


def _root(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        name = root[name]
    return name


def _precedence(article: Article) -> tuple[bool, str, int, str]:
    day = article.published.earliest
    return day is None, day.isoformat() if day else "", -sum(map(len, article.body)), article.id
