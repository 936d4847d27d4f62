"""The cast while it is put together: figures, what they are called, and the words in which they are sought."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapporteur.language.names.lexicon import Lexicon
from rapporteur.language.names.owners import rejoined
from rapporteur.language.names.titles import take_titles
from rapporteur.language.names.words import Piece, Row
from rapporteur.language.parse import Name, NameKind, Parse
from rapporteur.reading.claims import ActorKind, Form, LocalActor, Mention, OfficeSeen
from rapporteur.reference import states
from rapporteur.spans import Span


@dataclass(eq=False)
class Figure:
    """An actor in the making.  ``offices`` hold the figure of their party beside them until it has an id.

    ``inferred``: the party is one that the text leaves unsaid.
    """

    kind: ActorKind
    name: str
    key: str | None = None
    party: Figure | None = None
    inferred: bool = False
    gender: str | None = None
    forms: Counter[str] = field(default_factory=Counter)
    offices: list[tuple[OfficeSeen, Figure | None]] = field(default_factory=list)
    mentions: list[tuple[Span, Form]] = field(default_factory=list)

    def mention(self, span: Span, form: Form, alias: str | None = None) -> None:
        """Note that the figure is meant at ``span``; ``alias`` is a proper form to be kept."""
        if (span, form) not in self.mentions:
            self.mentions.append((span, form))
        if alias:
            self.forms[alias.replace("The ", "the ", 1) if form is Form.NOMINAL else alias] += 1

    @property
    def first(self) -> int:
        """Where the figure is first meant."""
        return min((span.start for span, _ in self.mentions), default=-1)

    @property
    def roles(self) -> frozenset[str]:
        """The roles in which the text shows the figure."""
        return frozenset(office.role for office, _ in self.offices)

    @property
    def speaks_for(self) -> Figure | None:
        """The state or organisation that the figure speaks for: itself if it is one."""
        if self.kind in (ActorKind.STATE, ActorKind.ARMED_GROUP):
            return self
        return self.party or (self if self.kind is ActorKind.ORGANISATION else None)


_BY_TABLE = (NameKind.TITLE, NameKind.BODY)
"""Kinds that tables decide in lower case: "soldiers" act here, "counterpart" is no title, "the ministry" is short."""


class Stage:
    """One article's words and the figures found in them so far.

    ``by_key`` finds a figure by its reference key, ``at`` by a name that means it; ``parts`` are names inside
    hyphenated words; ``offices_read`` are the first words of the titles that stand beside a name.
    """

    def __init__(self, parse: Parse, known: Lexicon) -> None:
        self.text = parse.text
        self.parse = parse
        self.known = known
        self.row = Row.of(parse.text, parse.sentences, parse.words)
        self.figures: list[Figure] = []
        self.by_key: dict[str, Figure] = {}
        self.at: dict[Span, Figure] = {}
        self.parts: list[Name] = []
        self.offices_read: set[int] = set()
        self._place_names()

    def _place_names(self) -> None:
        starts = [token.start for token in self.row.tokens]
        ends = [token.end for token in self.row.tokens]
        for name in rejoined(self.text, self.parse.names):
            if name.kind in _BY_TABLE and name.key is None and name.span.of(self.text).islower():
                continue
            first, last = bisect_left(starts, name.span.start), bisect_left(ends, name.span.end)
            if (
                first < len(starts)
                and starts[first] == name.span.start
                and last < len(ends)
                and ends[last] == name.span.end
            ):
                self.row.take(Piece(first, last + 1, name.kind, name.key))
            else:
                self.parts.append(name)
        take_titles(self.row)

    def pieces(self, *kinds: NameKind) -> Iterator[Piece]:
        """The names of these kinds, in order."""
        return (piece for piece in dict.fromkeys(self.row.taken.values()) if piece.kind in kinds)

    def span(self, start: int, end: int) -> Span:
        """The characters of words ``start`` to ``end`` (exclusive)."""
        return Span(self.row.tokens[start].start, self.row.tokens[end - 1].end)

    def words(self, piece: Piece) -> str:
        """A piece as written."""
        return " ".join(self.span(piece.start, piece.end).of(self.text).split())

    def sentence(self, at: int) -> tuple[int, int]:
        """The range of words of the sentence that holds the word at ``at``."""
        return self.row.bounds(at)

    def add(self, figure: Figure) -> Figure:
        """Bring a new figure on the stage."""
        self.figures.append(figure)
        if figure.key:
            self.by_key[figure.key] = figure
        return figure

    def state(self, key: str) -> Figure:
        """The figure of the state with this key, brought on the stage if it is not there."""
        return self.by_key.get(key) or self.add(Figure(ActorKind.STATE, states.states()[key].name, key))

    def piece_figure(self, piece: Piece | None) -> Figure | None:
        """The figure that a name means, where that is settled."""
        return self.at.get(self.span(piece.start, piece.end)) if piece else None

    def mean(self, piece: Piece, figure: Figure, form: Form, *, alias: bool = True) -> None:
        """Settle whom a name means."""
        span = self.span(piece.start, piece.end)
        self.at[span] = figure
        figure.mention(span, form, self.words(piece) if alias else None)

    def cast(self) -> tuple[tuple[LocalActor, ...], tuple[Mention, ...]]:
        """The figures as local actors, numbered by their first mention, and all mentions in order."""
        order = sorted(self.figures, key=lambda figure: (figure.first < 0, figure.first, figure.key or figure.name))
        ids = {id(figure): f"a{number}" for number, figure in enumerate(order, start=1)}
        mentions = [Mention(span, ids[id(figure)], form) for figure in order for span, form in figure.mentions]
        return tuple(_actor(figure, ids) for figure in order), tuple(sorted(set(mentions)))


def _actor(figure: Figure, ids: dict[int, str]) -> LocalActor:
    offices = tuple(
        OfficeSeen(office.title, office.role, ids[id(party)] if party else None, office.span, office.tenure)
        for office, party in sorted(figure.offices, key=lambda pair: pair[0].span)
    )
    forms = sorted(
        figure.forms, key=lambda form: (form[0].islower(), -len(form.split()), -figure.forms[form], -len(form), form)
    )
    party = ids[id(figure.party)] if figure.party else None
    aliases = tuple(dict.fromkeys((figure.name, *forms))) if figure.forms else (figure.name,)
    return LocalActor(ids[id(figure)], figure.name, figure.kind, figure.key, party, aliases, offices, figure.inferred)
