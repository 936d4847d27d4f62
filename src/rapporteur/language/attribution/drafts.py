"""Drafts: attributions of one frame in the making, as atoms, and what is known of the frame so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.language.attribution import sources
from rapporteur.language.attribution.contents import Content
from rapporteur.language.attribution.cues import Takes
from rapporteur.language.attribution.frames import Frame
from rapporteur.language.attribution.phrases import Phrase

SPEECH = (Takes.CLAUSE, Takes.THAT_CLAUSE, Takes.QUOTATION, Takes.QUESTION, Takes.PERSON)
"""What a verb takes that may stand behind a quotation: “...,” she said."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution: a source, a cue in one or two pieces, and contents; a participle or noun is not ``finite``."""

    source: Phrase
    cue: tuple[tuple[int, int], ...]
    pieces: tuple[Content, ...]
    finite: bool = True

    def holds(self, at: int) -> bool:
        """Whether the atom at ``at`` is part of a content."""
        return any(piece.first <= at < piece.end for piece in self.pieces)


@dataclass(slots=True)
class Draftbook:
    """The drafts of one frame, in the order found.  ``bare`` are those of verbs without a content in the frame.

    ``done`` is the first atom that no draft's cue has used up.
    """

    frame: Frame
    drafts: list[Draft] = field(default_factory=list)
    bare: list[Draft] = field(default_factory=list)
    done: int = 0

    def add(self, draft: Draft, *, done: int = 0) -> None:
        """Keep a draft whose cue is used up to ``done``."""
        (self.drafts if draft.pieces else self.bare).append(draft)
        self.done = max(self.done, done)

    def floor(self, at: int) -> int:
        """Where the clause that holds ``at`` may begin: behind the last content before it, or inside its own."""
        floor = 0
        for draft in self.drafts:
            for piece in draft.pieces:
                if piece.first <= at < piece.end:
                    floor = max(floor, piece.first)
                elif piece.end <= at:
                    floor = max(floor, piece.end)
        return floor

    def shared_subject(self, at: int) -> Phrase | None:
        """The subject of "..., adding" and "and added" at ``at``: that of the last cue before, or of the sentence."""
        for draft in reversed(self.drafts + self.bare):
            inside = any(other.holds(draft.source.first) for other in self.drafts)
            if draft.finite and draft.source.end <= at and not inside:
                return draft.source
        return sources.main(self.frame, at)


__all__ = ["SPEECH", "Draft", "Draftbook"]
