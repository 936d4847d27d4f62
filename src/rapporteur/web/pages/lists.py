"""Lists of entries: narrowed by filters, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapporteur.analysis.timeline import chronological
from rapporteur.intake.article import Article
from rapporteur.reading.claims import ActorKind, Fulfilment, Stance, Status
from rapporteur.record.codec import Entry
from rapporteur.record.model import Actor, Process
from rapporteur.web.filters import FIELDS, Filters, part
from rapporteur.web.view import View

LISTS = ("meetings", "statements", "positions", "commitments", "events", "disagreements", "processes", "issues")
"""The lists that are shown as such; actors and articles have pages of their own making."""
STATUSES: Mapping[str, Sequence[str]] = {
    "meetings": [status.value for status in Status],
    "positions": [stance.value for stance in Stance],
    "commitments": [status.value for status in Fulfilment if status not in (Fulfilment.POSTPONED, Fulfilment.UNKNOWN)],
    "statements": ["direct", "indirect", "mixed"],
}
_OWN: Mapping[str, Sequence[str]] = {"actors": ("kind", "about"), "articles": ("outlet", "about"), "judgements": ()}
"""The filters of lists that have filters of their own."""
_OF_MEETINGS = frozenset({"format", "place"})
_MOST = 200
"""Choices in a filter: the most frequent."""


def listed(view: View, kind: str, query: Mapping[str, str]) -> dict[str, Any]:
    """A list of entries as an address asks for it.

    Args:
        view: the record.
        kind: one of `LISTS`.
        query: the address's filters and page.

    Raises:
        UsageError: a filter is none.
    """
    found = kept(view, kind, query)
    return {"kind": kind, "filters": Filters.of(query), "part": part(found, query), "choices": choices(view, kind)}


def kept(view: View, kind: str, query: Mapping[str, str]) -> Sequence[Entry]:
    """What a list has after its filters, whole; the arguments are those of `listed`."""
    return Filters.of(query).keep(view, in_order(view, kind))


def in_order(view: View, kind: str) -> Sequence[Entry]:
    """The entries of a list by day; what has none by how much there is of it, then by name."""
    entries: Sequence[Any] = getattr(view.entries, kind)
    if entries and hasattr(entries[0], "when"):
        return chronological(entries)
    return sorted(entries, key=lambda entry: (-_size(view, entry), view.label(entry).casefold(), entry.id))


def _size(view: View, entry: Entry) -> int:
    """How many meetings a process has, or positions an issue."""
    return len(entry.meetings) if isinstance(entry, Process) else len(view.positions_on.get(entry.id, ()))


def choices(view: View, kind: str) -> dict[str, Sequence[tuple[str, str]]]:
    """What each filter of a list can be set to: values with what a reader calls them."""
    parties = [
        a for a in view.entries.actors if a.kind in (ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)
    ]
    found: dict[str, Sequence[tuple[str, str]]] = {
        "party": _named(view, parties),
        "process": [(process.id, process.name) for process in view.entries.processes][:_MOST],
        "outlet": [(name, name) for name, _ in _outlets(view).most_common(_MOST)],
    }
    if kind in STATUSES:
        found["status"] = [(status, status.replace("_", " ")) for status in STATUSES[kind]]
    if kind == "meetings":
        forms = Counter(form for m in view.meetings for form in (m.format, m.named_format) if form)
        found["format"] = [(form, form) for form, _ in forms.most_common(_MOST)]
        found["place"] = [(place, place) for place in list(view.places)[:_MOST]]
    return found


def filters_of(kind: str) -> Sequence[str]:
    """The names of the filters that can narrow a list."""
    if kind in _OWN:
        return _OWN[kind]
    no = _OF_MEETINGS if kind != "meetings" else frozenset()
    return [name for name in FIELDS if name not in no and (name != "status" or kind in STATUSES)]


def actors(view: View, query: Mapping[str, str]) -> dict[str, Any]:
    """The actors, those who take part in most first."""
    found = kept_actors(view, query)
    return {"part": part(found, query), "kinds": [kind.value for kind in ActorKind], "about": _words(query)}


def kept_actors(view: View, query: Mapping[str, str]) -> Sequence[Actor]:
    """The actors that an address asks for by ``kind`` and ``about``, whole and in order."""
    words, kind = _words(query), query.get("kind", "")
    kinds = [one.value for one in ActorKind]
    return [
        actor
        for actor in sorted(view.entries.actors, key=lambda a: (-view.weight[a.id], a.name.casefold(), a.id))
        if (not words or any(words in name.casefold() for name in (actor.name, *actor.aliases)))
        and (kind not in kinds or actor.kind.value == kind)
    ]


def articles(view: View, query: Mapping[str, str]) -> dict[str, Any]:
    """The articles by day, those without one last."""
    found = kept_articles(view, query)
    return {"part": part(found, query), "outlets": [name for name, _ in _outlets(view).most_common(_MOST)]}


def kept_articles(view: View, query: Mapping[str, str]) -> Sequence[Article]:
    """The articles that an address asks for by ``outlet`` and ``about``, whole and in order."""
    words, outlet = _words(query), query.get("outlet", "")
    ordered = sorted(
        view.articles.values(),
        key=lambda a: (str(a.published.earliest or a.published.latest or "9999"), a.outlet or a.file, a.id),
    )
    return [
        article
        for article in ordered
        if (not words or words in f"{article.title or ''} {article.file}".casefold())
        and (not outlet or view.outlet(article.id) == outlet)
    ]


def _words(query: Mapping[str, str]) -> str:
    return query.get("about", "").casefold().strip()


def _named(view: View, found: Iterable[Actor]) -> list[tuple[str, str]]:
    most = sorted(found, key=lambda actor: (-view.weight[actor.id], actor.name))[:_MOST]
    return sorted(((actor.id, actor.name) for actor in most), key=lambda choice: choice[1].casefold())


def _outlets(view: View) -> Counter[str]:
    return Counter(view.outlet(name) for name in view.articles)


__all__ = [
    "LISTS",
    "actors",
    "articles",
    "choices",
    "filters_of",
    "in_order",
    "kept",
    "kept_actors",
    "kept_articles",
    "listed",
]
