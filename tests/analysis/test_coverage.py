from __future__ import annotations

import datetime as dt

from rapporteur.analysis.coverage import Coverage, coverage, coverage_by_outlet
from rapporteur.intake.article import Article
from rapporteur.when import UNKNOWN, When, on


def _article(name: str, outlet: str | None, when: When = UNKNOWN) -> Article:
    return Article(name, f"{name}.txt", name, "", outlet=outlet, published=when)


MAY, JUNE = dt.date(2004, 5, 3), dt.date(2004, 6, 9)
ARTICLES = (
    _article("a", "Gazette", on(JUNE)),
    _article("b", "Tribune", on(MAY)),
    _article("c", "Tribune", When(None, JUNE)),
    _article("d", None),
)


def test_the_days_are_the_first_and_the_last_known() -> None:
    assert coverage(ARTICLES, {"c"}) == Coverage(None, 4, 1, MAY, JUNE, undated=2)


def test_a_day_that_is_only_bounded_does_not_stretch_what_is_covered() -> None:
    long = _article("e", None, When(dt.date(1999, 1, 1), dt.date(2008, 1, 1)))
    assert coverage((*ARTICLES, long), ()) == Coverage(None, 5, 0, MAY, JUNE, undated=3)
    assert coverage((long, _article("d", None)), ()) == Coverage(
        None, 2, 0, dt.date(1999, 1, 1), dt.date(2008, 1, 1), undated=1
    )


def test_outlets_come_by_their_articles_and_an_unknown_one_last() -> None:
    found = coverage_by_outlet(ARTICLES, {"c"})
    assert [(c.outlet, c.articles, c.copies) for c in found] == [("Tribune", 2, 1), ("Gazette", 1, 0), (None, 1, 0)]
    assert found[2].first is None


def test_nothing_covers_no_day() -> None:
    assert coverage((), ()) == Coverage(None, 0, 0, None, None)
    assert coverage_by_outlet((), ()) == ()
