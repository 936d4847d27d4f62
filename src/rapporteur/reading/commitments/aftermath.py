"""What the words behind a promise, or the next sentence, say became of it, and of no other party's promise.

"Ruritania broke its promise" tells nothing of the promise that Syldavia made in the sentence before.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rapporteur.language.attribution import grammar
from rapporteur.reading.claims import CommitmentClaim, Fulfilment
from rapporteur.reading.clauses.complements import linked, skip_times
from rapporteur.reading.clauses.holders import actors_of, parties
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.subjects import joined
from rapporteur.reading.commitments.promises import outcome_words, promise_words
from rapporteur.reading.commitments.sides import acting
from rapporteur.reading.commitments.undertakings import Promise
from rapporteur.reading.positions.stand import Stage

_OPENING = 6
"""Among how many first words of a sentence "the deal" or "it" must stand to take up the commitment before."""
_COMMON = 5
"""The fewest letters of a word that shows, when shared, that two sentences are about one thing."""
_MATTER = 4
"""As many letters are compared of the words for the matter of a promise: "withdraw", "withdrawal"."""
_PARTNERS = frozenset({"between", "with", "of", "by"})
_LINKS = frozenset({"about", "concerning", "for", "on", "over", "that", "to", "to_noun", "under"})


def outcome_behind(stage: Stage, promise: Promise) -> Fulfilment | None:
    """Return the outcome that the words behind a promise in its own sentence tell of it."""
    told = _told(stage.line, promise.what[1])
    if told is None:
        return None
    own = {*promise.by, *promise.to}
    return told[2] if _is_theirs(stage, own, promise.what[1], told) else None


def outcome_in(stage: Stage, claim: CommitmentClaim) -> Fulfilment | None:
    """Return the outcome that a later sentence tells of ``claim``, if it is about it at all.

    It is about another where it names parties and none of the claim's, or a promise with a matter of its own.
    """
    line, told = stage.line, _told(stage.line, 0)
    if told is None or not _is_theirs(stage, {*claim.by, *claim.to}, 0, told):
        return None
    pointer = next((at for at, word in enumerate(line.words[:_OPENING]) if word in promise_words("pointers")), None)
    shared = {word for word in claim.what.lower().split() if len(word) >= _COMMON} & set(line.words)
    return told[2] if (pointer is not None or shared) and _is_of(line, claim.what) else None


def _told(line: Line, first: int) -> tuple[int, int, Fulfilment] | None:
    """The first words from ``first`` on that tell an outcome, as a range, and the outcome."""
    for place in range(first, len(line)):
        for words, status in outcome_words().get(line.words[place], ()):
            if line.words[place : place + len(words)] == words:
                return place, place + len(words), status
    return None


def _is_theirs(stage: Stage, own: AbstractSet[str], first: int, told: tuple[int, int, Fulfilment]) -> bool:
    """Whether an outcome is told of the parties ``own``, or of nobody by name; whoever tells it does not count."""
    line, cast, (at, end, _) = stage.line, stage.scene.cast, told
    holder = set(parties(cast, stage.holder(at).actors))
    before = [who for who in line.whos if first <= who.first < at]
    subjects = [party for party in parties(cast, actors_of(acting(line, before))) if party not in holder]
    partners = _partners(stage, first)
    doer = line.who_from(end + 1) or line.who_from(end + 2) if line.word(end) == "by" else None
    named = {*subjects, *(parties(cast, actors_of(joined(line, doer, forward=True))) if doer else ())}
    if not partners <= own:
        return False
    return not named or len(own & named) >= min(2, len(own), len(named))


def _partners(stage: Stage, first: int) -> set[str]:
    """The parties of a promise or an agreement that a noun names: "the accord between Ruritania and Syldavia"."""
    line, found = stage.line, set[str]()
    for at in _pointers(line, first):
        if line.word(at + 1) not in _PARTNERS:
            continue
        who = next((who for place in range(at + 2, at + 4) if (who := line.who_from(place))), None)
        if who:
            found.update(parties(stage.scene.cast, actors_of(joined(line, who, forward=True))))
    return found


def _is_of(line: Line, what: str) -> bool:
    """Whether a promise that is told with its matter is ``what``: not "the promise to build a road" for a school."""
    words = {word[:_MATTER] for word in what.lower().split() if len(word) >= _MATTER}
    for at in _pointers(line, 0):
        place = skip_times(line, at + 1)
        if line.word(place) in _PARTNERS and line.word(place) != "of":
            while place < len(line) and line.words[place] not in _LINKS:
                place += 1
        matter = linked(line, place, _LINKS) if place < len(line) else None
        if matter and not _is_day(line, matter[0]):
            own = {line.words[place][:_MATTER] for place in range(*matter) if _carries(line, place)}
            if own and not own & words:
                return False
    return True


def _carries(line: Line, at: int) -> bool:
    word = line.words[at]
    return len(word) >= _MATTER and word.isalpha() and line.held[at] < 0 and word not in promise_words("pointers")


def _is_day(line: Line, at: int) -> bool:
    return line.word(at) in grammar.group("times") or line.word(at)[:1].isdigit()


def _pointers(line: Line, first: int) -> list[int]:
    """The places of the nouns for a promise or an agreement."""
    return [at for at in range(first, len(line)) if line.words[at] in promise_words("promising")]


__all__ = ["outcome_behind", "outcome_in"]
