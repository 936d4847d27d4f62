"""What the language layer says of a text: tokens, sentences, names, quotations, attributions, all as spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from rapporteur.spans import Span


class NameKind(StrEnum):
    """What a name span names; the last three are no actors by themselves."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"
    DEMONYM = "demonym"
    TITLE = "title"


class Manner(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark.  What the parser does not know is ``None``: never a default tag.

    ``head`` is the index of the governing token, ``-1`` for the root of its sentence.
    """

    start: int
    end: int
    lemma: str | None = None
    upos: str | None = None
    xpos: str | None = None
    feats: str | None = None
    head: int | None = None
    deprel: str | None = None

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A proper name, a title or a demonym.  ``key`` is the reference data's key where the name is in it."""

    span: Span
    kind: NameKind
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what: PARC's source, cue and content, each perhaps in pieces.

    ``content`` of a direct quotation is the words between the quotation marks, marks excluded.  ``told`` is false of
    what somebody thinks, wants or does by speaking, or did not say: nothing need have been said.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    told: bool = True


@dataclass(frozen=True, slots=True)
class Parse:
    """One text, parsed.  Everything is in order of its start; nothing lies outside ``paragraphs``.

    ``paragraphs`` are the lines of the article's body, ``sentences`` lie inside them, ``words`` are what the rules
    read, hyphenated ones whole, ``tokens`` those of Universal Dependencies with their tags, ``quotations`` the
    stretches between matching quotation marks (marks included).
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    words: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    quotations: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    tokens: tuple[Token, ...] = ()

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the character at ``offset``."""
        return _holding(self.sentences, offset)

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph that holds the character at ``offset``."""
        return _holding(self.paragraphs, offset)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside ``span``."""
        return _inside(self.tokens, span)

    def words_in(self, span: Span) -> tuple[Token, ...]:
        """The words that lie wholly inside ``span``."""
        return _inside(self.words, span)

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """The names that lie wholly inside ``span``."""
        first = bisect_left(self.names, span.start, key=lambda n: n.span.start)
        last = bisect_right(self.names, span.end, key=lambda n: n.span.end)
        return self.names[first:last]

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """The sentences that overlap ``span``."""
        first = bisect_right(self.sentences, span.start, key=lambda s: s.end)
        last = bisect_left(self.sentences, span.end, key=lambda s: s.start)
        return self.sentences[first:last]


def _inside(tokens: tuple[Token, ...], span: Span) -> tuple[Token, ...]:
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    last = bisect_right(tokens, span.end, key=lambda t: t.end)
    return tokens[first:last]


def _holding(spans: tuple[Span, ...], offset: int) -> Span | None:
    at = bisect_right(spans, offset, key=lambda s: s.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None
