"""Writing to a record's tables: entries, of which only those are touched that differ, and what is noted beside them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, text, update

from rapporteur._version import __version__
from rapporteur.record import schema
from rapporteur.record.codec import KINDS, Entry, dump
from rapporteur.record.model import Entries
from rapporteur.record.rows import evidence_rows, party_rows, row_of
from rapporteur.when import When

_MOST = 500
"""Values in one query: SQLite takes no more than some thousand."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Entries as a store holds them, and the state of its articles and judgements from which they follow."""

    entries: Entries
    state: str


def meta(db: Connection, key: str) -> str | None:
    """What a store notes under a key."""
    value: str | None = db.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar()
    return value


def set_meta(db: Connection, key: str, value: str) -> None:
    """Note something under a key."""
    if not db.execute(update(schema.meta).where(schema.meta.c.key == key).values(value=value)).rowcount:
        db.execute(insert(schema.meta), [{"key": key, "value": value}])


def state_of(db: Connection) -> str:
    """A digest of which articles and judgements are there and of the version that reconciled them."""
    digest = hashlib.sha256(__version__.encode())
    for columns in ((schema.article.c.id, schema.article.c.digest), (schema.judgement.c.id,)):
        for row in db.execute(select(*columns).order_by(columns[0])):
            digest.update("\0".join(row).encode())
    return digest.hexdigest()


def parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """``names`` in parts that a query can hold."""
    return (names[at : at + _MOST] for at in range(0, len(names), _MOST))


def _row(identifier: str) -> int:
    """The row of an entry or article in the full-text index, which finds nothing quickly but rows."""
    return int.from_bytes(hashlib.sha256(identifier.encode()).digest()[:8]) >> 1


def index(db: Connection, identifier: str, kind: str, words: str) -> None:
    """Let an entry or article be found by its words."""
    row = {"row": _row(identifier), "id": identifier, "kind": kind, "words": words}
    db.execute(text("INSERT INTO search (rowid, id, kind, words) VALUES (:row, :id, :kind, :words)"), row)


def unindex(db: Connection, identifiers: Iterable[str]) -> None:
    """Let entries or articles not be found any more."""
    rows = [{"row": _row(identifier)} for identifier in identifiers]
    if rows:
        db.execute(text("DELETE FROM search WHERE rowid = :row"), rows)


def settle(db: Connection, entries: Entries, before: Settled | None) -> Settled:
    """Make the record's entries exactly ``entries``; unchanged rows are left alone."""
    held = before if before and meta(db, "settled") == before.state else None
    coming, gone = _changed_since(held.entries, entries) if held else _changed(db, entries)
    going = _rows(db, sorted({*gone, *(entry.id for _, entry in coming)}))
    _remember(db, going, {entry.id: kind for kind, entry in coming})
    _forget(db, going)
    _insert(db, coming)
    _stand(db, entries, held.entries if held else None)
    db.execute(delete(schema.judged))
    if entries.judged:
        db.execute(insert(schema.judged), [{"judgement": one.judgement, "json": dump(one)} for one in entries.judged])
    settled = Settled(entries, state_of(db))
    set_meta(db, "settled", settled.state)
    return settled


_Changed = tuple[list[tuple[str, Entry]], set[str]]
"""The entries that come or change, each with its list, and the ids of those that go."""


def _changed_since(before: Entries, entries: Entries) -> _Changed:
    coming: list[tuple[str, Entry]] = []
    gone: set[str] = set()
    for kind in KINDS:
        held, now = getattr(before, kind), getattr(entries, kind)
        of_held, of_now = dict(zip(map(id, held), held, strict=True)), dict(zip(map(id, now), now, strict=True))
        old = {of_held[same].id: of_held[same] for same in of_held.keys() - of_now.keys()}
        new = {of_now[same].id: of_now[same] for same in of_now.keys() - of_held.keys()}
        coming += ((kind, new[name]) for name in sorted(new) if old.get(name) != new[name])
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
    wanted = [rows] if names is None else [rows.where(columns.id.in_(part)) for part in parts(names)]
    return {row.id: (row.kind, row.json) for query in wanted for row in db.execute(query)}


def _stand(db: Connection, entries: Entries, before: Entries | None) -> None:
    """Keep the publication day of each article, and of which it is a copy."""
    old, new = (_standing(before) if before else {}), _standing(entries)
    gone = [name for name in old if new.get(name) != old[name]]
    table = schema.standing
    for part in parts(gone) if before else ():
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
    for part in parts(list(ids)):
        db.execute(delete(schema.evidence).where(schema.evidence.c.entry.in_(part)))
        db.execute(delete(schema.party).where(schema.party.c.entry.in_(part)))
        db.execute(delete(schema.entry).where(schema.entry.c.id.in_(part)))
        unindex(db, part)


def _insert(db: Connection, entries: Sequence[tuple[str, Entry]]) -> None:
    for kind, entry in entries:
        row = row_of(kind, entry)
        db.execute(insert(schema.entry), [row])
        if parties := party_rows(entry):
            db.execute(insert(schema.party), parties)
        if evidence := evidence_rows(entry):
            db.execute(insert(schema.evidence), evidence)
        index(db, entry.id, kind, row["words"])


__all__ = ["Settled", "index", "meta", "parts", "set_meta", "settle", "state_of", "unindex"]
