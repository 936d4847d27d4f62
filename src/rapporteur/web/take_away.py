"""What can be taken away: lists as they are filtered, the whole record, the dossier, and meetings for a calendar."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import Response

from rapporteur.errors import NotInRecordError
from rapporteur.export.calendar_ics import calendar_ics, in_calendar
from rapporteur.export.dossier import dossier_html
from rapporteur.export.dossier_docx import dossier_docx
from rapporteur.export.record_json import article_value, entry_value, judgement_values, record_json
from rapporteur.export.table_csv import table_csv
from rapporteur.export.tables import Table, article_table, judgement_table, tabulate
from rapporteur.record.model import Meeting
from rapporteur.record.record import Record
from rapporteur.web.described import asks_of_list, gives
from rapporteur.web.desk import Desk
from rapporteur.web.pages import lists
from rapporteur.web.templating import texts
from rapporteur.web.view import View

Query = Mapping[str, str]
_CSV, _JSON, _ICS = "text/csv; charset=utf-8", "application/json", "text/calendar; charset=utf-8"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WHOLE: Mapping[str, tuple[str, Callable[[Record], str | bytes]]] = {
    "record.json": (_JSON, record_json),
    "dossier.html": ("text/html; charset=utf-8", dossier_html),
    "dossier.docx": (_WORD, dossier_docx),
    "meetings.ics": (_ICS, calendar_ics),
}
"""Files of the whole record: the type of each, and what writes it."""
_TABLED = (*lists.LISTS, "sticking_points")
_OF_THEIR_OWN: Mapping[str, tuple[Callable[[View, Query], Table], Callable[[View, Query], list[Any]]]] = {
    "actors": (
        lambda view, query: tabulate(view.record, "actors", tuple(lists.kept_actors(view, query))),
        lambda view, query: [*map(entry_value, lists.kept_actors(view, query))],
    ),
    "articles": (
        lambda view, query: article_table(view.record, lists.kept_articles(view, query)),
        lambda view, query: [article_value(one, view.copies.get(one.id)) for one in lists.kept_articles(view, query)],
    ),
    "judgements": (
        lambda view, _: judgement_table(view.record),
        lambda view, _: judgement_values(view.record),
    ),
}
"""Lists with filters of their own: the table of each, and its entries as JSON."""


def offer(app: FastAPI, desk: Desk) -> None:
    """Add the addresses of what can be taken away."""
    for name, (content_type, _) in _WHOLE.items():
        app.get(f"/take/{name}", response_class=Response, responses=gives(content_type))(_whole(desk, name))

    @app.get("/take/meetings/{name}.ics", response_class=Response, responses=gives(_ICS))
    def meeting(name: str) -> Response:
        """One meeting for a calendar."""
        record = desk.view.record
        found = record[name]
        if not isinstance(found, Meeting) or not in_calendar(found):
            raise NotInRecordError(f"{name} is no meeting of a known day.", hint=texts()["errors"]["not_found_hint"])
        return _file(f"{found.id}.ics", _ICS, calendar_ics(record, [found]))

    for kind in (*_TABLED, *_OF_THEIR_OWN):
        _offer_list(app, desk, kind)


def _offer_list(app: FastAPI, desk: Desk, kind: str) -> None:
    def as_csv(request: Request) -> Response:
        table = _table(desk.view, kind, request.query_params)
        return _file(f"{kind}.csv", _CSV, table_csv(table, evidence=request.query_params.get("evidence") == "1"))

    def as_json(request: Request) -> Response:
        values = _values(desk.view, kind, request.query_params)
        return _file(f"{kind}.json", _JSON, json.dumps(values, ensure_ascii=False, indent=1) + "\n")

    as_csv.__name__, as_csv.__doc__ = f"take_{kind}_csv", f"The {kind} as their page shows them, whole, as CSV."
    as_json.__name__, as_json.__doc__ = f"take_{kind}_json", f"The {kind} as their page shows them, whole, as JSON."
    for ending, taken, answer, others in (
        ("csv", as_csv, gives(_CSV), ("evidence",)),
        ("json", as_json, gives(_JSON, type="array", items={"type": "object"}), ()),
    ):
        asked = asks_of_list(kind, *others)
        app.get(f"/take/{kind}.{ending}", response_class=Response, responses=answer, openapi_extra=asked)(taken)


def _whole(desk: Desk, name: str) -> Callable[[], Response]:
    kind, write = _WHOLE[name]

    def taken() -> Response:
        return _file(name, kind, write(desk.view.record))

    taken.__name__, taken.__doc__ = f"take_{name.replace('.', '_')}", f"The whole record as {name}."
    return taken


def _table(view: View, kind: str, query: Query) -> Table:
    if kind in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[kind][0](view, query)
    return tabulate(view.record, kind.replace("_", " "), tuple(lists.kept(view, kind, query)))


def _values(view: View, kind: str, query: Query) -> list[Any]:
    if kind in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[kind][1](view, query)
    return [entry_value(entry) for entry in lists.kept(view, kind, query)]


def _file(name: str, kind: str, content: str | bytes) -> Response:
    """A file to be kept, never shown: what is no letter, digit or sign of a name becomes ``_`` in its name."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    # characters that UTF-8 cannot hold come from broken files
    body = content.encode(errors="replace") if isinstance(content, str) else content
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="{safe}"'})


__all__ = ["offer"]
