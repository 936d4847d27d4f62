"""Issues: which wordings are one, how they are named, and that nothing depends on the order of the articles."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.claims import ActorKind
from rapporteur.record.issues import name_issues
from rapporteur.record.model import Actor
from rapporteur.record.topics import name_of, subject_of
from tests.record.claims_made import Read, position, read

CASES: dict[str, list[list[str]]] = yaml.safe_load((Path(__file__).parent / "cases" / "issues.yaml").read_text("utf-8"))


def _issues(one: str, two: str) -> int:
    made = read("a-1", [position(f"Egypt | demands | {one}"), position(f"Libya | rejects | {two}", 1)])
    issues, positions = name_issues([made], {})
    assert {found.issue for found in positions} == {issue.id for issue in issues}
    return len(issues)


@pytest.mark.parametrize(("one", "two"), CASES["same"])
def test_same(one: str, two: str) -> None:
    assert _issues(one, two) == 1


@pytest.mark.parametrize(("one", "two"), CASES["not_same"])
def test_not_same(one: str, two: str) -> None:
    assert _issues(one, two) == 2


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("Turkish troops must leave Cyprus", "withdrawal of Turkish forces from Cyprus"),
        ("withdraw from Sinai", "withdrawal of forces from Sinai"),
        ("a swap of prisoners", "exchange of prisoners"),
        ("lift the embargo on Cuba", "lifting of sanctions on Cuba"),
        ("hosting talks between Peru and Ecuador", "hosting of talks between Ecuador and Peru"),
        ("Malawi first withdraws its forces from the Lakes", "withdrawal of Malawian forces from lakes"),
        ("Norway first lifts the sanctions on Chad", "lifting of sanctions on Chad"),
        ("Egyptian recognition of Israel", "recognition of Israel"),
        ("more sanctions on Tripoli", "sanctions on Libya"),
        ("normalise relations with Peru and Lima", "normalisation of relations with Peru"),
        ("normalise relations between Lima and Quito", "normalisation of relations between Ecuador and Peru"),
        ("talks with Uganda", "peace talks with Uganda"),
        ("a cut in the cod quotas", "fishing rights"),
        ("higher steel quotas for Chile", "tariffs with Chile"),
        ("a quota of refugees for each island", "refugees"),
        ("Benin not withdraw its troops from Gabon", "no withdrawal of Beninese forces from Gabon"),
        ("Gabon to release its prisoners", "release of prisoners in Gabon"),
        ("release of Kenyan prisoners in Gabon", "release of Kenyan prisoners in Gabon"),
        ("withdraw from Kabul", "withdrawal of forces from kabul"),
    ],
)
def test_name(wording: str, name: str) -> None:
    assert name_of(subject_of(wording), {"sinai": "Sinai"}) == name


def test_aliases_are_the_wordings_seen() -> None:
    made = read(
        "a-1",
        [
            position("Egypt | demands | withdraw from Sinai"),
            position("Egypt | demands | Israeli withdrawal from Sinai", 1),
        ],
    )
    (issue,), _ = name_issues([made], {})
    assert issue.name == "withdrawal of Israeli forces from Sinai"
    assert issue.aliases == ("Israeli withdrawal from Sinai", "withdraw from Sinai")


def test_a_name_without_places_joins_the_one_that_its_article_speaks_of() -> None:
    one = read(
        "a-1",
        [
            position("Egypt | demands | withdrawal of Israeli forces from Sinai"),
            position("Israel | refuses | withdrawal", 1),
        ],
    )
    two = read("a-2", [position("Chad | demands | withdrawal of Libyan forces from Aouzou")])
    issues, positions = name_issues([one, two], {})
    assert len(issues) == 2
    assert len({found.issue for found in positions if found.party in ("Egypt", "Israel")}) == 1


def test_whose_prisoners_a_state_refuses_to_release_is_told_by_who_refuses() -> None:
    made = read(
        "a-1",
        [
            position("Gabon | demands | release of prisoners held by Benin"),
            position("Benin | refuses | release the prisoners", 1),
            position("Benin | demands | release of prisoners held by Gabon", 2),
            position("Gabon | refuses | release the prisoners", 3),
        ],
    )
    states = [Actor(name, name, ActorKind.STATE, key=key) for name, key in (("Benin", "BEN"), ("Gabon", "GAB"))]
    issues, positions = name_issues([made], {}, actors=states)
    names = {issue.id: issue.name for issue in issues}
    assert {(found.party, found.stance.value, names[found.issue]) for found in positions} == {
        ("Gabon", "demands", "release of prisoners in Benin"),
        ("Benin", "refuses", "release of prisoners in Benin"),
        ("Benin", "demands", "release of prisoners in Gabon"),
        ("Gabon", "refuses", "release of prisoners in Gabon"),
    }


def test_no_two_issues_have_one_name() -> None:
    made = read(
        "a-1",
        [
            position("Gabon | demands | Benin first lifts the sanctions on Malawi"),
            position("Gabon | demands | Kenya first lifts the sanctions on Malawi", 1),
        ],
    )
    issues, _ = name_issues([made], {})
    assert [issue.name for issue in issues] == ["lifting of sanctions on Malawi"]


def test_a_copy_adds_evidence_and_no_position() -> None:
    row = "Egypt | demands | withdraw from Sinai"
    first, copy = read("a-1", [position(row)]), read("a-2", [position(row), position("Egypt | rejects | talks", 1)])
    _, positions = name_issues([first, copy], {"a-2": "a-1"})
    assert sorted([evidence.article for evidence in found.evidence] for found in positions) == [["a-1", "a-2"], ["a-2"]]


def test_ids_do_not_depend_on_other_articles() -> None:
    one = read("a-2", [position("Egypt | demands | withdraw from Sinai")])
    other = read("a-1", [position("Kenya | rejects | tariffs")])
    (alone,), (stand,) = name_issues([one], {})
    issues, positions = name_issues([other, one], {})
    assert alone.id in {issue.id for issue in issues}
    assert stand.id in {found.id for found in positions}


ROWS = st.sampled_from(
    [
        "Egypt | demands | withdraw from Sinai",
        "Israel | refuses | withdrawal",
        "Egypt | supports | Israeli withdrawal from Sinai",
        "Syria | demands | withdraw from Golan",
        "Israel | rejects | return of refugees",
        "Egypt | demands | colour of the new flag",
        "Libya | rejects | new flag colour",
    ]
)
ARTICLES = st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(rows: list[list[str]], random: Random) -> None:
    reads: list[Read] = [
        read(f"a-{number}", [position(row, at) for at, row in enumerate(found)]) for number, found in enumerate(rows)
    ]
    shuffled = list(reads)
    random.shuffle(shuffled)
    issues, positions = name_issues(reads, {})
    assert name_issues(shuffled, {}) == (issues, positions)
    assert [issue.id for issue in issues] == sorted({issue.id for issue in issues})
    assert [found.id for found in positions] == sorted({found.id for found in positions})
    assert len(positions) == sum(len(found) for found in rows)
