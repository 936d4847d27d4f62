"""Corrections made on a page: each a judgement of somebody by name."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Form, Path, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from rapporteur.errors import UsageError
from rapporteur.record.judgements.additions import NEEDED
from rapporteur.record.model import Actor, Issue
from rapporteur.record.record import Record
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks
from rapporteur.web.signature import keep
from rapporteur.web.templating import texts

Word = Annotated[str, Form()]
Words = Annotated[Sequence[str], Form()]
Kind = Annotated[str, Path(json_schema_extra={"enum": [*NEEDED]})]
_SIGNED = {name: {"type": "string"} for name in ("token", "by", "reason", "back")}
_ADDED = {
    "type": "object",
    "properties": _SIGNED | {"words": {"type": "string"}},
    "additionalProperties": {"type": "string"},
}
"""The form that adds an entry."""


def take(app: FastAPI, desk: Desk, locks: Locks) -> None:
    """Add the addresses to which pages send corrections."""

    @app.post("/judge/{verdict}/{name}", status_code=303, response_class=RedirectResponse)
    def judge(
        request: Request,
        verdict: Annotated[str, Path(json_schema_extra={"enum": [*_VERDICTS]})],
        name: str,
        token: Word = "",
        by: Word = "",
        reason: Word = "",
        other: Word = "",
        part: Words = (),
        field: Word = "",
        value: Word = "",
        back: Word = "/",
    ) -> Response:
        """Decide about an entry."""
        _check(request, locks, token)
        parts = " ".join(part)
        given = {"other": other.strip() or parts, "field": field.strip(), "value": value.strip()}
        make = _VERDICTS.get(verdict)
        if make is None:
            raise UsageError(f"There is no verdict {verdict!r}.", hint=f"There are: {', '.join(_VERDICTS)}.")
        desk.change(lambda record: make(record, name, given, _signed(by, reason)))
        left = name in desk.view.record  # what is judged wrong has no page to go back to
        return _back(f"{back}#judged" if left else "/judgements", by)

    @app.post(
        "/add/{kind}/{article}",
        status_code=303,
        response_class=RedirectResponse,
        openapi_extra={"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": _ADDED}}}},
    )
    async def add(request: Request, kind: Kind, article: str) -> Response:
        """Add an entry from words of an article; every other field of the form is a field of the entry."""
        form = {key: str(value).strip() for key, value in (await request.form()).items()}
        _check(request, locks, form.pop("token", ""))
        by, reason, back = form.pop("by", ""), form.pop("reason", ""), form.pop("back", f"/articles/{article}")
        words = form.pop("words", "")
        fields = {key: value for key, value in form.items() if value}
        signed = _signed(by, reason)
        await run_in_threadpool(
            desk.change, lambda record: record.judge.add(kind, article, words, fields, **signed)
        )  # pages are answered meanwhile
        return _back(back, by)

    @app.post("/undo/{judgement}", status_code=303, response_class=RedirectResponse)
    def undo(
        request: Request, judgement: str, token: Word = "", by: Word = "", reason: Word = "", back: Word = "/judgements"
    ) -> Response:
        """Let a judgement hold no more."""
        _check(request, locks, token)
        desk.change(lambda record: record.judge.undo(judgement, **_signed(by, reason)))
        return _back(back, by)


def _check(request: Request, locks: Locks, token: str) -> None:
    if not hmac.compare_digest(token.encode(), locks.token(request.state.session).encode()):
        raise UsageError(texts()["errors"]["refused"] + ".", hint=texts()["errors"]["token"])


def _signed(by: str, reason: str) -> dict[str, str]:
    return {"by": by.strip(), "reason": reason.strip()}


def _back(to: str, by: str) -> Response:
    """To the page from which a correction came, if it is one of ours."""
    ours = to.startswith("/") and not to.startswith(("//", "/\\"))
    answer = RedirectResponse(quote(to, safe="/?&=%#:+") if ours else "/", 303)
    keep(answer, by.strip())
    return answer


def _entry_named(record: Record, name: str) -> str:
    """The id of what a person calls so: an id, the address of its page, or the name of an actor or issue."""
    last = name.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
    if last in record:
        return last
    wanted = name.casefold()
    things: list[Actor | Issue] = [*record.actors, *record.issues]
    found = [one.id for one in things if wanted in map(str.casefold, (one.name, *one.aliases))]
    if len(found) != 1:
        many = "Several are" if found else "Nothing is"
        raise UsageError(f"{many} called {name!r}.", hint=texts()["errors"]["other"])
    return found[0]


_Make = Callable[[Record, str, Mapping[str, str], Mapping[str, str]], object]
_VERDICTS: Mapping[str, _Make] = {
    "right": lambda record, name, _, signed: record.judge.right(name, **signed),
    "wrong": lambda record, name, _, signed: record.judge.wrong(name, **signed),
    "same": lambda record, name, given, signed: record.judge.same(name, _entry_named(record, given["other"]), **signed),
    "not-same": lambda record, name, given, signed: record.judge.not_same(
        name, articles=[word for word in given["other"].split() if word], **signed
    ),
    "value": lambda record, name, given, signed: record.judge.value(name, given["field"], given["value"], **signed),
}
"""What can be decided about an entry."""


__all__ = ["take"]
