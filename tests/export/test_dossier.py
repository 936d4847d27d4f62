from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from rapporteur.export.dossier import dossier_html, main_process
from rapporteur.record.record import Record
from tests.export.records_made import ARTICLES, BREAKOUT, HOSTILE, LONG, MADE, empty, made

CSS = files("rapporteur.export").joinpath("templates/dossier.css").read_text(encoding="utf-8")
ELEMENTS = set(
    re.findall(
        r"\w+",
        """html head meta title link style body a header footer nav main section article aside div p span b sup h1 h2 h3
        h4 ul ol li dl dt dd table caption thead tbody tr th td figure figcaption blockquote details summary mark time
        svg desc g rect line path circle text""",
    )
)
"""Every element that the page may hold: none of them asks for anything or runs anything."""


@pytest.fixture(scope="module")
def record() -> Record:
    return made()


@pytest.fixture(scope="module")
def html(record: Record) -> str:
    return dossier_html(record)


@pytest.fixture(scope="module")
def page(html: str) -> Any:
    return _parsed(html)


def _parsed(html: str) -> Any:
    """The page, strictly; the namespaces taken off for short paths."""
    root = etree.fromstring(html.encode(), etree.XMLParser(no_network=True, resolve_entities=False))
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    return root


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _by_id(page: Any, name: str) -> Any:
    (found,) = [element for element in page.iter() if element.get("id") == name]
    return found


def test_nothing_from_an_article_becomes_markup(html: str, page: Any) -> None:
    assert HOSTILE not in html
    assert "<img" not in html
    assert {element.tag for element in page.iter()} <= ELEMENTS
    assert [name for element in page.iter() for name in element.attrib if str(name).startswith("on")] == []
    assert _text(page).count(HOSTILE) >= 4
    assert BREAKOUT in _text(page)


def test_the_page_asks_for_nothing(page: Any) -> None:
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert str(policy).startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert page.xpath("//@src | //@srcset | //@action | //@poster | //@style") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert "url(" not in CSS
    assert "@import" not in CSS
    outside = [href for href in page.xpath("//@href") if not str(href).startswith(("#", "data:,"))]
    assert outside == ["https://harbour.example/1"]


def test_an_address_that_is_no_web_address_is_no_link(page: Any) -> None:
    assert "javascript:alert(1)" in _text(page)
    assert page.xpath("//a[contains(@href, 'javascript')]") == []


def test_every_link_leads_somewhere_and_every_id_is_one(page: Any) -> None:
    ids = [str(name) for name in page.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(href)[1:] for href in page.xpath("//a/@href") if str(href).startswith("#")} <= set(ids)
    named = " ".join(str(names) for names in page.xpath("//@aria-labelledby")).split()
    assert set(named) <= set(ids)


def test_every_entry_leads_to_its_words_and_the_words_back(page: Any) -> None:
    for name in (
        "meeting-held",
        "position-2",
        "commitment-ledger",
        "disagreement-day",
        "statement-mixed",
        "actor-brehm",
    ):
        entry = _by_id(page, name)
        places = {str(href)[1:] for href in entry.xpath(".//a/@href") if re.match(r"#w\d", str(href))}
        assert places, name
        assert all(_by_id(page, place).tag == "mark" for place in places)
        assert page.xpath(f"//sup//a[@href='#{name}']"), name


def test_a_link_leads_to_the_exact_words(page: Any) -> None:
    mark = _by_id(page, str(_by_id(page, "statement-brehm").xpath("string(.//a/@href)"))[1:])
    assert _text(mark) == "We will not sign before the dredgers leave,"


def test_the_text_of_every_article_is_whole(page: Any) -> None:
    for number, article in enumerate((ARTICLES[0], ARTICLES[2], ARTICLES[1], ARTICLES[3]), 1):
        (prose,) = _by_id(page, f"article-{number}").xpath(".//div[@class='prose']")
        own = prose.xpath(".//text()[not(ancestor::sup) and not(ancestor::summary)]")
        shown = "".join("".join(own).split())
        assert shown == "".join(article.text.replace("\x0b", "").split())


def test_only_direct_speech_stands_in_quotation_marks(html: str) -> None:
    page = _parsed(html)
    assert _text(_by_id(page, "statement-brehm").xpath(".//p")[0]).startswith("“")
    for name in ("statement-idris", "statement-mixed"):
        assert "“" not in _text(_by_id(page, name))
    assert "“The dredgers" not in html
    assert "“the dredgers" not in html


def test_two_renderings_of_one_utterance_stand_together(page: Any) -> None:
    groups = page.xpath("//div[@class='utterance several']//div[@class='rendering']/@id")
    assert groups == ["statement-brehm", "statement-brehm-post"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("meeting-held", "10–11 March 1931 (Tuesday before 11 March 1931)"),
        ("meeting-held", "Customs House, Port Lorne"),
        ("meeting-held", "Reports differ on the day: 10 March 1931"),
        ("meeting-held", "After it: 14 Apr 1931"),
        ("meeting-undated", "day not stated"),
        ("meeting-cancelled", "Placenot stated"),
        ("article-2", "copy of article 1, The Cordal Herald, 11 Mar 1931: not a second source"),
        ("article-2", "12 March 1931 (the day after the meeting it reports)"),
        ("article-3", "(json-ld)"),
        ("article-4", "outlet not stated · day not stated"),
        ("statement-idris", "speaker uncertain"),
        ("statement-mixed", "partly in the speaker’s words"),
        ("statement-brehm-post", "to Tomas Idris"),
        ("position-1", "first needs: the dredgers leave"),
        ("commitment-ledger", "1 May 1931reported unmet"),
        ("commitment-ledger", "postponed 2 Apr 1931, to 1 May 1931"),
        ("commitment-ledger", "reported unmet 2 May 1931"),
        ("commitment-ledger", "open the ledger of tolls at"),
        ("sticking-1", "Cordal waits, Velia stays."),
        ("actor-brehm", "foreign minister10–12 Mar 1931"),
        ("what-happened", "7 meetings: 3 held"),
        ("main", "Speaker not stated"),
    ],
)
def test_what_the_page_says(page: Any, name: str, words: str) -> None:
    assert words in _text(_by_id(page, name))


def test_headings_go_down_one_step_at_a_time(page: Any) -> None:
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_can_be_used_without_seeing_it(page: Any) -> None:
    assert page.xpath("//th[not(@scope)]") == []
    assert page.xpath("count(//main)") == 1
    assert page.xpath("string(//body/a[1]/@href)") == "#main"
    for svg in page.xpath("//svg[not(@aria-hidden)]"):
        assert [child.tag for child in svg[:2]] == ["title", "desc"]
    listed = page.xpath("//details[@class='as-list']//tbody/tr")
    assert len(listed) == len(MADE.meetings)


def test_the_same_record_gives_the_same_bytes(html: str) -> None:
    assert dossier_html(made()) == html
    shuffled = made(replace(MADE, meetings=MADE.meetings[::-1], statements=MADE.statements[::-1]), ARTICLES[::-1])
    assert dossier_html(shuffled) == html


def test_the_bundled_example_makes_a_sound_page(example: Record) -> None:
    page = _parsed(dossier_html(example))
    ids = [str(name) for name in page.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(href)[1:] for href in page.xpath("//a/@href") if str(href).startswith("#")} <= set(ids)
    assert {element.tag for element in page.iter()} <= ELEMENTS
    assert page.xpath("count(//svg[@role='group'])") == 2


def test_a_title_can_be_given(record: Record) -> None:
    page = _parsed(dossier_html(record, title=LONG))
    assert _text(page.xpath("//h1")[0]) == LONG.strip()
    assert main_process(record) == f"Cordal–Velia {HOSTILE}"


def test_an_empty_record_says_so() -> None:
    page = _parsed(dossier_html(empty()))
    assert _text(page.xpath("//h1")[0]) == "What 1 article reports"
    assert len(page.xpath("//p[@class='none']")) == 8
    assert page.xpath("//svg[contains(@class, 'wide')]") == []


def test_characters_that_no_page_can_hold_are_replaced() -> None:
    html = dossier_html(empty(), title="bell \x07 half \ud800 none \uffff")
    assert "bell \ufffd half \ufffd none \ufffd" in html
    html.encode()


PALETTES = [dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)]


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
@pytest.mark.parametrize("colour", ["ink", "quiet", "link", "accent", "for", "against", "asks", "proposes", "warns"])
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_words_stand_out_from_their_ground(palette: dict[str, str], colour: str, ground: str) -> None:
    assert _contrast(palette[colour], palette[ground]) >= 4.5


def _contrast(one: str, two: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
