"""Pages from templates: escaped, in the words of ``texts.yaml``, with the names and days that the record gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

import yaml
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from rapporteur._version import __version__
from rapporteur.export.characters import holdable
from rapporteur.export.sections.words import (
    counted,
    date_words,
    day_of,
    level_words,
    moment_words,
    one_line,
    plain,
    shortened,
    value_words,
    when_words,
)
from rapporteur.web.links import link
from rapporteur.web.signature import signature
from rapporteur.web.view import View


def page(request: Request, template: str, view: View | None, *, status: int = 200, **things: Any) -> HTMLResponse:
    """A page.

    Args:
        request: what is answered.
        template: the file in ``templates/``, without its ending.
        view: the record; ``None`` before the password.
        status: the HTTP status.
        things: what the template shows.
    """
    whole = _environment().get_template(f"{template}.html.j2")
    query = request.query_params
    return HTMLResponse(
        whole.render(
            view=view,
            path=request.url.path,
            query=query,
            token=request.state.token,
            back=_sent_from(request),
            signature=signature(request),
            here=lambda path=request.url.path, **changed: _here(request, path, changed),
            **things,
        ),
        status,
    )


def _sent_from(request: Request) -> str:
    """The page whose form was sent; empty for what is only read.  The guard let in none of another site."""
    sent = urlsplit(request.headers.get("referer", ""))
    path = f"{quote(unquote(sent.path))}?{sent.query}" if sent.query else quote(unquote(sent.path))
    return path if request.method == "POST" and path.startswith("/") and not path.startswith("//") else ""


def _here(request: Request, path: str, changed: Mapping[str, Any]) -> str:
    """This page's address, or another's, with this one's query, some of it otherwise; what is empty is left out."""
    query = dict(request.query_params) | {name: str(value) for name, value in changed.items()}
    left = {name: value for name, value in query.items() if value}
    return f"{quote(path)}?{urlencode(left)}" if left else quote(path)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("rapporteur.web", "templates"), PrefixLoader({"export": _of_export()})]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"t": texts(), "version": __version__, "link": link, "counted": counted}
    made.filters |= {
        "date": _date,
        "fact": lambda value, field: value_words(field, value),
        "moment": moment_words,
        "day": day_of,
        "when": lambda when: when_words(when, short=True),
        "level": level_words,
        "plain": plain,
        "one_line": one_line,
        "shortened": shortened,
    }
    return made


def _date(day: dt.date | str | None) -> str:
    """A day, or an ISO date, in short words; empty where there is none."""
    return date_words(dt.date.fromisoformat(str(day)), short=True) if day else ""


def _of_export() -> PackageLoader:
    """The templates of the exports: what they draw is drawn here too."""
    return PackageLoader("rapporteur.export", "templates")


@cache
def texts() -> Mapping[str, Any]:
    """The words of ``texts.yaml``."""
    loader = PackageLoader("rapporteur", "web")
    source, _, _ = loader.get_source(Environment(autoescape=True), "texts.yaml")
    found: Mapping[str, Any] = yaml.safe_load(source)
    return found


def _text(value: Any) -> Any:
    """What a page can hold of a value."""
    return holdable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


__all__ = ["page", "texts"]
