"""Claims of copied articles: a copy is no second source, so its words only add to the original's evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Protocol, TypeAlias, TypeVar

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading
from rapporteur.record.memory import Memory
from rapporteur.record.model import Evidence
from rapporteur.spans import Span

NOTHING: Mapping[str, Hashable] = MappingProxyType({})


class Grounded(Protocol):
    """A claim that rests on spans."""

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Where the words stand."""


Claim = TypeVar("Claim", bound=Grounded)
Made = TypeVar("Made")
Read: TypeAlias = tuple[Article, Reading]
Family: TypeAlias = Sequence[Read]
"""An article with its copies, each with its reading: first the original, then the others by id."""


def families(reads: Sequence[Read], copies: Mapping[str, str]) -> list[Family]:
    """Part articles with their readings into originals, each with its copies.

    Args:
        reads: articles with their readings.
        copies: for an article that copies another's text, the id of that other.
    """
    found: dict[str, list[Read]] = defaultdict(list)
    for read in sorted(reads, key=lambda read: (read[0].id in copies, read[0].id)):
        found[copies.get(read[0].id, read[0].id)].append(read)
    return list(found.values())


def of_families(
    what: str,
    reads: Sequence[Read],
    copies: Mapping[str, str],
    make: Callable[[Family], Made],
    memory: Memory,
    given: Mapping[str, Hashable] = NOTHING,
) -> list[Made]:
    """What ``make`` makes of each family, originals without copies first; what was made before of the same is kept.

    Args:
        what: a name for what is made.
        reads: articles with their readings.
        copies: for an article that copies another's text, the id of that other.
        make: makes it.
        memory: what was made before.
        given: what it rests on besides, by the article's id.
    """
    original = set(copies.values())
    single = [read for read in reads if read[0].id not in copies and read[0].id not in original]
    several = families([read for read in reads if read[0].id in copies or read[0].id in original], copies)
    alone = memory.each(what, single, lambda read: make((read,)), [given.get(read[0].id) for read in single])
    wanted = [tuple(given.get(article.id) for article, _ in family) for family in several]
    shared = (memory.once(what, family, partial(make, family), of) for family, of in zip(several, wanted, strict=True))
    return [*alone, *shared]


def claims_of(
    family: Family, claims: Callable[[Reading], Sequence[Claim]], same: Callable[[Claim], Hashable]
) -> Iterator[tuple[Article, Claim, tuple[Evidence, ...]]]:
    """Yield each claim of an original with its evidence and that of its copies, then what only the copies have.

    Args:
        family: the original and its copies.
        claims: takes the claims of one kind from a reading.
        same: what two claims share that say the same.
    """
    told: dict[tuple[Hashable, int], list[tuple[Article, Claim]]] = {}
    for article, reading in family:
        times: dict[Hashable, int] = {}
        for claim in claims(reading):
            key = same(claim)
            times[key] = times.get(key, 0) + 1
            told.setdefault((key, times[key]), []).append((article, claim))
    for found in told.values():
        article, claim = found[0]
        yield article, claim, evidence_of(found)


def evidence_of(found: Sequence[tuple[Article, Claim]]) -> tuple[Evidence, ...]:
    """The evidence of several claims: the first one's own, then the others', each once."""
    return tuple(dict.fromkeys(Evidence.at(article, span) for article, claim in found for span in claim.evidence))


__all__ = ["Family", "Grounded", "claims_of", "evidence_of", "families", "of_families"]
