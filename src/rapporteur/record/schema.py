"""The tables of a record.

Articles, their readings, what a person removed and what people judged are the only things that are not derived.
``entry`` holds what reconciling finds, as JSON with the columns that filters need; ``party`` and ``evidence`` are its
many-to-many sides, ``standing`` is what reconciling says of an article and ``judged`` what it made of a judgement.
``reader`` is the digest of the version and configuration that read an article. ``judgement`` is only ever added to.
``build`` and ``history`` tell when entries came, changed and went: ``before`` is what an entry was, nothing where it is
new. ``settled`` in ``meta`` is the digest of the articles and judgements that the entries reflect: if it differs from
what is there, a build was interrupted.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text

SCHEMA = "2"
"""Raised when a record of an older version can no longer be opened."""

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

source = Table(
    "source",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("name", Text, primary_key=True),
)

removed = Table("removed", metadata, Column("article", Text, primary_key=True), Column("file", Text, nullable=False))

judgement = Table("judgement", metadata, Column("id", Text, primary_key=True), Column("json", Text, nullable=False))

judged = Table("judged", metadata, Column("judgement", Text, primary_key=True), Column("json", Text, nullable=False))

build = Table(
    "build",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("on", Text, nullable=False),
    Column("articles", Integer, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("build", Integer, ForeignKey("build.number"), primary_key=True),
    Column("entry", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("before", Text),
)

skipped = Table(
    "skipped",
    metadata,
    Column("source", Text, primary_key=True),
    Column("file", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("file", Text, nullable=False, index=True),
    Column("reader", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("reading", Text, nullable=False),
)

standing = Table(
    "standing",
    metadata,
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("published", Text, nullable=False),
    Column("copy_of", Text),
)

entry = Table(
    "entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("earliest", Date),
    Column("latest", Date),
    Column("status", Text),
    Column("words", Text, nullable=False),
    Column("json", Text, nullable=False),
)

party = Table(
    "party",
    metadata,
    Column("entry", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("actor", Text, primary_key=True),
)

evidence = Table(
    "evidence",
    metadata,
    Column("entry", Text, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("article.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("evidence_article", "article"),
)

FULL_TEXT = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    'id UNINDEXED, kind UNINDEXED, words, tokenize = "unicode61 remove_diacritics 2")'
)

LATER = (judgement, judged, build, history)
"""Tables that records of earlier versions lack."""
