from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from typer.testing import CliRunner

import rapporteur
from rapporteur.cli import app
from rapporteur.errors import UsageError
from tests.stories import TEXTS, write

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    rapporteur.build(write(tmp_path, TEXTS), output=path).close()
    return path


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[uvicorn.Config]:
    """What would have been served, and where."""
    found: list[uvicorn.Config] = []

    def run(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        found.append(self.config)
        for one in sockets:
            one.close()

    monkeypatch.setattr(uvicorn.Server, "run", run)
    return found


def invoke(*words: str) -> Any:
    return CliRunner().invoke(app, ["serve", *words], catch_exceptions=False)


def test_a_record_is_served_on_this_machine_alone(record: Path, served: list[uvicorn.Config]) -> None:
    result = invoke(str(record), "--port", "0")
    assert result.exit_code == 0
    assert "http://127.0.0.1:" in result.output
    locks = served[0].app.state.locks  # type: ignore[union-attr]
    assert {host.split(":")[0] for host in locks.hosts if "[" not in host} == {"127.0.0.1", "localhost"}


def test_others_are_let_in_with_a_password_only(
    record: Path, served: list[uvicorn.Config], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match="needs a password"):
        invoke(str(record), "--host", "0.0.0.0", "--port", "0")
    assert not served
    monkeypatch.setenv("RAPPORTEUR_PASSWORD", "a long one")
    assert invoke(str(record), "--host", "0.0.0.0", "--port", "0", "--name", "Press-Room.example").exit_code == 0
    assert "press-room.example" in served[0].app.state.locks.hosts  # type: ignore[union-attr]


def test_a_port_in_use_is_said(record: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(UsageError, match="cannot answer") as error:
        invoke(str(record), "--port", str(other.getsockname()[1]))
    assert "--port" in error.value.hint


def test_a_folder_is_built_served_and_watched(
    tmp_path: Path, served: list[uvicorn.Config], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapporteur.cli.serve.EVERY", 0.01)
    write(tmp_path, TEXTS)
    result = CliRunner().invoke(
        app, ["desk", str(tmp_path), "-o", str(tmp_path / "out" / "record.db"), "--port", "0"], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert len(served[0].app.state.desk.view.articles) == len(TEXTS)  # type: ignore[union-attr]
