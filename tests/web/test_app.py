from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from starlette.testclient import TestClient

from rapporteur.web.desk import Desk
from tests.stories import BORDER, write

LINK = re.compile(r'href="(/[^"#]*)')


def token_of(text: str) -> str:
    """The token of the forms on a page."""
    return str(html.fromstring(text).xpath("string(//input[@name='token']/@value)"))


def words_of(text: str) -> str:
    """The words of a page."""
    return " ".join("".join(map(str, html.fromstring(text).itertext())).split())


def at(text: str, path: str) -> list[Any]:
    """What lies at an XPath of a page."""
    return list(html.fromstring(text).xpath(path))  # type: ignore[arg-type]


def test_every_link_of_the_desk_leads_somewhere(client: TestClient) -> None:
    seen, waiting = set[str](), ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(unquote(path.replace("&amp;", "&")))
        assert answer.status_code == 200, path
        links = LINK.findall(answer.text) if "text/html" in answer.headers["content-type"] else []
        waiting += [link for link in links if not link.startswith("/timeline?")]  # time goes on without end
    assert len(seen) > 60


def test_anchors_into_an_article_are_there(client: TestClient, desk: Desk) -> None:
    for kind in ("meetings", "statements", "positions"):
        for entry in getattr(desk.view.entries, kind):
            page = client.get(f"/entries/{entry.id}").text
            for path, anchor in re.findall(r'href="(/articles/[^"#]*)#([^"]*)"', page):
                assert f'id="{anchor}"' in client.get(path).text, (path, anchor, entry)


def test_an_article_is_shown_whole(client: TestClient, desk: Desk) -> None:
    for article in desk.view.articles.values():
        shown = words_of(client.get(f"/articles/{article.id}").text)
        for word in article.text.split():
            assert word in shown


def test_a_filter_narrows_and_what_is_no_day_is_refused(client: TestClient, desk: Desk) -> None:
    greece = next(actor for actor in desk.view.entries.actors if actor.name == "Greece")
    whole, narrowed = (
        client.get(path).text.count("data-row") for path in ("/positions/list", f"/positions/list?party={greece.id}")
    )
    assert 0 < narrowed < whole
    assert "fits" in client.get("/meetings?since=2001").text
    answer = client.get("/meetings?since=soon")
    assert answer.status_code == 400
    assert "Write it as 2023-05-10" in answer.text


@pytest.mark.parametrize(
    "path", ["/entries/meeting-0000000000", "/actors/nobody", "/articles/a-0", "/nowhere", "/meetings/statement-1"]
)
def test_what_is_not_there_is_said(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_an_entry_leads_to_the_page_of_its_kind(client: TestClient, desk: Desk) -> None:
    meeting = desk.view.meetings[0]
    answer = client.get(f"/entries/{meeting.id}", follow_redirects=False)
    assert answer.headers["location"] == f"/meetings/{meeting.id}"


def test_a_wrong_statement_leaves_and_comes_back(client: TestClient, desk: Desk) -> None:
    statement = desk.view.entries.statements[0]
    given = {"token": token_of(client.get(f"/entries/{statement.id}").text), "by": "Ana Lind", "reason": "a caption"}
    answer = client.post(f"/judge/wrong/{statement.id}", data={**given, "back": "/judgements"})
    assert answer.status_code == 200
    assert "Ana Lind" in answer.text
    assert client.get(f"/entries/{statement.id}").status_code == 404
    (judgement,) = desk.view.record.judgements
    client.post(f"/undo/{judgement.id}", data=given)
    assert client.get(f"/entries/{statement.id}").status_code == 200


def test_two_actors_become_one_and_the_old_address_leads_there(client: TestClient, desk: Desk) -> None:
    one, other = (actor for actor in desk.view.entries.actors if actor.name in ("Arta Hoxhaj", "Nikos Vellis"))
    given = {"token": token_of(client.get(f"/actors/{one.id}").text), "by": "Ana Lind", "other": other.name}
    client.post(f"/judge/same/{one.id}", data=given)
    answers = [client.get(f"/actors/{actor.id}", follow_redirects=False) for actor in (one, other)]
    assert sorted(answer.status_code for answer in answers) == [200, 303]


def test_a_field_is_set_and_a_wrong_value_is_refused(client: TestClient, desk: Desk) -> None:
    meeting = desk.view.meetings[0]
    given = {"token": token_of(client.get(f"/meetings/{meeting.id}").text), "by": "Ana Lind", "field": "when"}
    client.post(f"/judge/value/{meeting.id}", data={**given, "value": "1996-03-05"})
    assert "5 March 1996" in client.get(f"/meetings/{meeting.id}").text
    answer = client.post(f"/judge/value/{meeting.id}", data={**given, "value": "someday"})
    assert answer.status_code == 400


def test_an_entry_is_added_from_words(client: TestClient, desk: Desk) -> None:
    article = next(one for one in desk.view.articles.values() if one.file == "one.txt")
    given = {"token": token_of(client.get(f"/articles/{article.id}").text), "by": "Ana Lind"}
    fields = {"party": "Albania", "stance": "supports", "issue": "opening of the bridge"}
    client.post(f"/add/positions/{article.id}", data={**given, **fields, "words": "We want the bridge open by spring"})
    assert any(position.stance == "supports" for position in desk.view.entries.positions)


def test_what_is_in_the_way_is_drawn_and_leads_to_its_words(client: TestClient, desk: Desk, folder: Path) -> None:
    assert "<use" not in client.get("/sticking-points").text
    write(folder, BORDER)
    desk.add(folder)
    answer = client.get("/sticking-points").text
    assert "release of prisoners in Bolivia: Chile waits for it, Bolivia lets it wait" in words_of(answer)
    points, actors = (
        set(re.findall(f'<a href="({path}[^"]*)"><title>', answer)) for path in ("/sticking-points#", "/actors/")
    )
    assert points == {f"/sticking-points#{name}" for name in re.findall('<article class="point" id="([^"]*)"', answer)}
    assert len(actors) == 4
    for path in actors:
        assert any(f'<a href="{point}"><title>' in client.get(path).text for point in points)


def test_a_drawing_has_neither_styles_nor_scripts_and_what_it_draws_again_is_there(
    client: TestClient, desk: Desk, folder: Path
) -> None:
    write(folder, BORDER)
    desk.add(folder)
    answer = client.get("/sticking-points").text
    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?! src)", answer)
    ids = re.findall(r'\sid="([^"]*)"', answer)
    assert len(ids) == len(set(ids))
    assert set(re.findall('<use href="#([^"]*)"', answer)) <= set(ids)


def test_search_finds_with_the_words_marked(client: TestClient) -> None:
    marks = re.findall(r'<p class="snippet">.*?</p>', client.get("/search?q=bridge").text)
    assert marks
    assert {words.lower() for mark in marks for words in re.findall("<mark>(.*?)</mark>", mark)} == {"bridge"}
    assert "Nothing holds all" in client.get("/search?q=zeppelin").text


def test_what_comes_into_a_folder_comes_onto_the_desk(client: TestClient, desk: Desk, folder: Path) -> None:
    (folder / "four.txt").write_text(
        "OSLO, March 12, 1996 (Polar News) -- Albania and Greece agreed on Tuesday to open the bridge on 1 June.\n"
    )
    assert desk.add(folder) == 1
    assert "four.txt" in client.get("/articles").text or "Polar News" in client.get("/articles").text
    assert len(desk.view.articles) == 4


@pytest.mark.parametrize("kind", ["issues", "events", "disagreements", "processes"])
def test_every_list_is_reached_from_every_page(client: TestClient, kind: str) -> None:
    (link,) = at(client.get("/map").text, f"//nav//a[@href='/{kind}']")
    assert link.text == kind.capitalize()
    assert client.get(f"/{kind}").status_code == 200


def test_days_and_levels_stand_in_words(client: TestClient, desk: Desk) -> None:
    meeting = next(one for one in desk.view.meetings if len(one.reports) > 1)
    compared = at(client.get(f"/meetings/{meeting.id}").text, "//table[@class='compare']//td")
    told = " ".join(words.text_content() for words in compared)
    assert not re.search(r"\d{4}-\d\d", told)
    assert "1996" in told


def test_an_event_is_told_in_words(client: TestClient, desk: Desk) -> None:
    shown = at(client.get("/events").text, "//li[@data-row]//span[@class='what']/a")
    assert shown
    assert not any(re.search(r"\b[A-Z]{5,}\b", one.text) for one in shown)
    event = desk.view.entries.events[0]
    assert f"PLOVER {event.type}" in words_of(client.get(f"/entries/{event.id}").text)


def test_an_actor_s_statements_stand_by_day_and_are_counted(client: TestClient, desk: Desk) -> None:
    speaker, said = max(desk.view.statements_of.items(), key=lambda pair: len(pair[1]))
    days = [str(one.when.latest or one.when.earliest) for one in said]
    assert days == sorted(days)
    assert f"Statements {len(said)}" in words_of(client.get(f"/actors/{speaker}").text)


@pytest.mark.parametrize("called", ["{id}", "http://127.0.0.1:8321/actors/{id}?page=2#judged", "Nikos Vellis"])
def test_another_is_told_by_its_name_or_the_address_of_its_page(client: TestClient, desk: Desk, called: str) -> None:
    one, other = (actor for actor in desk.view.entries.actors if actor.name in ("Arta Hoxhaj", "Nikos Vellis"))
    one, other = (one, other) if other.name == "Nikos Vellis" else (other, one)
    given = {"token": token_of(client.get(f"/actors/{one.id}").text), "by": "Ana Lind"}
    client.post(f"/judge/same/{one.id}", data={**given, "other": called.format(id=other.id)})
    assert desk.view.record[one.id].id == desk.view.record[other.id].id


def test_several_reports_are_parted_from_a_meeting_at_once(client: TestClient, desk: Desk) -> None:
    meeting = max(desk.view.meetings, key=lambda one: len(one.reports))
    offered = at(client.get(f"/meetings/{meeting.id}").text, "//input[@name='part']/@value")
    assert set(offered) == set(meeting.reports)
    given = {"token": token_of(client.get(f"/meetings/{meeting.id}").text), "by": "Ana Lind"}
    client.post(f"/judge/not-same/{meeting.id}", data={**given, "part": offered[1:]})
    assert len([one for one in desk.view.meetings if set(one.reports) <= set(offered)]) > 1


def test_who_is_not_known_yet_gives_a_name_to_undo(client: TestClient, desk: Desk) -> None:
    statement = desk.view.entries.statements[0]
    desk.change(lambda record: record.judge.right(statement.id, by="Ana Lind"))
    page = client.get("/judgements").text
    assert at(page, "//form[contains(@action, '/undo/')]//input[@name='by' and @required]")
    assert at(page, f"//td/a[@href='/entries/{statement.id}']")
