"""What parties demand, reject, support, propose, offer and warn of, and on what they insist first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapporteur.reading.claims import ActorKind, PositionClaim, Stance, TimeExpression
from rapporteur.reading.clauses.holders import Holders, evidence_of, parties
from rapporteur.reading.clauses.lines import lines
from rapporteur.reading.clauses.wordings import one_line
from rapporteur.reading.positions.nouns import by_noun
from rapporteur.reading.positions.preconditions import by_dependence, by_prerequisite, by_proviso
from rapporteur.reading.positions.predicates import by_attitude, by_predicate
from rapporteur.reading.positions.stances import CueKind, Match, matches
from rapporteur.reading.positions.stand import Stage, Stand
from rapporteur.reading.positions.verbs import by_modal, by_refusal, by_threat, by_verb
from rapporteur.reading.scene import Scene
from rapporteur.when import UNKNOWN

_READERS: Mapping[CueKind, Callable[[Stage, Match], Stand | None]] = {
    CueKind.VERB: by_verb,
    CueKind.NOUN: by_noun,
    CueKind.PREDICATE: by_predicate,
    CueKind.ATTITUDE: by_attitude,
    CueKind.MODAL: by_modal,
    CueKind.DEPENDS: by_dependence,
    CueKind.PREREQUISITE: by_prerequisite,
    CueKind.PROVISO: by_proviso,
}
_BACK = 1
"""How many sentences back "it" or "the proposal" may point."""


@dataclass(frozen=True, slots=True)
class _Recalled:
    """An issue named some sentences ago."""

    number: int
    issue: str
    parties: tuple[str, ...]


def find_positions(scene: Scene) -> tuple[PositionClaim, ...]:
    """Find the positions that an article reports.

    Args:
        scene: the article with its parse, cast, times and statements.

    Returns:
        One claim for each party and issue in a sentence, in the order of the text.
    """
    holders = Holders(scene)
    found: list[PositionClaim] = []
    recalled: _Recalled | None = None
    for number, line in enumerate(lines(scene)):
        if line.is_question:
            continue
        stage = Stage(scene, holders, line)
        for stand in stands(stage):
            issue = (
                ""
                if stage.is_empty(stand.issue) or stage.is_of_somebody(stand)
                else _issue(stage, stand, recalled, number)
            )
            speaks_for = parties(scene.cast, stand.actors)
            if not issue or not speaks_for:
                continue
            recalled = _Recalled(number, issue, speaks_for)
            found.extend(_claim(stage, stand, party, issue) for party in speaks_for)
    return _once(found)


def stands(stage: Stage) -> tuple[Stand, ...]:
    """The stands in one sentence, in order; of those nested in each other, the one that says more."""
    found = [stand for stand in _all(stage) if stage.has_party(stand.actors)]
    kept = [stand for stand in found if not any(_says_more(other, stand) for other in found if other is not stand)]
    return tuple(sorted(kept, key=lambda stand: (stand.clause[0], stand.at)))


def _all(stage: Stage) -> Iterator[Stand]:
    found = list(matches(stage.line))
    for match in found:
        if stand := _READERS[match.cue.kind](stage, match):
            yield stand
    verbs = {match.first for match in found if match.cue.kind is CueKind.VERB}
    for at, word in enumerate(stage.line.words):
        if (word in ("not", "n't", "never") and at + 1 not in verbs and (stand := by_refusal(stage, at))) or (
            word in ("will", "would", "'ll") and (stand := by_threat(stage, at))
        ):
            yield stand


def _says_more(one: Stand, other: Stand) -> bool:
    """Whether ``one`` makes ``other`` needless: it holds it, or is the core of what merely carries it."""
    if not set(one.actors) & set(other.actors):
        return False
    if one.stance is Stance.PRECONDITION and other.stance is not Stance.PRECONDITION:
        return one.clause[0] <= other.at < one.clause[1] or other.issue[0] <= one.at < other.issue[1]
    if other.stance is Stance.PRECONDITION and one.stance is not Stance.PRECONDITION:
        return False
    if one.stance is other.stance is Stance.PRECONDITION:
        return one.at < other.at < one.clause[1]
    if one.within(other):
        return _carries(other)
    return other.within(one) and not _carries(one)


def _carries(stand: Stand) -> bool:
    """Whether the stand only says that another is held: "reiterated its demand", "stressed that it will not"."""
    return stand.carries


def _issue(stage: Stage, stand: Stand, recalled: _Recalled | None, number: int) -> str:
    if not stage.points_back(stand.issue):
        return stage.wording(stand.issue)
    if recalled and number - recalled.number <= _BACK:
        return recalled.issue
    return "" if stage.is_pronoun(stand.issue) or stage.is_pointed(stand.issue) else stage.wording(stand.issue)


def _claim(stage: Stage, stand: Stand, party: str, issue: str) -> PositionClaim:
    line, statement = stage.line, stand.holder.statement
    time = None if statement and statement.when else _time(stage, stand)
    return PositionClaim(
        party=party,
        stance=stand.stance,
        issue=issue,
        text=one_line(line.span(*stand.clause), line.text),
        evidence=evidence_of(line, stand.holder),
        speaker=_speaker(stage, stand),
        requires=stage.wording(stand.requires) or None,
        blocks=stage.wording(stand.blocks) or None,
        when=statement.when if statement and statement.when else time.when if time else UNKNOWN,
        rule=statement.rule if statement and statement.when else time.rule if time else None,
    )


def _speaker(stage: Stage, stand: Stand) -> str | None:
    """Who says so: the statement's speaker, or the person who takes the stand."""
    if stand.holder.statement:
        return stand.holder.statement.speaker
    people = [actor for actor in stand.actors if stage.scene.cast[actor].kind is ActorKind.PERSON]
    return people[0] if len(people) == 1 else stand.holder.speaker


def _time(stage: Stage, stand: Stand) -> TimeExpression | None:
    """The day of the stand itself: the first date in its sentence outside what is demanded."""
    line = stage.line
    issue = line.span(*stand.issue)
    dated = (
        t for t in stage.scene.times_in(line.sentence) if t.type == "DATE" and t.when and not t.span.overlaps(issue)
    )
    return next(dated, None)


def _once(claims: Sequence[PositionClaim]) -> tuple[PositionClaim, ...]:
    """``claims`` without a second one of the same party, stance and words."""
    kept: dict[tuple[str, Stance, str, object], PositionClaim] = {}
    for claim in claims:
        kept.setdefault((claim.party, claim.stance, claim.issue, claim.evidence), claim)
    return tuple(kept.values())


__all__ = ["find_positions", "stands"]
