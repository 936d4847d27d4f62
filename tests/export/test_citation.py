from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from rapporteur._version import __version__
from rapporteur.export.citation import citation, days, listed
from rapporteur.reading.claims import Fulfilment, Status
from rapporteur.record.codec import KINDS
from rapporteur.record.record import Record
from rapporteur.when import UNKNOWN, When, between, in_month, in_year, on
from tests.export.records_made import MADE, made

HERALD, POST = "The Cordal Herald (11 March 1931)", 'Velian Post <script>alert("x")</script> (12 March 1931)'


@pytest.fixture(scope="module")
def record() -> Record:
    return made()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "meeting-held",
            (
                "A meeting of Cordal and Velia at the level of foreign ministers was held between 10 March 1931 and "
                "11 March 1931 at Customs House, Port Lorne, with Ada Brehm (foreign minister, Cordal), Tomas Idris "
                f'(foreign minister, Velia) and <script>alert("x")</script>, according to {HERALD} and {POST}.'
            ),
        ),
        (
            "meeting-cancelled",
            f"A meeting of Cordal and Velia was called off; it was to be held on 13 March 1931, according to {HERALD}.",
        ),
        (
            "meeting-sitting",
            (
                "A meeting of Cordal and Velia at mixed level was under way in March 1931, according to undated.txt "
                "(undated)."
            ),
        ),
        (
            "meeting-undated",
            (
                "A meeting of Cordal and Velia at the level of envoys was held on a day not stated, according to "
                "undated.txt (undated)."
            ),
        ),
        (
            "statement-brehm",
            f"Ada Brehm said on 10 March 1931: “We will not sign before the dredgers leave,” according to {HERALD}.",
        ),
        (
            "statement-brehm-post",
            (
                "Ada Brehm said to Tomas Idris on 10 March 1931: “Not before they leave will we sign.”, according to "
                f"{POST}."
            ),
        ),
        (
            "statement-idris",
            (
                "Tomas Idris (by this reading; the speaker is in doubt) said on 10 March 1931, as the report puts it: "
                f"the dredgers were there by right, according to {HERALD}."
            ),
        ),
        (
            "statement-nobody",
            (
                'Somebody whom the report does not name said on 10 March 1931: “<script>alert("x")</script>”, '
                f"according to {POST}."
            ),
        ),
        (
            "position-1",
            (
                "Cordal, through Ada Brehm, made a precondition on 10 March 1931, on the issue of dredgers "
                f'<script>alert("x")</script>: no treaty before the dredgers leave, according to {HERALD}.'
            ),
        ),
        (
            "commitment-ledger",
            (
                "Cordal and Velia made a commitment, due on 1 May 1931 (reported unmet): open the ledger of tolls, "
                f"according to {HERALD} and {POST}."
            ),
        ),
        ("sticking-1", "Cordal waits, Velia stays."),
    ],
)
def test_an_entry_in_words(record: Record, name: str, said: str) -> None:
    assert citation(record, record[name]) == f"{said} (Rapporteur {__version__}, entry {name}.)"  # type: ignore[arg-type]


def test_every_entry_can_be_cited_on_one_line(record: Record) -> None:
    for kind in KINDS:
        for entry in getattr(record, kind):
            told = citation(record, entry)
            assert told.endswith(f"entry {entry.id}.)")
            assert len(told.splitlines()) == 1


def test_a_meeting_of_which_little_is_known(record: Record) -> None:
    meeting = next(m for m in MADE.meetings if m.id == "meeting-old")
    one = citation(record, replace(meeting, parties=("actor-cordal",), status=Status.PROPOSED, when=UNKNOWN))
    assert one.startswith("A meeting involving Cordal was proposed to be held on a day not stated, according to")
    assert citation(record, replace(meeting, parties=())).startswith("A meeting was held in 1912, according to")


def test_an_open_promise_has_no_end(record: Record) -> None:
    made_only = replace(MADE.commitments[0], status=Fulfilment.MADE, due=UNKNOWN, to=("actor-velia",), by=())
    told = "A party that the report does not name made a commitment to Velia: open the ledger of tolls, according to"
    assert citation(record, made_only).startswith(told)


DAY = dt.date(1961, 5, 3)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (on(DAY), "on 3 May 1961"),
        (in_month(1961, 5), "in May 1961"),
        (in_year(1961), "in 1961"),
        (between(DAY, dt.date(1961, 6, 1)), "between 3 May 1961 and 1 June 1961"),
        (When(latest=DAY), "no later than 3 May 1961"),
        (When(earliest=DAY), "no earlier than 3 May 1961"),
        (UNKNOWN, "on a day not stated"),
    ],
)
def test_days_in_a_sentence(when: When, words: str) -> None:
    assert days(when) == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "", "B", "C"], "A, B and C")],
)
def test_words_in_a_row(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence
