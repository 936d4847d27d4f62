"""Whose words a clause is: the speaker of the statement, or the subject of "X says that", that holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapporteur.reading.claims import ActorKind, LocalActor, StatementClaim, Tenure
from rapporteur.reading.clauses.lines import Line, Who
from rapporteur.reading.clauses.subjects import speech_verbs, subject
from rapporteur.reading.clauses.verb_groups import clause_words
from rapporteur.reading.scene import Cast, Scene
from rapporteur.reference import organisations
from rapporteur.spans import Span


@dataclass(frozen=True, slots=True)
class Holder:
    """Who says a clause.  ``statement`` is the statement that holds it, where there is one."""

    actors: tuple[str, ...]
    statement: StatementClaim | None = None

    @property
    def speaker(self) -> str | None:
        """The one who speaks; None where several do."""
        return self.actors[0] if len(self.actors) == 1 else None


NOBODY = Holder(())
_UNSAID = frozenset({"can", "could", "may", "might", "must", "should", "will", "'ll"})
"""Modals of what is not said, or not yet: "will know that"."""


@dataclass(frozen=True)
class Holders:
    """The statements of a scene, looked up by place."""

    scene: Scene

    @cached_property
    def _statements(self) -> Sequence[StatementClaim]:
        return sorted(self.scene.statements, key=lambda s: (s.span.start, -s.span.end))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [statement.span.start for statement in self._statements]

    def statement_at(self, offset: int) -> StatementClaim | None:
        """The shortest statement whose words hold the character at ``offset``."""
        best = None
        last = bisect_right(self._starts, offset)
        for statement in self._statements[max(0, last - 12) : last]:
            if offset < statement.span.end and (best is None or len(statement.span) < len(best.span)):
                best = statement
        return best

    def of(self, line: Line, at: int) -> Holder:
        """Who says the clause that holds the word at ``at``; nobody where the reporter does."""
        statement = self.statement_at(line.spans[at].start)
        if statement:
            own = (statement.speaker,) if statement.speaker else ()
            return Holder(_cited(line, at) or own, statement)
        if line.quoted[at]:
            return NOBODY
        for place, group in reversed(tuple(speech_verbs(line))):
            if place < at and _takes_clause(line, place, at):
                whos = subject(line, group)
                if whos and not group.negated and group.modal not in _UNSAID:
                    return Holder(tuple(actor for who in whos for actor in who.actors))
        return NOBODY


def _cited(line: Line, at: int) -> tuple[str, ...]:
    """Whom somebody cites in a quotation: "Ruritania states that" is what Ruritania says, whoever reads it out."""
    for place, group in reversed(tuple(speech_verbs(line))):
        if place < at and line.quoted[place] and line.word(place + 1) == "that" and _takes_clause(line, place, at):
            return () if group.negated else actors_of(subject(line, group))
    return ()


def _takes_clause(line: Line, verb: int, at: int) -> bool:
    """Whether the clause behind a verb of saying reaches the word at ``at``."""
    return not any(line.words[place] in (";", ":", '"') for place in range(verb + 1, at))


def parties(cast: Cast, actors: Sequence[str]) -> tuple[str, ...]:
    """The parties for which ``actors`` speak, without those who speak for none: reporters, experts, places."""
    found = (party_of(cast, actor) for actor in actors)
    return tuple(dict.fromkeys(party for party in found if party))


def party_of(cast: Cast, actor: str | None) -> str | None:
    """The party for which ``actor`` speaks: a state, an organisation or an armed group; a body's state."""
    if actor is None:
        return None
    who = cast[actor]
    if who.kind in (ActorKind.PLACE, ActorKind.OTHER) or any(
        office.role in clause_words()["bystanders"] for office in who.offices
    ):
        return None
    if who.key and (listed := organisations.organisations().get(who.key)) and listed.subkind in clause_words()["press"]:
        return None
    if _is_private(who):
        return None
    party = cast.party_of(actor) or (who.id if who.kind is ActorKind.BODY else None)
    if who.kind is ActorKind.PERSON and party and not _may_speak(who, cast[party].kind):
        return None
    return party_of(cast, party) if party and party != actor else party


def _is_private(who: LocalActor) -> bool:
    """Whether an organisation that no table lists is in business, teaching or sport, or judges, as its names say.

    One known only by letters, which the article never spells out, is none that anybody could name as a party.
    """
    if who.key or who.kind not in (ActorKind.ORGANISATION, ActorKind.BODY):
        return False
    names = {who.name, *who.aliases}
    words = {word for name in names for word in name.lower().replace(".", "").split()}
    if who.kind is ActorKind.BODY:
        return bool(clause_words()["courts"] & words)
    return bool((clause_words()["private"] | clause_words()["courts"]) & words) or all(map(_is_letters, names))


def _is_letters(name: str) -> bool:
    """Whether a name is an abbreviation: "NRC", "PSC-PSI"."""
    return name.isupper() and " " not in name


def _may_speak(person: LocalActor, kind: ActorKind) -> bool:
    """Whether a person with these offices speaks for a party of a kind; one without any may.

    A legislator and a former minister speak for themselves, the head of a bank or a chamber not for the state.
    """
    own, heads = clause_words()["own_voice"], clause_words()["heads_of_houses"]
    present = [office for office in person.offices if office.tenure is not Tenure.FORMER]
    return not person.offices or any(
        office.role not in own and not (kind is ActorKind.STATE and office.role in heads) for office in present
    )


def actors_of(whos: Sequence[Who]) -> tuple[str, ...]:
    """The actors that ``whos`` mean, in order."""
    return tuple(dict.fromkeys(actor for who in whos for actor in who.actors))


def evidence_of(line: Line, holder: Holder) -> tuple[Span, ...]:
    """The sentence of a claim, and the words that say who speaks where another sentence holds them."""
    others = holder.statement.evidence if holder.statement else ()
    apart = (span for span in others if not span.overlaps(line.sentence))
    return tuple(sorted({line.sentence, *apart}))


__all__ = ["NOBODY", "Holder", "Holders", "actors_of", "evidence_of", "parties", "party_of"]
