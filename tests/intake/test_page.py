from __future__ import annotations

import datetime as dt
import json
import logging
from typing import Any

import pytest

from rapporteur.intake.page import Page, read_page
from rapporteur.intake.visible_text import visible_text
from rapporteur.when import Basis

PARAGRAPHS = (
    "The ministers of the three river states met in Lima on Monday, the first time since the flood.",
    "They agreed to open the gates of the upper dam for nine days in every month until the reservoir is full.",
    "“We have one river and three maps,” the chairman told reporters after the meeting, which lasted two hours.",
    "Nobody signed anything, and the next round will be held in the spring, according to the secretariat.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(
    *,
    head: str = "",
    body: str = BODY,
    data: Any = None,
    title: str = "Talks resume on the upper river",
    lang: str = ' lang="en-GB"',
) -> str:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    return (
        f"<!DOCTYPE html><html{lang}><head><title>{title}</title>{head}{script}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{body}</article>"
        "<aside><h2>Most read</h2><ul><li><a href='/1'>A bridge too far</a></li></ul></aside>"
        "<footer>© 1990 The Lima Post. All rights reserved.</footer></body></html>"
    )


def prose(found: Page) -> list[str]:
    return [span.of(found.text) for span in found.body]


def value(found: Page, field: str) -> tuple[str, str] | None:
    said = found.metadata.fields.get(field)
    return (said.value, said.where) if said else None


def test_text_is_title_and_paragraphs() -> None:
    found = read_page(page())
    assert found.text == "\n\n".join(["Talks resume on the upper river", *PARAGRAPHS])
    assert prose(found) == list(PARAGRAPHS)
    assert found.language == "en-GB"


def test_leftovers_that_came_with_the_article_are_left_out() -> None:
    offer = "<p>Sign up for our daily newsletter and never miss a story.</p><p>Advertisement</p>"
    found = read_page(page(body=BODY.replace("</p>", f"</p>{offer}", 1)))
    assert prose(found) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("data", "field", "want"),
    [
        ({"@type": "NewsArticle", "headline": "Upper river: talks resume"}, "title", "Upper river: talks resume"),
        ({"@type": "NewsArticle", "headline": "&#8216;One river&#8217;"}, "title", "‘One river’"),
        (
            {"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "In a graph"}]},
            "title",
            "In a graph",
        ),
        ([{"@type": "ReportageNewsArticle", "publisher": {"name": "The Lima Post"}}], "outlet", "The Lima Post"),
        (
            {"@type": "NewsArticle", "author": [{"name": "Ana Prat"}, {"name": "Jo Ruiz"}]},
            "byline",
            "Ana Prat, Jo Ruiz",
        ),
        ({"@type": "NewsArticle", "author": "By Ana Prat"}, "byline", "Ana Prat"),
        (
            {"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://lima.example/1"}},
            "url",
            "https://lima.example/1",
        ),
    ],
)
def test_linked_data(data: Any, field: str, want: str) -> None:
    assert value(read_page(page(data=data)), field) == (want, "json-ld")


@pytest.mark.parametrize(
    ("head", "field", "want"),
    [
        (
            '<meta property="og:title" content="Upper river: talks resume">',
            "title",
            ("Upper river: talks resume", "meta og:title"),
        ),
        (
            '<meta property="og:title" content="Talks resume | The Lima Post">',
            "title",
            ("Talks resume", "meta og:title"),
        ),
        ('<meta property="og:site_name" content="@LimaPost">', "outlet", ("LimaPost", "meta og:site_name")),
        ('<meta name="author" content="Ana Prat">', "byline", ("Ana Prat", "meta author")),
        ('<meta name="author" content="https://lima.example/ana">', "byline", None),
        ('<link rel="canonical" href="https://lima.example/1">', "url", ("https://lima.example/1", "link canonical")),
        ('<link rel="canonical" href="/1">', "url", None),
        ("", "title", ("Talks resume on the upper river", "h1")),
        ("", "outlet", None),
    ],
)
def test_meta(head: str, field: str, want: tuple[str, str] | None) -> None:
    assert value(read_page(page(head=head)), field) == want


@pytest.mark.parametrize(
    ("source", "day", "where"),
    [
        (
            page(data={"@type": "NewsArticle", "datePublished": "1990-05-07T10:00:00Z", "dateModified": "2019-01-01"}),
            7,
            "json-ld",
        ),
        (
            page(head='<meta property="article:published_time" content="1990-05-07T10:00:00Z">'),
            7,
            "meta article:published_time",
        ),
        (page(head='<meta name="DC.date.issued" content="7 May 1990">'), 7, "meta dc.date.issued"),
        (page(head='<meta name="pubdate" content="19900507">'), 7, "meta pubdate"),
        (page(body=f'<time datetime="1990-05-07" pubdate>Monday</time>{BODY}'), 7, "time"),
        (page(body=f'<time class="post-published">7 May 1990</time>{BODY}'), 7, "time"),
        (page(body=f"<time>7 May 1990</time>{BODY}"), 7, "time"),
        (page(head='<link rel="canonical" href="https://lima.example/1990/05/07/river">'), 7, "url"),
        (page(data={"@type": "NewsArticle", "dateModified": "1990-05-07"}), None, ""),
        (page(head='<meta property="og:updated_time" content="1990-05-07">'), None, ""),
        (page(body=f'<time class="updated">7 May 1990</time>{BODY}'), None, ""),
        (page(data={"@type": "NewsArticle", "datePublished": "soon"}), None, ""),
        (page(), None, ""),
    ],
)
def test_published(source: str, day: int | None, where: str) -> None:
    found = read_page(source).metadata.published
    assert found.when.day == (dt.date(1990, 5, day) if day else None)
    assert found.where == where
    assert found.when.basis is (Basis.METADATA if day else Basis.UNKNOWN)


@pytest.mark.parametrize(
    ("body", "day", "byline"),
    [
        (f"<div>By Ana Prat</div><div>May 7, 1990</div>{BODY}", 7, "Ana Prat"),
        (f"<div>Published 7 May 1990 | Updated 9 May 1990</div>{BODY}", 7, None),
        (f"<div>Updated 7 May 1990</div>{BODY}", None, None),
        (f"{BODY}<div>Related stories</div><div>7 May 1990</div>", None, None),
    ],
)
def test_visible_text_completes_what_is_declared(body: str, day: int | None, byline: str | None) -> None:
    found = read_page(page(body=body))
    assert found.metadata.published.when.day == (dt.date(1990, 5, day) if day else None)
    assert value(found, "byline") == ((byline, "visible text") if byline else None)


def test_clock_of_a_page_is_not_its_day() -> None:
    source = page().replace("<article>", "<div>Wednesday, May 23, 1990</div><article>")
    assert read_page(source).metadata.published.when.day is None


def test_dateline() -> None:
    found = read_page(page(body=BODY.replace("<p>", "<p>LIMA, May 7 (EFE) -- ", 1)))
    assert found.metadata.dateline
    assert found.metadata.dateline.place == "LIMA"


def test_earliest_of_two_declared_days() -> None:
    head = '<meta property="article:published_time" content="1990-05-07">'
    found = read_page(page(head=head, data={"@type": "NewsArticle", "datePublished": "1990-05-09"})).metadata.published
    assert found.when.day == dt.date(1990, 5, 7)
    assert "1990-05-09" in found.when.why


@pytest.mark.parametrize("depth", [10, 260, 1000, 3000])
def test_no_depth_loses_text(depth: int) -> None:
    found = read_page(page(body="<div>" * depth + BODY + "</div>" * depth))
    assert prose(found) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "source",
    [
        "",
        " ",
        "no mark-up at all",
        "<html>",
        "<p>",
        "<!-- only a remark -->",
        "<?xml version='1.0' encoding='latin-1'?><html/>",
        "\x00<p>x</p>",
        "<p>\ud800</p>",
    ],
)
def test_what_is_no_page(source: str) -> None:
    found = read_page(source)
    assert all(span.of(found.text).strip() for span in found.body)


@pytest.mark.parametrize("data", ["{", '{"@graph": ' * 60, "[[[[", "null", '"x"', "{'@type': 'NewsArticle'}"])
def test_linked_data_that_is_none(data: str) -> None:
    head = f'<script type="application/ld+json">{data}</script>'
    assert value(read_page(page(head=head)), "title") == ("Talks resume on the upper river", "h1")


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    before = logging.getLogger("trafilatura").level
    with caplog.at_level(logging.DEBUG):
        read_page("<html><body></body></html>")
        read_page(page())
    assert [record for record in caplog.records if record.name.startswith(("trafilatura", "htmldate"))] == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("trafilatura").level == before


def test_visible_text() -> None:
    source = (
        "<title>T</title><nav>Menu</nav><script>x()</script><div>One <b>bold</b> line<br>and another</div>"
        "<p>A paragraph\n of two lines.</p><div class='comments'><div>Ana: no.</div></div><p hidden>x</p>"
        "<div hidden>y</div><p>Fish &amp; water.</p>"
    )
    assert visible_text(source).split("\n") == [
        "One bold line",
        "and another",
        "",
        "A paragraph of two lines.",
        "",
        "x",
        "",
        "Fish & water.",
    ]
