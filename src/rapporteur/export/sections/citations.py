"""Where entries rest: articles and the places cited in them numbered, so that links lead there and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapporteur.analysis.timeline import order
from rapporteur.export.labels import label, quoted
from rapporteur.export.sections.words import counted, one_line, shortened, when_words
from rapporteur.intake.article import Article
from rapporteur.record.codec import KINDS, Entry
from rapporteur.record.model import Evidence, Statement
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of
from rapporteur.spans import Span

FEW = 3  # places that one line still names

LETTERS = {
    "actors": ("O", "office"),
    "meetings": ("M", "meeting"),
    "statements": ("S", "statement"),
    "positions": ("P", "position"),
    "commitments": ("C", "commitment"),
    "disagreements": ("D", "disagreement"),
}
"""The lists whose entries the dossier shows with evidence; how a link back to one of them is written and read out."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited."""

    number: int
    href: str
    outlet: str
    day: str
    copy: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of an article on which an entry rests; ``number`` is printed beside them in the article too."""

    words: str
    href: str
    number: str
    source: Source


@dataclass(frozen=True, slots=True)
class Sources:
    """What an entry rests on, in one line and in full."""

    summary: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """A link from words back to an entry that rests on them."""

    href: str
    letter: str
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article on which entries rest."""

    span: Span
    anchor: str
    number: str
    backs: tuple[Back, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """All articles of a dossier in order, and every place cited in them."""

    articles: tuple[Article, ...]
    sources: Mapping[str, Source]
    places: Mapping[str, Mapping[Span, Place]]

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """``evidence`` as quotations, in the order of the articles."""
        pieces = sorted(set(evidence), key=lambda e: (self.sources[e.article].number, e.start, e.end))
        return tuple(self._quote(piece) for piece in pieces)

    def of(self, evidence: Iterable[Evidence]) -> Sources:
        """What an entry rests on."""
        quotes = self.quotes(evidence)
        return Sources(_summary(quotes), quotes)

    def cited(self, articles: Iterable[str]) -> tuple[Source, ...]:
        """The sources of article ids, each once, in their order."""
        found = {self.sources[article] for article in articles}
        return tuple(sorted(found, key=lambda source: source.number))

    def _quote(self, piece: Evidence) -> Quote:
        place = self.places[piece.article][Span(piece.start, piece.end)]
        return Quote(one_line(piece.text), place.anchor, place.number, self.sources[piece.article])


def _summary(quotes: Sequence[Quote]) -> str:
    """Who says it, with the numbers of the places; only how many, where they are many."""
    numbers: dict[str, list[str]] = {}
    for quote in quotes:
        numbers.setdefault(quote.source.outlet, []).append(quote.number)
    if len(quotes) > FEW:
        articles = {quote.source.number for quote in quotes}
        return f"{len(quotes)} places in {counted(len(articles), 'article')}"
    return "; ".join(f"{outlet} {', '.join(cited)}" for outlet, cited in numbers.items())


def cite(record: Record) -> Citations:
    """Number the articles of ``record`` by day of publication, and the places in each that its entries rest on."""
    articles = tuple(sorted(record.articles, key=lambda a: (*order(a.published), a.outlet or "", a.file, a.id)))
    copies = record.copies()
    backs = _backs(record)
    sources = {a.id: _source(number, a, copy=a.id in copies) for number, a in enumerate(articles, 1)}
    places = {a.id: _places(sources[a.id].number, backs.get(a.id, {})) for a in articles}
    return Citations(articles, sources, places)


def said_by(record: Record, statement: Statement) -> str:
    """A statement in one line: who says what."""
    return f"{record.name_of(statement.speaker) or 'Speaker not stated'}: {quoted(statement)}"


def _source(number: int, article: Article, *, copy: bool) -> Source:
    day = when_words(article.published, short=True)
    return Source(number, f"article-{number}", article.outlet or article.file, day, copy)


def _backs(record: Record) -> dict[str, dict[Span, list[Back]]]:
    found: dict[str, dict[Span, list[Back]]] = {}
    for kind in KINDS:
        for entry in getattr(record, kind) if kind in LETTERS else ():
            for piece in dict.fromkeys(evidence_of(entry)):
                places = found.setdefault(piece.article, {})
                places.setdefault(Span(piece.start, piece.end), []).append(_back(record, kind, entry))
    return found


def _back(record: Record, kind: str, entry: Entry) -> Back:
    letter, word = LETTERS[kind]
    words = said_by(record, entry) if isinstance(entry, Statement) else label(record, entry)
    return Back(entry.id, letter, f"{word}: {shortened(one_line(words), 80)}")


def _places(article: int, backs: Mapping[Span, Sequence[Back]]) -> dict[Span, Place]:
    ordered = sorted(backs, key=lambda span: (span.start, -span.end))
    return {
        span: Place(span, f"w{article}-{number}", f"{article}.{number}", tuple(dict.fromkeys(backs[span])))
        for number, span in enumerate(ordered, 1)
    }
