"""Claims of copied articles: a copy is no second source, so its words only add to the original's evidence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from rapporteur.intake.article import Article
from rapporteur.reading.claims import Reading
from rapporteur.record.model import Evidence
from rapporteur.spans import Span


class Grounded(Protocol):
    """A claim that rests on spans."""

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Where the words stand."""


Claim = TypeVar("Claim", bound=Grounded)


def claims_with_copies(
    reads: Sequence[tuple[Article, Reading]],
    copies: Mapping[str, str],
    claims: Callable[[Reading], Sequence[Claim]],
    same: Callable[[Claim], Hashable],
) -> Iterator[tuple[Article, Claim, tuple[Evidence, ...]]]:
    """Yield each claim of an original with its evidence and that of its copies, then what only the copies have.

    Args:
        reads: articles with their readings.
        copies: for an article that copies another's text, the id of that other.
        claims: takes the claims of one kind from a reading.
        same: what two claims share that say the same.
    """
    original = {article.id: copies.get(article.id, article.id) for article, _ in reads}
    told: dict[tuple[str, Hashable, int], list[tuple[Article, Claim]]] = {}
    for article, reading in sorted(reads, key=lambda pair: (pair[0].id in copies, pair[0].id)):
        times: dict[Hashable, int] = {}
        for claim in claims(reading):
            key = same(claim)
            times[key] = times.get(key, 0) + 1
            told.setdefault((original[article.id], key, times[key]), []).append((article, claim))
    for found in told.values():
        article, claim = found[0]
        yield article, claim, evidence_of(found)


def evidence_of(found: Sequence[tuple[Article, Claim]]) -> tuple[Evidence, ...]:
    """The evidence of several claims: the first one's own, then the others', each once."""
    return tuple(dict.fromkeys(Evidence.at(article, span) for article, claim in found for span in claim.evidence))


__all__ = ["Grounded", "claims_with_copies", "evidence_of"]
