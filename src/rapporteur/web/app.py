"""The desk as a web application: addresses, and the page that each shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from rapporteur._version import __version__
from rapporteur.errors import NotInRecordError, RapporteurError
from rapporteur.record.codec import KINDS
from rapporteur.record.model import Actor, Issue, Meeting, Process
from rapporteur.web import corrections, drawn, entrance, take_away
from rapporteur.web.described import LED_ON, REFUSED, asks, asks_of_list
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Guard, Locks
from rapporteur.web.links import link
from rapporteur.web.pages import entry as entries
from rapporteur.web.pages import in_the_way, lists, matrix, overview, reader
from rapporteur.web.pages.search import search
from rapporteur.web.templating import page, texts
from rapporteur.web.view import View

Thing = TypeVar("Thing")
_OWN: Mapping[str, tuple[type[Any], Callable[[View, Any], dict[str, Any]]]] = {
    "meetings": (Meeting, entries.meeting),
    "actors": (Actor, entries.actor),
    "issues": (Issue, entries.issue),
    "processes": (Process, entries.process),
}
"""The lists whose entries have a page of their own kind."""


def create_app(desk: Desk, locks: Locks) -> FastAPI:
    """The application.

    Args:
        desk: the record at work.
        locks: who is answered.
    """
    app = FastAPI(title="Rapporteur desk", version=__version__, docs_url=None, redoc_url=None, responses={**REFUSED})
    app.state.desk, app.state.locks = desk, locks
    app.mount("/static", StaticFiles(directory=Path(str(files("rapporteur.web"))) / "static"), name="static")
    _show_pages(app, desk)
    _show_lists(app, desk)
    _show_entries(app, desk)
    drawn.show(app, desk)
    take_away.offer(app, desk)
    corrections.take(app, desk, locks)
    entrance.open_door(app, locks)
    _say_errors(app, desk)
    app.add_middleware(Guard, locks=locks)
    return app


def _show_pages(app: FastAPI, desk: Desk) -> None:
    @app.get("/", response_class=HTMLResponse)
    def at_a_glance(request: Request) -> Response:
        """What is new, to come, in the way, and due."""
        view = desk.view
        return page(request, "overview", view, **overview.overview(view))

    @app.get("/positions", response_class=HTMLResponse, openapi_extra=asks_of_list("positions"))
    def positions(request: Request) -> Response:
        """Parties against issues."""
        view = desk.view
        return page(request, "positions", view, **matrix.positions(view, request.query_params))

    @app.get("/sticking-points", response_class=HTMLResponse)
    def sticking_points(request: Request) -> Response:
        """What blocks what."""
        view = desk.view
        return page(request, "sticking_points", view, **in_the_way.sticking_points(view))

    @app.get("/search", response_class=HTMLResponse, openapi_extra=asks(("q", "kind"), kind=(*KINDS, "articles")))
    def found(request: Request) -> Response:
        """Articles and entries that hold some words."""
        view = desk.view
        return page(request, "search", view, **search(view, request.query_params))

    @app.get("/judgements", response_class=HTMLResponse)
    def judgements(request: Request) -> Response:
        """What people decided."""
        return page(request, "judgements", desk.view, judgements=list(reversed(desk.view.record.judgements)))


def _show_lists(app: FastAPI, desk: Desk) -> None:
    @app.get("/actors", response_class=HTMLResponse, openapi_extra=asks_of_list("actors", "page"))
    def actors(request: Request) -> Response:
        """Who acts."""
        view = desk.view
        return page(request, "actors", view, **lists.actors(view, request.query_params))

    @app.get("/articles", response_class=HTMLResponse, openapi_extra=asks_of_list("articles", "page"))
    def articles(request: Request) -> Response:
        """What was read."""
        view = desk.view
        return page(request, "articles", view, **lists.articles(view, request.query_params))

    def list_of(kind: str) -> Callable[[Request], Response]:
        def shown(request: Request) -> Response:
            view = desk.view
            return page(request, "list", view, **lists.listed(view, kind, request.query_params))

        shown.__name__, shown.__doc__ = f"list_{kind}", f"The {kind}, narrowed."
        return shown

    for kind in lists.LISTS:
        path = f"/{kind}" if kind != "positions" else "/positions/list"
        app.get(path, response_class=HTMLResponse, openapi_extra=asks_of_list(kind, "page"))(list_of(kind))


def _show_entries(app: FastAPI, desk: Desk) -> None:
    @app.get("/articles/{name}", response_class=HTMLResponse)
    def article(request: Request, name: str) -> Response:
        """An article whole."""
        view = desk.view
        return page(request, "article", view, **reader.reader(view, _known(view.articles, name)))

    @app.get("/entries/{name}", response_class=HTMLResponse, responses={**LED_ON})
    def entry(request: Request, name: str) -> Response:
        """An entry whole, or the way to its own page."""
        view = desk.view
        thing = view.record[name]
        if not link(thing).startswith("/entries/") or thing.id != name:
            return RedirectResponse(link(thing), 303)
        return page(request, "entry", view, **entries.entry(view, thing))  # type: ignore[arg-type]

    def page_of(kind: str) -> Callable[[Request, str], Response]:
        cls, shows = _OWN[kind]

        def shown(request: Request, name: str) -> Response:
            view = desk.view
            thing = view.record[name]
            if not isinstance(thing, cls):
                raise NotInRecordError(f"{name} is not one of the {kind}.", hint=texts()["errors"]["not_found_hint"])
            if thing.id != name:  # it was joined with another
                return RedirectResponse(link(thing), 303)
            return page(
                request,
                kind.removesuffix("s").removesuffix("e") if kind == "processes" else kind[:-1],
                view,
                **shows(view, thing),
            )

        shown.__name__, shown.__doc__ = f"one_of_{kind}", f"One of the {kind}."
        return shown

    for kind in _OWN:
        app.get(f"/{kind}/{{name}}", response_class=HTMLResponse, responses={**LED_ON})(page_of(kind))


def _known(things: Mapping[str, Thing], name: str) -> Thing:
    if name not in things:
        raise NotInRecordError(f"There is no {name} in the record.", hint=texts()["errors"]["not_found_hint"])
    return things[name]


def _say_errors(app: FastAPI, desk: Desk) -> None:
    words = texts()["errors"]

    @app.exception_handler(RapporteurError)
    def refused(request: Request, error: RapporteurError) -> Response:
        status = 404 if isinstance(error, NotInRecordError) else 400
        return page(request, "error", desk.view, status=status, message=error.message, hint=error.hint)

    @app.exception_handler(HTTPException)
    def not_found(request: Request, error: HTTPException) -> Response:
        message = words["not_found"] if error.status_code == 404 else str(error.detail)
        return page(
            request, "error", desk.view, status=error.status_code, message=message, hint=words["not_found_hint"]
        )

    @app.exception_handler(RequestValidationError)
    def misunderstood(request: Request, error: RequestValidationError) -> Response:
        return page(
            request, "error", desk.view, status=400, message=words["refused"], hint=str(error.errors()[0]["msg"])
        )


__all__ = ["create_app"]
