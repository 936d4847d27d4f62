from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pytest
from starlette.testclient import TestClient

from rapporteur.export.record_json import record_json
from rapporteur.web.desk import Desk
from tests.web.test_app import words_of

KINDS = (
    *("meetings", "statements", "positions", "commitments", "events", "disagreements", "processes", "issues"),
    *("actors", "articles", "judgements", "sticking_points"),
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_as_csv_and_as_json(client: TestClient, desk: Desk, kind: str) -> None:
    whole = desk.view.record
    known = sorted(one.id for one in getattr(whole, kind))
    as_csv, as_json = (client.get(f"/take/{kind}.{ending}") for ending in ("csv", "json"))
    assert sorted(row["id"] for row in rows(as_csv.text)) == known
    assert sorted(row["id"] for row in as_json.json()) == known
    for answer, ending in ((as_csv, "csv"), (as_json, "json")):
        assert answer.headers["content-disposition"] == f'attachment; filename="{kind}.{ending}"'


@pytest.mark.parametrize("page", ["/statements?about=spring&page=2", "/actors?kind=state", "/articles?about=one"])
def test_a_list_is_taken_as_its_page_is_narrowed(client: TestClient, desk: Desk, page: str) -> None:
    text = client.get(page).text
    (link,) = re.findall(r'href="(/take/[^"]*\.json[^"]*)"', text)
    found = client.get(link.replace("&amp;", "&")).json()
    assert found
    assert len(found) == text.count("data-row") < len(getattr(desk.view.record, page[1:].partition("?")[0]))


def test_evidence_has_rows_of_its_own(client: TestClient, desk: Desk) -> None:
    found = rows(client.get("/take/meetings.csv?evidence=1").text)
    for row in found:
        assert desk.view.articles[row["article"]].text[int(row["start"]) : int(row["end"])] == row["quotation"]
    assert len(found) == sum(len(meeting.evidence) for meeting in desk.view.meetings)


def test_the_overview_offers_the_whole_record(client: TestClient, desk: Desk) -> None:
    offered = re.findall(r'href="/take/([^"]*)"', client.get("/").text)
    taken = {name: client.get(f"/take/{name}") for name in offered}
    assert {name: answer.headers["content-type"].partition(";")[0] for name, answer in taken.items()} == {
        "dossier.html": "text/html",
        "dossier.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "meetings.ics": "text/calendar",
        "record.json": "application/json",
    }
    assert all(answer.headers["content-disposition"].startswith("attachment") for answer in taken.values())
    assert taken["record.json"].text == record_json(desk.view.record)
    assert "word/footnotes.xml" in zipfile.ZipFile(io.BytesIO(taken["dossier.docx"].content)).namelist()


def test_a_meeting_for_the_calendar_and_in_words_to_cite(client: TestClient, desk: Desk) -> None:
    meeting = next(one for one in desk.view.meetings if one.when.day)
    page = client.get(f"/meetings/{meeting.id}").text
    assert f"entry {meeting.id}.)" in words_of(page)
    (link,) = re.findall(r'href="(/take/meetings/[^"]*)"', page)
    event = client.get(link).text
    assert event.count("BEGIN:VEVENT") == 1
    assert f"UID:{meeting.id}@rapporteur" in event


@pytest.mark.parametrize(
    "path", ["/take/secrets.csv", "/take/..%2Frecord.json", "/take/meetings/actor-1.ics", "/take/entries.json"]
)
def test_what_is_no_list_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_judgements_are_taken_with_what_became_of_them(client: TestClient, desk: Desk) -> None:
    (first, *_) = desk.view.entries.statements
    desk.change(lambda record: record.judge.wrong(first.id, by="=cmd", reason="+1"))
    (row,) = rows(client.get("/take/judgements.csv").text)
    assert (row["by"], row["reason"]) == ("'=cmd", "'+1")
    (value,) = json.loads(client.get("/take/judgements.json").text)
    assert (value["by"], value["holds"]) == ("=cmd", True)
