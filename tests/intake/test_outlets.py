from __future__ import annotations

import pytest

from rapporteur.intake.outlets import (
    agency_name,
    canonical,
    is_press,
    known_outlet,
    last_part,
    often_named,
    without_outlet,
)


@pytest.mark.parametrize(
    "name", ["Reuters", "The Guardian", "Al Jazeera", "The Lakeshore Herald", "Radio Khorasan", "Lima Post"]
)
def test_press(name: str) -> None:
    assert is_press(name)


@pytest.mark.parametrize(
    "name",
    [
        "Press Office",
        "Breaking News",
        "By Ana Prat, Lima Herald",
        "Minister of Post",
        "the lima post",
        "News",
        "Lima Post 4",
        "",
    ],
)
def test_no_press(name: str) -> None:
    assert not is_press(name)


@pytest.mark.parametrize(
    ("short", "around", "name"),
    [
        ("Yonhap", "", "Yonhap"),
        ("AFP", "", "Agence France-Presse"),
        ("NTB", "", "NTB"),
        ("QPA", "", "QPA"),
        ("QPA", "Talks resume\nQuito Press Agency\nPriority: urgent", "Quito Press Agency"),
        ("QPA", "Quiet Plea Answered", "QPA"),
        ("USA", "", None),
        ("Oregon", "", None),
        ("Lima Post", "", "Lima Post"),
    ],
)
def test_agency_of_a_dateline(short: str, around: str, name: str | None) -> None:
    assert agency_name(short, around) == name


def test_known() -> None:
    assert canonical("AFP") == canonical("Agence France-Presse") is not None
    assert canonical("Ministry of Water") is None
    assert known_outlet("https://www.theguardian.com/world") == canonical("Guardian")
    assert known_outlet("www.aljazeera.com/x") == "Al Jazeera"
    assert known_outlet("https://lima.example/") is None
    assert often_named("Support the Financial Times! A message from the Financial Times.") == "Financial Times"
    assert often_named("Reuters, according to the Financial Times") is None


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Talks resume | World | The Lima Post", "Talks resume"),
        ("Talks resume - The Lima Post", "Talks resume"),
        ("Talks resume: a start - or an end?", "Talks resume: a start - or an end?"),
        ("World | Talks resume at last | The Lima Post", "Talks resume at last"),
        ("Talks resume", "Talks resume"),
    ],
)
def test_without_outlet(title: str, headline: str) -> None:
    assert without_outlet(title) == headline


def test_own_names_count() -> None:
    assert without_outlet("Talks resume | Aguas", ["Aguas"]) == "Talks resume"
    assert last_part("Talks resume | Aguas") == "Aguas"


@pytest.mark.parametrize("url", ["https://[courier.example/", "http://]reuters.com/", "[", ""])
def test_a_damaged_address_is_of_no_known_outlet(url: str) -> None:
    assert known_outlet(url) is None
