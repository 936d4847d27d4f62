"""The forms of English words."""

from __future__ import annotations

import pytest

from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.clauses.inflection import noun_forms, spellings, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("demand", "demand demands demanded demanding"),
        ("refuse", "refuse refuses refused refusing"),
        ("ban", "ban bans banned banning"),
        ("commit", "commit commits committed committing"),
        ("withdraw", "withdraw withdraws withdrawing withdrew withdrawn"),
        ("deny", "deny denies denied denying"),
        ("reach", "reach reaches reached reaching"),
        ("free", "free frees freed freeing"),
        ("offer", "offer offers offered offering"),
        ("cancel", "cancel cancels cancelled cancelling canceled canceling"),
        ("recognise", "recognise recognises recognised recognising recognize recognizes recognized recognizing"),
        ("promise", "promise promises promised promising"),
        ("favour", "favour favours favoured favouring favor favors favored favoring"),
        ("cut", "cut cuts cutting"),
    ],
)
def test_verb(verb: str, forms: str) -> None:
    assert sorted(form for form, _ in verb_forms(verb)) == sorted(forms.split())


def test_shapes() -> None:
    shapes = dict(verb_forms("withdraw"))
    assert shapes["withdrew"] is Shape.PAST
    assert shapes["withdrawn"] is Shape.PARTICIPLE
    assert next(iter(shapes)) == "withdraw"


def test_noun() -> None:
    assert noun_forms("policy") == ("policy", "policies")
    assert noun_forms("offence") == ("offence", "offences", "offense", "offenses")


def test_spelling() -> None:
    assert spellings("programme of work") == ("programme of work", "program of work")
    assert spellings("treaty") == ("treaty",)
