"""Nothing in an address or a form breaks the desk, comes back as markup, or leads away from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from starlette.testclient import TestClient

from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.filters import FIELDS
from rapporteur.web.guard import Locks
from tests.export.records_made import made
from tests.web.payloads import PAYLOADS
from tests.web.test_app import token_of
from tests.web.test_hostile_articles import foreign, kinds_of_parts, loaded

PAGES: tuple[str, ...] = (
    "/",
    "/meetings",
    "/statements",
    "/positions",
    "/positions/list",
    "/commitments",
    "/actors",
    "/articles",
)
PAGES += ("/search", "/sticking-points", "/judgements", "/take/meetings.csv", "/take/actors.json", "/enter")
DAYS = ("since", "until")
OTHERS = (*(name for name in FIELDS if name not in DAYS), "page", "q", "kind", "evidence", "x")
HERE = "http://testserver"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with made(path=tmp_path_factory.mktemp("plain") / "record.db") as record:
        app = create_app(Desk(record), Locks(frozenset({"testserver"})))
        yield TestClient(app, headers={"origin": HERE}, follow_redirects=False)


def sent(payload: str) -> str:
    """A payload in an address, cut to what an address holds: half a character as the bytes that it would have."""
    return quote(payload.encode("utf-8", "surrogatepass")[:600], safe="")


@pytest.fixture(scope="module")
def shown(plain: TestClient) -> dict[str, set[tuple[str, str]]]:
    """The parts that each page has, whatever it is asked."""
    asked = ("", "?about=zzz", "?since=1931&party=actor-cordal&page=2", "?q=Brehm", "?q=zzz")
    return {page: {p for query in asked for p in kinds_of_parts(plain.get(page + query).text)} for page in PAGES}


@pytest.mark.parametrize("page", PAGES)
def test_a_query_breaks_nothing_and_comes_back_as_text(
    plain: TestClient, shown: dict[str, set[tuple[str, str]]], page: str
) -> None:
    refused = kinds_of_parts(plain.get("/meetings?since=soon").text)
    own = [loaded(plain.get(path).text) for path in (page, "/judgements")]
    for payload in PAYLOADS:
        for names in (OTHERS, DAYS):
            answer = plain.get(f"{page}?{'&'.join(f'{name}={sent(payload)}' for name in names)}")
            assert answer.status_code in {200, 400}, (page, payload)
            assert all(value.isprintable() for value in answer.headers.values())
            if answer.headers["content-type"].startswith("text/html"):
                assert kinds_of_parts(answer.text) <= shown[page] | refused, (page, payload)
                assert not foreign(answer.text), (page, payload)
                assert loaded(answer.text) in own


@pytest.mark.parametrize(
    "path",
    [
        *("/meetings/{}", "/actors/{}", "/entries/{}", "/articles/{}", "/static/{}", "/{}"),
        *("/take/{}.csv", "/take/{}.json", "/take/meetings/{}.ics"),
    ],
)
def test_a_path_leads_to_what_is_known_or_nowhere(plain: TestClient, path: str) -> None:
    for payload in PAYLOADS:
        answer = plain.get(path.format(sent(payload)))
        assert answer.status_code in {200, 303, 307, 400, 404, 405}, (path, payload)
        assert answer.status_code != 200 or path in {"/{}", "/static/{}"}, (path, payload)
        where = urlsplit(answer.headers.get("location", "/"))
        assert where.netloc in {"", "testserver"}
        assert all(value.isprintable() for value in answer.headers.values())
        if answer.status_code == 404:
            assert not foreign(answer.text)


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 50))
def test_a_correction_keeps_words_as_words_and_leads_back_to_the_desk(first: int, tmp_path: Path) -> None:
    with made(path=tmp_path / "record.db") as record:
        desk = Desk(record)
        client = TestClient(
            create_app(desk, Locks(frozenset({"testserver"}))), headers={"origin": HERE}, follow_redirects=False
        )
        token = token_of(client.get("/actors/actor-brehm").text)
        for payload in PAYLOADS[first : first + 50]:
            raw = sent(payload)
            body = f"token={token}&" + "&".join(
                f"{n}={raw}" for n in ("by", "reason", "other", "field", "value", "back")
            )
            for verdict in ("right", "value", "same", "not-same", raw):
                for name in ("actor-brehm", raw):
                    answer = client.post(
                        f"/judge/{verdict}/{name}",
                        content=body,
                        headers={"content-type": "application/x-www-form-urlencoded"},
                    )
                    assert answer.status_code in {303, 400, 404, 405, 307}, (payload, answer.text)
                    to = urlsplit(answer.headers.get("location", "/"))
                    assert to.netloc in {"", "testserver"}
                    assert not answer.headers.get("location", "/").startswith(("//", "/\\"))
                    assert all(value.isprintable() for value in answer.headers.values())
        page = client.get("/judgements").text
        assert not foreign(page)
        assert loaded(page) == loaded(client.get("/actors").text)
