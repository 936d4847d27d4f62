from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import HEADERS, SESSION, Locks, hosts_of, names
from tests.export.records_made import made
from tests.web.test_app import token_of

HOST = "127.0.0.1:8321"
HERE = f"http://{HOST}"
WRONG = "/judge/right/actor-nobody"
"""A correction that does nothing: 404 where it was let in."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with made(path=tmp_path / "record.db") as record:
        yield Desk(record)


def browser(desk: Desk, password: str = "") -> TestClient:
    app = create_app(desk, Locks(hosts_of("127.0.0.1", 8321), password))
    return TestClient(app, base_url=HERE, follow_redirects=False, raise_server_exceptions=False)


def test_only_its_own_names_are_answered(desk: Desk) -> None:
    client = browser(desk)
    for host in (HOST, "localhost:8321", "LOCALHOST:8321", "[::1]:8321"):
        assert client.get("/", headers={"host": host}).status_code == 200, host
    for host in ("evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:8321.evil.example", "", f"{HOST}@evil.example"):
        answer = client.get("/", headers={"host": host})
        assert answer.status_code == 421, host
        assert "Rapporteur" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": HERE}, 404),
        ({"referer": f"{HERE}/actors"}, 404),
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "null", "referer": f"{HERE}/"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://evil.example", "referer": f"{HERE}/"}, 403),
        ({"origin": f"http://{HOST}.evil.example"}, 403),
        ({"origin": f"http://evil.example@{HOST}"}, 403),
        ({"origin": "http://127.0.0.1:9"}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "http://[::1"}, 403),
        ({"referer": f"http://evil.example/?{HERE}"}, 403),
    ],
)
def test_only_its_own_pages_change_something(desk: Desk, headers: dict[str, str], status: int) -> None:
    client = browser(desk)
    token = token_of(client.get("/actors/actor-brehm").text)
    answer = client.post(WRONG, data={"token": token, "by": "Ana Lind"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("token", ["", "x", "é", "\udcff", "0" * 64])
def test_a_change_needs_the_token_of_its_page(desk: Desk, token: str) -> None:
    client = browser(desk)
    body = b"by=Ana&token=" + token.encode("utf-8", "surrogateescape")
    for path in ("/judge/right/actor-brehm", "/add/positions/a-herald", "/undo/judgement-1"):
        answer = client.post(
            path, content=body, headers={"origin": HERE, "content-type": "application/x-www-form-urlencoded"}
        )
        assert answer.status_code == 400, path
    assert desk.view.record.judgements == ()


def test_a_token_is_of_one_browser_and_of_one_start(desk: Desk) -> None:
    one, other = browser(desk), browser(desk)
    token = token_of(one.get("/actors/actor-brehm").text)
    other.get("/")
    for client in (other, browser(desk)):
        assert client.post(WRONG, data={"token": token}, headers={"origin": HERE}).status_code == 400


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_no_way_in(desk: Desk, method: str) -> None:
    assert browser(desk).request(method, "/actors/actor-brehm", headers={"origin": HERE}).status_code == 405
    assert browser(desk).request(method, "/actors/actor-brehm").status_code == 403


@pytest.mark.parametrize(
    ("path", "host"),
    [
        *(("/", HOST), ("/nowhere", HOST), ("/meetings?since=soon", HOST), ("/static/desk.css", HOST)),
        *(("/static/none", HOST), ("/take/meetings.csv", HOST), ("/openapi.json", HOST), ("/", "evil.example")),
        ("/static/..%2fapp.py", HOST),
    ],
)
def test_every_answer_has_the_headers(desk: Desk, path: str, host: str) -> None:
    answer = browser(desk).get(path, headers={"host": host})
    assert HEADERS.items() <= dict(answer.headers).items()
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "access-control-allow-origin" not in answer.headers


def test_an_answer_to_a_defect_has_them_too_and_tells_nothing(desk: Desk) -> None:
    client = browser(desk)
    client.app.state.desk._view = None  # type: ignore[attr-defined]
    answer = client.get("/")
    assert answer.status_code == 500
    assert HEADERS.items() <= dict(answer.headers).items()
    assert "Traceback" not in answer.text


def test_cookies_are_for_the_desk_alone(desk: Desk) -> None:
    client = browser(desk, "open sesame")
    token = token_of(client.get("/enter").text)
    answer = client.post("/enter", data={"password": "open sesame", "token": token}, headers={"origin": HERE})
    for cookie in (client.get("/").headers, answer.headers, browser(desk).get("/").headers):
        for value in cookie.get_list("set-cookie"):
            assert "httponly" in value.lower()
            assert "samesite=strict" in value.lower()


@pytest.mark.parametrize(
    "cookie",
    [
        *(f"{SESSION}=x", f"{SESSION}=x.y", f"{SESSION}=.", f"{SESSION}=", SESSION, ";;;", "=", f'{SESSION}="'),
        *("\x7f=1", f"{SESSION}=é.ü", "rapporteur_name=%00%ff", "rapporteur_name=<script>"),
    ],
)
def test_a_made_up_cookie_is_no_session(desk: Desk, cookie: str) -> None:
    answer = browser(desk).get("/actors/actor-brehm", headers=[(b"cookie", cookie.encode("latin-1"))])
    assert answer.status_code == 200
    assert SESSION in answer.headers["set-cookie"]


def test_nothing_is_shown_without_the_password(desk: Desk) -> None:
    client = browser(desk, "open sesame")
    for path in ("/", "/meetings", "/take/record.json", "/openapi.json", "/articles/a-herald", "/nowhere", "/enterx"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/enter"), path
    assert client.get("/static/desk.css").status_code == 200
    assert client.get("/static/../actors").status_code == 303
    assert client.post(WRONG, headers={"origin": HERE}).status_code == 403
    token = token_of(client.get("/enter").text)
    for wrong in ("", "Open sesame", "open sesame ", "é"):
        answer = client.post("/enter", data={"password": wrong, "token": token}, headers={"origin": HERE})
        assert answer.status_code == 403
    assert client.get("/").status_code == 303
    client.post("/enter", data={"password": "open sesame", "token": token}, headers={"origin": HERE})
    assert client.get("/").status_code == 200


def test_names_are_compared_as_browsers_send_them() -> None:
    assert names([" Press.Example:80 ", ""]) == {"press.example:80"}
    assert "press.example" in hosts_of("press.example", 80)
    assert hosts_of("10.0.0.1", 8000) == {"10.0.0.1:8000"}
