from __future__ import annotations

import datetime as dt

import pytest

from rapporteur.reading.dates.expressions import find_times
from rapporteur.when import UNKNOWN, When, between, on
from tests.reading.test_dates import parsed

THURSDAY = on(dt.date(1987, 5, 14))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("TUNIS, Wednesday\nThe two agreed today to stop the shelling.", "1987-05-13"),
        ("TUNIS, Wednesday (Wire) - The two agreed today to stop the shelling.", "1987-05-13"),
        ("NEW DELHI, May 12 (Wire) -- The two agreed today to stop the shelling.", "1987-05-12"),
        ("NEW DELHI, May 12 (Wire) -- The two agreed yesterday to stop the shelling.", "1987-05-11"),
        ("TUNIS (Wire) - The two agreed today to stop the shelling.", "1987-05-14"),
        ("Wednesday was quiet. The two agreed today to stop the shelling.", "1987-05-14"),
    ],
)
def test_today_is_the_day_of_the_dateline(text: str, day: str) -> None:
    found = find_times(text, parsed(text), THURSDAY)
    assert found[-1].when.edtf == day


@pytest.mark.parametrize("published", [UNKNOWN, between(dt.date(1987, 5, 11), dt.date(1987, 5, 15))])
def test_without_a_sure_publication_day_weekdays_count_from_the_dateline(published: When) -> None:
    text = "TUNIS, May 12 (Wire) -- The two agreed on Tuesday to stop the shelling."
    when = find_times(text, parsed(text), published)[-1].when
    assert when.edtf == ("1987-05-12" if published else None)
