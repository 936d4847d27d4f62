"""Nothing that an article says becomes markup, an address, a formula or a header, wherever the desk shows it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks
from tests.web.hostile import record_of
from tests.web.payloads import STORED
from tests.web.test_take_away import KINDS

LISTS: tuple[str, ...] = (
    "/",
    "/meetings",
    "/statements",
    "/positions",
    "/positions/list",
    "/commitments",
    "/disagreements",
    "/issues",
)
LISTS += ("/processes", "/sticking-points", "/actors", "/articles", "/search?q=script", "/search?q=x")
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "hx-get", "hx-post", "data", "poster", "ping")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def client_of(words: tuple[str, ...], path: Path) -> Iterator[TestClient]:
    with record_of(words, path) as record:
        yield TestClient(create_app(Desk(record), Locks(frozenset({"testserver"}))))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from client_of(STORED, tmp_path_factory.mktemp("hostile") / "record.db")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    words = tuple(f"Plain script of x, {n}" for n in range(len(STORED)))
    yield from client_of(words, tmp_path_factory.mktemp("harmless") / "record.db")


def parts(text: str) -> set[tuple[str, ...]]:
    """The elements of a page, each with its attributes' names."""
    found = html.document_fromstring(text)
    assert not found.xpath("//comment() | //processing-instruction()")
    return {(str(e.tag), *map(str, sorted(e.keys()))) for e in found.iter(etree.Element)}


def kinds_of_parts(text: str) -> set[tuple[str, str]]:
    """Elements with each attribute that they have anywhere on the page."""
    return {(tag, name) for tag, *names in parts(text) for name in ("", *names)}


def loaded(text: str) -> list[tuple[str, ...]]:
    """What a page loads or says of itself, with its values."""
    loading = ("script", "link", "meta", "base", "style", "iframe", "object")
    found = html.document_fromstring(text).iter(*loading)
    return [(str(e.tag), *map(str, e.values()), (e.text or "").strip()) for e in found]


def foreign(text: str) -> list[str]:
    """The addresses of a page that lead elsewhere, or run something."""
    found = html.document_fromstring(text)
    held = [str(value) for e in found.iter(etree.Element) for name, value in e.items() if name in ADDRESSES]
    return [one for one in held if not re.match(r"/(?![/\\])|#", one) or urlsplit(one).netloc]


def of_entries(number: int) -> Iterator[str]:
    """The pages of the entries of one payload."""
    names = ("statement", "commitment", "disagreement")
    yield from (f"/entries/{name}-{number}" for name in names)
    yield f"/entries/position-{number}-b"
    yield from (f"/{kind}/{kind[:-1]}-{number}" for kind in ("meetings", "actors", "issues"))
    yield from (f"/processes/process-{number}", f"/articles/a-{number}")


@pytest.fixture(scope="module")
def allowed(harmless: TestClient) -> set[tuple[str, str]]:
    pages = [*LISTS, *of_entries(2), *of_entries(3)]
    return {part for page in pages for part in kinds_of_parts(harmless.get(page).text)}


@pytest.mark.parametrize("first", range(0, len(STORED), 40))
def test_an_article_adds_nothing_to_its_pages(hostile: TestClient, allowed: set[tuple[str, str]], first: int) -> None:
    own = loaded(hostile.get("/judgements").text)
    for number in range(first, min(first + 40, len(STORED))):
        for path in of_entries(number):
            answer = hostile.get(path)
            assert answer.status_code == 200, path
            assert kinds_of_parts(answer.text) <= allowed, (path, STORED[number])
            assert not foreign(answer.text), (path, STORED[number])
            assert loaded(answer.text) == own, (path, STORED[number])
            assert all(name.isprintable() for pair in answer.headers.items() for name in pair)


@pytest.mark.parametrize("page", LISTS)
def test_lists_of_them_hold_nothing_else(hostile: TestClient, allowed: set[tuple[str, str]], page: str) -> None:
    joint = "&" if "?" in page else "?"
    for number in range(1, 8):
        answer = hostile.get(f"{page}{joint}page={number}")
        assert answer.status_code == 200, page
        assert kinds_of_parts(answer.text) <= allowed
        assert not foreign(answer.text)


@pytest.mark.parametrize("kind", KINDS)
def test_no_cell_is_a_formula(hostile: TestClient, kind: str) -> None:
    answer = hostile.get(f"/take/{kind}.csv?evidence=1")
    assert answer.status_code == 200
    for row in csv.reader(io.StringIO(answer.content.decode(), newline="")):
        for cell in row:
            assert not cell.lstrip().startswith(FORMULA), cell
    assert re.fullmatch(r'attachment; filename="[a-z_]+\.csv"', answer.headers["content-disposition"])
    assert hostile.get(f"/take/{kind}.json").status_code == 200


def test_the_dossier_holds_nothing_else(hostile: TestClient, harmless: TestClient) -> None:
    taken, plain = (client.get("/take/dossier.html").text for client in (hostile, harmless))
    assert kinds_of_parts(taken) <= kinds_of_parts(plain) | {("a", "rel")}  # of a link to an article on the web
    assert not [one for one in foreign(taken) if not one.startswith(("https://", "http://")) and one != "data:,"]


def test_the_calendar_and_the_word_file_hold_nothing_else(hostile: TestClient, harmless: TestClient) -> None:
    taken, plain = (client.get("/take/meetings.ics").content.decode() for client in (hostile, harmless))
    names = [{re.split("[:;]", line)[0] for line in t.replace("\r\n ", "").split("\r\n")} for t in (taken, plain)]
    assert names[0] == names[1]
    assert taken.count("BEGIN:VEVENT") == plain.count("BEGIN:VEVENT") == len(STORED)
    assert hostile.get("/take/dossier.docx").status_code == 200
    assert hostile.get("/take/record.json").status_code == 200
