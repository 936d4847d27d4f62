"""A desk over two outlets' reports of one meeting, for tests of pages and for a browser."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

import rapporteur
from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks, hosts_of
from tests.stories import TEXTS, write

HERE = "127.0.0.1:8321"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The articles of a story, one a file."""
    made = tmp_path / "articles"
    made.mkdir()
    write(made, TEXTS)
    return made


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk over them."""
    with rapporteur.build([folder], output=tmp_path / "record.db") as record:
        yield Desk(record)


@pytest.fixture
def client(desk: Desk) -> TestClient:
    """A browser without a screen, at the desk's own address."""
    return TestClient(
        create_app(desk, Locks(hosts_of("127.0.0.1", 8321))),
        base_url=f"http://{HERE}",
        headers={"origin": f"http://{HERE}"},
    )


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    """The address of a desk that answers on this machine, for a real browser."""
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
        thread.join(10)
        listening.close()
