"""The command line as its users meet it: what it prints, and what it says when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import rapporteur
from rapporteur.cli import app
from rapporteur.cli.lists import LISTS
from tests.export.records_made import made

EXAMPLE = Path(__file__).parents[2] / "examples" / "camp-david" / "articles"


def run(*arguments: str | Path, given: str | None = None) -> Result:
    """What a command does in this process."""
    return CliRunner().invoke(app, [str(a) for a in arguments], input=given, catch_exceptions=False)


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What a command does as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "rapporteur", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_build_says_what_it_found(tmp_path: Path) -> None:
    result = run("build", EXAMPLE, "-o", tmp_path / "record.db")
    assert result.exit_code == 0
    for word in ("13 read", "copies", "meetings", "statements", "positions", "commitments", "disagreements", " s"):
        assert word in result.output


def test_build_names_what_it_skipped_and_says_so_in_its_status(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text(
        "MALI, 3 May 1995 -- The foreign ministers of Mali and Niger met in Bamako on Monday.\n"
    )
    result = run("build", tmp_path, "-o", tmp_path / "out" / "record.db")
    assert result.exit_code == 3
    assert "empty.txt" in result.output
    assert "1 read" in result.output


@pytest.mark.parametrize("title", [*LISTS, "timeline"])
def test_every_list_prints_as_table_json_and_csv(title: str, example_path: Path) -> None:
    with rapporteur.open(example_path) as record:
        size = len(record.meetings) if title == "timeline" else len(getattr(record, title.replace(" ", "_")))
    kind = title.replace(" ", "-")
    table = run(kind, example_path)
    assert table.exit_code == 0
    as_json = run(kind, example_path, "--format", "json")
    listed = json.loads(as_json.output)
    rows = list(csv.DictReader(io.StringIO(run(kind, example_path, "--format", "csv").output)))
    assert len(rows) == len(listed)
    assert len(listed) >= size
    assert {row["id"] for row in rows} == {entry["id"] for entry in listed}


@pytest.mark.parametrize(("how", "begins"), [("json", "{"), ("gmcr", "conflict"), ("ics", "BEGIN:VCALENDAR\r\n")])
def test_the_record_is_written_for_other_programs(how: str, begins: str, example_path: Path, tmp_path: Path) -> None:
    assert run("export", example_path, "--format", how, "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out").read_bytes().decode().startswith(begins)


def test_evidence_stands_under_each_entry(example_path: Path) -> None:
    plain, cited = run("meetings", example_path), run("meetings", example_path, "--evidence")
    with rapporteur.open(example_path) as record:
        pieces = [piece.text.split()[0] for meeting in record.meetings for piece in meeting.evidence]
    assert cited.output.count("“") >= len(pieces) > 0
    assert len(cited.output) > len(plain.output)


BLOCKED = """Talks on the canal

OSLO, 3 May 1995 -- Peru demanded a withdrawal of Chilean troops from the border zone on Wednesday.
"Chile will not withdraw its troops from the border zone," Chilean Foreign Minister Ana Lopes told reporters.
"""


def test_what_blocks_what_stands_on_the_words_of_both_sides(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BLOCKED)
    run("build", tmp_path / "a.txt", "-o", tmp_path / "record.db")
    listed = run("sticking-points", tmp_path / "record.db", "--evidence").output
    assert "Peru demands it" in listed
    assert "Chile refuses it" in listed
    assert listed.count("“") >= 4
    assert listed.endswith("1 sticking point\n")
    assert "No sticking points fit." in run("sticking-points", tmp_path / "record.db", "--about", "xylophone").output


def test_judgements_are_made_listed_exported_taken_in_and_undone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BLOCKED)
    path = tmp_path / "record.db"
    run("build", tmp_path / "a.txt", "-o", path)
    assert "Nobody has judged" in run("judgements", path).output
    with rapporteur.open(path) as record:
        name = next(position.id for position in record.positions if position.stance.value == "demands")
    said = run("judge", "wrong", path, name, "--by", "Ada", "--reason", "it was Bolivia").output
    assert "wrong, by Ada" in said
    assert f"rapporteur judge undo {path}" in said
    assert "There are no sticking points" in run("sticking-points", path).output
    assert "it was Bolivia" in run("judgements", path).output
    run("judgements", path, "--export", tmp_path / "judgements.yaml")
    judgement = said.split(" ")[0].split("-")[1][:7]
    run("judge", "undo", path, judgement)
    assert "1 sticking point" in run("sticking-points", path).output
    run("build", tmp_path / "a.txt", "-o", tmp_path / "other.db")
    taken = run("judgements", tmp_path / "other.db", "--import", tmp_path / "judgements.yaml").output
    assert taken == "1 new judgement taken in.\n"
    assert (
        "0 new judgements" in run("judgements", tmp_path / "other.db", "--import", tmp_path / "judgements.yaml").output
    )
    assert "There are no sticking points" in run("sticking-points", tmp_path / "other.db").output
    for form in ("json", "csv"):
        assert "it was Bolivia" in run("judgements", tmp_path / "other.db", "--format", form).output


def test_a_party_is_found_by_any_name_that_the_tables_know(tmp_path: Path) -> None:
    text = "OSLO, 3 May 1995 -- The U.N. demanded a withdrawal of Chilean troops from the border zone on Wednesday.\n"
    (tmp_path / "a.txt").write_text(text)
    run("build", tmp_path / "a.txt", "-o", tmp_path / "record.db")
    assert "1 position" in run("positions", tmp_path / "record.db", "--party", "United Nations").output


def test_changes_since_a_build_or_a_day_are_told(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    for name, text in (("a.txt", BLOCKED), ("b.txt", BLOCKED.replace("Peru", "Bolivia").replace("3 May", "9 May"))):
        (tmp_path / name).write_text(text)
        run("build", tmp_path / name, "-o", path)
    told = run("changes", path).output
    assert told.startswith("Since build 1 of ")
    assert "1 more article, 2 in all." in told
    assert "Bolivia demands" in told
    assert run("changes", path, "--since", "2").output == "Nothing has changed since.\n"
    assert "Since the beginning" in run("changes", path, "--since", "1995-01-01").output
    assert json.loads(run("changes", path, "--format", "json").output)


def test_everything_can_be_judged_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BLOCKED)
    path = tmp_path / "record.db"
    run("build", tmp_path / "a.txt", "-o", path)
    run("judge", "rename", path, "Peru", "Republic of Peru")
    run("judge", "value", path, "Ana Lopes", "party", "Republic of Peru", "--reason", "a misprint")
    run("judge", "right", path, "Ana Lopes")
    shown = run("show", path, "Ana Lopes").output
    assert "judged        right, by " in shown
    assert "(a misprint)" in shown
    run("judge", "same", path, "Ana Lopes", "Chile")
    words = ("Peru demanded a withdrawal", "party=Republic of Peru", "stance=warns", "issue=the zone")
    run("judge", "add", path, "positions", "a.txt", *words)
    assert "Republic of Peru" in run("positions", path).output
    assert "the zone" in run("positions", path).output
    run("verify", path)


def test_filters_narrow_a_list(example_path: Path) -> None:
    def ids(*options: str) -> set[str]:
        output = run("meetings", example_path, "--format", "json", *options).output
        return {entry["id"] for entry in json.loads(output)}

    everything = ids()
    early, late = ids("--until", "1978-06-30"), ids("--since", "1978-07-01")
    assert early
    assert late
    assert early | late < everything or early | late == everything
    assert ids("--status", "held") < everything
    assert ids("--party", "Egypt") <= everything
    assert ids("--about", "settlements Sinai nonexistentword") == set()


def test_show_tells_everything_about_an_entry(example_path: Path) -> None:
    with rapporteur.open(example_path) as record:
        meeting, article = record.meetings[0], record.articles[0]
    shown = run("show", example_path, meeting.id)
    assert meeting.status.value in shown.output
    assert meeting.evidence[0].text.split()[0] in shown.output
    assert json.loads(run("show", example_path, article.id, "--format", "json").output)["text"] == article.text


def test_show_tells_the_life_of_a_commitment(tmp_path: Path) -> None:
    made(path=tmp_path / "record.db").close()
    shown = run("show", tmp_path / "record.db", "commitment-ledger").output
    assert "1931-03-10 made; 1931-04-02 postponed, to 1931-05-01; 1931-05-02 reported_unmet" in shown
    assert "Velia offered to pay for it" in shown


def test_show_takes_a_short_id_and_says_sources_and_people_by_name(example_path: Path) -> None:
    with rapporteur.open(example_path) as record:
        meeting = next(m for m in record.meetings if m.participants)
        person = record.name_of(meeting.participants[0].actor)
    shown = run("show", example_path, meeting.id.removeprefix("meeting-")[:7]).output
    assert meeting.id in shown
    assert person in shown
    assert meeting.reports[0] not in shown


def test_an_empty_list_says_why(example_path: Path) -> None:
    assert "There are: " in run("meetings", example_path, "--status", "whimsical").output
    assert "No meetings fit." in run("meetings", example_path, "--since", "2999-01-01").output


def test_search_finds_articles_and_entries(example_path: Path) -> None:
    found = json.loads(run("search", example_path, "Knesset", "--format", "json").output)
    assert {"articles", "statements"} & {match["kind"] for match in found}
    assert all("knesset" in match["snippet"].casefold() for match in found)
    assert "Nothing in the record" in run("search", example_path, "xylophone").output


def test_export_twice_gives_the_same_bytes(example_path: Path, tmp_path: Path) -> None:
    run("export", example_path, "--format", "json", "-o", tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == run("export", example_path).output


def test_verify_counts_what_it_checked(example_path: Path) -> None:
    assert "all hold" in run("verify", example_path).output


def test_read_gives_a_line_for_each_article() -> None:
    lines = run("read", EXAMPLE / "1977-11-21-meridian-knesset.txt").output.splitlines()
    (reading,) = map(json.loads, lines)
    for name in ("names", "dates", "places", "attributions"):
        for item in reading[name]:
            if "text" in item:
                assert reading["text"][item["start"] : item["end"]] == item["text"]


def test_those_who_have_an_office_and_no_name_are_read_by_their_words() -> None:
    line = json.dumps({"id": "x", "text": "The Prime Minister met Ghanaian Foreign Minister Kwesi Armah in Accra."})
    reading = json.loads(run("read", "-", given=line).output)
    (meeting,) = reading["meetings"]
    called = {actor["id"]: actor["name"] for actor in reading["actors"]}
    seen = {name["text"] for name in reading["names"] if name["actor"] == meeting["participants"][-1]["actor"]}
    assert [called[person["actor"]] for person in meeting["participants"]] == ["Kwesi Armah", "The Prime Minister"]
    assert seen == {"The Prime Minister"}


def test_a_record_keeps_no_meeting_whose_other_side_is_unknown(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The Prime Minister met Ghanaian Foreign Minister Kwesi Armah in Accra.\n", encoding="utf-8")
    run("build", article, "-o", tmp_path / "r.db")
    assert json.loads(run("export", tmp_path / "r.db").output)["meetings"] == []


def test_read_takes_lines_on_standard_input_and_writes_conllu() -> None:
    line = json.dumps({"id": "x", "text": "Chad and Sudan signed a truce. Both sides left."})
    output = run("read", "-", "--format", "conllu", given=line).output
    assert output.startswith("# newdoc id = x\n")
    assert output.count("# sent_id") == 2


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("meetings", "none.db"), 4, "rapporteur build"),
        (("build", "no-such-folder"), 2, "no-such-folder"),
        (("frobnicate",), 2, "frobnicate"),
        (("meetings",), 2, "RECORD"),
        (("meetings", "{record}", "--since", "soon"), 2, "2023-05-10"),
        (("meetings", "{record}", "--party", "Atlantis"), 2, "Atlantis"),
        (("changes", "{record}", "--since", "9"), 2, "There is no build 9."),
        (("show", "{record}", "meeting-0"), 4, "meeting-0"),
        (("remove", "{record}", "none.txt"), 4, "none.txt"),
        (("meetings", "{article}"), 4, "not a record"),
        (("export", "{record}", "-o", "{record}/x.json"), 2, "cannot be written"),
    ],
)
def test_errors_are_a_line_and_a_hint(arguments: tuple[str, ...], status: int, says: str, example_path: Path) -> None:
    article = EXAMPLE / "1977-11-21-meridian-knesset.txt"
    given = [a.format(record=example_path, article=article) for a in arguments]
    done = command(*given)
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


def test_piped_output_has_no_colour(example_path: Path) -> None:
    done = command("meetings", example_path)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
