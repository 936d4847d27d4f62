"""JSON, JSON Lines and tables: what an article's fields are called, and where a file keeps its articles."""

from __future__ import annotations

import pytest

from rapporteur.config import Config
from rapporteur.intake.document import Document, Skipped
from tests.intake import makers as m

TEXT = m.PARAGRAPHS[0]

# A row as some desk, wire or interface names its fields, and what the article has then.
ROWS: list[tuple[dict[str, object], dict[str, str]]] = [
    ({"text": TEXT, "title": "T", "date": "2019-02-12"}, {"title": "T", "published": "2019-02-12"}),
    ({"body": TEXT, "headline": "T", "pubDate": "12 Feb 2019"}, {"title": "T", "published": "12 Feb 2019"}),
    (
        {"Article Body": TEXT, "Publication_Date": "2019-02-12", "Author": "H. Øster"},
        {"published": "2019-02-12", "byline": "H. Øster"},
    ),
    ({"event_text": TEXT, "id": 17, "date": 20190212}, {"id": "17", "published": "20190212"}),
    (
        {"fulltext": TEXT, "link": "https://a.example/1", "site": "Courier"},
        {"url": "https://a.example/1", "outlet": "Courier"},
    ),
    (
        {"content": TEXT, "source": {"id": None, "name": "Courier"}, "publishedAt": "2019-02-12T08:00:00Z"},
        {"outlet": "Courier", "published": "2019-02-12T08:00:00Z"},
    ),
    (
        {"articleBody": TEXT, "author": [{"@type": "Person", "name": "H. Øster"}, {"name": "J. Bek"}]},
        {"byline": "H. Øster, J. Bek"},
    ),
    ({"text": TEXT, "timestamp": 1_550_000_000}, {"published": "2019-02-12T19:33:20+00:00"}),
    ({"text": TEXT, "timestamp": 1_550_000_000_000}, {"published": "2019-02-12T19:33:20+00:00"}),
    ({"text": "", "body": TEXT, "title": None, "headline": "T"}, {"title": "T"}),
    ({"text": [TEXT]}, {}),
    ({"_id": "9", "_source": {"text": TEXT, "title": "T"}}, {"title": "T", "id": "9"}),
    ({"text": TEXT, "date": "", "published": "1979"}, {"published": "1979"}),
    (
        {"title": "T", "summary": TEXT, "url": "https://a.example/1"},
        {"title": "T", "url": "https://a.example/1", "teaser": "yes"},
    ),
]

WRAPPED = [
    [{"text": TEXT}],
    {"articles": [{"text": TEXT}]},
    {"status": "ok", "response": {"docs": [{"text": TEXT}]}},
    {"hits": {"total": 1, "hits": [{"_source": {"text": TEXT}}]}},
    {"data": {"items": [{"article": {"body": TEXT}}]}},
]


def contents(name: str, data: bytes, config: Config | None = None) -> list[str]:
    """The texts in a file, or the reasons for which there is none."""
    return [item.reason if isinstance(item, Skipped) else item.content for item in m.documents(name, data, config)]


@pytest.mark.parametrize(("row", "fields"), ROWS)
def test_fields_are_found_by_their_usual_names(row: dict[str, object], fields: dict[str, str]) -> None:
    document = m.document("wire.jsonl", m.lines(row))
    assert document.content == TEXT
    assert dict(document.fields) == fields


@pytest.mark.parametrize("value", WRAPPED)
def test_lists_are_found_where_interfaces_put_them(value: object) -> None:
    assert contents("wire.json", m.json_bytes(value)) == [TEXT]


def test_one_article_in_a_json_file_bears_no_number() -> None:
    assert m.document("story.json", m.json_bytes({"text": TEXT})).source == "story.json"


def test_rows_are_numbered_as_a_person_counts_them() -> None:
    lines = m.lines({"text": TEXT}) + b"\n" + m.lines({"text": TEXT + " More."})
    assert [item.source for item in m.documents("wire.jsonl", lines)] == ["wire.jsonl#1", "wire.jsonl#3"]
    table = f"title,text\nA,{'words'}\n,\nB,more\n".encode()
    assert [item.source for item in m.documents("wire.csv", table)] == ["wire.csv#2", "wire.csv#4"]


def test_the_projects_own_names_win() -> None:
    config = Config(fields={"text": "Wortlaut", "published": "meta.day", "outlet": "paper"})
    row = {"Wortlaut": TEXT, "text": "Not this.", "meta": {"day": "2019-02-12"}, "paper": "Courier", "source": "upload"}
    document = m.document("wire.jsonl", m.lines(row), config)
    assert document.content == TEXT
    assert dict(document.fields) == {"published": "2019-02-12", "outlet": "Courier"}
    assert contents("wire.csv", f"Wortlaut\n{TEXT.replace(',', '')}\n".encode(), config) == [TEXT.replace(",", "")]


def test_a_file_without_articles_says_how_to_name_the_field() -> None:
    (skipped,) = m.documents("wire.csv", b"jahr,wortlaut\n1979,Words.\n")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "no articles"
    assert "jahr, wortlaut" in skipped.message
    assert "rapporteur.toml" in skipped.hint


@pytest.mark.parametrize("field", ["html", "content_html", "content", "text"])
def test_mark_up_in_a_field_is_a_page(field: str) -> None:
    document = m.document("wire.jsonl", m.lines({field: f"<p>{TEXT}</p><p>{TEXT}</p>"}))
    assert document.markup == "html"


def test_a_stray_angle_bracket_is_no_mark_up() -> None:
    assert m.document("wire.jsonl", m.lines({"text": "The <b> in the margin stood for Bern."})).markup == "text"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_columns_is_found(mark: str) -> None:
    table = (
        mark.join(("date", "title", "text"))
        + "\n"
        + mark.join(("2019-02-12", '"A, B; C|D"', '"One.\nTwo ""three""."'))
        + "\n"
    )
    document = m.document("wire.csv", table.encode())
    assert document.content == 'One.\nTwo "three".'
    assert document.fields["title"] == "A, B; C|D"


def test_a_row_that_cannot_be_read_costs_no_other() -> None:
    rows = m.lines({"text": TEXT}) + b'{"text": "torn\n' + m.lines({"text": ""}, ["no row"], {"text": TEXT})
    assert contents("wire.jsonl", rows) == [TEXT, "damaged", "empty", "no articles", TEXT]


def test_a_long_file_without_articles_is_given_up_early() -> None:
    rows = m.lines({"year": 1979}) * 5000 + m.lines({"text": TEXT})
    assert contents("wire.jsonl", rows) == ["no articles"]


def test_provenance_is_the_container() -> None:
    origins = [
        m.document(name, data).origin
        for name, data in (
            ("a.jsonl", m.lines({"text": TEXT})),
            ("a.csv", b"text\nwords\n"),
            ("a.json", m.json_bytes({"text": TEXT})),
        )
    ]
    assert origins == ["json field", "table column", "json field"]
    assert isinstance(m.documents("a.csv", b"text\nwords\n")[0], Document)
