"""The name under which a browser corrects, kept from one correction to the next."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request, Response

_COOKIE = "rapporteur_name"
_YEAR = 365 * 24 * 3600


def signature(request: Request) -> str:
    """The name under which this browser corrected last; empty before the first time."""
    return unquote(request.cookies.get(_COOKIE, ""))


def keep(answer: Response, name: str) -> None:
    """Let the browser keep a name."""
    if name:
        answer.set_cookie(_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict", path="/")


__all__ = ["keep", "signature"]
