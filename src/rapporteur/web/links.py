"""Where a thing is shown: stable addresses for entries and articles."""

from __future__ import annotations

from rapporteur.intake.article import Article
from rapporteur.record.codec import Entry
from rapporteur.record.model import Actor, Issue, Meeting, Process

OWN_PAGES: dict[type, str] = {
    Meeting: "meetings",
    Actor: "actors",
    Issue: "issues",
    Process: "processes",
    Article: "articles",
}


def link(thing: Entry | Article) -> str:
    """The address of a thing's page; what has no page of its own kind has one as an entry."""
    return f"/{OWN_PAGES.get(type(thing), 'entries')}/{thing.id}"


__all__ = ["link"]
