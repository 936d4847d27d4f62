"""The store of a record: SQLite through SQLAlchemy, one transaction an article, one for what follows from them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select, text, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from rapporteur.errors import NoRecordError, RecordError
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.reading.claims import Reading
from rapporteur.record import schema
from rapporteur.record.codec import KINDS, Entry, dump, load
from rapporteur.record.judgements.judgement import Judgement
from rapporteur.record.model import Entries, Judged
from rapporteur.record.writing import Settled, index, meta, parts, settle, state_of, unindex
from rapporteur.when import When


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted: of any of ``actors``, possible between two days, of a status, about some words."""

    actors: frozenset[str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    status: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """A build or judgement that changed entries: its number, the moment in UTC, and how many articles there were."""

    number: int
    on: str
    articles: int


class Store:
    """A record's file.  Everything read from it is exactly what was put in.

    Args:
        path: the file, or ``None`` to keep the record in memory.
        create: whether a missing file is made.

    Raises:
        NoRecordError: there is no record at ``path``.
        RecordError: the file was written by a version whose records this one cannot open.
    """

    def __init__(self, path: Path | None, *, create: bool = False) -> None:
        if path and not create and not path.is_file():
            hint = "Make one with: rapporteur build FOLDER -o RECORD"
            raise NoRecordError(f"There is no record at {path}.", hint=hint)
        if path and create:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._engine = _engine(path)
        try:
            with self._engine.begin() as db:
                self._prepare(db, create=create)
        except DatabaseError as error:
            self.close()
            raise NoRecordError(f"{path} is not a record: {error.orig}.", hint="Name another file.") from error
        except RecordError:
            self.close()
            raise

    def _prepare(self, db: Connection, *, create: bool) -> None:
        if create:
            schema.metadata.create_all(db)
            db.execute(text(schema.FULL_TEXT))
        tables = {row[0] for row in db.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
        if not {"meta", "article", "entry"} <= tables:
            raise NoRecordError(f"{self.path} is a database, but not a record.", hint="Name another file.")
        schema.metadata.create_all(db, list(schema.LATER))  # older records have none
        version = meta(db, "schema")
        if version is None:
            db.execute(insert(schema.meta), [{"key": "schema", "value": schema.SCHEMA}])
        elif version != schema.SCHEMA:
            raise RecordError(
                f"{self.path} was written as schema {version}; this version reads {schema.SCHEMA}.",
                hint="Build the record again from its articles.",
            )

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # -- articles ------------------------------------------------------------------------------------------------

    def has_source(self, digest: str, name: str) -> bool:
        """Whether a file of this content and name was taken in whole."""
        found = select(schema.source).where(schema.source.c.digest == digest, schema.source.c.name == name)
        with self._engine.connect() as db:
            return db.execute(found).first() is not None

    def add_source(self, digest: str, name: str) -> None:
        """Note that every article of a file is in, so that the next build need not open it."""
        with self._engine.begin() as db:
            db.execute(insert(schema.source).prefix_with("OR IGNORE"), [{"digest": digest, "name": name}])

    def has_article(self, article: str) -> bool:
        """Whether the article is in the record."""
        with self._engine.connect() as db:
            return db.execute(select(schema.article.c.id).where(schema.article.c.id == article)).first() is not None

    def is_removed(self, article: str) -> bool:
        """Whether a person took the article out."""
        found = select(schema.removed).where(schema.removed.c.article == article)
        with self._engine.connect() as db:
            return db.execute(found).first() is not None

    def add(self, article: Article, reading: Reading, reader: str) -> None:
        """Store an article with its reading (made by ``reader``) in one transaction, or replace its reading."""
        row = {
            "id": article.id,
            "file": article.file,
            "reader": reader,
            "json": dump(article),
            "reading": dump(reading),
        }
        row["digest"] = hashlib.sha256(f"{row['json']}\0{row['reading']}".encode()).hexdigest()[:16]
        with self._engine.begin() as db:
            changed = update(schema.article).where(schema.article.c.id == article.id).values(**row)
            if not db.execute(changed).rowcount:
                db.execute(insert(schema.article), [row])
                db.execute(delete(schema.removed).where(schema.removed.c.article == article.id))
                index(db, article.id, "articles", "\n".join(filter(None, (article.title, article.text))))

    def remove(self, article: Article) -> None:
        """Take an article out, and remember that it was; ``settle`` then takes away what rested on it."""
        with self._engine.begin() as db:
            db.execute(delete(schema.evidence).where(schema.evidence.c.article == article.id))
            db.execute(delete(schema.article).where(schema.article.c.id == article.id))
            unindex(db, [article.id])
            db.execute(insert(schema.removed), [{"article": article.id, "file": article.file}])

    def articles(self, names: Iterable[str] | None = None) -> Iterator[tuple[Article, Reading]]:
        """Every article with its reading, by id; or those of some ids."""
        columns = schema.article.c
        rows = select(columns.json, columns.reading).order_by(columns.id)
        wanted = [rows] if names is None else [rows.where(columns.id.in_(part)) for part in parts(sorted(names))]
        with self._engine.connect() as db:
            for query in wanted:
                for article, reading in db.execute(query):
                    yield load(Article, article), load(Reading, reading)

    def versions(self) -> frozenset[tuple[str, str]]:
        """The id of every article, each with a digest of all that is kept of it."""
        with self._engine.connect() as db:
            rows = db.execute(select(schema.article.c.id, schema.article.c.digest))
            return frozenset((name, digest) for name, digest in rows)

    def read_otherwise(self, reader: str) -> list[Article]:
        """The articles whose reading was made by another version or configuration than ``reader``."""
        rows = select(schema.article.c.json).where(schema.article.c.reader != reader).order_by(schema.article.c.id)
        with self._engine.connect() as db:
            return [load(Article, row.json) for row in db.execute(rows)]

    def article(self, name: str) -> Article | None:
        """The article of an id; or of a file's name, if it is the only one of that name."""
        columns = schema.article.c
        with self._engine.connect() as db:
            rows = db.execute(select(columns.json).where((columns.id == name) | (columns.file == name))).all()
        return load(Article, rows[0].json) if len(rows) == 1 else None

    # -- what changed --------------------------------------------------------------------------------------------

    def builds(self) -> tuple[Build, ...]:
        """The builds and judgements that changed something, in order."""
        columns = schema.build.c
        with self._engine.connect() as db:
            rows = db.execute(select(columns.number, columns.on, columns.articles).order_by(columns.number))
            return tuple(Build(*row) for row in rows)

    def changed(self, after: int) -> dict[str, tuple[str, Entry | None]]:
        """For each entry that came, changed or went after a build: its list, and what it was then, if it was there."""
        columns = schema.history.c
        rows = select(columns.entry, columns.kind, columns.before).where(columns.build > after).order_by(columns.build)
        found: dict[str, tuple[str, Entry | None]] = {}
        with self._engine.connect() as db:
            for entry, kind, before in db.execute(rows):
                found.setdefault(entry, (kind, load(KINDS[kind], before) if before else None))
        return found

    # -- what people judged --------------------------------------------------------------------------------------

    def judge(self, judgements: Sequence[Judgement], entries: Entries, before: Settled | None = None) -> Settled:
        """Add new judgements and make the entries what follows from them, as `settle` does, in one transaction."""
        with self._engine.begin() as db:
            db.execute(insert(schema.judgement), [{"id": one.id, "json": dump(one)} for one in judgements])
            return settle(db, entries, before)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order in which they were made."""
        with self._engine.connect() as db:
            rows = db.execute(select(schema.judgement.c.json)).scalars()
            return tuple(sorted((load(Judgement, row) for row in rows), key=lambda one: one.order))

    # -- what could not be read ----------------------------------------------------------------------------------

    def skip(self, skipped: Skipped) -> None:
        """Note that something could not be taken in."""
        row = {name: getattr(skipped, name) for name in ("source", "file", "reason", "message", "hint")}
        with self._engine.begin() as db:
            db.execute(insert(schema.skipped).prefix_with("OR REPLACE"), [row])

    def unskip(self, source: str) -> None:
        """Forget what was noted of a file (and its members) that is about to be opened again."""
        noted = schema.skipped.c.source
        with self._engine.begin() as db:
            db.execute(
                delete(schema.skipped).where((noted == source) | noted.startswith(f"{source}!", autoescape=True))
            )

    def skipped(self) -> tuple[Skipped, ...]:
        """Everything that could not be taken in, by source."""
        with self._engine.connect() as db:
            rows = db.execute(select(schema.skipped).order_by(schema.skipped.c.source)).mappings()
            return tuple(Skipped(**row) for row in rows)

    # -- what follows --------------------------------------------------------------------------------------------

    @property
    def settled(self) -> bool:
        """Whether the entries reflect the articles that are there."""
        with self._engine.connect() as db:
            return meta(db, "settled") == state_of(db)

    def settle(self, entries: Entries, before: Settled | None = None) -> Settled:
        """Make the record's entries exactly ``entries``, in one transaction that leaves unchanged rows alone.

        Args:
            entries: what follows from all articles and judgements that are there.
            before: what an earlier call returned; if the store still holds it, only what differs is looked at.
        """
        with self._engine.begin() as db:
            return settle(db, entries, before)

    def stands(self, settled: Settled) -> bool:
        """Whether the store's entries are those that were settled then."""
        with self._engine.connect() as db:
            return meta(db, "settled") == settled.state

    def entries(self) -> Entries:
        """Everything that reconciling found, each list by id."""
        found: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
        with self._engine.connect() as db:
            for row in db.execute(select(schema.entry.c.kind, schema.entry.c.json).order_by(schema.entry.c.id)):
                found[row.kind].append(load(KINDS[row.kind], row.json))
            standing = db.execute(select(schema.standing).order_by(schema.standing.c.article)).all()
            judged = db.execute(select(schema.judged.c.json).order_by(schema.judged.c.judgement)).scalars().all()
        lists: dict[str, Any] = {kind: tuple(entries) for kind, entries in found.items()}
        return Entries(
            **lists,
            published=tuple((row.article, load(When, row.published)) for row in standing),
            copies=tuple((row.article, row.copy_of) for row in standing if row.copy_of),
            judged=tuple(load(Judged, row) for row in judged),
        )

    def evidence(self) -> Iterator[tuple[str, str, int, int, str]]:
        """Every piece of evidence as (entry, article, start, end, text), for checking."""
        with self._engine.connect() as db:
            columns = schema.evidence.c
            rows = select(columns.entry, columns.article, columns.start, columns.end, columns.text)
            for row in db.execute(rows.order_by(columns.entry, columns.number)):
                yield row.entry, row.article, row.start, row.end, row.text

    def select(self, kind: str, wanted: Wanted) -> list[str]:
        """The ids of the entries of ``kind`` that ``wanted`` describes, by id."""
        table = schema.entry.c
        query = select(table.id).where(table.kind == kind)
        if wanted.actors is not None:
            query = query.where(
                table.id.in_(select(schema.party.c.entry).where(schema.party.c.actor.in_(wanted.actors)))
            )
        if wanted.since:
            query = query.where((table.latest >= wanted.since) | (table.latest.is_(None) & table.earliest.is_not(None)))
        if wanted.until:
            query = query.where(
                (table.earliest <= wanted.until) | (table.earliest.is_(None) & table.latest.is_not(None))
            )
        if wanted.status:
            query = query.where(table.status == wanted.status)
        if wanted.about:
            matching = text("SELECT id FROM search WHERE search MATCH :about").bindparams(about=fts_query(wanted.about))
            query = query.where(table.id.in_(matching.columns(schema.entry.c.id)))
        with self._engine.connect() as db:
            return list(db.execute(query.order_by(table.id)).scalars())

    def search(self, query: str, limit: int) -> list[tuple[str, str, str]]:
        """The best matches of a full-text query as (id, kind, snippet); STX and ETX enclose the words found."""
        found = text(
            "SELECT id, kind, snippet(search, 2, char(2), char(3), '…', 24) AS words "
            "FROM search WHERE search MATCH :query ORDER BY rank, id LIMIT :limit"
        )
        with self._engine.connect() as db:
            rows = db.execute(found, {"query": fts_query(query), "limit": limit})
            return [(row.id, row.kind, row.words) for row in rows]


def fts_query(words: str) -> str:
    """Plain words as a full-text query: all of them, each as a prefix; a part in quotation marks as a phrase."""
    parts = re.findall(r'"([^"]+)"|([^\s"]+)', words.replace("\0", " "))  # SQLite ends a query at a NUL
    return " ".join(f'"{phrase}"' if phrase else f'"{word}"*' for phrase, word in parts)


def _engine(path: Path | None) -> Engine:
    if path:
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
    else:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")

    return engine
