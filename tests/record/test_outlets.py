from __future__ import annotations

import pytest

from rapporteur.record.outlets import outlet_names


@pytest.mark.parametrize(
    ("outlets", "name"),
    [
        (["Lima Herald", "LIMA HERALD", "LIMA HERALD"], "Lima Herald"),
        (["The Lima Herald", "Lima Herald"], "The Lima Herald"),
        (["Lima Herald", "Lima Herald", "The Lima Herald"], "Lima Herald"),
        (["O Século", "O Seculo", "O Século"], "O Século"),
        (["AFRIQUE-NOUVELLE"], "AFRIQUE-NOUVELLE"),
    ],
)
def test_spellings_of_one_outlet_get_one_name(outlets: list[str], name: str) -> None:
    assert set(outlet_names([*outlets, None]).values()) == {name}


def test_other_outlets_stay_apart() -> None:
    names = outlet_names(["Lima Herald", "Lima Times", "The Herald"])
    assert names == {"Lima Herald": "Lima Herald", "Lima Times": "Lima Times", "The Herald": "The Herald"}
