"""How long a page of the desk takes on a large record."""

from __future__ import annotations

import random
import time
from pathlib import Path

from starlette.testclient import TestClient

import rapporteur
from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks
from rapporteur.web.view import View

LISTS = (
    "/",
    "/timeline",
    "/map",
    "/meetings",
    "/meetings?page=20",
    "/meetings?since=2003&until=2004",
    "/positions",
    "/positions/list",
    "/sticking-points",
    "/commitments",
    "/statements",
    "/statements?page=100",
    "/actors",
    "/articles",
    "/events",
    "/issues",
    "/processes",
    "/search?q=City",
)
EACH = 8
"""Entries of each kind that are opened."""


def seconds_of_a_page(record: Path) -> float:
    """The time within which 19 of 20 pages of the desk are answered, opened for the second time, in seconds."""
    with rapporteur.open(record) as opened:
        desk = Desk(opened)
        client = TestClient(create_app(desk, Locks(frozenset({"testserver"}))))
        paths = [*LISTS, *_entries(desk.view)]
        for path in paths:  # the first time makes the look-ups
            client.get(path)
        times = sorted(_timed(client, path) for path in paths)
    return times[len(times) * 19 // 20]


def _timed(client: TestClient, path: str) -> float:
    started = time.monotonic()
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} is answered with {answer.status_code}")
    return time.monotonic() - started


def _entries(view: View) -> list[str]:
    chance = random.Random(1)  # noqa: S311 - which pages are opened
    kinds = {"meetings": "meetings", "actors": "actors", "issues": "issues", "processes": "processes"}
    kinds |= dict.fromkeys(("statements", "positions", "commitments"), "entries")
    found = [
        f"/{place}/{entry.id}"
        for kind, place in kinds.items()
        for entry in chance.sample(list(getattr(view.entries, kind)), EACH)
    ]
    return found + [f"/articles/{name}" for name in chance.sample(sorted(view.articles), EACH)]


__all__ = ["seconds_of_a_page"]
