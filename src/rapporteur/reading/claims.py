"""What one article says, as claims.  Actors are local to the article; every claim carries the spans it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapporteur.language.parse import Manner
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, When


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


class Form(StrEnum):
    """How an actor is mentioned."""

    NAME = "name"  # the full name, or as much of it as the article ever gives
    SHORT = "short"  # a bare surname, an abbreviation
    DEMONYM = "demonym"  # "Turkish", "the Turks"
    METONYM = "metonym"  # "Ankara" for the government of Türkiye
    NOMINAL = "nominal"  # "the Turkish minister", "his counterpart", "both sides"
    PRONOUN = "pronoun"


class Tenure(StrEnum):
    """How the text qualifies an office."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    DESIGNATE = "designate"


class Realis(StrEnum):
    """Whether what is told has happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


class Status(StrEnum):
    """How far a meeting has come, as one report has it."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    ONGOING = "ongoing"


class Stance(StrEnum):
    """What a party does to an issue."""

    DEMANDS = "demands"
    PRECONDITION = "precondition"
    REJECTS = "rejects"
    SUPPORTS = "supports"
    PROPOSES = "proposes"
    OFFERS = "offers"
    REFUSES = "refuses"
    WARNS = "warns"


class Fulfilment(StrEnum):
    """What became of a commitment."""

    MADE = "made"
    REPORTED_DONE = "reported_done"
    REPORTED_UNMET = "reported_unmet"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"
    POSTPONED = "postponed"  # in a history only: what is put off still stands as made
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place in the text where an actor is meant.  ``head`` of a title with a name is the name alone."""

    span: Span
    actor: str
    form: Form


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """An office as one passage gives it.  ``role`` is one of the contract's roles; ``party`` a local actor id."""

    title: str
    role: str
    party: str | None
    span: Span
    tenure: Tenure = Tenure.CURRENT


@dataclass(frozen=True, slots=True)
class LocalActor:
    """Somebody or something that acts in one article.

    ``key`` is the reference data's key of a state, organisation or body.  ``party`` is the local id of the state or
    organisation that the actor speaks for; it is ``inferred`` where the text leaves it unsaid.  ``aliases`` are the
    proper forms seen, fullest first.
    """

    id: str
    name: str
    kind: ActorKind
    key: str | None = None
    party: str | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[OfficeSeen, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How an expression's days follow from the publication day, kept so that a sharper day sharpens them too.

    ``kind`` is one that ``rapporteur.reading.dates.rules`` resolves; ``number`` and ``text`` are its arguments.
    """

    kind: str
    number: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: TIMEX3 type and value, the days it may mean, and the rule they follow from, if any."""

    span: Span
    type: str
    value: str | None
    when: When
    rule: TimeRule | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name, resolved where the evidence allows it.  ``country`` is ISO 3166 alpha-2."""

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: str = "place"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting is: a city, a country, or ``phone call`` and ``video call``."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """Words somebody is reported to have said.  ``span`` is the content, quotation marks excluded."""

    speaker: str | None
    manner: Manner
    span: Span
    evidence: tuple[Span, ...]
    addressee: str | None = None
    topics: tuple[str, ...] = ()
    when: When = UNKNOWN
    rule: TimeRule | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at a meeting; ``role`` and ``party`` as the article has them."""

    actor: str
    role: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingClaim:
    """A meeting that an article reports, announces, proposes or calls off.

    ``unnamed`` are the words for those at it who are known by an office or a pronoun only; ``recent``: it is called so.
    """

    status: Status
    parties: tuple[str, ...]
    evidence: tuple[Span, ...]
    participants: tuple[Participant, ...] = ()
    when: When = UNKNOWN
    rule: TimeRule | None = None
    place: Place | None = None
    venue: str | None = None
    level: str | None = None
    format: str | None = None
    named_format: str | None = None
    round: int | None = None
    host: str | None = None
    facilitators: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    unnamed: tuple[Span, ...] = ()
    recent: bool = False


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """What a party demands, refuses, supports...  ``issue`` is the article's own wording, cleaned."""

    party: str
    stance: Stance
    issue: str
    text: str
    evidence: tuple[Span, ...]
    speaker: str | None = None
    requires: str | None = None
    blocks: str | None = None
    when: When = UNKNOWN
    rule: TimeRule | None = None


@dataclass(frozen=True, slots=True)
class CommitmentClaim:
    """What somebody promised or several agreed, or a report of what became of it."""

    by: tuple[str, ...]
    what: str
    evidence: tuple[Span, ...]
    to: tuple[str, ...] = ()
    due: When = UNKNOWN
    when: When = UNKNOWN
    rule: TimeRule | None = None
    status: Fulfilment = Fulfilment.MADE


@dataclass(frozen=True, slots=True)
class OutcomeClaim:
    """A report of what became of something promised or agreed, perhaps in another article, that promises nothing.

    ``what`` are the words for it; ``deed`` is the infinitive of what was done or left undone, where a verb tells it
    ("withdraw").  ``parties`` did it, or are named with it; none where the passage names none.  ``due`` is the day to
    which it was put off.
    """

    what: str
    status: Fulfilment
    evidence: tuple[Span, ...]
    parties: tuple[str, ...] = ()
    deed: str | None = None
    due: When = UNKNOWN
    when: When = UNKNOWN
    rule: TimeRule | None = None


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One event in PLOVER's terms.  ``trigger`` is the word that tells it, ``word`` its lemma."""

    type: str
    trigger: Span
    sentence: Span
    quad: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_spans: tuple[Span, ...]
    recipient_spans: tuple[Span, ...]
    realis: Realis
    probability: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    when: When = UNKNOWN
    rule: TimeRule | None = None
    place: Place | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name span with the local actor it means, if any."""

    span: Span
    kind: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class AttributionClaim:
    """Who is said to have said what, as spans, with the local actor that the source means.

    ``told`` is false where nothing need have been said: of an attitude, an intention, an act.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    speaker: str | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one article says.  ``actors`` and ``mentions`` are its cast."""

    article: str
    sentences: tuple[Span, ...] = ()
    names: tuple[NameSeen, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    attributions: tuple[AttributionClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()
    meetings: tuple[MeetingClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    commitments: tuple[CommitmentClaim, ...] = ()
    outcomes: tuple[OutcomeClaim, ...] = ()
    events: tuple[EventClaim, ...] = ()
