"""From the words of a title to a role of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from rapporteur.reading.actors.figures import Figure
from rapporteur.reading.actors.nouns import nouns
from rapporteur.reading.claims import ActorKind, Tenure
from rapporteur.reference import bodies, load, offices
from rapporteur.reference.forms import fold

_TENURES = {"past": Tenure.FORMER, "acting": Tenure.ACTING, "future": Tenure.DESIGNATE}
_CHIEFS = frozenset({"president", "prime minister", "monarch"})
_SMALL = frozenset({"the", "its", "his", "her", "their", "s", "'s", "'"})


def role_of(phrases: tuple[str, ...], state: str | None, body: Figure | None) -> str:
    """The role of a title.

    Args:
        phrases: the title with more and with fewer of the words around it, the fullest first.
        state: the key of the state it is an office of, if it is known.
        body: what is headed, advised or spoken for, if the title names it.
    """
    for phrase in (*phrases, phrases[-1].partition(" for ")[0]):
        for form in _endings(phrase):
            if role := offices.role_of(form, state) or _titles().get(form):
                return _in_body(role, phrase, body)
    rank = offices.honorifics().get(phrases[-1])
    unlisted = "minister" if _is_minister(phrases[-1]) else "other"
    return _in_body(_singular(phrases[-1]) or (rank.role if rank else None) or unlisted, phrases[0], body)


def _is_minister(title: str) -> bool:
    """Whether an unlisted title is a minister's: "Second Minister of Works", "Trade Secretary"."""
    words = title.split()
    portfolio = len(words) > 1 and words[0][:1].isupper() and words[0] not in load("names")["ranks"]
    return "minister" in fold(title).split() or (portfolio and words[-1] == "Secretary")


def tenure_of(words: str) -> Tenure:
    """Whether the words of a title, and the one before it, say that the office is past, acting or to come."""
    for word in fold(words).split():
        modifier = offices.modifiers().get(word)
        if modifier and modifier.effect in _TENURES:
            return _TENURES[modifier.effect]
    return Tenure.CURRENT


def is_plural(title: str) -> str | None:
    """The role of a title in the plural, modifiers aside ("former foreign ministers"); None for a singular."""
    return _singular(title)


def bears(figure: Figure, role: str) -> bool:
    """Whether a noun for ``role`` can mean ``figure``: "the minister" a foreign minister, "the leader" a president."""
    if role in figure.roles:
        return True
    if role == "minister":
        return bool(figure.roles & {"foreign minister", "defence minister"})
    return role == "party leader" and bool(figure.roles & {"president", "prime minister", "monarch"})


def _endings(phrase: str) -> Iterator[str]:
    """The phrase without small words, then without its first word too, and so on."""
    words = [word for word in fold(phrase).split() if word not in _SMALL]
    known = offices.modifiers()
    while words and words[-1] in known and known[words[-1]].after:
        words.pop()
    for first in range(len(words)):
        yield " ".join(words[first:])


@cache
def _titles() -> Mapping[str, str]:
    """The reference data's titles without small words."""
    return {
        " ".join(word for word in title.split() if word not in _SMALL): role for title, role in offices.titles().items()
    }


def _singular(phrase: str) -> str | None:
    return next((role for form in _endings(phrase) if (role := offices.plurals().get(form))), None)


def _in_body(role: str, phrase: str, body: Figure | None) -> str:
    """The role of a head, director or president of something: that of its kind, whatever the word."""
    if body and body.kind is ActorKind.PERSON and body.roles & _CHIEFS:
        return "presidential aide" if nouns("personal_offices") & set(_endings(phrase)) else role
    if body is None or body.kind in (ActorKind.STATE, ActorKind.PERSON) or not set(fold(phrase).split()) & _heads():
        return role
    named = bodies.bodies().get(body.key or "")
    if (named and named.organ == "intelligence") or "intelligence" in fold(body.name):
        return "intelligence chief"
    if body.kind is ActorKind.BODY and role == "other" and (body.key or "").endswith(("presidency", "government")):
        return "presidential aide"
    if role == "other" and body.kind is ActorKind.ARMED_GROUP:
        return "party leader"
    if role in ("other", "president", "party leader", "prime minister") and body.kind is ActorKind.ORGANISATION:
        return "party leader" if "party" in fold(body.name).split() else "head of organisation"
    return role


@cache
def _heads() -> frozenset[str]:
    return frozenset(load("names")["head_words"])
