"""An analyst at the desk, in a real browser: skipped where there is none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

import rapporteur
from rapporteur.web.desk import Desk
from tests.stories import BORDER, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("playwright", reason="the browser tests need the package playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="the browser tests need Chromium: apt install chromium"),
    pytest.mark.enable_socket,
]
PAGES = (
    "/",
    "/meetings",
    "/positions",
    "/positions/list",
    "/sticking-points",
    "/commitments",
    "/statements",
    "/issues",
    "/events",
    "/disagreements",
    "/processes",
    "/timeline",
    "/map",
    "/actors",
    "/articles",
    "/judgements",
    "/search?q=bridge",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - skipped where it is not

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("request", lambda request: said.append(request.url) if "127.0.0.1" not in request.url else None)
    yield opened
    context.close()
    assert said == []  # no script was refused, nothing was asked of another host


def test_an_analyst_s_day(page: Page, address: str, folder: Path, tmp_path: Path) -> None:
    page.goto(address)
    page.get_by_role("link", name="Meetings", exact=True).click()
    page.get_by_role("link", name="Arta Hoxhaj – Nikos Vellis").first.click()
    page.locator("table.compare thead a").first.wait_for()
    outlets = page.locator("table.compare thead a").all_inner_texts()
    assert [name.split(",")[0] for name in outlets] == ["Polar News", "Southern Wire"]
    assert page.locator(".compare .alone").count() > 0  # what one outlet alone has
    page.locator("table.compare thead a").first.click()
    paragraph = page.locator(".para", has_text="bridge open by spring")
    paragraph.locator("summary").click()
    paragraph.get_by_role("link", name="Arta Hoxhaj: “We want the bridge open by spring").click()
    correct = page.locator("details.correct")
    correct.locator("summary").click()
    correct.locator("form").first.get_by_label("Your name").fill("Ana Lind")
    correct.get_by_role("button", name="Wrong").click()
    page.wait_for_url("**/judgements*")
    page.goto(f"{address}/statements")
    assert page.get_by_text("bridge open by spring").count() == 0
    page.goto(f"{address}/actors")
    page.get_by_role("link", name="Arta Hoxhaj").first.click()
    page.locator("details.correct summary").click()
    joining = page.locator("form[action^='/judge/same/']")
    assert joining.get_by_label("Your name").input_value() == "Ana Lind"  # it is kept
    joining.get_by_label("The other’s name, id or address").fill("Nikos Vellis")
    joining.get_by_role("button", name="The same as").click()
    page.wait_for_url(lambda url: url.endswith("#judged"))
    page.goto(f"{address}/judgements")
    assert page.locator("tbody tr").count() == 2
    page.goto(address)
    with page.expect_download() as taken:
        page.get_by_role("link", name="whole record (JSON)").click()
    record = json.loads(taken.value.path().read_text(encoding="utf-8"))
    assert [one["by"] for one in record["judgements"]] == ["Ana Lind", "Ana Lind"]
    assert not any("bridge open by spring" in statement["text"] for statement in record["statements"])
    with rapporteur.build([folder], output=tmp_path / "record.db") as again:  # built anew, the judgements still hold
        assert not any("bridge open by spring" in statement.text for statement in again.statements)
        assert len([actor for actor in again.actors if actor.name in ("Arta Hoxhaj", "Nikos Vellis")]) == 1
        assert all(again.judged(one.id) for one in again.judgements)


def test_a_filter_changes_the_list_and_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/positions/list")
    before = page.locator("[data-row]").count()
    page.get_by_label("Party").select_option(label="Greece")
    page.wait_for_url("**/positions/list?**party=**")
    page.wait_for_function(f"document.querySelectorAll('[data-row]').length < {before}")
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('[data-row]').length == {before}")


def test_what_is_in_the_way_can_be_followed(page: Page, address: str, desk: Desk, folder: Path) -> None:
    write(folder, BORDER)
    desk.add(folder)
    page.goto(f"{address}/sticking-points")
    drawing = page.locator("svg.standoff.wide")
    chile, ships = (drawing.get_by_role("link", name=name) for name in ("Chile", "return the seized ships"))
    assert chile.last.evaluate("a => getComputedStyle(a).opacity") == "1"
    ships.first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")  # now it is seen that the keyboard is there
    assert float(chile.last.evaluate("a => getComputedStyle(a).opacity")) < 0.5
    assert ships.first.locator(".own").evaluate("g => getComputedStyle(g).display") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sticking-points#*")
    assert "Peru" in page.locator(".point:target").inner_text()


def test_keys_lead_through_a_list(page: Page, address: str) -> None:
    page.goto(f"{address}/statements")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("[data-row].on").count() == 1
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("details.keys").get_attribute("open") is not None


def test_words_that_are_selected_can_be_entered(page: Page, address: str, desk: Desk) -> None:
    article = next(one for one in desk.view.articles.values() if one.file == "three.txt")
    page.goto(f"{address}/articles/{article.id}")
    page.locator("details.correct summary").click()
    page.locator(".reader p", has_text="out of the question").select_text()
    page.wait_for_function("document.querySelector('textarea[name=words]').value")
    assert "out of the question" in page.locator("textarea[name=words]").input_value()
    page.locator("#add-kind").select_option("statements")
    assert page.locator("label.field:visible").all_inner_texts() == ["Speaker", "When", "Addressee", "Topics"]


def test_highlights_are_switched_and_lead_to_what_rests_on_them(page: Page, address: str, desk: Desk) -> None:
    article = next(one for one in desk.view.articles.values() if one.file == "one.txt")
    page.goto(f"{address}/articles/{article.id}")
    mark = page.locator("mark.k-meetings").first
    seen = "mark => getComputedStyle(mark).backgroundColor"
    assert mark.evaluate(seen) != "rgba(0, 0, 0, 0)"
    for switch in page.locator(".shown input").all():
        switch.uncheck()
    assert mark.evaluate(seen) == "rgba(0, 0, 0, 0)"
    mark.click()
    assert page.locator(".para details[open] a[href^='/meetings/']").first.is_visible()


def test_the_first_tab_leads_past_the_navigation(page: Page, address: str) -> None:
    page.goto(f"{address}/judgements")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_an_address_says_only_what_narrows(page: Page, address: str) -> None:
    page.goto(f"{address}/statements?until=1996-12")
    page.get_by_label("Speech").select_option("direct")
    page.wait_for_url("**status=direct**")
    page.wait_for_function("document.querySelector('select[name=status]').value == 'direct'")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{address}/statements?status=direct&until=1996-12"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_fit(
    browser: Browser, address: str, desk: Desk, folder: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    write(folder, BORDER)
    desk.add(folder)
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    opened = context.new_page()
    entries = [f"/meetings/{desk.view.meetings[0].id}", f"/actors/{desk.view.entries.actors[0].id}"]
    entries += [f"/entries/{desk.view.entries.positions[0].id}", f"/articles/{next(iter(desk.view.articles))}"]
    point = desk.view.sticking_points[0]
    entries += [f"/issues/{point.issue}", f"/actors/{point.parties[0]}"]
    faults = []
    for path in (*PAGES, *entries):
        opened.goto(address + path)
        found = axe.run(opened).response["violations"]
        faults += [(path, one["id"], [node["html"][:120] for node in one["nodes"][:2]]) for one in found]
        if opened.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append((path, "wider than the window", []))
    context.close()
    assert faults == []


def test_pages_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/statements")
    assert "bridge open by spring" in opened.content()
    context.close()
