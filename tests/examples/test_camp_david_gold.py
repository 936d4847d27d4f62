"""The bundled example agrees with its gold file, with the calendar and with its own rules."""

from __future__ import annotations

import calendar
import datetime as dt
import html
import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "camp-david"
ARTICLES = FOLDER / "articles"
GOLD: dict[str, Any] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
WIRE = "meridian-wire.jsonl"
FOLDS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})

# What a weekday named in a report must be, by the file, its words and the day that they mean.
WEEKDAYS = [
    ("1977-11-21-meridian-knesset.txt", "flew home on Monday", "1977-11-21"),
    ("1977-11-21-meridian-knesset.txt", "special sitting of the Knesset on Sunday", "1977-11-20"),
    ("1977-11-21-meridian-knesset.txt", "spoke on Saturday night at the King David", "1977-11-19"),
    ("1977-11-21-meridian-knesset.txt", "has held his post since Thursday", "1977-11-17"),
    ("1977-11-22-courant-jerusalem.html", "Tuesday, 22 November 1977", "1977-11-22"),
    ("1977-11-22-courant-jerusalem.html", "resigned on Thursday because he could not accept it", "1977-11-17"),
    ("1977-12-27-ledger-ismailia.txt", "came back from Ismailia on Monday", "1977-12-26"),
    ("1977-12-27-ledger-ismailia.txt", "villa on Sunday, which was", "1977-12-25"),
    ("1977-12-27-ledger-ismailia.txt", "put it to the Knesset on Wednesday", "1977-12-28"),
    (WIRE, "appointed on Saturday", "1977-12-24"),
    (WIRE, "on Wednesday ordered his foreign minister home", "1978-01-18"),
    (WIRE, "meet again at 11 a.m. on Thursday", "1978-01-19"),
    (WIRE, "is to see Sadat in Cairo on Friday", "1978-01-20"),
    (WIRE, "special session of parliament for Saturday", "1978-01-21"),
    (WIRE, "negotiate the text of a peace treaty on Thursday", "1978-10-12"),
    ("1978-01-19-sentinel-recall.txt", "Thursday, January 19, 1978", "1978-01-19"),
    ("1978-01-19-sentinel-recall.txt", "The committee opened on Tuesday", "1978-01-17"),
    ("1978-01-19-sentinel-recall.txt", "was to resume there on Monday", "1978-01-23"),
    ("1978-01-20-ledger-suspended.html", "Friday, January 20, 1978", "1978-01-20"),
    ("1978-01-20-ledger-suspended.html", "have met again this Saturday", "1978-01-21"),
    ("1978-01-20-ledger-suspended.html", "was to have opened on Monday", "1978-01-16"),
    ("sentinel-leeds-castle.txt", "under one roof, on Tuesday and Wednesday", "1978-07-18"),
    ("sentinel-leeds-castle.txt", "Last Thursday President Sadat received", "1978-07-13"),
    ("sentinel-leeds-castle.txt", "On the Sunday before that", "1978-07-09"),
    ("1978-09-20-courant-freeze.txt", "spoke to both houses on Monday evening", "1978-09-18"),
    ("1978-09-20-courant-freeze.txt", "handed in his resignation on Saturday", "1978-09-16"),
    ("1978-09-21-ledger-three-months.txt", "Thursday, September 21, 1978", "1978-09-21"),
    ("1978-09-21-ledger-three-months.txt", "late on Saturday night at Camp David", "1978-09-16"),
    ("1978-09-21-ledger-three-months.txt", "documents signed on Sunday", "1978-09-17"),
    ("1979-03-13-meridian-carter.pdf", "said on Tuesday that President Anwar Sadat", "1979-03-13"),
    ("1979-03-13-meridian-carter.pdf", "arrived in Cairo last Thursday", "1979-03-08"),
    ("1979-03-13-meridian-carter.pdf", "In the Knesset on Monday", "1979-03-12"),
    ("1979-03-27-courant-treaty.txt", "Tuesday 27 March 1979", "1979-03-27"),
    ("1979-03-27-courant-treaty.txt", "lawn of the White House on Monday", "1979-03-26"),
]
NAMES = list(calendar.day_name)
MONTHS = list(calendar.month_name)


def fold(text: str) -> str:
    """Fold quotation marks, dashes and white space."""
    return re.sub(r"\s+", " ", text.translate(FOLDS)).strip()


def page_text(source: str) -> str:
    """The visible text of a saved page."""
    visible = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", source)
    return html.unescape(re.sub(r"<[^>]+>", " ", visible))


def print_text(path: Path) -> str:
    """The text of a PDF, page after page, without the line that closes every sheet."""
    document = pypdfium2.PdfDocument(path)
    try:
        sheets = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return re.sub(r"MERIDIAN PRESS AGENCY\s+MPA-\d+\s+SHEET \d OF \d", " ", "\n".join(sheets))


def items() -> list[dict[str, str]]:
    return [json.loads(line) for line in (ARTICLES / WIRE).read_text(encoding="utf-8").splitlines()]


def texts() -> dict[str, str]:
    """The folded text of every article file."""
    found = {}
    for path in sorted(ARTICLES.iterdir()):
        if path.suffix == ".txt":
            found[path.name] = path.read_text(encoding="utf-8")
        elif path.suffix == ".html":
            found[path.name] = page_text(path.read_text(encoding="utf-8"))
        elif path.suffix == ".pdf":
            found[path.name] = print_text(path)
        elif path.suffix == ".jsonl":
            found[path.name] = "\n".join(f"{item['headline']}\n{item['body']}" for item in items())
    return {name: fold(text) for name, text in found.items()}


def shingles(text: str, size: int = 6) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    words = fold(text).split()
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


TEXTS = texts()


def evidence() -> list[tuple[str, str, str]]:
    """Everything in the gold that must stand in a file: what it is, the file, the words."""
    found = [("quote", q["file"], q["text"]) for q in GOLD["quotes"]]
    found += [("meeting", e["file"], e["quote"]) for m in GOLD["meetings"] for e in m["evidence"]]
    found += [(kind, row["file"], row["quote"]) for kind in ("positions", "commitments") for row in GOLD[kind]]
    found += [("conflict", v["file"], v["quote"]) for c in GOLD["conflicts"] for v in c["versions"]]
    for article in GOLD["articles"]:
        words = [article["title"], article["body_first_words"], article["body_last_words"]]
        found += [("article", article["file"], text) for text in [*words, *article.get("not_body", [])]]
    return found


@pytest.mark.parametrize(("kind", "file", "words"), evidence())
def test_the_words_of_the_gold_stand_in_the_file(kind: str, file: str, words: str) -> None:
    assert fold(words) in TEXTS[file], f"{kind} not found in {file}"


@pytest.mark.parametrize(("file", "words", "day"), WEEKDAYS)
def test_weekdays_fall_on_the_days_meant(file: str, words: str, day: str) -> None:
    assert fold(words) in TEXTS[file]
    assert NAMES[dt.date.fromisoformat(day).weekday()] in words


def test_every_date_written_with_its_weekday_is_right() -> None:
    weekday, month = "|".join(NAMES), "|".join(MONTHS[1:])
    day_first = rf"({weekday}),? (\d{{1,2}}) ({month}) (\d{{4}})"
    month_first = rf"({weekday}),? ({month}) (\d{{1,2}}), (\d{{4}})"
    seen = 0
    for text in TEXTS.values():
        dates = [(n, int(d), m, int(y)) for n, d, m, y in re.findall(day_first, text)]
        dates += [(n, int(d), m, int(y)) for n, m, d, y in re.findall(month_first, text)]
        for name, day, month_name, year in dates:
            assert NAMES[dt.date(year, MONTHS.index(month_name), day).weekday()] == name
            seen += 1
    assert seen >= 6


def test_the_formats_are_mixed() -> None:
    count = {s: sum(name.endswith(s) for name in TEXTS) for s in (".txt", ".html", ".pdf", ".jsonl")}
    assert count == {".txt": 7, ".html": 2, ".pdf": 1, ".jsonl": 1}
    assert len(items()) == 3
    assert all({"id", "headline", "body", "date", "byline"} <= item.keys() for item in items())


def test_no_article_is_short() -> None:
    stories = [text for name, text in TEXTS.items() if name != WIRE] + [item["body"] for item in items()]
    assert len(stories) == 13
    assert min(len(story.split()) for story in stories) >= 250


def test_gold_scores_text_files_only_and_names_files_that_exist() -> None:
    scored = {article["file"] for article in GOLD["articles"]}
    assert scored == {name for name in TEXTS if name.endswith(".txt")}
    for meeting in GOLD["meetings"]:
        assert set(meeting["articles"]) == {e["file"] for e in meeting["evidence"]} <= scored
        assert set(meeting.get("also_reported_in", [])) <= TEXTS.keys() - scored


def test_exactly_one_article_has_no_date() -> None:
    undated = [name for name, text in TEXTS.items() if not re.search(r"\b(19|20)\d\d\b", text)]
    assert [name for name in undated if name != WIRE] == ["sentinel-leeds-castle.txt"]


def test_the_copy_repeats_its_wire_story() -> None:
    (copy,) = GOLD["copies"]
    (story,) = [item["body"] for item in items() if item["id"] == copy["item"]]
    runs = shingles((ARTICLES / copy["file"]).read_text(encoding="utf-8"))
    shared = len(runs & shingles(story)) / len(runs)
    assert 0.5 < shared < 1


def test_quotations_have_a_speaker_and_a_length() -> None:
    for quote in GOLD["quotes"]:
        assert quote["speaker"]
        assert len(quote["text"].split()) >= 4


@pytest.mark.parametrize("file", sorted(TEXTS))
def test_every_quotation_has_its_source(file: str) -> None:
    """A direct quotation of four words or more, in any file, is listed in SOURCES.md."""
    sources = fold((FOLDER / "SOURCES.md").read_text(encoding="utf-8"))
    for words in re.findall(r'"([^"]{12,}?)[,.]?"', TEXTS[file]):
        if len(words.split()) >= 4:
            assert words.strip(" ,.") in sources, f"{file}: no source for {words!r}"
