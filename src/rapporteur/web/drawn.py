"""The addresses of what is drawn: the timeline and the map."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from rapporteur.web.described import asks_of_list
from rapporteur.web.desk import Desk
from rapporteur.web.pages.places import places
from rapporteur.web.pages.timeline import timeline
from rapporteur.web.templating import page


def show(app: FastAPI, desk: Desk) -> None:
    """Add the pages that are drawings first."""

    @app.get("/timeline", response_class=HTMLResponse, openapi_extra=asks_of_list("meetings", "page"))
    def meetings_by_day(request: Request) -> Response:
        """Meetings by day and level."""
        view = desk.view
        return page(request, "timeline", view, **timeline(view, request.query_params))

    @app.get("/map", response_class=HTMLResponse, openapi_extra=asks_of_list("meetings", "page"))
    def meetings_by_place(request: Request) -> Response:
        """Meetings by place."""
        view = desk.view
        return page(request, "map", view, **places(view, request.query_params))


__all__ = ["show"]
