"""Scenes for the tests of claims, from sentences in which the actors are marked.

``{Kenya}`` is a state (or another party) by its name, ``{Nairobi@Kenya}`` a city that stands for it,
``{Kenyan~Kenya}`` a demonym, ``{the Kenyan side=Kenya}`` a noun for it, ``{both sides=Kenya+Somalia}`` one for several,
``{Amos Wekesa:Kenya}`` a person who speaks for it, ``{he=Amos Wekesa}`` a pronoun or noun for that person.
``{Ann Lee:}`` speaks for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapporteur import language
from rapporteur.intake.article import Article, article_id
from rapporteur.language import quotations
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, Form, LocalActor, Mention, StatementClaim, TimeExpression
from rapporteur.reading.dates.expressions import find_times
from rapporteur.reading.scene import Cast, Scene
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When

_MARK = re.compile(r"\{([^{}@~=:]+)(?:([@~=:])([^{}]*))?\}")
_FORMS = {None: Form.NAME, "@": Form.METONYM, "~": Form.DEMONYM, "=": Form.NOMINAL, ":": Form.NAME}
_PRONOUNS = {"he", "she", "it", "they", "his", "her", "its", "their"}


def scene(marked: str, *, said_by: str = "", published: When = UNKNOWN) -> Scene:
    """The scene of a marked text; every quotation in it is a statement by ``said_by``, if given."""
    text, marks = _read(marked)
    article = Article(
        article_id("case.txt", text), "case.txt", "case.txt", text, (Span(0, len(text)),), published=published
    )
    parse = language.parse(text, article.body)
    times: tuple[TimeExpression, ...] = find_times(text, parse, published)
    cast = _cast(marks, said_by)
    bare = Scene(article=article, parse=parse, cast=cast, times=times)
    return replace(bare, statements=tuple(_statements(bare, said_by))) if said_by else bare


def _read(marked: str) -> tuple[str, list[tuple[Span, str, str | None, str]]]:
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((Span(len(text), len(text) + len(match[1])), match[1], match[2], match[3] or ""))
        text, last = text + match[1], match.end()
    return text + marked[last:], marks


def _cast(marks: list[tuple[Span, str, str | None, str]], said_by: str) -> Cast:
    people = {words: party for _, words, sign, party in marks if sign == ":"}
    if said_by and ":" in said_by:
        people[said_by.partition(":")[0]] = said_by.partition(":")[2]
    actors: dict[str, LocalActor] = {}
    mentions = []
    for name, party in people.items():
        actors[name] = LocalActor(name, name, ActorKind.PERSON, party=party or None)
    for span, words, sign, meant in marks:
        who = meant.split("+") if sign in ("@", "~", "=") else [words]
        form = Form.PRONOUN if words.lower() in _PRONOUNS else _FORMS[sign]
        mentions += [Mention(span, one, form) for one in who]
        for one in (*who, *people.values()):
            if one:
                actors.setdefault(one, LocalActor(one, one, ActorKind.STATE))
    for party in people.values():
        if party:
            actors.setdefault(party, LocalActor(party, party, ActorKind.STATE))
    return Cast(tuple(actors.values()), tuple(sorted(mentions)))


def _statements(bare: Scene, said_by: str) -> Iterator[StatementClaim]:
    speaker = said_by.partition(":")[0]
    for quotation in bare.parse.quotations:
        words = quotations.words(bare.article.text, quotation)
        yield StatementClaim(speaker, Manner.DIRECT, words, (quotation,))


__all__ = ["scene"]
