"""The password, where the desk asks for one."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rapporteur.web.guard import ENTRANCE, SESSION, Locks
from rapporteur.web.templating import page


def open_door(app: FastAPI, locks: Locks) -> None:
    """Add the page that asks for the password."""

    @app.get(ENTRANCE, response_class=HTMLResponse)
    def entrance(request: Request) -> Response:
        """Ask for the password."""
        return page(request, "entrance", None, wrong=False)

    @app.post(ENTRANCE, status_code=303, response_class=RedirectResponse)
    def enter(request: Request, password: Annotated[str, Form()] = "", token: Annotated[str, Form()] = "") -> Response:
        """Take the password."""
        session = request.state.session
        if token != locks.token(session) or not locks.opens(password):
            return page(request, "entrance", None, status=403, wrong=True)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(f"{SESSION}_pass", locks.pass_of(session), httponly=True, samesite="strict", path="/")
        return answer


__all__ = ["open_door"]
