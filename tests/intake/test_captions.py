from __future__ import annotations

import pytest

from rapporteur.intake.captions import caption_weight, is_credit, trailing_credit


@pytest.mark.parametrize(
    "text",
    [
        "President Otten (right) receives the envoy at the palace in Lima. (Presidency of Peru)",
        "In this photo provided by the navy, a frigate enters the bay.",
        "A file photo of the bridge at dawn. (AP Photo/Ana Prat)",
        "Delegates attend the opening of the river talks in Lima, Peru, May 3, 1990.",
        "Delegates at the long table. Photograph: Ana Prat/EFE",
        "Foreign Minister Oda, second left, shakes hands with the envoy in Lima. Ana Prat / EFE",
        "Fishermen mend their nets near the mole [File: Ana Prat/AFP]",
        "From left: Ministers Oda, Ruiz and Otten in Lima.",
    ],
)
def test_captions(text: str) -> None:
    assert caption_weight(text) >= 1.2


@pytest.mark.parametrize(
    "text",
    [
        "President Otten received the envoy at the palace in Lima, and said that he would sign. (EFE)",
        "The two sides signed the protocol on May 3, 1990.",
        "He said the picture was unclear.",
        "“We agreed,” the minister told reporters.",
        "The treaty was signed in Lima on May 3, 1990.",
    ],
)
def test_prose(text: str) -> None:
    assert caption_weight(text) < 1.2


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Ana Prat/EFE", True),
        ("Presidency of Peru via Reuters", True),
        ("Photo: Ana Prat", True),
        ("Photograph by Ana Prat for The Lima Post", True),
        ("Getty Images", True),
        ("The envoy arrived by car and left by boat.", False),
        ("Lima", False),
        ("Talks resume in Lima", False),
    ],
)
def test_credits(text: str, credit: bool) -> None:
    assert is_credit(text) is credit


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("They signed. (LUSA)", "(LUSA)"),
        ("They signed. [Ministry of Water]", "[Ministry of Water]"),
        ("They signed. (He did not.)", None),
        ("They signed (in Lima)", None),
        ("They signed.", None),
    ],
)
def test_trailing_credit(text: str, bracket: str | None) -> None:
    found = trailing_credit(text)
    assert (found[0].strip() if found else None) == bracket
