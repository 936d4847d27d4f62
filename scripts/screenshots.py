"""Pictures of the desk for its documentation: ``python -m scripts.screenshots`` draws them from the bundled example."""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

import rapporteur
from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks, hosts_of

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "camp-david" / "articles"
IMAGES = ROOT / "docs" / "images" / "desk"
WIDE, NARROW = (1180, 800), (390, 780)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def pages(desk: Desk) -> dict[str, str]:
    """The pages that are drawn: a name for the picture, and the address."""
    view = desk.view
    told = max(view.meetings, key=lambda meeting: (len(meeting.reports), meeting.id))
    busiest = max(
        (actor for actor in view.entries.actors if actor.kind == "person"), key=lambda a: (view.weight[a.id], a.id)
    )
    article = max(view.articles, key=lambda name: (len(view.cited.get(name, ())), name))
    issue = max(view.entries.issues, key=lambda one: (len(view.positions_on.get(one.id, ())), one.id))
    return {
        "overview": "/",
        "timeline": "/timeline",
        "meetings": "/meetings",
        "meeting": f"/meetings/{told.id}",
        "article": f"/articles/{article}",
        "positions": "/positions",
        "issue": f"/issues/{issue.id}",
        "sticking-points": "/sticking-points",
        "commitments": "/commitments",
        "statements": "/statements",
        "events": "/events",
        "issues": "/issues",
        "processes": "/processes",
        "articles": "/articles",
        "actors": "/actors",
        "actor": f"/actors/{busiest.id}",
        "map": "/map",
        "search": "/search?q=settlements",
        "judgements": "/judgements",
    }


@contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The address of a desk while it is drawn."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = create_app(desk, Locks(hosts_of("127.0.0.1", port)))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def main() -> int:
    """Draw them all: wide and light, and some narrow or dark."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        sys.stderr.write("There is no Chromium to draw with: apt install chromium\n")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        rapporteur.build([EXAMPLE], output=Path(folder) / "record.db") as record,
    ):
        statement = min(record.statements, key=lambda one: one.id)
        record.judge.value(statement.id, "topics", "settlements", by="Ana Lind", reason="named two lines above")
        desk = Desk(record)
        shots = [(name, path, WIDE, "light") for name, path in pages(desk).items()]
        shots += [(f"{name}-narrow", pages(desk)[name], NARROW, "light") for name in ("overview", "meeting")]
        shots += [(f"{name}-dark", pages(desk)[name], WIDE, "dark") for name in ("positions",)]
        with served(desk) as address, sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=browser, args=FLAGS)
            for name, path, (width, height), scheme in shots:
                context = started.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                page = context.new_page()
                page.goto(address + path)
                page.screenshot(path=IMAGES / f"{name}.png")
                context.close()
            started.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
