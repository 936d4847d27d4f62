"""The fields that a person may set, and how a value is written: days in EDTF, actors and issues by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from rapporteur.reading.claims import ActorKind, Fulfilment, Place, Realis, Stance, Status
from rapporteur.reading.events.plover import cameo_code, event_types
from rapporteur.reading.meetings.levels import FORMATS, MIXED, RANKS
from rapporteur.reading.places.gazetteer import gazetteer
from rapporteur.record.codec import Entry
from rapporteur.record.model import Actor, Attendee, Event, Issue, Meeting, Step
from rapporteur.reference.forms import fold
from rapporteur.when import UNKNOWN, Basis, When, parse_edtf

Kind = TypeVar("Kind", bound=Entry)
NONE = "-"
"""How a person writes that a field has no value."""

_DIGITS = 4


class UnfitValueError(ValueError):
    """A value that a field cannot have; the message says what it can."""


@dataclass(frozen=True)
class Names:
    """Actors and issues by their names, each by those of its kind."""

    actors: Mapping[str, frozenset[str]]
    issues: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    parties: Mapping[str, str | None]

    @classmethod
    def of(
        cls, actors: Iterable[Actor], issues: Iterable[Issue] = (), renamed: Mapping[str, str] | None = None
    ) -> Names:
        """The names of a record's actors and issues; ``renamed`` are new names by id that actors do not have yet."""
        new = renamed or {}
        people = [with_value(one, "name", new[one.id], "") if one.id in new else one for one in actors]
        matters = list(issues)
        names = {actor.id: actor.name for actor in people} | {issue.id: issue.name for issue in matters}
        return cls(_by_form(people), _by_form(matters), names, {actor.id: actor.party for actor in people})

    def actor(self, name: str) -> str:
        """The id of an actor's name.

        Raises:
            UnfitValueError: nobody, or more than one, is called so.
        """
        return _only(self.actors, name, "actor")

    def issue(self, name: str) -> str:
        """The id of an issue's name.

        Raises:
            UnfitValueError: no issue, or more than one, is called so.
        """
        return _only(self.issues, name, "issue")


def _by_form(entries: Iterable[Actor | Issue]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for form in (entry.id, entry.name, *entry.aliases):
            found[fold(form)].add(entry.id)
    return {form: frozenset(ids) for form, ids in found.items()}


def _only(known: Mapping[str, frozenset[str]], name: str, kind: str) -> str:
    found = known.get(fold(name), frozenset())
    if len(found) != 1:
        raise UnfitValueError(f"the record knows {'several' if found else 'no'} {kind} {name!r}")
    return next(iter(found))


Parse = Callable[[str, Names], Any]


def _text(text: str, _names: Names) -> str | None:
    return None if text in ("", NONE) else text


def _needed(text: str, _names: Names) -> str:
    if text in ("", NONE):
        raise UnfitValueError("it cannot be empty")
    return text


def _texts(text: str, _names: Names) -> tuple[str, ...]:
    return () if text == NONE else tuple(part.strip() for part in text.split(";") if part.strip())


def _number(text: str, _names: Names) -> int | None:
    if text == NONE:
        return None
    if not text.isdecimal() or len(text) > _DIGITS:
        raise UnfitValueError(f"{text[:20]!r} is no number of a round")
    return int(text)


def _when(text: str, _names: Names) -> When:
    if text == NONE:
        return UNKNOWN
    try:
        return replace(parse_edtf(text), basis=Basis.STATED)
    except ValueError:
        raise UnfitValueError(f"{text!r} is no day; write 2023-05-10, 2023-05, 2023 or 2023-05-10/2023-05-12") from None


def _place(text: str, _names: Names) -> Place | None:
    if text == NONE:
        return None
    sites = sorted(gazetteer().sites(text), key=lambda site: -site.weight)
    return Place(text, sites[0].country, sites[0].lat, sites[0].lon) if sites else Place(text)


def _actor(text: str, names: Names) -> str | None:
    return None if text == NONE else names.actor(text)


def _party(text: str, names: Names) -> str:
    return names.actor(text)


def _issue(text: str, names: Names) -> str:
    return names.issue(text)


def _actors(text: str, names: Names) -> tuple[str, ...]:
    if text == NONE:
        return ()
    if fold(text) in names.actors:  # a name may hold a semicolon
        return (names.actor(text),)
    return tuple(dict.fromkeys(names.actor(part.strip()) for part in text.split(";") if part.strip()))


def _some(text: str, names: Names) -> tuple[str, ...]:
    found = _actors(text, names)
    if not found:
        raise UnfitValueError("it cannot be empty")
    return found


def _people(text: str, names: Names) -> tuple[Attendee, ...]:
    return tuple(Attendee(actor, None, names.parties.get(actor)) for actor in _actors(text, names))


def _event_type(text: str, _names: Names) -> str:
    if text not in event_types():
        raise UnfitValueError(f"{text!r} is none of {', '.join(event_types())}")
    return text


def _one_of(*words: str, optional: bool = True) -> Parse:
    def parse(text: str, _names: Names) -> str | None:
        if text == NONE and optional:
            return None
        if text not in words:
            raise UnfitValueError(f"{text!r} is none of {', '.join(words)}")
        return text

    return parse


def _enum(kind: type[StrEnum]) -> Parse:
    words = _one_of(*(member.value for member in kind), optional=False)
    return lambda text, names: kind(words(text, names))


FIELDS: Mapping[str, Mapping[str, Parse]] = {
    "actors": {"name": _needed, "kind": _enum(ActorKind), "party": _actor},
    "meetings": {
        "when": _when,
        "status": _enum(Status),
        "parties": _some,
        "participants": _people,
        "place": _place,
        "venue": _text,
        "level": _one_of(*RANKS, MIXED),
        "format": _one_of(*FORMATS),
        "named_format": _text,
        "round": _number,
        "host": _actor,
        "facilitators": _actors,
        "topics": _texts,
        "outcomes": _texts,
    },
    "statements": {"speaker": _actor, "addressee": _actor, "when": _when, "topics": _texts},
    "positions": {
        "party": _party,
        "speaker": _actor,
        "stance": _enum(Stance),
        "issue": _issue,
        "requires": _text,
        "blocks": _text,
        "when": _when,
    },
    "commitments": {
        "by": _some,
        "to": _actors,
        "what": _needed,
        "due": _when,
        "when": _when,
        "status": _enum(Fulfilment),
    },
    "events": {
        "type": _event_type,
        "mode": _text,
        "actors": _actors,
        "recipients": _actors,
        "realis": _enum(Realis),
        "when": _when,
        "place": _place,
    },
    "issues": {"name": _needed},
    "processes": {"name": _needed},
}
"""For each list, the fields that a person may set, and how their values are read."""


def parsed(kind: str, field: str, text: str, names: Names) -> Any:
    """The value of a field, from the words in which a person writes it.

    Raises:
        UnfitValueError: the field cannot be set, or not to this.
    """
    fields = FIELDS.get(kind, {})
    if field not in fields:
        raise UnfitValueError(f"{field!r} is no field that can be set here; there are: {', '.join(fields) or 'none'}")
    return fields[field](text.strip(), names)


def written(value: Any, names: Mapping[str, str]) -> str:
    """A field's value as a person would write it; ``names`` are those of ids."""
    match value:
        case When():
            return value.edtf or NONE
        case Place():
            return value.name
        case Attendee():
            return names.get(value.actor, value.actor)
        case Step():
            return f"{value.status.value} {value.when.edtf or ''}".strip()
        case tuple():
            return "; ".join(written(item, names) for item in value) or NONE
        case None:
            return NONE
    return names.get(str(value), str(value))


def with_value(entry: Kind, field: str, value: Any, why: str) -> Kind:
    """``entry`` with a field set; a day says who set it, and people keep the offices that are known of them."""
    changed: Any = entry
    if isinstance(value, When):
        value = value.because(why)
    if isinstance(entry, Meeting) and field == "participants":
        known = {person.actor: person for person in entry.participants}
        value = tuple(known.get(person.actor, person) for person in value)
    if isinstance(entry, Actor) and field == "name":
        changed = replace(entry, aliases=tuple(dict.fromkeys((value, entry.name, *entry.aliases))))
    if isinstance(entry, Issue) and field == "name":
        changed = replace(entry, aliases=tuple(sorted({value, entry.name, *entry.aliases})))
    if isinstance(entry, Event) and field in ("type", "mode"):
        kind, mode = (value, None) if field == "type" else (entry.type, value)
        changed = replace(entry, mode=mode, cameo=cameo_code(kind, mode))
    made: Kind = replace(changed, **{field: value})
    return made


__all__ = ["FIELDS", "NONE", "Names", "UnfitValueError", "parsed", "with_value", "written"]
