from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.intake.article import article_id
from rapporteur.intake.compose import compose
from rapporteur.intake.document import Document
from rapporteur.when import Basis
from tests.intake import layouts

PROSE = (
    "LIMA, May 7 (EFE) -- The ministers met on Monday and agreed to meet again before the end of the year.\n\n"
    "They discussed the river, the bridge and the tariff, and said that nothing had been signed."
)
TEXT = f"Talks resume on the upper river\nBy Ana Prat\nMay 8, 1990\n\n{PROSE}\n"
PAGE = (
    "<html lang='en'><head><title>Talks resume on the upper river</title></head>"
    "<body><article>{}</article></body></html>"
)


def test_text() -> None:
    article = compose(Document("a.txt", "in/a.txt", TEXT))
    assert article.text == TEXT
    assert [span.of(TEXT) for span in article.body] == PROSE.split("\n\n")
    assert (article.title, article.byline, article.outlet) == ("Talks resume on the upper river", "Ana Prat", "EFE")
    assert (article.published.day, article.published.basis) == (dt.date(1990, 5, 8), Basis.STATED)
    assert article.language == "en"
    assert article.id == article_id("a.txt", TEXT)
    assert article.provenance == {
        "byline": "line 2",
        "dateline": "LIMA, May 7 (EFE) --",
        "outlet": "dateline",
        "published": "head line",
        "title": "line 1",
    }


def test_what_the_container_says_goes_first() -> None:
    fields = {"title": " River \n talks ", "published": "1990-05-09T01:00:00Z", "outlet": "", "byline": "EFE"}
    article = compose(Document("a.jsonl", "a.jsonl#1", TEXT, fields=fields, origin="record"))
    assert (article.title, article.byline, article.published.day) == ("River talks", "EFE", dt.date(1990, 5, 9))
    assert article.published.basis is Basis.METADATA
    assert {article.provenance[name] for name in ("title", "byline", "published")} == {"record"}


@pytest.mark.parametrize(
    ("byline", "outlet", "where"),
    [
        ("Quito Press Agency", "Quito Press Agency", "byline"),
        ("AFP", "Agence France-Presse", "byline"),
        ("A Quito correspondent", "EFE", "dateline"),
    ],
)
def test_byline_that_is_an_outlet(byline: str, outlet: str, where: str) -> None:
    article = compose(Document("a.jsonl", "a.jsonl#1", PROSE, fields={"byline": byline}, origin="record"))
    assert (article.outlet, article.provenance["outlet"]) == (outlet, where)


def test_a_date_that_cannot_be_read_gives_way_to_the_text() -> None:
    article = compose(Document("a.csv", "a.csv#1", TEXT, fields={"published": "yesterday"}, origin="table"))
    assert article.published.day == dt.date(1990, 5, 8)
    nothing = compose(Document("a.csv", "a.csv#1", PROSE, fields={"published": "yesterday"}, origin="table"))
    assert not nothing.published
    assert "yesterday" in nothing.published.why


def test_page() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE.split("\n\n"))
    article = compose(Document("a.html", "a.html", PAGE.format(body), "html"))
    assert article.text == f"Talks resume on the upper river\n\n{PROSE}"
    assert [span.of(article.text) for span in article.body] == PROSE.split("\n\n")
    assert article.provenance["title"] == "title"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PROSE, "en"),
        (
            "Os ministros reuniram-se em Lima na segunda-feira e decidiram voltar a encontrar-se antes do fim do ano.",
            "pt",
        ),
        ("Министры встретились в Лиме в понедельник и договорились встретиться снова до конца года.", "ru"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert compose(Document("a.txt", "a.txt", text)).language == language


def test_what_the_source_says_of_the_language_counts_where_the_text_is_too_short() -> None:
    assert compose(Document("a.txt", "a.txt", "Sí.", fields={"language": "es-PE"})).language == "es"


@pytest.mark.parametrize("content", ["", " ", "\n", "x", "\x00", "\ufeff", "🕊"])
@pytest.mark.parametrize("markup", ["text", "html"])
def test_nothing_to_find(content: str, markup: str) -> None:
    article = compose(Document("a", "a", content, "html" if markup == "html" else "text"))
    assert article.title is None or article.title
    assert not article.published


@pytest.mark.parametrize("name", layouts.NAMES[::6])
def test_the_same_document_gives_the_same_article(name: str) -> None:
    document = Document(f"{name}.txt", name, layouts.text_of(name))
    assert compose(document) == compose(document)
