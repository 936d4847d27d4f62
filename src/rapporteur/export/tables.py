"""The record's lists as tables of plain strings: for the terminal, for CSV, for pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapporteur.export.labels import (
    LEVELS,
    label,
    names,
    openings_label,
    place_name,
    quoted,
    reason_label,
    subject_label,
)
from rapporteur.intake.article import Article
from rapporteur.record.codec import Entry
from rapporteur.record.judgements.judgement import Judgement
from rapporteur.record.model import Evidence, Position, StickingPoint
from rapporteur.record.record import Record
from rapporteur.record.rows import evidence_of, status_of

Cell = Callable[[Record, Any], str]


@dataclass(frozen=True, slots=True)
class Table:
    """A list as text: the head, and for each entry its id, its cells and the evidence it stands on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    evidence: tuple[tuple[Evidence, ...], ...]


def _when(_record: Record, entry: Any) -> str:
    return entry.when.edtf or "unknown"


def _sources(record: Record, entry: Any) -> str:
    articles = dict.fromkeys(piece.article for piece in evidence_of(entry))
    return ", ".join(dict.fromkeys(outlet_of(record, article) for article in articles))


def _roles(_record: Record, actor: Any) -> str:
    return ", ".join(dict.fromkeys(office.title for office in actor.offices))


def _versions(record: Record, entry: Any) -> str:
    return " | ".join(
        f"{v.value} ({', '.join(dict.fromkeys(outlet_of(record, a) for a in v.articles))})" for v in entry.versions
    )


def _holders(record: Record, issue: Any) -> tuple[str, ...]:
    """Who takes a position on an issue, those with most first."""
    held = Counter(position.party for position in record.positions if position.issue == issue.id)
    return tuple(party for party, _ in held.most_common())


def _span(record: Record, process: Any) -> str:
    """The first and the last day of a process's meetings, as far as they are known."""
    days = [meeting.when for meeting in record.meetings if meeting.id in process.meetings]
    first = min((day for when in days if (day := when.earliest or when.latest)), default=None)
    last = max((day for when in days if (day := when.latest or when.earliest)), default=None)
    return f"{first} to {last}" if first and last and first != last else str(first or "")


COLUMNS: Mapping[str, Mapping[str, Cell]] = {
    "meetings": {
        "when": _when,
        "status": lambda _, m: m.status.value,
        "parties": lambda r, m: names(r, m.parties, " – "),
        "people": lambda r, m: names(r, tuple(p.actor for p in m.participants)),
        "level": lambda _, m: LEVELS.get(m.level or "", ""),
        "place": lambda _, m: place_name(m),
        "sources": _sources,
    },
    "statements": {
        "when": _when,
        "speaker": lambda r, s: (r.name_of(s.speaker) or "unnamed") + (" (?)" if s.doubtful else ""),
        "words": lambda _, s: quoted(s),
        "source": _sources,
    },
    "positions": {
        "when": _when,
        "party": lambda r, p: r.name_of(p.party),
        "stance": lambda _, p: p.stance.value,
        "turn": lambda _, p: p.turn.value if p.turn else "",
        "issue": lambda r, p: label(r, r[p.issue]),
        "words": lambda _, p: p.text,
        "source": _sources,
    },
    "commitments": {
        "when": _when,
        "by": lambda r, c: names(r, c.by),
        "to": lambda r, c: names(r, c.to),
        "what": lambda _, c: c.what,
        "due": lambda _, c: c.due.edtf or "",
        "status": lambda _, c: c.status.value,
        "source": _sources,
    },
    "actors": {
        "name": lambda _, a: a.name,
        "kind": lambda _, a: a.kind.value,
        "party": lambda r, a: r.name_of(a.party),
        "offices": _roles,
        "also": lambda _, a: ", ".join(x for x in a.aliases if x != a.name),
    },
    "disagreements": {
        "about": lambda r, d: label(r, r[d.about]),
        "field": lambda _, d: d.field,
        "versions": _versions,
    },
    "issues": {
        "issue": label,
        "parties": lambda r, i: names(r, _holders(r, i)),
        "positions": lambda r, i: str(sum(p.issue == i.id for p in r.positions)),
        "also": lambda _, i: ", ".join(x for x in i.aliases if x != i.name),
    },
    "processes": {
        "process": label,
        "parties": lambda r, p: names(r, p.parties, " – "),
        "meetings": lambda _, p: str(len(p.meetings)),
        "between": _span,
        "issues": lambda r, p: "; ".join(label(r, r[issue]) for issue in p.issues if issue in r),
    },
    "sticking points": {
        "issue": subject_label,
        "parties": lambda r, s: names(r, s.parties, " – "),
        "why": reason_label,
        "opens if": openings_label,
    },
    "timeline": {
        "when": _when,
        "status": lambda _, e: status_of(e) or "",
        "what": label,
        "sources": _sources,
    },
    "events": {
        "when": _when,
        "actor": lambda r, e: names(r, e.actors),
        "type": lambda _, e: e.type,
        "mode": lambda _, e: e.mode or "",
        "recipient": lambda r, e: names(r, e.recipients),
        "realis": lambda _, e: e.realis.value,
        "source": _sources,
    },
}
"""For each list, its columns in order and how a cell is written.  Every table begins with the entry's id."""


def judgement_table(record: Record) -> Table:
    """What people decided, in their order."""
    columns = ("id", "when", "by", "verdict", "about", "to", "reason", "state")
    rows = tuple(_judgement_row(record, judgement) for judgement in record.judgements)
    return Table(columns, rows, tuple(() for _ in rows))


def article_table(record: Record, articles: Iterable[Article]) -> Table:
    """Articles, in the order given, with the one that each copies."""
    copies = record.copies()
    columns = ("id", "published", "outlet", "title", "byline", "file", "url", "copy of")
    rows = tuple(
        (
            article.id,
            article.published.edtf or "unknown",
            *(value or "" for value in (article.outlet, article.title, article.byline, article.file, article.url)),
            copies.get(article.id, ""),
        )
        for article in articles
    )
    return Table(columns, rows, tuple(() for _ in rows))


def _judgement_row(record: Record, judgement: Judgement) -> tuple[str, ...]:
    judged = record.judged(judgement.id)
    now = [label(record, record[name]) for name in judged.entries if name in record] if judged else []
    about = " | ".join(now or dict.fromkeys(reference.label for reference in judgement.about)) or judgement.undoes
    state = (judged.remark or "holds") if judged else "undoing" if judgement.undoes else "undone"
    set_to = f"{judgement.field}: {judgement.value}, was {judgement.was}" if judgement.field else ""
    day = judgement.on[:16].replace("T", " ")
    return judgement.id, day, judgement.by, judgement.verdict.value, about, set_to, judgement.reason, state


def outlet_of(record: Record, article: str) -> str:
    """What a reader calls an article's source: its outlet, or its file's name."""
    found = record.article(article)
    return found.outlet or found.file


def tabulate(record: Record, kind: str, entries: tuple[Entry, ...]) -> Table:
    """``entries`` of one list as a table, in the order given."""
    cells = COLUMNS[kind]
    rows = tuple((entry.id, *(cell(record, entry) for cell in cells.values())) for entry in entries)
    return Table(("id", *cells), rows, tuple(_evidence(record, entry) for entry in entries))


def _evidence(record: Record, entry: Entry) -> tuple[Evidence, ...]:
    """What an entry stands on; a sticking point stands on what its positions do."""
    if isinstance(entry, StickingPoint):
        held = (record[name] for name in entry.positions)
        return tuple(piece for position in held if isinstance(position, Position) for piece in position.evidence)
    return evidence_of(entry)
