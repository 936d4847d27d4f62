"""Keeps strangers out of the desk: which hosts it answers, who may change something, what a page may do, a password.

Pure ASGI, so that nothing, not even an error or a file, leaves without the headers.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SESSION = "rapporteur_desk"
"""The cookie of a browser: a random word, and a seal on it."""
TOKEN = "token"  # noqa: S105 - the name of a form's field
ENTRANCE = "/enter"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_YEAR = 365 * 24 * 3600

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and do: nothing from anywhere else, no script or style within the page."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


_DEFECT = PlainTextResponse("Something went wrong. Please report it with what you did.\n", 500)


@dataclass(frozen=True)
class Locks:
    """What the guard goes by.

    Args:
        hosts: the names, with the port if it is not 80, under which the desk answers.
        password: asked of everybody, if there is one.
        secret: seals cookies and tokens; new for each start, so that an old page cannot act on a new desk.
    """

    hosts: frozenset[str]
    password: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def seal(self, *words: str) -> str:
        """What only this desk can have written of ``words``."""
        return hmac.new(self.secret, "\0".join(words).encode(), hashlib.sha256).hexdigest()

    def token(self, session: str) -> str:
        """What a form must hold to change something."""
        return self.seal("token", session)

    def pass_of(self, session: str) -> str:
        """What a browser holds that gave the password."""
        return self.seal("passed", session, self.password)

    def opens(self, password: str) -> bool:
        """Whether it is the password."""
        return hmac.compare_digest(password.encode(), self.password.encode())


def hosts_of(host: str, port: int) -> frozenset[str]:
    """The names under which a desk at an address answers: its own, and those of the machine itself."""
    names = {host, "127.0.0.1", "localhost", "[::1]"} if is_here(host) else {host}
    names = {f"[{name}]" if ":" in name and not name.startswith("[") else name for name in names}
    return frozenset({*(f"{name}:{port}" for name in names), *(names if port in (80, 443) else ())})


def is_here(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    return host in ("127.0.0.1", "localhost", "::1", "[::1]")


class Guard:
    """The outermost layer of the desk."""

    def __init__(self, app: ASGIApp, locks: Locks) -> None:
        self._app, self._locks = app, locks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or ask for the password."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        session, is_new = self._session(headers)
        scope.setdefault("state", {})["session"] = session
        scope["state"]["token"] = self._locks.token(session)
        refusal = self._refusal(scope, headers) or self._entrance(scope, headers, session)
        sending = _Sending(send, self._cookie(session) if is_new else None)
        try:
            await (refusal or self._app)(scope, receive, sending)
        except Exception:
            if not sending.begun:
                await _DEFECT(scope, receive, sending)
            raise  # the server tells whoever runs it

    def _session(self, headers: Headers) -> tuple[str, bool]:
        word, _, seal = _cookies(headers).get(SESSION, "").partition(".")
        if word and hmac.compare_digest(seal.encode(), self._locks.seal("session", word).encode()):
            return word, False
        return secrets.token_urlsafe(24), True

    def _cookie(self, session: str) -> str:
        value = f"{session}.{self._locks.seal('session', session)}"
        return f"{SESSION}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={_YEAR}"

    def _refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Why a request is not answered: its host is not ours, or another site's page sends it."""
        host = headers.get("host", "").lower()
        if host not in self._locks.hosts:
            known = ", ".join(sorted(self._locks.hosts))
            return PlainTextResponse(f"This desk answers at {known} only.\n", 421)
        if scope["method"] in _SAFE:
            return None
        origin = headers.get("origin") or headers.get("referer", "")
        if _host_of(origin) != host:
            return PlainTextResponse("This was not sent from a page of this desk. Open the desk and try again.\n", 403)
        return None

    def _entrance(self, scope: Scope, headers: Headers, session: str) -> ASGIApp | None:
        """The way to the password, where one is asked for and was not given."""
        if not self._locks.password or _is_open(scope["path"]):
            return None
        given = _cookies(headers).get(f"{SESSION}_pass", "")
        if hmac.compare_digest(given.encode(), self._locks.pass_of(session).encode()):
            return None
        if scope["method"] in _SAFE:
            return RedirectResponse(ENTRANCE, 303)
        return PlainTextResponse("The password is needed. Open the desk and give it.\n", 403)


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _is_open(path: str) -> bool:
    """Whether something is shown to somebody without the password."""
    return path == ENTRANCE or path.startswith("/static/")


def _host_of(address: str) -> str:
    """The host of an address, with its port; empty where it has none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


class _Sending:
    """Sends an answer with the headers, and knows whether it has begun."""

    def __init__(self, send: Send, cookie: str | None) -> None:
        self._send, self._cookie, self.begun = send, cookie, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
            if self._cookie:
                headers.append("set-cookie", self._cookie)
        await self._send(message)


def names(hosts: Sequence[str]) -> frozenset[str]:
    """Names given by a person as the guard compares them."""
    return frozenset(name.strip().lower() for name in hosts if name.strip())


__all__ = ["ENTRANCE", "HEADERS", "SESSION", "TOKEN", "Guard", "Locks", "hosts_of", "is_here", "names"]
