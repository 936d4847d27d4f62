"""A small record made by hand: an invented process with every kind of entry, and names that look like markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rapporteur.intake.article import Article
from rapporteur.language.parse import Manner
from rapporteur.reading.claims import ActorKind, Fulfilment, Place, Reading, Stance, Status
from rapporteur.record.model import (
    Actor,
    Attendee,
    Commitment,
    Disagreement,
    Entries,
    Evidence,
    Issue,
    Meeting,
    Office,
    Position,
    Process,
    Statement,
    Step,
    StickingPoint,
    Version,
)
from rapporteur.record.record import Record
from rapporteur.record.store import Store
from rapporteur.spans import Span
from rapporteur.when import UNKNOWN, Basis, When, between, in_month, on

HOSTILE = '<script>alert("x")</script>'
BREAKOUT = '"><img src="https://tracker.example/x.png" onerror="alert(1)">'
BACKWARDS = "\u202egnihton\u202c"
LONG = "Extraordinary and Plenipotentiary High Commissioner for the Regulation of the Waters of the Upper Sele " * 2


def day(month: int, number: int) -> dt.date:
    """A day of the year 1931."""
    return dt.date(1931, month, number)


HERALD = """The Cordal Herald | Home | Shipping

Ministers meet at Port Lorne

Foreign Minister Ada Brehm of Cordal met her Velian counterpart, Tomas Idris, at Port Lorne on Tuesday.

"We will not sign before the dredgers leave," Brehm said. Idris said that the dredgers were there by right. \
Both sides agreed to open the ledger of tolls by the first of May.

A second meeting is planned for 14 April. Cordal called off the hearing of river pilots.

Subscribe to our letter
"""
POST = f"""Velia's minister Idris saw Ada Brehm in Port Lorne on Wednesday, her staff {BREAKOUT} at her side.

The dredgers would leave "not one day" before the tolls were shared, Idris said. \
Brehm told him: "Not before they leave will we sign."

{HOSTILE} President Oren Maas proposed a conference of all riparian states in the summer. Velia offered to pay for it.
"""
COPY = """Foreign Minister Ada Brehm of Cordal met her Velian counterpart, Tomas Idris, at Port Lorne on Tuesday."""
UNDATED = (
    "The Sele commission sat for years. It met in 1912, and sits again now. Nobody knows when envoys first came.\x0b"
)

ARTICLES = (
    Article(
        "a-herald",
        "herald.txt",
        "in/herald.txt",
        HERALD,
        tuple(Span(HERALD.index(p), HERALD.index(p) + len(p)) for p in HERALD.strip().split("\n\n")[2:5]),
        outlet="The Cordal Herald",
        title="Ministers meet at Port Lorne",
        published=on(day(3, 11)),
    ),
    Article(
        "a-post",
        "post.html",
        "in/post.html",
        POST,
        tuple(Span(POST.index(p), POST.index(p) + len(p)) for p in POST.strip().split("\n\n")),
        outlet=f"Velian Post {HOSTILE}",
        title=f"Tolls {BREAKOUT}",
        byline=BACKWARDS,
        url="javascript:alert(1)",
        published=on(day(3, 12), Basis.METADATA, "json-ld"),
    ),
    Article(
        "a-copy",
        "copy.txt",
        "in/copy.txt",
        COPY,
        (Span(0, len(COPY)),),
        outlet="Harbour Wire",
        title="Ministers meet",
        url="https://harbour.example/1",
        published=on(day(3, 12), Basis.INFERRED, "the day after the meeting it reports"),
    ),
    Article("a-undated", "undated.txt", "in/undated.txt", UNDATED, (Span(0, len(UNDATED)),)),
)
TEXTS = {article.id: article for article in ARTICLES}


def words(article: str, quotation: str) -> Evidence:
    """The first place of ``quotation`` in an article."""
    text = TEXTS[article].text
    start = text.index(quotation)
    return Evidence(article, start, start + len(quotation), quotation)


MET = (
    words("a-copy", COPY),
    words("a-herald", COPY),
    words("a-post", "Velia's minister Idris saw Ada Brehm in Port Lorne on Wednesday"),
)
OFFICE = Office("foreign minister", "foreign minister", "actor-cordal", "1931-03-10", "1931-03-12", MET[1:])

ACTORS = (
    Actor("actor-brehm", "Ada Brehm", ActorKind.PERSON, "actor-cordal", ("Ada Brehm", "Brehm"), (OFFICE,)),
    Actor("actor-commission", "Sele commission", ActorKind.BODY),
    Actor("actor-cordal", "Cordal", ActorKind.STATE),
    Actor("actor-hostile", HOSTILE, ActorKind.PERSON, None, (BREAKOUT, BACKWARDS)),
    Actor("actor-idris", "Tomas Idris", ActorKind.PERSON, "actor-velia"),
    Actor("actor-maas", "Oren Maas", ActorKind.PERSON, "actor-velia", ("Oren Maas", LONG)),
    Actor("actor-velia", "Velia", ActorKind.STATE),
)
PARTIES = ("actor-cordal", "actor-velia")


def _meeting(name: str, when: When, status: Status, evidence: Sequence[Evidence], level: str | None = None) -> Meeting:
    reports = tuple(sorted({piece.article for piece in evidence}))
    return Meeting(f"meeting-{name}", when, status, PARTIES, tuple(sorted(evidence)), reports, level=level)


MEETINGS = (
    _meeting(
        "cancelled",
        on(day(3, 13)),
        Status.CANCELLED,
        [words("a-herald", "Cordal called off the hearing of river pilots")],
    ),
    Meeting(
        "meeting-held",
        between(day(3, 10), day(3, 11), Basis.INFERRED, "Tuesday before 11 March 1931"),
        Status.HELD,
        PARTIES,
        MET,
        ("a-copy", "a-herald", "a-post"),
        Place("Port Lorne", "XC"),
        venue="Customs House",
        level="foreign_minister",
        format="bilateral",
        named_format="Lorne talks",
        round=1,
        participants=(
            Attendee("actor-brehm", "foreign minister", "actor-cordal"),
            Attendee("actor-idris", "foreign minister", "actor-velia"),
            Attendee("actor-hostile"),
        ),
        host="actor-cordal",
        facilitators=("actor-commission",),
        topics=("tolls", BREAKOUT),
        outcomes=("a ledger of tolls",),
        next="meeting-planned",
    ),
    _meeting(
        "old", between(dt.date(1912, 1, 1), dt.date(1912, 12, 31)), Status.HELD, [words("a-undated", "It met in 1912")]
    ),
    Meeting(
        "meeting-planned",
        on(day(4, 14)),
        Status.PLANNED,
        PARTIES,
        (words("a-herald", "A second meeting is planned for 14 April"),),
        ("a-herald",),
        place=Place(f"{BREAKOUT} {LONG}"),
        round=2,
        previous="meeting-held",
    ),
    _meeting(
        "proposed",
        between(day(6, 1), day(8, 31)),
        Status.PROPOSED,
        [words("a-post", "proposed a conference of all riparian states in the summer")],
        "head_of_state",
    ),
    _meeting("sitting", in_month(1931, 3), Status.ONGOING, [words("a-undated", "sits again now")], "mixed"),
    _meeting("undated", UNKNOWN, Status.HELD, [words("a-undated", "Nobody knows when envoys first came")], "envoy"),
)


def _said(name: str, article: str, text: str, manner: Manner, speaker: str | None, **more: Any) -> Statement:
    found = words(article, text)
    return Statement(
        f"statement-{name}",
        speaker,
        manner,
        text,
        article,
        found.start,
        found.end,
        (found,),
        when=on(day(3, 10)),
        **more,
    )


SENTENCE = '"We will not sign before the dredgers leave," Brehm said. Idris said that the dredgers were there by right.'
CROSSING = "the dredgers were there by right. Both sides agreed to open the ledger of tolls by the first of May"

STATEMENTS = (
    _said(
        "brehm", "a-herald", "We will not sign before the dredgers leave,", Manner.DIRECT, "actor-brehm", same_as="u-1"
    ),
    _said(
        "brehm-post",
        "a-post",
        "Not before they leave will we sign.",
        Manner.DIRECT,
        "actor-brehm",
        same_as="u-1",
        meeting="meeting-held",
        addressee="actor-idris",
    ),
    _said("idris", "a-herald", "the dredgers were there by right", Manner.INDIRECT, "actor-idris", doubtful=True),
    _said(
        "mixed",
        "a-post",
        'The dredgers would leave "not one day" before the tolls were shared',
        Manner.MIXED,
        "actor-idris",
    ),
    _said("nobody", "a-post", HOSTILE, Manner.DIRECT, None),
)

POSITIONS = (
    Position("position-1", "actor-cordal", "issue-dredgers", Stance.PRECONDITION, "no treaty before the dredgers leave",
             (words("a-herald", SENTENCE),), "actor-brehm", "the dredgers leave", "a treaty", on(day(3, 10))),
    Position("position-2", "actor-velia", "issue-dredgers", Stance.REFUSES, "the dredgers stay",
             (words("a-herald", CROSSING),), "actor-idris", when=on(day(3, 10))),
    Position("position-3", "actor-velia", "issue-conference", Stance.OFFERS, BREAKOUT,
             (words("a-post", "Velia offered to pay for it"),)),
)  # fmt: skip

MADE = Entries(
    actors=ACTORS,
    meetings=MEETINGS,
    statements=STATEMENTS,
    positions=POSITIONS,
    issues=(Issue("issue-conference", "conference"), Issue("issue-dredgers", f"dredgers {HOSTILE}", ("dredging",))),
    commitments=(
        Commitment(
            "commitment-ledger",
            PARTIES,
            "open the ledger of tolls",
            (words("a-herald", CROSSING),),
            due=on(day(5, 1)),
            status=Fulfilment.REPORTED_UNMET,
            meeting="meeting-held",
            history=(
                Step(Fulfilment.MADE, on(day(3, 10)), (words("a-herald", CROSSING),)),
                Step(
                    Fulfilment.POSTPONED,
                    on(day(4, 2)),
                    (words("a-post", "Velia offered to pay for it"),),
                    due=on(day(5, 1)),
                ),
                Step(Fulfilment.REPORTED_UNMET, on(day(5, 2)), (words("a-post", "Velia offered to pay for it"),)),
            ),
        ),
    ),
    disagreements=(
        Disagreement(
            "disagreement-day",
            "meeting-held",
            "day",
            (Version("1931-03-10", ("a-copy", "a-herald"), MET[:2]), Version("1931-03-11", ("a-post",), MET[2:])),
        ),
    ),
    processes=(
        Process("process-a", "the pilots' hearing", PARTIES, ("meeting-cancelled",), ()),
        Process(
            "process-b", f"Cordal–Velia {HOSTILE}", PARTIES, ("meeting-held", "meeting-planned"), ("issue-dredgers",)
        ),
    ),
    sticking_points=(
        StickingPoint(
            "sticking-1", "issue-dredgers", PARTIES, ("position-1", "position-2"), "Cordal waits, Velia stays."
        ),
    ),
    published=tuple((article.id, article.published) for article in ARTICLES),
    copies=(("a-copy", "a-herald"),),
)


def made(entries: Entries = MADE, articles: Sequence[Article] = ARTICLES, *, path: Path | None = None) -> Record:
    """``entries`` and ``articles`` as a record, in memory or at ``path``."""
    store = Store(path, create=True)
    for article in articles:
        store.add(article, Reading(article.id), "test")
    store.settle(entries)
    return Record(store)


def empty() -> Record:
    """A record of one article in which nothing was found."""
    article = Article("a-1", "one.txt", "one.txt", "Nothing.", (Span(0, 8),))
    return made(Entries(published=((article.id, article.published),)), (article,))
