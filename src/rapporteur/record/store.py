"""The store of a record: SQLite through SQLAlchemy, one transaction an article, one for what follows from them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, insert, select, text, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from rapporteur._version import __version__
from rapporteur.errors import NoRecordError, RecordError
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.reading.claims import Reading
from rapporteur.record import schema
from rapporteur.record.codec import KINDS, Entry, dump, load
from rapporteur.record.judgements.judgement import Judgement
from rapporteur.record.model import Entries, Judged
from rapporteur.record.rows import evidence_rows, party_rows, row_of
from rapporteur.when import When

_MOST = 500
"""Values in one query: SQLite takes no more than some thousand."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted: of any of ``actors``, possible between two days, of a status, about some words."""

    actors: frozenset[str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    status: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """Entries as a store holds them, and the state of its articles and judgements from which they follow."""

    entries: Entries
    state: str


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
        version = _meta(db, "schema")
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
                _index(db, article.id, "articles", "\n".join(filter(None, (article.title, article.text))))

    def remove(self, article: Article) -> None:
        """Take an article out, and remember that it was; ``settle`` then takes away what rested on it."""
        with self._engine.begin() as db:
            db.execute(delete(schema.evidence).where(schema.evidence.c.article == article.id))
            db.execute(delete(schema.article).where(schema.article.c.id == article.id))
            _unindex(db, [article.id])
            db.execute(insert(schema.removed), [{"article": article.id, "file": article.file}])

    def articles(self, names: Iterable[str] | None = None) -> Iterator[tuple[Article, Reading]]:
        """Every article with its reading, by id; or those of some ids."""
        columns = schema.article.c
        rows = select(columns.json, columns.reading).order_by(columns.id)
        wanted = [rows] if names is None else [rows.where(columns.id.in_(part)) for part in _parts(sorted(names))]
        with self._engine.connect() as db:
            for query in wanted:
                for article, reading in db.execute(query):
                    yield load(Article, article), load(Reading, reading)

    def versions(self) -> frozenset[tuple[str, str]]:
        """The id of every article, each with a digest of all that is kept of it."""
        with self._engine.connect() as db:
            rows = db.execute(select(schema.article.c.id, schema.article.c.digest))
            return frozenset((row.id, row.digest) for row in rows)

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
            return _settle(db, entries, before)

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
            return _meta(db, "settled") == _state(db)

    def settle(self, entries: Entries, before: Settled | None = None) -> Settled:
        """Make the record's entries exactly ``entries``, in one transaction that leaves unchanged rows alone.

        Args:
            entries: what follows from all articles and judgements that are there.
            before: what an earlier call returned; if the store still holds it, only what differs is looked at.
        """
        with self._engine.begin() as db:
            return _settle(db, entries, before)

    def stands(self, settled: Settled) -> bool:
        """Whether the store's entries are those that were settled then."""
        with self._engine.connect() as db:
            return _meta(db, "settled") == settled.state

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
    parts = re.findall(r'"([^"]+)"|([^\s"]+)', words)
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


def _meta(db: Connection, key: str) -> str | None:
    value: str | None = db.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar()
    return value


def _set_meta(db: Connection, key: str, value: str) -> None:
    if not db.execute(update(schema.meta).where(schema.meta.c.key == key).values(value=value)).rowcount:
        db.execute(insert(schema.meta), [{"key": key, "value": value}])


def _state(db: Connection) -> str:
    """A digest of which articles and judgements are there and of the version that reconciled them."""
    digest = hashlib.sha256(__version__.encode())
    for columns in ((schema.article.c.id, schema.article.c.digest), (schema.judgement.c.id,)):
        for row in db.execute(select(*columns).order_by(columns[0])):
            digest.update("\0".join(row).encode())
    return digest.hexdigest()


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """``names`` in parts that a query can hold."""
    return (names[at : at + _MOST] for at in range(0, len(names), _MOST))


def _row(identifier: str) -> int:
    """The row of an entry or article in the full-text index, which finds nothing quickly but rows."""
    return int.from_bytes(hashlib.sha256(identifier.encode()).digest()[:8]) >> 1


def _index(db: Connection, identifier: str, kind: str, words: str) -> None:
    row = {"row": _row(identifier), "id": identifier, "kind": kind, "words": words}
    db.execute(text("INSERT INTO search (rowid, id, kind, words) VALUES (:row, :id, :kind, :words)"), row)


def _unindex(db: Connection, identifiers: Iterable[str]) -> None:
    rows = [{"row": _row(identifier)} for identifier in identifiers]
    if rows:
        db.execute(text("DELETE FROM search WHERE rowid = :row"), rows)


def _settle(db: Connection, entries: Entries, before: Settled | None) -> Settled:
    """Make the record's entries exactly ``entries``; unchanged rows are left alone."""
    held = before if before and _meta(db, "settled") == before.state else None
    coming, gone = _changed_since(held.entries, entries) if held else _changed(db, entries)
    going = _rows(db, sorted({*gone, *(entry.id for _, entry in coming)}))
    _remember(db, going, {entry.id: kind for kind, entry in coming})
    _forget(db, going)
    _insert(db, coming)
    _stand(db, entries, held.entries if held else None)
    db.execute(delete(schema.judged))
    if entries.judged:
        db.execute(insert(schema.judged), [{"judgement": one.judgement, "json": dump(one)} for one in entries.judged])
    settled = Settled(entries, _state(db))
    _set_meta(db, "settled", settled.state)
    return settled


_Changed = tuple[list[tuple[str, Entry]], set[str]]
"""The entries that come or change, each with its list, and the ids of those that go."""


def _changed_since(before: Entries, entries: Entries) -> _Changed:
    coming: list[tuple[str, Entry]] = []
    gone: set[str] = set()
    for kind in KINDS:
        held, now = getattr(before, kind), getattr(entries, kind)
        same = {id(entry) for entry in held} & {id(entry) for entry in now}
        old = {entry.id: entry for entry in held if id(entry) not in same}
        new = {entry.id: entry for entry in now if id(entry) not in same}
        coming += ((kind, entry) for name, entry in new.items() if old.get(name) != entry)
        gone |= old.keys() - new.keys()
    return coming, gone


def _changed(db: Connection, entries: Entries) -> _Changed:
    old = _rows(db)
    new = [(kind, entry) for kind in KINDS for entry in getattr(entries, kind)]
    coming = [(kind, entry) for kind, entry in new if entry.id not in old or dump(entry) != old[entry.id][1]]
    return coming, old.keys() - {entry.id for _, entry in new}


def _rows(db: Connection, names: Sequence[str] | None = None) -> dict[str, tuple[str, str]]:
    """For the id of every entry, or of some, its list and its JSON."""
    columns = schema.entry.c
    rows = select(columns.id, columns.kind, columns.json)
    wanted = [rows] if names is None else [rows.where(columns.id.in_(part)) for part in _parts(names)]
    return {row.id: (row.kind, row.json) for query in wanted for row in db.execute(query)}


def _stand(db: Connection, entries: Entries, before: Entries | None) -> None:
    """Keep the publication day of each article, and of which it is a copy."""
    old, new = (_standing(before) if before else {}), _standing(entries)
    gone = [name for name in old if new.get(name) != old[name]]
    table = schema.standing
    for part in _parts(gone) if before else ():
        db.execute(delete(table).where(table.c.article.in_(part)))
    if not before:
        db.execute(delete(table))
    rows = [
        {"article": name, "published": dump(day), "copy_of": copy}
        for name, (day, copy) in new.items()
        if old.get(name) != (day, copy)
    ]
    if rows:
        db.execute(insert(table), rows)


def _standing(entries: Entries) -> dict[str, tuple[When, str | None]]:
    copies = dict(entries.copies)
    return {name: (day, copies.get(name)) for name, day in entries.published}


def _remember(db: Connection, going: Mapping[str, tuple[str, str]], coming: Mapping[str, str]) -> None:
    """Note what is about to change, under a build of its own."""
    if not going and not coming:
        return
    number = (db.execute(select(func.max(schema.build.c.number))).scalar() or 0) + 1
    articles = db.execute(select(func.count()).select_from(schema.article)).scalar()
    on = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    db.execute(insert(schema.build), [{"number": number, "on": on, "articles": articles}])
    rows = [{"build": number, "entry": i, "kind": kind, "before": json} for i, (kind, json) in going.items()]
    rows += [{"build": number, "entry": i, "kind": k, "before": None} for i, k in coming.items() if i not in going]
    db.execute(insert(schema.history), rows)


def _forget(db: Connection, ids: Iterable[str]) -> None:
    for part in _parts(list(ids)):
        db.execute(delete(schema.evidence).where(schema.evidence.c.entry.in_(part)))
        db.execute(delete(schema.party).where(schema.party.c.entry.in_(part)))
        db.execute(delete(schema.entry).where(schema.entry.c.id.in_(part)))
        _unindex(db, part)


def _insert(db: Connection, entries: Sequence[tuple[str, Entry]]) -> None:
    for kind, entry in entries:
        row = row_of(kind, entry)
        db.execute(insert(schema.entry), [row])
        if parties := party_rows(entry):
            db.execute(insert(schema.party), parties)
        if evidence := evidence_rows(entry):
            db.execute(insert(schema.evidence), evidence)
        _index(db, entry.id, kind, row["words"])
