"""Sticking points as draft conflicts for the graph model of conflict resolution (Fang, Hipel and Kilgour 1993).

A conflict has parties, each with options that it takes or not; a state says of every option whether it is taken, and
a move is a change of state by one party alone.  Preferences are the analyst's to add.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapporteur.export.labels import label
from rapporteur.export.tables import Table
from rapporteur.reading.claims import Stance
from rapporteur.record.blocking import ASKING, REFUSING, Ring, rings, standing
from rapporteur.record.model import Evidence, Position, StickingPoint
from rapporteur.record.record import Record
from rapporteur.record.steps import Steps
from rapporteur.record.topics import deed_of, state_names

MOST_OPTIONS = 8
"""Options of a conflict whose states are written out: 256 columns at the most."""
_COLUMNS = ("conflict", "row", "party", "what")

State = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """What a party can do or leave; ``taken`` says whether it does so now."""

    party: str
    what: str
    taken: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """What cannot be: ``done`` taken while its party insists and one of ``needed`` is not taken; places of options."""

    done: int
    insisted: int
    needed: tuple[int, ...]

    def excludes(self, state: State) -> bool:
        """Whether a state is impossible."""
        return state[self.done] and state[self.insisted] and not all(state[place] for place in self.needed)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A draft: options by party, and the states that are possible, in the order of their binary numbers."""

    options: tuple[Option, ...]
    states: tuple[State, ...]

    @property
    def status_quo(self) -> int:
        """Which of the states is the present one."""
        return self.states.index(tuple(option.taken for option in self.options))

    def moves(self, party: str) -> Iterator[tuple[int, ...]]:
        """For each state, those that a party can bring about by itself."""
        own = [option.party == party for option in self.options]
        for state in self.states:
            yield tuple(
                number
                for number, other in enumerate(self.states)
                if other != state and all(mine or a == b for mine, a, b in zip(own, state, other, strict=True))
            )


def conflict_of(record: Record, point: StickingPoint) -> Conflict | None:
    """The draft of a sticking point; ``None`` where it has more options than can be written out."""
    own = state_names(record.actors)
    held = standing(record.positions, record.issues, record.commitments, own)
    ring = next((ring for ring in rings(held, record.issues, own) if _ids(ring) == point.positions), None)
    options, bars = _of_ring(record, ring) if ring else _of_refusals(record, point)
    if len(options) > MOST_OPTIONS:
        return None
    states = (state[::-1] for state in product((False, True), repeat=len(options)))
    return Conflict(tuple(options), tuple(state for state in states if not any(bar.excludes(state) for bar in bars)))


def _ids(ring: Ring) -> tuple[str, ...]:
    return tuple(sorted(wait.position.id for wait in ring))


def _of_refusals(record: Record, point: StickingPoint) -> tuple[list[Option], list[Bar]]:
    """To accept what is asked; to insist on it; and, where something waits for it, to do that."""
    issue, accepting, bars = label(record, record[point.issue]), list[Option](), list[Bar]()
    held = _by_party(position for position in record.positions if position.id in point.positions)
    for party, positions in held.items():
        if any(position.stance in REFUSING for position in positions):
            accepting.append(Option(party, f"accept {issue}", False, _evidence(positions, REFUSING)))
    options = list(accepting)
    for party, positions in held.items():
        if not any(position.stance in ASKING for position in positions):
            continue
        options.append(Option(party, f"insist on {issue}", True, _evidence(positions, ASKING)))
        insisted = len(options) - 1
        for step, told in _waiting(record, positions).items():
            bars.append(Bar(len(options), insisted, tuple(range(len(accepting)))))
            options.append(Option(party, f"go on with {step}", False, tuple(told)))
    return options, bars


def _waiting(record: Record, positions: Sequence[Position]) -> dict[str, list[Evidence]]:
    """What a party lets wait, by the name of the issue or in the report's words, with the evidence."""
    found: dict[str, list[Evidence]] = {}
    own, steps = state_names(record.actors), Steps(record.issues)
    for position in positions:
        if position.blocks and position.stance is Stance.PRECONDITION:
            step = deed_of(own.get(position.party, ""), position.blocks)
            found.setdefault(steps.name(step), []).extend(position.evidence)
    return found


def _of_ring(record: Record, ring: Ring) -> tuple[list[Option], list[Bar]]:
    """Of each condition: to insist on it, and to take the step that it lets wait."""
    options: list[Option] = []
    for wait in ring:
        first, then = (label(record, record[step]) for step in (wait.first, wait.then))
        options.append(Option(wait.position.party, f"insist on {first} first", True, wait.position.evidence))
        options.append(Option(wait.position.party, f"go on with {then}", False, wait.position.evidence))
    taking = {wait.then: 2 * place + 1 for place, wait in enumerate(ring)}
    return options, [Bar(2 * place + 1, 2 * place, (taking[wait.first],)) for place, wait in enumerate(ring)]


def _by_party(positions: Iterable[Position]) -> dict[str, list[Position]]:
    found: dict[str, list[Position]] = {}
    for position in sorted(positions, key=lambda position: (position.party, position.id)):
        found.setdefault(position.party, []).append(position)
    return found


def _evidence(positions: Iterable[Position], stances: Collection[Stance]) -> tuple[Evidence, ...]:
    return tuple(piece for position in positions if position.stance in stances for piece in position.evidence)


def gmcr_table(record: Record) -> Table:
    """Every sticking point as a draft conflict, one below the other.

    A row an option, with "Y" or "N" in the column of each possible state; a row that marks the status quo; and a row a
    party with the numbers of the states that it can reach alone from each. What has more than eight options has a row
    that says so.
    """
    conflicts = [(point, conflict_of(record, point)) for point in record.sticking_points]
    widest = max((len(conflict.states) for _, conflict in conflicts if conflict), default=0)
    rows: list[tuple[str, ...]] = []
    evidence: list[tuple[Evidence, ...]] = []
    for point, conflict in conflicts:
        for kind, party, what, cells, pieces in _rows(record, conflict):
            padding = ("",) * (widest - len(cells))
            rows.append((point.id, kind, party, what, *cells, *padding))
            evidence.append(pieces)
    return Table((*_COLUMNS, *map(str, range(1, widest + 1))), tuple(rows), tuple(evidence))


_Row = tuple[str, str, str, tuple[str, ...], tuple[Evidence, ...]]


def _rows(record: Record, conflict: Conflict | None) -> Iterator[_Row]:
    if conflict is None:
        yield "note", "", f"more than {MOST_OPTIONS} options: take it apart first", (), ()
        return
    for place, option in enumerate(conflict.options):
        taken = tuple("Y" if state[place] else "N" for state in conflict.states)
        yield "option", record.name_of(option.party), option.what, taken, option.evidence
    now = tuple("x" if number == conflict.status_quo else "" for number in range(len(conflict.states)))
    yield "status quo", "", "", now, ()
    for party in dict.fromkeys(option.party for option in conflict.options):
        reached = tuple(" ".join(str(number + 1) for number in numbers) for numbers in conflict.moves(party))
        yield "moves", record.name_of(party), "states that it can reach alone", reached, ()


__all__ = ["Bar", "Conflict", "Option", "conflict_of", "gmcr_table"]
