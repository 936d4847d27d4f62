from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.intake.datelines import Dateline, glued_dateline, opening_dateline
from rapporteur.spans import Span


def opened(text: str) -> Dateline | None:
    return opening_dateline(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "place", "agency", "month", "day", "year"),
    [
        ("GENEVA, May 3 (Reuters) - The talks", "GENEVA", "Reuters", 5, 3, None),
        ("GENEVA (AP) — The talks", "GENEVA", "AP", None, None, None),
        ("OSLO, Norway — The talks", "OSLO", None, None, None, None),
        ("NEW DELHI, Sept. 12 (IANS) -- The talks", "NEW DELHI", "IANS", 9, 12, None),
        ("PORT-AU-PRINCE, Haiti, Feb 2 (EFE) - The talks", "PORT-AU-PRINCE", "EFE", 2, 2, None),
        ("NEW YORK, Thursday, September 21, 1978 -- The talks", "NEW YORK", None, 9, 21, 1978),
        ("MOSCOW, May 12. /TASS/. The talks", "MOSCOW", "TASS", 5, 12, None),
        ("ISLAMABAD: The talks", "ISLAMABAD", None, None, None, None),
        ("LONDON -- The talks", "LONDON", None, None, None, None),
        ("Tehran (IRNA) – The talks", "Tehran", "IRNA", None, None, None),
        ("Geneva, 12 May 2003 – The talks", "Geneva", None, 5, 12, 2003),
        ("KYIV/WARSAW, 4 March (Interfax) - The talks", "KYIV/WARSAW", "Interfax", 3, 4, None),
        ("(Reuters) - The talks", None, "Reuters", None, None, None),
    ],
)
def test_opening(
    text: str, place: str | None, agency: str | None, month: int | None, day: int | None, year: int | None
) -> None:
    found = opened(text)
    assert found
    assert (found.place, found.agency, found.month, found.day, found.year) == (place, agency, month, day, year)
    assert text[found.span.end :] == "The talks"


@pytest.mark.parametrize(
    "text",
    [
        "The talks resumed in Geneva - the third round.",
        "THE PRESIDENT: Good morning.",
        "SECRETARY OTTEN: We met.",
        "Prime Minister Oda — who left early — said nothing.",
        "UNESCO said on Monday (May 3) that it would help.",
        "NATO and the EU met.",
        "Q: Why?",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert opened(text) is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("River talks(ATTN: ADDS quotes)By Ana Prat LIMA, May 3 (EFE) -- They met.", "LIMA, May 3 (EFE) -- "),
        ("Second phase of WTO TOKYO, Dec. 9 (Kyodo) -- They met.", "TOKYO, Dec. 9 (Kyodo) -- "),
    ],
)
def test_glued(text: str, dateline: str) -> None:
    found = glued_dateline(text, Span(0, len(text)))
    assert found
    assert found.span.of(text) == dateline


@pytest.mark.parametrize(
    "text", ["They met in ROME and left.", "The FAO (Rome) - a body of the UN", "LIMA, May 3 (EFE) -- They met."]
)
def test_nothing_glued(text: str) -> None:
    assert glued_dateline(text, Span(0, len(text))) is None


def test_fits() -> None:
    dateline = Dateline(Span(0, 0), "LIMA", None, 5, 3)
    assert dateline.fits(dt.date(1990, 5, 3))
    assert not dateline.fits(dt.date(1990, 5, 4))
    assert not Dateline(Span(0, 0), "LIMA", None, 5, 3, 1991).fits(dt.date(1990, 5, 3))
