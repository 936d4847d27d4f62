from __future__ import annotations

import pytest

from rapporteur.cli.arguments import first_day, last_day
from rapporteur.errors import UsageError


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1979", "1979-01-01", "1979-12-31"),
        ("1980-02", "1980-02-01", "1980-02-29"),
        ("1979-03-26", "1979-03-26", "1979-03-26"),
    ],
)
def test_a_year_or_month_runs_from_its_first_day_to_its_last(value: str, first: str, last: str) -> None:
    assert str(first_day(value)) == first
    assert str(last_day(value)) == last


@pytest.mark.parametrize("value", ["soon", "", "1979-13", "1979-02-30", "26.3.1979", "99999", "0", "1979-03-26-1"])
def test_anything_else_is_a_usage_error(value: str) -> None:
    with pytest.raises(UsageError, match="2023-05-10"):
        first_day(value)


def test_no_value_is_no_bound() -> None:
    assert first_day(None) is None
    assert last_day(None) is None
