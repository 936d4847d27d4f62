"""What a build did: told at its end, and kept with the record that it gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.intake.document import Skipped


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        read: articles read and added.
        known: files and articles that were in the record already.
        reread: articles of the record read again, because the program or its configuration changed.
        removed: articles left out because a person removed them.
        unread: articles kept but not read, for their language.
        skipped: what could not be taken in, and why.
        seconds: how long it took.
    """

    read: int = 0
    known: int = 0
    reread: int = 0
    removed: int = 0
    unread: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    seconds: float = 0.0
