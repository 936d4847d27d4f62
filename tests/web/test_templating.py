"""What the desk's pages and styles promise to the eye, where no screen is needed to tell."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import rapporteur
from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks, hosts_of
from rapporteur.web.templating import texts

WEB = Path(str(files("rapporteur.web")))
CSS = (WEB / "static" / "desk.css").read_text(encoding="utf-8")


def test_dark_colours_are_for_screens_alone() -> None:
    assert re.findall(r"@media ([^{]*prefers-color-scheme: dark\)) ", CSS) == [
        "screen and (prefers-color-scheme: dark)"
    ]


def test_every_kind_that_is_highlighted_can_be_switched() -> None:
    coloured = set(re.findall(r"--k-([a-z]+):", CSS))
    assert coloured == set(re.findall(r"#show-([a-z]+):checked", CSS))
    assert coloured <= set(texts()["nav"])


@pytest.mark.parametrize("path", ["/", "/timeline", "/meetings", "/positions", "/map", "/actors", "/search?q=bridge"])
def test_an_empty_record_says_so(tmp_path: Path, path: str) -> None:
    (tmp_path / "none").mkdir()
    with rapporteur.build([tmp_path / "none"], output=tmp_path / "record.db") as record:
        app = create_app(Desk(record), Locks(hosts_of("127.0.0.1", 8321)))
        page = TestClient(app, base_url="http://127.0.0.1:8321").get(path)
    assert page.status_code == 200
    assert 'class="none"' in page.text
