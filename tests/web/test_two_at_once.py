from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from starlette.testclient import TestClient

from rapporteur.web.desk import Desk
from tests.web.test_app import token_of

PAGES = ("/", "/meetings", "/statements", "/positions", "/actors", "/judgements", "/take/record.json")


def test_two_people_correcting_while_articles_come_lose_nothing(client: TestClient, desk: Desk, folder: Path) -> None:
    token = token_of(client.get(f"/meetings/{desk.view.meetings[0].id}").text)
    actors = [actor.id for actor in desk.view.entries.actors]

    def correct(who: str) -> list[int]:
        given = {"token": token, "by": who}
        sent = [client.post(f"/judge/right/{name}", data=given, follow_redirects=False) for name in actors]
        return [answer.status_code for answer in sent]

    def read(_: int) -> list[int]:
        return [client.get(page).status_code for page in PAGES for _ in range(3)]

    (folder / "five.txt").write_text("OSLO, March 14, 1996 (Polar News) -- Greece welcomed the talks on Thursday.\n")
    with ThreadPoolExecutor(5) as at_once:
        corrected = [at_once.submit(correct, who) for who in ("Ana Lind", "Bo Dahl")]
        reading = [at_once.submit(read, number) for number in range(2)]
        added = at_once.submit(desk.add, folder)
    assert [set(one.result()) for one in corrected] == [{303}, {303}]
    assert [set(one.result()) for one in reading] == [{200}, {200}]
    assert added.result() == 1
    for who in ("Ana Lind", "Bo Dahl"):
        made = [one for one in desk.view.record.judgements if one.by == who]
        assert sorted(reference.id for one in made for reference in one.about) == sorted(actors)
    desk.view.record.verify()


def test_pages_are_answered_while_a_correction_is_being_made(client: TestClient, desk: Desk) -> None:
    article = next(iter(desk.view.articles))
    token = token_of(client.get(f"/articles/{article}").text)
    begun, go_on = threading.Event(), threading.Event()

    def change(_: object) -> None:
        begun.set()
        go_on.wait(20)

    given = {"token": token, "by": "Ana Lind", "words": desk.view.articles[article].text[:40], "name": "Greece"}
    with client, ThreadPoolExecutor(3) as at_once:
        changing = at_once.submit(desk.change, change)
        assert begun.wait(20)
        adding = at_once.submit(client.post, f"/add/actors/{article}", data=given, follow_redirects=False)
        try:
            assert at_once.submit(client.get, "/meetings").result(10).status_code == 200
            assert not adding.done()
        finally:
            go_on.set()
        changing.result(20)
        assert adding.result(20).status_code in {303, 400}
