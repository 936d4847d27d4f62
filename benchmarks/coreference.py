"""Which words tell of one event, across documents: ECB+, with the words given and with those that the reader finds.

Documents come without topics or dates, and only in the sentences that were selected for annotation are events looked
for.  *Lemma* is what the words alone tell: one lemma, one event.  Given words are joined as the record joins what its
articles tell without a day: of one family, in documents of one story.  Found words are those of the record's own
events, in the groups that it makes of them; found and given are one where they share a token.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rapporteur
from benchmarks.clustering import conll
from rapporteur import language
from rapporteur.config import Config
from rapporteur.intake.article import Article
from rapporteur.language.parse import Parse
from rapporteur.reading.claims import Reading
from rapporteur.record.casting import with_actors
from rapporteur.record.events import group_reports
from rapporteur.record.families import family_of
from rapporteur.record.grouping import connected, with_earlier
from rapporteur.record.identity.identity import identify
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.stories import Stories
from rapporteur.spans import Span

Read = tuple[Article, Reading]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a document that tells an event, as the gold has it; ``chain`` is the event."""

    id: str
    document: str
    span: Span
    chain: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text, a paragraph for each sentence: the selected sentences, and the events told in them."""

    id: str
    text: str
    selected: tuple[Span, ...]
    mentions: tuple[Mention, ...]


def figures(path: Path) -> dict[str, float]:
    """The CoNLL scores, in percent."""
    documents = [_document(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    mentions = [mention for document in documents for mention in document.mentions]
    gold = _groups((mention.id, mention.chain) for mention in mentions)
    lemmas = dict(_lemmas(documents))
    lines = [json.dumps({"id": document.id, "text": document.text}) for document in documents]
    reads = [read for read in rapporteur.read_lines(lines) if not isinstance(read, rapporteur.Skipped)]
    by_lemma = 100 * conll(gold, _groups(lemmas.items()))
    given = 100 * conll(gold, joined(mentions, lemmas, Stories(article for article, _ in reads)))
    return {
        "lemma, words given": by_lemma,
        "words given": given,
        "words given, above lemma": given - by_lemma,
        "words found": 100 * conll(gold, found(documents, reads)),
    }


def joined(mentions: Sequence[Mention], lemmas: dict[str, str], stories: Stories) -> list[set[str]]:
    """The given words in groups, as the record's knowledge of words and stories joins them."""
    of_family: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_family[family_of(lemmas[mention.id])].append(mention)
    pairs = [
        (one.id, two.id)
        for words in of_family.values()
        for one, two in with_earlier(words, lambda one, two: stories.alike(one.document, two.document))
    ]
    return [set(group) for group in connected([mention.id for mention in mentions], pairs)]


def found(documents: Sequence[Document], reads: Sequence[Read]) -> list[set[Hashable]]:
    """The words that the record's events rest on in the selected sentences, in groups; given ones by their ids."""
    identity = identify(reads, Decisions(()))
    reports = group_reports([(article, with_actors(reading, identity)) for article, reading in reads], {})
    known = {document.id: document for document in documents}
    groups = ({_found(known[article.id], claim.trigger) for article, claim, _ in group} - {None} for group in reports)
    seen: set[Hashable] = set()
    kept = []
    for group in groups:
        if fresh := group - seen:
            kept.append(fresh)
            seen |= fresh
    return kept


def _found(document: Document, word: Span) -> Hashable:
    """What a word is called: by the mention that it overlaps, or by its place; None outside the selected sentences."""
    if not any(word in sentence for sentence in document.selected):
        return None
    same = (mention.id for mention in document.mentions if word.overlaps(mention.span))
    return next(same, (document.id, word))


def _document(row: dict[str, Any]) -> Document:
    text, sentences = "", []
    for words in row["sentences"]:
        spans = []
        for word in words:
            spans.append(Span(len(text), len(text) + len(word)))
            text += f"{word} "
        text += "\n\n"
        sentences.append(spans)
    mentions = tuple(
        Mention(one["id"], row["id"], _of(sentences[one["sent"]], one["toks"]), one["chain"])
        for one in row["mentions"]
        if one["kind"] == "event" and one["selected"]
    )
    selected = tuple(sentences[at][0].to(sentences[at][-1]) for at in row["selected_sentences"])
    return Document(row["id"], text, selected, mentions)


def _of(words: Sequence[Span], at: Sequence[int]) -> Span:
    return words[at[0]].to(words[at[-1]])


def _lemmas(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """The lemma of the head of every given mention."""
    for document in documents:
        parse = language.parse(document.text, (Span(0, len(document.text)),), Config())
        for mention in document.mentions:
            yield mention.id, _lemma(parse, mention.span)


def _lemma(parse: Parse, span: Span) -> str:
    """The lemma of the word of a mention on which its others hang."""
    first = bisect_left(parse.tokens, span.start + 1, key=lambda token: token.end)
    last = bisect_left(parse.tokens, span.end, key=lambda token: token.start)
    inside = range(first, max(last, first + 1))
    head = next((at for at in inside if parse.tokens[at].head not in inside), first)
    token = parse.tokens[head]
    return (token.lemma or token.span.of(parse.text)).casefold()


def _groups(keyed: Iterable[tuple[str, str]]) -> list[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for thing, key in keyed:
        groups[key].add(thing)
    return list(groups.values())
